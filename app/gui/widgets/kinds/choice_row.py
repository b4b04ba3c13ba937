"""One choice: a letter, its words, and after checking what became of it and why."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.widgets.kinds.choice_words import ChoiceWords
from app.gui.widgets.marks import BADGE, draw_badge
from app.gui.widgets.paint import draw_box, mirrored, painting
from app.gui.widgets.text import TextBlock

RowState = Literal["open", "correct", "wrong", "missed", "overlooked", "faded"]
"""`missed` is the right choice where one is taken, `overlooked` a right one left out where several may be."""

_GLYPH = {"correct": "correct", "wrong": "wrong", "missed": "correct", "overlooked": "correct"}
_BOX = {
    "correct": ("right_soft", "right"),
    "wrong": ("wrong_soft", "wrong"),
    "missed": ("right_soft", "right"),
    "overlooked": ("sheet", "right"),
}
_BADGE = {"correct": "correct", "wrong": "wrong", "missed": "correct", "faded": "faded"}
_PAD_X, _PAD_Y, _GAP, _COLUMN, _NARROWEST = 16, 10, 12, 536, 88


class _Face:
    """Lays out and paints a choice; the two buttons below differ only in what they are announced as."""

    def __init__(self, button: QAbstractButton, letter: str, words: str) -> None:
        self.button = button
        self.letter = letter
        self.state: RowState = "open"
        self.place = ""
        self.locked = False
        self.words = ChoiceWords(words)
        self.reason = TextBlock("", "note", selectable=False)
        button.setLayout(self._make_layout())
        button.setProperty(RING_RADIUS, tokens.RADIUS_CHOICE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        self.show_words(letter, words, "")

    def show_words(self, letter: str, words: str, place: str) -> None:
        """Show a choice that is still open; `place` is spoken after it, such as "2 of 4"."""
        self.letter, self.place = letter, place
        self.words.set_words(words)
        self.button.setAccessibleName(f"{letter}. {words}")
        self.show(state="open", mark="", reason="")

    def _make_layout(self) -> QHBoxLayout:
        size = theme().size
        row = QHBoxLayout()
        # The badge is 28 high and a line 22: three pixels set the first line on the badge's middle.
        row.setContentsMargins(size(_PAD_X), size(_PAD_Y) + size(3), size(_PAD_X), size(_PAD_Y) + size(3))
        row.setSpacing(0)
        row.addSpacing(size(BADGE + _GAP))  # a spacing, not a margin: it goes to the other side by itself
        column = QVBoxLayout()
        column.setSpacing(size(4))
        column.addWidget(self.words)
        column.addWidget(self.reason)
        row.addLayout(column, 1)
        return row

    def show(self, *, state: RowState, mark: str, reason: str) -> None:
        """Show what became of the choice (`mark`) and why (`reason`)."""
        self.state = state
        self.words.block.set_colour("ink2" if state == "faded" else "ink")
        glyph = _GLYPH.get(state, "skipped")
        self.words.set_mark(glyph, mark, {"wrong": "wrong", "faded": "ink2"}.get(state, "right"))
        if reason != self.reason.text():
            self.reason.set_text(reason)
        self.reason.setVisible(bool(reason))
        spoken = ". ".join(part for part in (self.place, mark, reason) if part)
        self.button.setAccessibleDescription(spoken)
        self.button.updateGeometry()
        self.button.update()

    def settle(self) -> None:
        """Lay the choice out now: what is around it asks for its height next."""
        layout = self.button.layout()
        if layout is not None:
            layout.activate()

    def lock(self, locked: bool) -> None:
        """Keep the choice as it is; it can still be reached and read."""
        self.locked = locked
        shape = Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.PointingHandCursor
        self.button.setCursor(shape)

    def height_for(self, width: int) -> int:
        """Return the height that a choice takes at a width."""
        layout = self.button.layout()
        assert layout is not None
        smallest = theme().size(2 * _PAD_Y + BADGE)
        return max(layout.heightForWidth(width), smallest)

    def paint(self) -> None:
        chosen = self.button.isChecked()
        fill, border, width = "sheet", "hair", 1.0
        if self.state in _BOX:
            (fill, border), width = _BOX[self.state], 1.5
        elif self.state == "faded":
            fill = ""
        elif chosen:
            border, width = "accent", 2.0
        elif self.button.underMouse() and not self.locked:
            border = "line"
        rect = QRectF(self.button.rect())
        with painting(self.button) as painter:
            ground = theme().colour(fill) if fill else None
            draw_box(
                painter, rect, tokens.RADIUS_CHOICE, fill=ground, border=theme().colour(border), width=width
            )
            state = _BADGE.get(self.state, "chosen" if chosen else "idle")
            draw_badge(painter, self.badge_rect(), self.letter, state)

    def badge_rect(self) -> QRectF:
        """Return where the letter stands."""
        side, pad = theme().size(BADGE), theme().size(_PAD_X)
        return mirrored(self.button, QRectF(pad, theme().size(_PAD_Y), side, side))


class _RadioRow(QRadioButton):
    """A choice of which one is taken."""

    def __init__(self, letter: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoExclusive(True)  # else it would be announced as a check box
        self.face = _Face(self, letter, words)

    def nextCheckState(self) -> None:
        if not self.face.locked:
            self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _only_space(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def hitButton(self, pos: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return _hint()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(_NARROWEST), theme().size(2 * _PAD_Y + BADGE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height_for(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.face.paint()


class _CheckRow(QCheckBox):
    """A choice of which several may be taken."""

    def __init__(self, letter: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = _Face(self, letter, words)

    def nextCheckState(self) -> None:
        if not self.face.locked:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _only_space(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def hitButton(self, pos: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return _hint()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(_NARROWEST), theme().size(2 * _PAD_Y + BADGE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height_for(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.face.paint()


ChoiceRow = _RadioRow | _CheckRow


def make_choice_row(letter: str, words: str, *, several: bool) -> ChoiceRow:
    """Make a choice: announced as a radio button, or as a check box where several may be right."""
    return _CheckRow(letter, words) if several else _RadioRow(letter, words)


def _hint() -> QSize:
    """Ask for the width of a column; the height follows from the width."""
    return QSize(theme().size(_COLUMN), theme().size(2 * _PAD_Y + BADGE))


def _only_space(button: QAbstractButton, event: QKeyEvent) -> None:
    """Space chooses; everything else is left to the page: an arrow key of Qt's own would choose as it moves."""
    if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
        button.click()
    else:
        event.ignore()

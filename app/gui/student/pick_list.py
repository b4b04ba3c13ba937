"""One of several, each with its words and a count or a sentence: topics, and how a quiz goes."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.widgets.paint import draw_box, mirrored, painting
from app.gui.widgets.text import TextBlock

_DOT, _INSET, _PAD_X, _PAD_Y = 16, 5, 12, 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Option(NamedTuple):
    """A value, its words, a sentence under them, and a figure at the end of the line."""

    value: str
    words: str
    hint: str = ""
    aside: str = ""


class PickList(QWidget):
    """Options below each other; `chosen(value)` is emitted when a person takes one.

    Arrow keys move the choice, Tab reaches the list once. Return is left to the page.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[Option], value: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[0])
        self._rows: dict[str, _PickRow] = {}
        for option in options:
            row = _PickRow(option, name)
            row.clicked.connect(lambda _on=False, of=option.value: self._on_clicked(of))
            row.stepped.connect(self._on_stepped)
            column.addWidget(row)
            self._rows[option.value] = row
        self._value = ""
        self.set_value(value)

    def value(self) -> str:
        """Return what is chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without saying so; an unknown value chooses the first."""
        self._value = value if value in self._rows else next(iter(self._rows))
        for name, row in self._rows.items():
            row.setChecked(name == self._value)
            row.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if name == self._value else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._rows[self._value])

    def row(self, value: str) -> QRadioButton:
        """Return the button of a value."""
        return self._rows[value]

    def _on_clicked(self, value: str) -> None:
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.chosen.emit(value)

    def _on_stepped(self, step: int) -> None:
        names = list(self._rows)
        there = names[min(max(names.index(self._value) + step, 0), len(names) - 1)]
        self._on_clicked(there)
        self._rows[there].setFocus(Qt.FocusReason.TabFocusReason)


class _PickRow(QRadioButton):
    """One option: a ring that is filled when it is chosen, its words, its sentence, its figure."""

    stepped = Signal(int)

    def __init__(self, option: Option, group: str) -> None:
        super().__init__()
        self.setAutoExclusive(
            True
        )  # else it would be announced as a check box; the list moves the choice itself
        self.setProperty(RING_RADIUS, tokens.RADIUS_BUTTON)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{option.words}, {option.aside}" if option.aside else option.words)
        self.setAccessibleDescription(option.hint or group)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lay_out(option)

    def _lay_out(self, option: Option) -> None:
        size = theme().size
        row = QHBoxLayout(self)
        row.setContentsMargins(size(_PAD_X + _DOT + 10), size(_PAD_Y), size(_PAD_X), size(_PAD_Y))
        row.setSpacing(size(tokens.SPACE[3]))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.words = TextBlock(option.words, "interface", selectable=False)
        words.addWidget(self.words)
        if option.hint:
            words.addWidget(TextBlock(option.hint, "meta", "ink2", selectable=False))
        row.addLayout(words, 1)
        if option.aside:
            aside = TextBlock(option.aside, "meta", "ink2", selectable=False)
            aside.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            row.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def hitButton(self, _point: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return layout.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.stepped.emit(step)
            else:
                event.ignore()  # Qt would move the choice without a word to the list
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().size(_DOT)
        top = theme().size(_PAD_Y) + round((theme().line_height("interface") - side) / 2)
        ring = mirrored(self, QRectF(theme().size(_PAD_X), top, side, side))
        inset = theme().size(_INSET)
        on, over = self.isChecked(), self.underMouse()
        with painting(self) as painter:
            if on or over:
                fill = theme().colour("accent_soft") if on else None
                line = theme().colour("hair") if over and not on else None
                draw_box(painter, QRectF(self.rect()), tokens.RADIUS_BUTTON, fill=fill, border=line)
            line = theme().colour("accent" if on else "line")
            draw_box(painter, ring, side / 2, fill=theme().colour("sheet"), border=line, width=1.5)
            if on:
                dot = ring.adjusted(inset, inset, -inset, -inset)
                draw_box(painter, dot, dot.width() / 2, fill=theme().colour("accent"))

"""A sentence of a passage that can be chosen: its place in the margin, its words, and what became of it."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.widgets.kinds.choice_row import RowState
from app.gui.widgets.kinds.marked_box import Outcome, OutcomeLine
from app.gui.widgets.paint import draw_box, draw_centred, mirrored, painting, text_width
from app.gui.widgets.text import TextBlock

_PAD_X, _PAD_Y, _GAP, _BETWEEN = 10, 7, 10, 4
_PLATE, _PLATE_PAD = 20, 6
_LEAST_WORDS, _COLUMN, _NARROWEST = 210, 536, 88  # with less room beside the place, words go below it
_ROLE, _PLATE_ROLE = "source_card", "keycap"
_LAID_AGAIN = (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
_BOX = {  # state: fill, border, plate
    "correct": ("right_soft", "right", "right"),
    "wrong": ("wrong_soft", "wrong", "wrong"),
    "missed": ("right_soft", "right", "right"),
    "overlooked": ("", "right", ""),
}
_GLYPH = {"correct": "correct", "wrong": "wrong", "missed": "correct", "overlooked": "correct"}


class SentenceRow(QRadioButton):
    """One sentence, announced as a radio button. Only Space, a click or its figure chooses it."""

    def __init__(self, place: str, words: str, where: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.state: RowState = "open"
        self._where, self._mark_said = where, ""
        self._locked = self._quiet = False
        self._heights: dict[int, int] = {}
        self._revision = -1
        self.words = TextBlock(words, _ROLE, "ink", self, selectable=False)
        self.mark: OutcomeLine | None = None
        self.reason = TextBlock("", "note", "ink", self, selectable=False)
        self.reason.hide()
        self.setAutoExclusive(True)  # else it would be announced as a check box
        self.setProperty(RING_RADIUS, tokens.RADIUS_CHOICE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(words)
        self.lock(False)

    def set_words(self, words: str) -> None:
        """Show the sentence in other words."""
        self.words.set_text(words)
        self.setAccessibleName(f"{self.place}. {words}")
        self._lay_again()

    def set_role(self, role: str) -> None:
        """Show the words in another role of the reading type."""
        self.words.set_role(role)
        self._lay_again()

    def show_state(self, state: RowState, mark: str = "", reason: str = "") -> None:
        """Show what became of the sentence (`mark`) and why (`reason`)."""
        self.state, self._mark_said = state, mark
        if self.mark is not None:
            self.mark.hide()
            self.mark.deleteLater()
            self.mark = None
        if mark:
            self.mark = OutcomeLine(Outcome(_GLYPH[state], mark), self)
            self.mark.show()
        self.reason.set_text(reason)
        self.reason.setVisible(bool(reason))
        said = (self._where, mark, reason)
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in said if part))
        self._colour_words()
        self._lay_again()
        self.update()

    def mark_words(self) -> str:
        """Return what is said to have become of the sentence."""
        return self._mark_said

    def lock(self, locked: bool, *, quiet: bool = False) -> None:
        """Keep the sentence as it is; `quiet` shows that none is asked for."""
        self._locked, self._quiet = locked, quiet
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.PointingHandCursor)
        self._colour_words()
        self.update()

    def nextCheckState(self) -> None:
        if not self._locked:
            self.setChecked(True)

    def hitButton(self, _point: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()  # an arrow key of Qt's own would choose as it moves

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    # --- Measures ---

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._revision != theme().revision:
            self._revision = theme().revision
            self._heights.clear()
        if width not in self._heights:
            self._heights[width] = self._arrange(width, move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = theme().size(_COLUMN)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(_NARROWEST), theme().size(_PLATE + 2 * _PAD_Y))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() in _LAID_AGAIN:
            self._lay_again()
        return super().event(event)

    def _lay_again(self) -> None:
        before = self._heights.get(self.width())
        self._heights.clear()
        self._arrange(self.width(), move=True)
        if before != self.heightForWidth(self.width()):
            self.updateGeometry()

    def _arrange(self, width: int, *, move: bool) -> int:
        left, top, room = self._words_spot(width)
        y = top
        for part in (self.words, self.mark, self.reason):
            if part is None or part.isHidden():
                continue
            height = part.heightForWidth(room)
            if move:
                spot = QRect(left, y, room, height)
                part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))
            y += height + theme().size(_BETWEEN)
        return y - theme().size(_BETWEEN) + theme().size(_PAD_Y)

    def _words_spot(self, width: int) -> tuple[int, int, int]:
        """Return where the words begin, and their width; where it is narrow they go below the place."""
        plate, pad = self._plate(width), min(theme().size(_PAD_X), width // 14)
        left = plate.right() + 1 + theme().size(_GAP)
        if width - left - pad < theme().size(_LEAST_WORDS):
            return pad, plate.bottom() + 1 + theme().size(_BETWEEN), max(1, width - 2 * pad)
        return left, theme().size(_PAD_Y), width - left - pad

    def _plate(self, width: int) -> QRect:
        """Return where the place stands: in a column as wide as the widest usual one."""
        size, pad = theme().size, min(theme().size(_PAD_X), width // 14)
        widest = max(text_width(_PLATE_ROLE, self.place), text_width(_PLATE_ROLE, "7.10"))
        top = size(_PAD_Y) + max(0, theme().line_height(self.words.role) - size(_PLATE)) // 2
        return QRect(pad, top, widest + 2 * size(_PLATE_PAD), size(_PLATE))

    # --- Drawing ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, border, width = "", "", 1.0
        if self.state in _BOX:
            fill, border, _ = _BOX[self.state]
            width = tokens.VERDICT_LINE
        elif self.state == "open" and self.isChecked() and not self._quiet:
            fill, border, width = "accent_soft", "accent", tokens.CHOSEN_LINE
        elif self.underMouse() and not self._locked:
            border = "line"
        with painting(self) as painter:
            if border:
                ground = theme().colour(fill) if fill else None
                line = theme().colour(border)
                draw_box(
                    painter, QRectF(self.rect()), tokens.RADIUS_CHOICE, fill=ground, border=line, width=width
                )
            self._draw_plate(painter)

    def _draw_plate(self, painter: QPainter) -> None:
        spot = mirrored(self, self._plate(self.width()))
        solid = _BOX[self.state][2] if self.state in _BOX else ""
        text = "sheet"
        if self.state == "open" and self.isChecked() and not self._quiet:
            solid, text = "accent", "on_accent"
        if solid:
            draw_box(painter, spot, tokens.RADIUS_KEY, fill=theme().colour(solid))
        else:
            faded = self.state == "faded" or self._quiet
            line, text = ("hair", "ink3") if faded else ("line", "ink2")
            draw_box(painter, spot, tokens.RADIUS_KEY, border=theme().colour(line))
        draw_centred(painter, spot, _PLATE_ROLE, theme().colour(text), self.place)

    def _colour_words(self) -> None:
        self.words.set_colour("ink2" if self.state == "faded" or self._quiet else "ink")

"""What stands in a gap: a small chooser before checking, and the words given and right after it.

Each tells the room it takes with `size_within(width)`, and sets its words on the same baseline as the text around it.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING, RING_RADIUS
from app.gui.theme.icons import draw_icon
from app.gui.widgets.glyphs import draw_glyph
from app.gui.widgets.kinds.chooser import Chooser
from app.gui.widgets.kinds.marked_box import SURFACE
from app.gui.widgets.kinds.part_words import PartState
from app.gui.widgets.paint import baseline, draw_box, draw_text, mirrored, painting, text_width
from app.gui.widgets.text_lines import TextLines, lay_out

ROLE = "reader"
PITCH, HEIGHT = 40, 32
"""From one line of the text to the next, and the height of what stands in a gap."""
_PAD, _CHEVRON, _GLYPH, _NUMBER_GAP = 10, 12, 15, 6
_CHOOSE = "choose"


class GapChooser(Chooser):
    """A gap with choices: as wide as its longest choice, so that choosing moves nothing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setProperty(RING_RADIUS, tokens.RADIUS_BUTTON)

    def size_within(self, width: int) -> QSize:
        """Return the room it takes on a line; words that are wider than the line wrap."""
        words = [one.words for one in self.offered()] + [_CHOOSE]
        wide = min(max(_natural(one) for one in words) + self._around(), width)
        tallest = max(_lines(self, one, wide - self._around()).height for one in words)
        return QSize(wide, max(tallest + self._padding(), theme().size(HEIGHT)))

    def sizeHint(self) -> QSize:
        return self.size_within(theme().size(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(HEIGHT), theme().size(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        taken, side = self.taken(), theme().size(_CHEVRON)
        with painting(self) as painter:
            fill, border = theme().colour("sheet"), theme().colour("line")
            draw_box(painter, QRectF(self.rect()), tokens.RADIUS_BUTTON, fill=fill, border=border)
            top = (theme().size(HEIGHT) - side) // 2
            spot = QRectF(self.width() - theme().size(_PAD) - side, top, side, side)
            draw_icon(painter, mirrored(self, spot), "chevron-down", theme().colour("ink2"))
            room = self.width() - self._around()
            lines = _lines(self, taken.words if taken else _CHOOSE, room)
            area = QRectF(theme().size(_PAD), self._padding() / 2, room, lines.height)
            painter.translate(mirrored(self, area).topLeft())
            lines.draw(painter, theme().colour("ink" if taken else "ink3"))

    def _around(self) -> int:
        return 2 * theme().size(_PAD) + theme().size(_CHEVRON) + theme().size(8)

    def _padding(self) -> int:
        return theme().size(HEIGHT) - theme().line_height(ROLE)


class GapMark(QLabel):
    """Words in a gap after checking, in the colour and with the shape of what became of them."""

    def __init__(
        self, words: str, state: PartState, glyph: str, *, number: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._state, self._glyph, self._number = state, glyph, number
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty(RING_RADIUS, tokens.RADIUS_BUTTON)
        if number:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        else:
            self.setProperty(NO_RING, True)

    @property
    def state(self) -> PartState:
        return self._state

    def size_within(self, width: int) -> QSize:
        """Return the room it takes on a line; words that are wider than the line wrap."""
        wide = min(_natural(self.text()) + self._start() + theme().size(_PAD), width)
        lines = _lines(self, self.text(), self._room(wide))
        return QSize(wide, max(lines.height + self._padding(), theme().size(HEIGHT)))

    def sizeHint(self) -> QSize:
        return self.size_within(theme().size(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(HEIGHT), theme().size(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, border, _badge = SURFACE[self._state]
        line = "line" if self._state == "blank" else border
        with painting(self) as painter:
            ground = theme().colour(fill) if fill else None
            draw_box(
                painter, QRectF(self.rect()), tokens.RADIUS_BUTTON, fill=ground, border=theme().colour(line)
            )
            x = theme().size(_PAD)
            if self._number:
                wide = text_width("small_medium", self._number)
                area = mirrored(self, QRect(x, 0, wide, self.height()))
                y = self._padding() / 2 + baseline(ROLE, 0)
                draw_text(painter, area.left(), y, "small_medium", theme().colour("ink2"), self._number)
                x += wide + theme().size(_NUMBER_GAP)
            side = theme().size(_GLYPH)
            spot = QRect(x, (theme().size(HEIGHT) - side) // 2 + theme().size(1), side, side)
            draw_glyph(painter, mirrored(self, spot), self._glyph)
            room = self._room(self.width())
            lines = _lines(self, self.text(), room)
            area = mirrored(self, QRectF(self._start(), self._padding() / 2, room, lines.height))
            painter.translate(area.topLeft())
            lines.draw(painter, theme().colour("ink2" if self._state == "blank" else "ink"))

    def _start(self) -> int:
        number = text_width("small_medium", self._number) + theme().size(_NUMBER_GAP) if self._number else 0
        return theme().size(_PAD) + number + theme().size(_GLYPH) + theme().size(_NUMBER_GAP)

    def _room(self, width: int) -> int:
        return max(1, width - self._start() - theme().size(_PAD))

    def _padding(self) -> int:
        return theme().size(HEIGHT) - theme().line_height(ROLE)


def _lines(widget: QWidget, text: str, width: int) -> TextLines:
    return lay_out(text, ROLE, (), max(1, width), rightwards=widget.isRightToLeft())


def _natural(text: str) -> int:
    """Return the width at which a text surely needs no second line: measures and lines round differently."""
    return text_width(ROLE, text) + 2

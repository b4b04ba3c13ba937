"""Drawing the cells of a row: from the leading edge, mirrored where the row runs right to left."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.gui.theme import theme, tokens
from app.gui.theme.icons import draw_icon
from app.gui.widgets.bars import draw_bar
from app.gui.widgets.glyphs import draw_glyph
from app.gui.widgets.paint import draw_hairline, draw_text, elided, text_width
from app.gui.widgets.text_lines import TextLines


class RowCanvas:
    """A row to draw on. Places count in pixels from its leading top corner."""

    def __init__(self, painter: QPainter, rect: QRectF, direction: Qt.LayoutDirection) -> None:
        self.painter, self.rect = painter, rect
        self.direction = direction
        self.cut: list[str] = []
        """The words that had to be shortened, in full."""
        self._mirrored = direction == Qt.LayoutDirection.RightToLeft

    @property
    def width(self) -> float:
        return self.rect.width()

    def spot(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return where a box of the row lies."""
        left = self.rect.right() - x - width if self._mirrored else self.rect.left() + x
        return QRectF(round(left), round(self.rect.top() + y), width, height)

    def text(self, x: float, base: float, width: float, words: str, role: str, colour: str) -> None:
        """Draw one line on a baseline, shortened to a width: cells of one row share their baseline."""
        shown = elided(role, words, width)
        if shown != words:
            self.cut.append(words)
        place = self.spot(x, base, text_width(role, shown), 1)
        draw_text(self.painter, place.left(), place.top(), role, theme().colour(colour), shown)

    def lines(self, x: float, y: float, width: float, lines: TextLines, colour: str) -> None:
        """Draw text that was laid out at the width of its cell."""
        place = self.spot(x, y, width, lines.height)
        self.painter.save()
        self.painter.translate(QPointF(place.left(), place.top()))
        lines.draw(self.painter, theme().colour(colour))
        self.painter.restore()

    def glyph(self, x: float, y: float, side: float, name: str) -> None:
        """Draw a state's shape."""
        draw_glyph(self.painter, self.spot(x, y, side, side), name)

    def bar(self, x: float, y: float, width: float, share: float, colour: str = "accent") -> None:
        """Draw a bar whose middle lies at a height."""
        place = self.spot(x, round(y - tokens.BAR / 2), width, tokens.BAR)
        draw_bar(self.painter, place, share, colour, from_right=self._mirrored)

    def chevron(self, y: float, *, active: bool) -> None:
        """Draw the arrow at the end of a row that opens something, its middle at a height."""
        side = theme().size(16)
        place = self.spot(self.width - side, round(y - side / 2), side, side)
        colour = theme().colour("accent" if active else "ink2")
        draw_icon(self.painter, place, "chevron-right", colour, from_right=self._mirrored)

    def hairline(self, y: float, colour: str = "hair") -> None:
        """Draw a hairline across the row."""
        top = round(self.rect.top() + y)
        draw_hairline(self.painter, self.rect.left(), self.rect.right(), top, theme().colour(colour))

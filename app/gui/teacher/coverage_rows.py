"""How a sentence is drawn in the table of what questions ask about: place, level, how many questions, and which."""

from PySide6.QtCore import Qt

from app.domain.coverage import CoveredSentence
from app.gui.theme import theme
from app.gui.widgets.heat_strip import draw_level
from app.gui.widgets.paint import baseline
from app.gui.widgets.row_canvas import RowCanvas
from app.words.counts import counted
from app.words.coverage import COVERED

_PADDING, _PLACE, _LEVEL, _COUNT, _CHEVRON = 8, 64, 132, 120, 28
_WIDE_FROM = 640


class CoveragePainter:
    """Draws a sentence in a line; the questions by name where there is room for them."""

    uniform = True

    def height(self, _row: CoveredSentence, _width: int, _direction: Qt.LayoutDirection) -> int:
        return theme().line_height("meta") + 2 * theme().size(_PADDING)

    def spoken(self, row: CoveredSentence) -> str:
        return f"Sentence {row.at}, {COVERED[row.level]}, {counted(row.count, 'question')}{_left_out(row)}."

    def draw(self, canvas: RowCanvas, row: CoveredSentence, *, active: bool) -> None:
        size, top = theme().size, theme().size(_PADDING)
        base = baseline("meta", top)
        level = COVERED[row.level]
        canvas.text(0, base, size(_PLACE), str(row.at), "meta_strong", "ink")
        swatch = canvas.spot(size(_PLACE), top + theme().line_height("meta") / 2 - size(4), size(10), size(8))
        draw_level(canvas.painter, swatch, row.level)
        words = f"{level[:1].upper()}{level[1:]}"
        canvas.text(size(_PLACE + 18), base, size(_LEVEL - 18), words, "meta", "ink")
        x = size(_PLACE + _LEVEL)
        canvas.text(x, base, size(_COUNT), counted(row.count, "question"), "meta", "ink")
        if canvas.width >= size(_WIDE_FROM):
            x += size(_COUNT)
            names = f"{', '.join(row.questions)}{_left_out(row)}"
            canvas.text(x, base, canvas.width - x - size(_CHEVRON), names, "meta", "ink2")
        canvas.chevron(top + theme().line_height("meta") / 2, active=active)


def _left_out(row: CoveredSentence) -> str:
    """Say which statements of a sentence no question cites."""
    if not row.questions or not row.left_out:
        return ""
    return f"; not asked: {', '.join(row.left_out)}"

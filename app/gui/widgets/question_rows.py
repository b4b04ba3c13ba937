"""How a question of a finished attempt is drawn in a list: what became of it, its stem, its topic, its score."""

from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt

from app.gui.theme import theme
from app.gui.widgets.glyphs import GLYPHS
from app.gui.widgets.paint import baseline
from app.gui.widgets.row_canvas import RowCanvas
from app.gui.widgets.text_lines import TextLines

_PADDING, _GAP, _CHEVRON = 10, 16, 28
_NUMBER, _VERDICT, _TOPIC, _SCORE, _STEM = 28, 124, 180, 84, 260
_SIDE = 14


class Row(Protocol):
    """A question in words; `state` names its glyph."""

    @property
    def position(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def word(self) -> str: ...
    @property
    def stem(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def score(self) -> str: ...
    @property
    def spoken(self) -> str: ...


class _Places(NamedTuple):
    """Where the stem lies in a row, at 100 %: beside the verdict where the row is wide, else below it."""

    stem_x: float
    stem_width: float
    wide: bool


class QuestionPainter:
    """Draws a question: columns where the width holds them, else its verdict over its stem."""

    uniform = False

    def __init__(self) -> None:
        self._laid: dict[tuple[str, str, int, int, Qt.LayoutDirection], TextLines] = {}

    def height(self, row: Row, width: int, direction: Qt.LayoutDirection) -> int:
        places = _places(width / theme().text_scale)
        stem = self._stem(row, places, direction).height
        if places.wide:
            topic = self._topic(row, direction).height
            return max(stem, topic) + 2 * theme().size(_PADDING)
        below = self._below(row, width, direction)
        return (
            theme().line_height("meta") + theme().size(4) + stem + below.height + 2 * theme().size(_PADDING)
        )

    def spoken(self, row: Row) -> str:
        return row.spoken

    def draw(self, canvas: RowCanvas, row: Row, *, active: bool) -> None:
        places = _places(canvas.width / theme().text_scale)
        top = theme().size(_PADDING)
        stem = self._stem(row, places, canvas.direction)
        if places.wide:
            base = top + stem.baseline_of(0)
            self._draw_verdict(canvas, row, base)
            canvas.lines(theme().size(places.stem_x), top, theme().size(places.stem_width), stem, "ink")
            self._draw_ends(canvas, row, top, base)
        else:
            base = baseline("meta", top)
            self._draw_verdict(canvas, row, base)
            after = theme().size(_NUMBER + _VERDICT)
            canvas.text(after, base, canvas.width - after - theme().size(_CHEVRON), row.score, "meta", "ink")
            below = top + theme().line_height("meta") + theme().size(4)
            canvas.lines(0, below, theme().size(places.stem_width), stem, "ink")
            topic = self._below(row, int(canvas.width), canvas.direction)
            room = canvas.width - theme().size(_CHEVRON)
            canvas.lines(0, below + stem.height, room, topic, "ink2")
        canvas.chevron(top + theme().line_height("meta") / 2, active=active)

    def _draw_verdict(self, canvas: RowCanvas, row: Row, base: float) -> None:
        canvas.text(0, base, theme().size(_NUMBER), str(row.position), "meta", "ink2")
        x, side = theme().size(_NUMBER), theme().size(_SIDE)
        canvas.glyph(x, base - side + theme().size(2), side, row.state)
        words_x = x + side + theme().size(6)
        room = theme().size(_NUMBER + _VERDICT) - words_x
        canvas.text(words_x, base, room, row.word, "meta_medium", GLYPHS[row.state][1])

    def _draw_ends(self, canvas: RowCanvas, row: Row, top: float, base: float) -> None:
        score_x = canvas.width - theme().size(_CHEVRON + _SCORE)
        topic_x = score_x - theme().size(_TOPIC)
        topic = self._topic(row, canvas.direction)
        width = theme().size(_TOPIC - _GAP)
        canvas.lines(topic_x, base - topic.baseline_of(0), width, topic, "ink2")
        canvas.text(score_x, base, theme().size(_SCORE), row.score, "meta", "ink")

    def _stem(self, row: Row, places: _Places, direction: Qt.LayoutDirection) -> TextLines:
        return self._lines(row.stem, "table_row", theme().size(places.stem_width), direction)

    def _topic(self, row: Row, direction: Qt.LayoutDirection) -> TextLines:
        return self._lines(row.topic, "small", theme().size(_TOPIC - _GAP), direction)

    def _below(self, row: Row, width: int, direction: Qt.LayoutDirection) -> TextLines:
        """Return the topic as it stands under the stem."""
        return self._lines(row.topic, "small", width - theme().size(_CHEVRON), direction)

    def _lines(self, text: str, role: str, width: int, direction: Qt.LayoutDirection) -> TextLines:
        key = (text, role, width, theme().revision, direction)
        if key not in self._laid:
            if len(self._laid) > 2000:  # widths that are gone
                self._laid.clear()
            leading = Qt.AlignmentFlag.AlignLeft
            self._laid[key] = TextLines(text, role, (), width, alignment=leading, direction=direction)
        return self._laid[key]


def _places(width: float) -> _Places:
    stem = width - _NUMBER - _VERDICT - _TOPIC - _SCORE - _CHEVRON - _GAP
    if stem >= _STEM:
        return _Places(_NUMBER + _VERDICT, stem, wide=True)
    return _Places(0.0, max(1.0, width - _CHEVRON), wide=False)

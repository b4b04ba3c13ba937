"""The table of attempts: when, who, which set, how it went. One row opens one attempt.

Where the width does not hold the columns, each attempt stands in three lines instead.
"""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.attempt_columns import CHEVRON, GAP, Columns, columns_for
from app.gui.widgets.paint import baseline, painting, text_width
from app.gui.widgets.row_canvas import RowCanvas
from app.gui.widgets.row_list import BLEED, RowList

__all__ = ["BLEED", "AttemptLine", "AttemptTable"]

_HEADS = {
    "when": "When",
    "who": "Student",
    "title": "Set",
    "kind": "Kind",
    "score": "Score",
    "marks": "Correct, partly, not quite",
    "time": "Time",
}
_TIME = "Time: the minutes at the questions, with the window in front"
_ROW, _LINE, _PADDING = 42, 24, 10
_HEAD = 32
_SIDE, _MARK = 14, 50


class AttemptLine(NamedTuple):
    """An attempt in words. `share` (0 to 1) is None where there is no score; `spoken` is the whole line."""

    attempt: Any
    when: str
    who: str
    title: str
    kind: Literal["practice", "exam"]
    kind_word: str
    score: str
    share: float | None
    counts: tuple[int, int, int]
    time: str
    spoken: str


class AttemptTable(QWidget):
    """Shows attempts; `opened(attempt)` is emitted for a click on a row and for Enter.

    The ground of a row reaches `BLEED` pixels beyond its text: leave that much room at both sides.
    """

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, who: bool = False) -> None:
        super().__init__(parent)
        self.heads = _Heads(self, who=who)
        self.list = RowList(name, _AttemptPainter(who=who), self)
        self.list.opened.connect(lambda line: self.opened.emit(line.attempt))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.heads)
        self._column.addWidget(self.list)
        self.setFocusProxy(self.list)
        theme().changed.connect(self._show_heads)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_lines(self, lines: Sequence[AttemptLine]) -> None:
        """Show other attempts, keeping the keyboard at the one it was at if it is still there."""
        current = self.list.current_row()
        self.list.set_rows(lines)
        if current is not None:
            self.go_to(current.attempt)

    def lines(self) -> tuple[AttemptLine, ...]:
        """Give the attempts as they are shown."""
        return self.list.rows()

    def go_to(self, attempt: object) -> None:
        """Put the keyboard at an attempt, without opening it."""
        for number, line in enumerate(self.list.rows()):
            if line.attempt == attempt:
                self.list.go_to(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_heads()

    def _show_heads(self) -> None:
        """Show the names of columns where there are columns."""
        has_columns = self.heads.columns(self.width()) is not None
        self.heads.setVisible(has_columns)
        self._column.setContentsMargins(0, 0 if has_columns else tokens.SPACE[2], 0, 0)


class _AttemptPainter:
    """Draws an attempt in one line, or in three where the width is small."""

    uniform = True

    def __init__(self, *, who: bool) -> None:
        self._who = who

    def height(self, _row: AttemptLine, width: int, _direction: Qt.LayoutDirection) -> int:
        if self._columns(width) is not None:
            return theme().size(_ROW)
        return theme().size(3 * _LINE + 2 * _PADDING)

    def spoken(self, row: AttemptLine) -> str:
        return row.spoken

    def draw(self, canvas: RowCanvas, row: AttemptLine, *, active: bool) -> None:
        columns = self._columns(int(canvas.width))
        if columns is None:
            self._draw_lines(canvas, row, active=active)
        else:
            self._draw_cells(canvas, row, columns, active=active)

    def _columns(self, width: int) -> Columns | None:
        return columns_for(width / theme().text_scale, who=self._who)

    def _draw_cells(self, canvas: RowCanvas, row: AttemptLine, columns: Columns, *, active: bool) -> None:
        start = {name: float(theme().size(x)) for name, x in columns.starts.items()}
        middle = theme().size(_ROW) / 2
        _words(canvas, start["when"], middle, columns.when - GAP, row.when, "meta", "ink2")
        if self._who:
            _words(canvas, start["who"], middle, columns.who - GAP, row.who, "meta", "ink")
        _words(canvas, start["title"], middle, columns.title - GAP, row.title, "table_row", "ink")
        _draw_kind(canvas, start["kind"], middle, columns.kind - GAP, row)
        _draw_score(canvas, start["score"], middle, columns, row)
        _draw_counts(canvas, start["marks"], middle, row.counts)
        _words(canvas, start["time"], middle, columns.time - GAP, row.time, "meta", "ink2")
        canvas.chevron(middle, active=active)

    def _draw_lines(self, canvas: RowCanvas, row: AttemptLine, *, active: bool) -> None:
        room = canvas.width / theme().text_scale - CHEVRON
        first, second, third = (theme().size(_PADDING + _LINE * (n + 0.5)) for n in range(3))
        _words(canvas, 0, first, room, row.title, "table_row", "ink")
        _words(canvas, 0, second, 100, row.score, *_score_look(row))
        after = text_width("meta_strong", row.score) + theme().size(16)
        _draw_counts(canvas, max(float(theme().size(56)), after), second, row.counts)
        _draw_kind(canvas, 0, third, 90, row)
        details = "  \u00b7  ".join(
            part for part in (row.when, row.who if self._who else "", row.time) if part
        )
        at = theme().size(_SIDE + 6) + text_width("meta", row.kind_word) + theme().size(GAP)
        _words(canvas, at, third, room - at / theme().text_scale, details, "meta", "ink2")
        canvas.chevron(first, active=active)


class _Heads(QWidget):
    """The names of the columns, over a line; nothing where rows stand in lines."""

    def __init__(self, parent: QWidget, *, who: bool) -> None:
        super().__init__(parent)
        self._who = who
        self.setToolTip(_TIME)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def columns(self, width: int) -> Columns | None:
        """Return the columns of a table of this width."""
        return columns_for((width - 2 * BLEED) / theme().text_scale, who=self._who)

    def sizeHint(self) -> QSize:
        return QSize(theme().size(320), theme().size(_HEAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(120), theme().size(_HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        inside = QRectF(self.rect()).adjusted(BLEED, 0, -BLEED, 0)
        columns = self.columns(self.width())
        with painting(self) as painter:
            canvas = RowCanvas(painter, inside, self.layoutDirection())
            canvas.hairline(self.height() - 1, "line")
            for name, x in columns.starts.items() if columns is not None else ():
                width = getattr(columns, name)
                if width:
                    middle = self.height() / 2
                    _words(canvas, theme().size(x), middle, width - 4, _HEADS[name], "small", "ink2")


def _words(
    canvas: RowCanvas, x: float, middle: float, width: float, words: str, role: str, colour: str
) -> None:
    lead = "small" if role == "small" else "meta"  # serif and sans of a row stand on one line
    base = baseline(lead, middle - theme().line_height(lead) / 2)
    canvas.text(x, base, theme().size(width), words, role, colour)


def _draw_kind(canvas: RowCanvas, x: float, middle: float, width: float, row: AttemptLine) -> None:
    side = theme().size(_SIDE)
    canvas.glyph(x - theme().size(2), middle - side / 2, side, row.kind)
    after = theme().size(_SIDE + 4)
    _words(canvas, x + after, middle, width - _SIDE - 6, row.kind_word, "meta", "ink")


def _draw_score(canvas: RowCanvas, x: float, middle: float, columns: Columns, row: AttemptLine) -> None:
    if row.share is None:
        _words(canvas, x, middle, columns.score - GAP, row.score, "meta", "ink2")
        return
    _words(canvas, x, middle, columns.score - columns.bar, row.score, "meta_strong", "ink")
    canvas.bar(x + theme().size(48), middle, theme().size(columns.bar), row.share)


def _score_look(row: AttemptLine) -> tuple[str, str]:
    return ("meta_strong", "ink") if row.share is not None else ("meta", "ink2")


def _draw_counts(canvas: RowCanvas, x: float, middle: float, counts: tuple[int, int, int]) -> None:
    side = theme().size(_SIDE)
    for name, count in zip(("correct", "partly", "wrong"), counts, strict=True):
        canvas.glyph(x, middle - side / 2, side, name)
        _words(canvas, x + side + theme().size(5), middle, 30, str(count), "meta", "ink" if count else "ink2")
        x += theme().size(_MARK)

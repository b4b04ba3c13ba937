"""Lines of text placed on the line height of their role: what `TextBlock` draws and measures.

Offsets count UTF-16 units, as Qt does; `qt_offset` turns Python's offsets into them.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from app.gui.theme import theme
from app.gui.widgets.direction import visual_side

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

UNBOUNDED = 1_000_000.0
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_AS_WRITTEN = Qt.LayoutDirection.LeftToRight
LINE_BREAK = "\u2028"
_NARROWEST = 0.2
"""Of the line height: words of letters are on average twice as wide."""


class Span(NamedTuple):
    """A part of a text that looks different: offsets as in the Python string, end not included."""

    start: int
    end: int
    role: str = ""
    colour: str = ""
    highlight: bool = False
    strike: bool = False
    link: str = ""


class TextLines:
    """One text laid out at one width. It never changes: several widgets may draw the same one."""

    def __init__(
        self,
        text: str,
        role: str,
        spans: tuple[Span, ...],
        width: float,
        *,
        alignment: Qt.AlignmentFlag,
        direction: Qt.LayoutDirection,
    ) -> None:
        self.text = text
        self.line_height = theme().line_height(role)
        self._shift = _first_baseline(role, self.line_height)
        self._layout = QTextLayout(text.replace("\n", LINE_BREAK), theme().font(role))
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_option(visual_side(direction, alignment)))
        if spans:
            self._layout.setFormats([_format_range(text, span) for span in spans if span.end > span.start])
        self._place(max(1.0, width))

    def _place(self, width: float) -> None:
        self._layout.beginLayout()
        count = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * self.line_height + self._shift - line.ascent()))
            count += 1
        self._layout.endLayout()
        self.count = max(1, count)

    @property
    def height(self) -> int:
        return self.count * self.line_height

    @cached_property
    def natural_width(self) -> float:
        """The widest line as it is used, trailing spaces left out."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(i).naturalTextWidth() for i in lines), default=0.0)

    def draw(self, painter: QPainter, colour: QColor, selection: tuple[int, int] | None = None) -> None:
        """Draw the text, and what is selected of it (offsets of Qt)."""
        painter.setPen(colour)
        chosen = []
        if selection and selection[0] != selection[1]:
            from PySide6.QtGui import QTextCharFormat

            form = QTextCharFormat()
            form.setBackground(theme().colour("accent_soft"))
            chosen.append(_range(min(selection), abs(selection[1] - selection[0]), form))
        self._layout.draw(painter, QPointF(0, 0), chosen)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Give the rectangles of a part of the text, one a line, each as high as the line."""
        first, last = qt_offset(self.text, start), qt_offset(self.text, end)
        found = []
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            if begin >= stop:
                continue
            edges = sorted((_x(line.cursorToX(begin)), _x(line.cursorToX(stop))))
            right = min(edges[1], line.x() + line.naturalTextRect().right())
            top = float(index * self.line_height)
            found.append(QRectF(edges[0], top, max(0.0, right - edges[0]), self.line_height))
        return found

    def offset_at(self, point: QPointF) -> int:
        """Give Qt's offset nearest to a point."""
        index = min(max(int(point.y() // self.line_height), 0), self.count - 1)
        if index >= self._layout.lineCount():
            return 0
        return int(self._layout.lineAt(index).xToCursor(point.x()))

    def baseline_of(self, index: int) -> float:
        """Give the baseline of a line, counted from 0."""
        return index * self.line_height + self._shift


_kept: dict[tuple[object, ...], TextLines] = {}
_KEPT = 400


def lay_out(
    text: str,
    role: str,
    spans: tuple[Span, ...] = (),
    width: float = UNBOUNDED,
    *,
    rightwards: bool = False,
) -> TextLines:
    """Lay a text out at a width, or return what was laid out before: a page measures its texts again and again.

    `rightwards` sets the lines at the right. A text that fits on its lines as they were written lies the same at every
    width from there on.
    """
    if not rightwards and width < UNBOUNDED and not is_surely_wider(text, role, width):
        whole = lay_out(text, role, spans)
        if whole.natural_width + 1 <= width:
            return whole
    key = (text, role, spans, width, rightwards, theme().revision)
    lines = _kept.get(key)
    if lines is None:
        if len(_kept) >= _KEPT:
            for old in list(_kept)[: _KEPT // 4]:  # the oldest: what is on the page stays
                del _kept[old]
        side = _RIGHT if rightwards else _LEFT
        lines = _kept[key] = TextLines(text, role, spans, width, alignment=side, direction=_AS_WRITTEN)
    return lines


def is_surely_wider(text: str, role: str, width: float) -> bool:
    """Tell without laying it out whether a text in one line is wider than this: no words are as narrow as that."""
    return "\n" not in text and len(text) * theme().line_height(role) * _NARROWEST > width


def qt_offset(text: str, offset: int) -> int:
    """Turn an offset of a Python string into one in UTF-16 units."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def cut_qt(text: str, first: int, last: int) -> str:
    """Cut a text at two offsets in UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * first : 2 * last].decode("utf-16-le", "replace")


def _first_baseline(role: str, line_height: int) -> int:
    metrics = theme().metrics(role)
    return round((line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())


@cache
def _option(side: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option


def _x(answer: object) -> float:
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def _format_range(text: str, span: Span) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextCharFormat  # its names are many: not before the first paint

    form = QTextCharFormat()
    if span.role:
        font = QFont(theme().font(span.role))
        form.setFont(font)
    if span.strike:
        form.setFontStrikeOut(True)
    name = span.colour or ("accent" if span.link else "ink" if span.highlight else "")
    if name:
        form.setForeground(theme().colour(name))
    start = qt_offset(text, span.start)
    return _range(start, qt_offset(text, span.end) - start, form)


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made

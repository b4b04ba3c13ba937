"""The table of a file's questions: number, line, kind, question, state, what to know.

Where the width does not hold the columns, each question stands in three lines instead. Only rows on the screen are
drawn, so that five thousand stay fast.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.gui.teacher.preview_values import STATE_WORDS, PreviewLine, spoken
from app.gui.theme import theme, tokens
from app.gui.widgets.paint import baseline, draw_box, elided, painting, text_width
from app.gui.widgets.row_canvas import RowCanvas
from app.gui.widgets.row_list import BLEED, RowList

_HEADS = {
    "place": "No.",
    "line": "Line",
    "kind": "Kind",
    "question": "Question",
    "state": "State",
    "know": "What to know",
}
_ROW, _HEAD, _GAP = 60, 32, 12
_KNOW_LINES = 3
_LOW_ROW = 76
_SIDE = 14
_BAR = 3
_LEAST_QUESTION = 200
_COLOURS = {"new": "accent", "changed": "ink", "same": "ink2", "problem": "wrong"}


class Columns(NamedTuple):
    """The width of each column at 100 % text."""

    place: float = 40
    line: float = 52
    kind: float = 140
    question: float = 0
    state: float = 98
    know: float = 196

    @property
    def starts(self) -> dict[str, float]:
        """Return where each column begins."""
        found, x = {}, 0.0
        for name, width in zip(self._fields, self, strict=True):
            found[name] = x
            x += width
        return found


def columns_for(width: float) -> Columns | None:
    """Divide a width; None where a row needs several lines."""
    spare = width - sum(Columns())
    if spare < _LEAST_QUESTION:
        return None
    know = Columns().know + max(0.0, spare - 300) / 3
    return Columns(question=width - sum(Columns()) - (know - Columns().know), know=know)


class PreviewTable(QWidget):
    """Shows rows; `moved(line or None)` says which one is current, `opened(line)` that it was pressed.

    Enter is left to the page: there it imports. The ground of a row reaches `BLEED` pixels beyond its text.
    """

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads = _Heads(self)
        self.list = _PreviewList(self)
        self.list.moved.connect(self.moved)
        self.list.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._show_heads)

    def set_lines(self, lines: Sequence[PreviewLine]) -> None:
        """Show other rows; the current one stays current, else the first becomes it."""
        current = self.list.current_row()
        self.list.set_rows(lines)
        places = [line.place for line in lines]
        at = places.index(current.place) if current is not None and current.place in places else 0
        self.list.go_to(at)
        if not lines:
            self.moved.emit(None)

    def lines(self) -> tuple[PreviewLine, ...]:
        """Give the rows as they are shown."""
        return self.list.rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_heads()

    def _show_heads(self) -> None:
        self.heads.setVisible(self.heads.columns() is not None)


class _PreviewList(RowList):
    """The rows; the current one is marked whether or not the keyboard is here."""

    moved = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self._drawn = _PreviewPainter()
        super().__init__("Questions of the file", self._drawn, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        line = self.rows()[current.row()] if current.isValid() else None
        self._drawn.current = line.place if line is not None else 0
        for index in (previous, current):
            if index.isValid():
                self.update(index)
        if line is not None:
            self.moved.emit(line)


class _PreviewPainter:
    """Draws a row in columns, or in three lines where the width is small."""

    uniform = True

    def __init__(self) -> None:
        self.current = 0

    def height(self, _row: PreviewLine, width: int, _direction: Qt.LayoutDirection) -> int:
        return theme().size(_ROW if columns_for(width / theme().text_scale) else _LOW_ROW)

    def spoken(self, row: PreviewLine) -> str:
        return spoken(row)

    def draw(self, canvas: RowCanvas, row: PreviewLine, *, active: bool) -> None:
        if (
            row.place == self.current and not active
        ):  # the list itself marks where the mouse or the keyboard is
            _draw_ground(canvas)
        columns = columns_for(canvas.width / theme().text_scale)
        if columns is None:
            _draw_lines(canvas, row)
        else:
            _draw_cells(canvas, row, columns)


class _Heads(QWidget):
    """The names of the columns; nothing where rows stand in lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def columns(self) -> Columns | None:
        """Return the columns of the table."""
        parent = self.parentWidget()
        return columns_for(((parent or self).width() - 2 * BLEED) / theme().text_scale)

    def sizeHint(self) -> QSize:
        return QSize(theme().size(320), theme().size(_HEAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(120), theme().size(_HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        columns = self.columns()
        inside = QRectF(self.rect()).adjusted(BLEED, 0, -BLEED, 0)
        with painting(self) as painter:
            canvas = RowCanvas(painter, inside, self.layoutDirection())
            base = baseline("small", (self.height() - theme().line_height("small")) / 2)
            for name, x in columns.starts.items() if columns is not None else ():
                width = theme().size(getattr(columns, name) - 4)
                canvas.text(theme().size(x), base, width, _HEADS[name], "small", "ink2")


def some_lines(role: str, words: str, width: float, most: int = 2) -> list[str]:
    """Divide words into so many lines at most; what does not fit is left out behind an ellipsis."""
    layout = QTextLayout(words, theme().font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units, at, lines = words.encode("utf-16-le", "surrogatepass"), 0, list[str]()
    layout.beginLayout()
    while len(lines) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        end = at + 2 * line.textLength()
        lines.append(units[at:end].decode("utf-16-le", "replace").rstrip())
        at = end
    layout.endLayout()
    rest = units[at:].decode("utf-16-le", "replace").strip()
    return [*lines, elided(role, rest, width)] if rest else lines or [""]


def _lines_on(canvas: RowCanvas, role: str, words: str, width: float, most: int = 2) -> list[str]:
    """Divide words for a row, which remembers them in full where something was left out."""
    lines = some_lines(role, words, width, most)
    if lines[-1] != words[-len(lines[-1]) :]:
        canvas.cut.append(words)
    return lines


def _draw_ground(canvas: RowCanvas) -> None:
    ground = canvas.spot(-BLEED, 0, canvas.width + 2 * BLEED, canvas.rect.height() - 1)
    draw_box(canvas.painter, ground, tokens.RADIUS_BUTTON, fill=theme().colour("accent_soft"))
    bar = canvas.spot(-BLEED, 0, _BAR, canvas.rect.height() - 1)
    canvas.painter.fillRect(bar, theme().colour("accent"))


def _draw_cells(canvas: RowCanvas, row: PreviewLine, columns: Columns) -> None:
    start = {name: float(theme().size(x)) for name, x in columns.starts.items()}
    middle = theme().size(_ROW) / 2
    wrong = row.state == "problem"
    _one(canvas, start["place"], middle, columns.place - 4, str(row.place), "meta", "ink2")
    look = ("meta_strong", "wrong") if wrong else ("meta", "ink2")
    _one(canvas, start["line"], middle, columns.line - 4, str(row.line), *look)
    _one(canvas, start["kind"], middle, columns.kind - _GAP, row.kind, "meta", "ink2")
    _several(canvas, start["question"], middle, columns.question - _GAP, row.question, "table_row", "ink")
    _draw_state(canvas, start["state"], middle, columns.state - _GAP, row)
    look = ("small", "ink" if wrong else "ink2")
    _several(canvas, start["know"], middle, columns.know, row.know, *look, most=_KNOW_LINES)


def _draw_lines(canvas: RowCanvas, row: PreviewLine) -> None:
    indent = float(theme().size(Columns().place))
    room = (canvas.width - indent) / theme().text_scale
    line = theme().line_height("table_row")
    words = _lines_on(canvas, "table_row", row.question, room * theme().text_scale)
    top = (theme().size(_LOW_ROW) - line * (len(words) + 1)) / 2
    _one(canvas, 0, top + line / 2, Columns().place - 4, str(row.place), "meta", "ink2")
    for number, part in enumerate(words):
        _one(canvas, indent, top + line * (number + 0.5), room, part, "table_row", "ink")
    middle = top + line * (len(words) + 0.5) + theme().size(2)
    _draw_state(canvas, indent, middle, room, row)
    after = indent + theme().size(_SIDE + 6 + _GAP) + text_width("meta_strong", STATE_WORDS[row.state])
    details = "  \u00b7  ".join(part for part in (f"line {row.line}", row.kind, row.know) if part)
    _one(canvas, after, middle, (canvas.width - after) / theme().text_scale, details, "small", "ink2")


def _draw_state(canvas: RowCanvas, x: float, middle: float, width: float, row: PreviewLine) -> None:
    side = theme().size(_SIDE)
    canvas.glyph(x, middle - side / 2, side, row.state)
    role = "meta" if row.state == "same" else "meta_strong"
    after = theme().size(_SIDE + 6)
    _one(canvas, x + after, middle, width - _SIDE - 6, STATE_WORDS[row.state], role, _COLOURS[row.state])


def _one(
    canvas: RowCanvas, x: float, middle: float, width: float, words: str, role: str, colour: str
) -> None:
    lead = "small" if role == "small" else "meta"  # serif and sans of a row stand on one line
    base = baseline(lead, middle - theme().line_height(lead) / 2)
    canvas.text(x, base, theme().size(max(1.0, width)), words, role, colour)


def _several(
    canvas: RowCanvas,
    x: float,
    middle: float,
    width: float,
    words: str,
    role: str,
    colour: str,
    *,
    most: int = 2,
) -> None:
    lines = _lines_on(canvas, role, words, theme().size(width), most) if words else []
    step = theme().line_height(role)
    for number, line in enumerate(lines):
        at = middle + step * (number - (len(lines) - 1) / 2)
        _one(canvas, x, at, width, line, role, colour)

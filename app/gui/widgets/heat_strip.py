"""A slim strip with a cell for each sentence of a text: how often it is asked about, and which part is in view."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from app.domain.coverage import Covered
from app.domain.source import Locator
from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.paint import baseline, draw_box, draw_text, painting, text_width
from app.gui.widgets.speech import announce, tell_new_name
from app.words.counts import counted
from app.words.coverage import ASKED

NAME: Final = "Questions by sentence"
_NUMBERS, _CELL, _WIDER, _BRACKET = 16, 10, 3, 6
_GAP, _BETWEEN, _HIGHEST = 1.0, 6.0, 14.0
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class HeatCell(NamedTuple):
    """A sentence: how many questions ask about it, and whether that is none, some or many."""

    at: Locator
    questions: int
    level: Covered

    @property
    def words(self) -> str:
        """Return what the cell says: "3.2, asked often, 7 questions"."""
        asked = f", {counted(self.questions, 'question')}" if self.questions else ""
        return f"{self.at}, {ASKED[self.level]}{asked}"


def place_cells(
    cells: Sequence[HeatCell], height: float, between: float = _BETWEEN
) -> list[tuple[float, float]]:
    """Return where each cell begins and how high it is: even heights, a gap between paragraphs."""
    breaks = [0, *(one.at.paragraph != other.at.paragraph for one, other in pairwise(cells))]
    between = min(between, height / (4 * max(1, sum(breaks))))
    each = min(_HIGHEST, (height - between * sum(breaks)) / max(1, len(cells)))
    gap = _GAP if each > 3 else 0.0
    placed, top = [], 0.0
    for new in breaks[: len(cells)]:
        top += between if new else 0.0
        placed.append((top, each - gap))
        top += each
    return placed


def draw_level(painter: QPainter, box: QRectF, level: Covered) -> None:
    """Draw a cell: an empty one for never, a filled one for tested, a darker and wider one for many."""
    fill = {"never": "sheet", "tested": "series", "over_tested": "accent"}[level]
    wide = box.adjusted(-theme().size(_WIDER), 0, 0, 0) if level == "over_tested" else box
    border = theme().colour("hair") if level == "never" else None
    draw_box(painter, wide, 1, fill=theme().colour(fill), border=border)


class HeatStrip(QAbstractButton):
    """`chosen(Locator)` asks for a sentence: a click, or Enter at the cell that the arrow keys came to.

    It is a button to a screen reader, named after the cell that the keys are at.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[HeatCell, ...] = ()
        self._view: tuple[Locator, Locator] | None = None
        self._at = 0
        self._by_key = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(NO_RING, True)  # the cell that the keys are at is framed instead
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription("Arrow keys move from sentence to sentence, Enter goes there.")
        theme().changed.connect(self.updateGeometry)

    @property
    def cells(self) -> tuple[HeatCell, ...]:
        """Return what is shown."""
        return self._cells

    @property
    def view(self) -> tuple[Locator, Locator] | None:
        """Return the first and last sentence in view."""
        return self._view

    def set_cells(self, cells: Sequence[HeatCell]) -> None:
        """Show other sentences."""
        self._cells, self._at, self._view = tuple(cells), 0, None
        self._name()
        self.update()

    def set_view(self, first: Locator, last: Locator) -> None:
        """Mark the part of the text that is in view; keys go on from its beginning."""
        if (first, last) == self._view:
            return
        self._view = (first, last)
        if not self._by_key:
            self._at = next((i for i, cell in enumerate(self._cells) if cell.at >= first), 0)
            self._name()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size(_NUMBERS + _WIDER + _CELL + _BRACKET + 2), theme().size(120))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), theme().size(60))

    def box(self, index: int) -> QRectF:
        """Return where a cell lies."""
        top, height = self._placed()[index]
        return self._turned(QRectF(theme().size(_NUMBERS + _WIDER), top, theme().size(_CELL), height))

    # --- What a person does ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._at = index
            self._name()
            self.chosen.emit(self._cells[index].at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._cells:
            super().keyPressEvent(event)
            return
        last = len(self._cells) - 1
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._move(min(max(self._at + _STEPS[Qt.Key(event.key())], 0), last))
            case Qt.Key.Key_Home:
                self._move(0)
            case Qt.Key.Key_End:
                self._move(last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.chosen.emit(self._cells[self._at].at)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._by_key = False
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self._cells[index].words if index is not None else "", self)
            return True
        return super().event(event)

    def _move(self, index: int) -> None:
        self._at, self._by_key = index, True
        self._name()
        self.update()
        announce(self, self._cells[index].words)

    def _name(self) -> None:
        here = f": {self._cells[self._at].words}" if self._cells else ""
        self.setAccessibleName(f"{NAME}{here}")
        tell_new_name(self)

    # --- Where things lie ---

    def _placed(self) -> list[tuple[float, float]]:
        """Return the cells' tops and heights, from a line's height below the top edge."""
        inset = theme().size(4)
        room = max(1.0, self.height() - 2 * inset)
        return [(top + inset, height) for top, height in place_cells(self._cells, room, theme().size(6))]

    def _index_at(self, y: float) -> int | None:
        """Return the cell at a height, or the one nearest to it."""
        placed = self._placed()
        if not placed or not placed[0][0] - 4 <= y <= sum(placed[-1]) + 4:
            return None
        return min(range(len(placed)), key=lambda index: abs(placed[index][0] + placed[index][1] / 2 - y))

    def _turned(self, box: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right())
        return box

    # --- Painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            for index, cell in enumerate(self._cells):
                draw_level(painter, self.box(index), cell.level)
            self._draw_numbers(painter)
            self._draw_view(painter)
            if self.hasFocus() and self._cells:
                around = self.box(self._at).adjusted(-5, -2, 3, 2)
                draw_box(painter, around, 2, border=theme().colour("accent"), width=tokens.FOCUS_LINE)

    def _draw_numbers(self, painter: QPainter) -> None:
        """Write the paragraphs' numbers beside their first cells, where there is room for them."""
        line, free = theme().line_height("small"), float("-inf")
        here = self._view[0].paragraph if self._view else 0
        begun = groupby(range(len(self._cells)), key=lambda index: self._cells[index].at.paragraph)
        for paragraph, indices in begun:
            box, words = self.box(next(indices)), str(paragraph)
            top = min(box.center().y() - line / 2, self.height() - line)
            top = max(0.0, top)
            if top < free:
                continue
            free = top + line
            area = self._turned(QRectF(0, top, theme().size(_NUMBERS - 2), line))
            colour = theme().colour("accent" if paragraph == here else "ink3")
            left = area.right() - text_width("small", words)
            draw_text(painter, left, baseline("small", top), "small", colour, words)

    def _draw_view(self, painter: QPainter) -> None:
        """Draw a bracket along the sentences in view."""
        shown = [
            i
            for i, cell in enumerate(self._cells)
            if self._view and self._view[0] <= cell.at <= self._view[1]
        ]
        if not shown:
            return
        first, last = self.box(shown[0]), self.box(shown[-1])
        step = theme().size(_BRACKET - 2)
        mirror = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        edge = (first.left() if mirror < 0 else first.right()) + 2 * mirror
        far = round(edge + step * mirror) + 0.5
        top, low = round(first.top()) + 0.5, round(last.bottom()) - 0.5
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("ink2"), tokens.VERDICT_LINE))
        painter.drawPolyline([QPointF(edge, top), QPointF(far, top), QPointF(far, low), QPointF(edge, low)])

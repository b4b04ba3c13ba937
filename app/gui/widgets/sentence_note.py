"""The note to one sentence: a line for each statement; opened, also what the editors say and which works."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui.theme import theme
from app.gui.widgets.glyphs import GLYPHS, draw_glyph
from app.gui.widgets.paint import baseline, draw_text, elided, mirrored, painting, text_width
from app.gui.widgets.reader_sentences import Entry, Sentence
from app.gui.widgets.text import TextBlock

_HEAD, _PLACE = "small_medium", "small"
_RULE, _INDENT, _GLYPH = 2, 14, 14


class _Row(NamedTuple):
    """An entry as it lies: from its head line to the end of its texts."""

    entry: Entry
    top: int
    bottom: int


class SentenceNote(QWidget):
    """A note in the margin or under its sentence; a click on it emits `pressed`."""

    pressed = Signal()

    def __init__(self, sentence: Sentence, parent: QWidget, *, opened: bool = False) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self._opened = opened
        self._current = False
        self._rows: list[_Row] = []
        self._blocks: list[list[TextBlock]] = []
        self._asked: TextBlock | None = None
        self.setAccessibleName(f"Note to {sentence.at}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if opened:
            self._make_blocks()

    @property
    def opened(self) -> bool:
        return self._opened

    def set_opened(self, opened: bool) -> None:
        """Open the note, or fold it to its heads; it has to be placed again then."""
        if opened == self._opened:
            return
        self._opened = opened
        if opened:
            self._make_blocks()
        else:
            self._drop_blocks()

    def set_current(self, current: bool) -> None:
        """Draw the note as the one the reader is at."""
        if current != self._current:
            self._current = current
            self.update()

    def place(self, width: int) -> int:
        """Lay the note out at a width and return its height."""
        self._rows = []
        top = 0
        indent = theme().size(_INDENT)
        for number, entry in enumerate(self.sentence.entries):
            top += theme().size(10) if number and self._opened else 0
            begin = top
            top += theme().line_height(_HEAD) + theme().size(2)
            for block in self._blocks[number] if self._opened else ():
                height = block.heightForWidth(max(1, width - indent))
                self._put(block, QRect(indent, top, width - indent, height), width)
                top += height + theme().size(2)
            self._rows.append(_Row(entry, begin, top))
        if self._opened and self._asked is not None:
            height = self._asked.heightForWidth(max(1, width - indent))
            top += theme().size(4) if self._rows else 0
            self._put(self._asked, QRect(indent, top, width - indent, height), width)
            top += height
            if self._rows:
                self._rows[-1] = self._rows[-1]._replace(bottom=top)
        return top

    def head_middle(self) -> float:
        """Return the height of the first line's middle, where a leader line ends."""
        return theme().line_height(_HEAD) / 2

    def leader_colour(self) -> str:
        """Return the token in which the note's dot is drawn."""
        return GLYPHS[self.sentence.entries[0].mark][1] if self.sentence.entries else "ink2"

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            for row in self._rows:
                self._draw_row(painter, row)

    def _draw_row(self, painter: QPainter, row: _Row) -> None:
        colour = theme().colour(GLYPHS[row.entry.mark][1])
        thick = _RULE + 1 if self._current else _RULE
        painter.fillRect(mirrored(self, QRectF(0, row.top, thick, row.bottom - row.top)), colour)
        indent, side = theme().size(_INDENT), theme().size(_GLYPH)
        line = theme().line_height(_HEAD)
        spot = QRectF(indent, row.top + (line - side) // 2, side, side)
        draw_glyph(painter, mirrored(self, spot), row.entry.mark)
        start = indent + side + theme().size(6)
        place_width = text_width(_PLACE, row.entry.place)
        room = self.width() - start - place_width - theme().size(12)
        words = elided(_HEAD, row.entry.word, room)
        box = mirrored(self, QRectF(start, row.top, text_width(_HEAD, words), line))
        draw_text(painter, box.left(), baseline(_HEAD, row.top), _HEAD, colour, words)
        right = mirrored(self, QRectF(self.width() - place_width, row.top, place_width, line))
        ink = theme().colour("ink2")
        draw_text(painter, right.left(), baseline(_PLACE, row.top), _PLACE, ink, row.entry.place)

    def _make_blocks(self) -> None:
        for entry in self.sentence.entries:
            texts = (
                (entry.who, "small", "ink2"),
                (entry.note, "note", "ink"),
                (entry.works, "small", "ink2"),
            )
            blocks = [TextBlock(text, role, colour, self) for text, role, colour in texts if text]
            self._blocks.append(blocks)
        if self.sentence.asked:
            self._asked = TextBlock(self.sentence.asked, "small", "ink2", self)
        for block in self._children():
            block.show()

    def _drop_blocks(self) -> None:
        for block in self._children():
            block.hide()
            block.deleteLater()
        self._blocks, self._asked = [], None

    def _children(self) -> list[TextBlock]:
        found = [block for blocks in self._blocks for block in blocks]
        return [*found, self._asked] if self._asked is not None else found

    def _put(self, block: TextBlock, rect: QRect, width: int) -> None:
        whole = QRect(0, 0, width, rect.bottom() + 1)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(whole.width() - rect.right() - 1)
        block.setGeometry(rect)

"""The open page: the sheet with the text, and beside it, or under each sentence, the notes."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.source import Locator
from app.gui.theme import theme
from app.gui.widgets.margin_notes import Lane, MarginNotes
from app.gui.widgets.paint import draw_box, painting
from app.gui.widgets.reader_sentences import Sentence
from app.gui.widgets.reader_text import ReaderText

_MARGIN_FROM = 860
_TEXT, _SHEET_LEFT, _SHEET_RIGHT, _SHEET_TOP = 604, 16, 28, 26
_LANE, _NOTES, _WIDEST_NOTES = 34, 250, 330


class _Measures:
    """How a width is shared out, at the text size of now."""

    def __init__(self, width: int) -> None:
        size = theme().size
        narrow = width < size(560)
        self.inline = width < size(_MARGIN_FROM)
        self.left = size(8 if narrow else _SHEET_LEFT)
        self.right = size(12 if narrow else _SHEET_RIGHT)
        most = size(_TEXT) + self.left + self.right
        if self.inline:
            self.sheet, self.notes = min(width, most), 0
        else:
            room = width - size(_LANE)
            self.sheet = min(most, max(room - size(_NOTES), round(room * 0.6)))
            self.notes = min(size(_WIDEST_NOTES), room - self.sheet)
        self.text = self.sheet - self.left - self.right
        dots = self.sheet - self.right + size(12)
        self.lane = Lane(dots, self.sheet - size(6), self.sheet + size(_LANE))


class ReaderSpread(QWidget):
    """Shows sentences with their notes. `moved(Locator)` says that another sentence is the current one.

    Below a certain width notes stand under their sentence, where they are open. Open are those of `kept` sentences
    (the cited ones), that of the current sentence, and what a person opened besides.
    """

    moved = Signal(object)
    placed = Signal()
    """The text was laid out anew: places on the page may be others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ReaderText(self)
        self._notes = MarginNotes(self, self.choose)
        self._places: list[Locator] = []
        self._kept: frozenset[Locator] = frozenset()
        self._opened: frozenset[Locator] = frozenset()
        self._current: Locator | None = None
        self._measures = _Measures(self.width())
        self.text.chosen.connect(self.choose)
        self.text.reached.connect(self._on_reached)
        theme().changed.connect(self._on_theme)

    @property
    def current(self) -> Locator | None:
        return self._current

    @property
    def inline(self) -> bool:
        """Tell whether notes stand under their sentence."""
        return self._measures.inline

    def set_sentences(self, sentences: Sequence[Sentence], at: Locator | None = None) -> None:
        """Show other sentences, and the reader at one of them; notes of cited ones stay open."""
        self._places = [sentence.at for sentence in sentences]
        self._kept = frozenset(
            one.at for one in sentences if one.cited or (one.entries[:1] and one.entries[0].mark == "problem")
        )
        self._current = at if at in self._places else None
        self._opened = self._kept | ({self._current} if self._current is not None else set())
        self._notes.set_sentences(sentences)
        self._notes.set_current(self._current)
        self.text.set_sentences(sentences, inline=self.inline, opened=self._opened)
        self.text.set_current(self._current)
        self.lay_out()

    def choose(self, at: Locator) -> None:
        """Go to a sentence; where the reader is there already, open or close its note."""
        if at != self._current:
            self.go_to(at)
        else:
            self.set_opened(self._opened ^ {at})

    def go_to(self, at: Locator) -> None:
        """Make a sentence the current one and open its note, closing the one before it."""
        self._current = at
        self.text.set_current(at)
        self._notes.set_current(at)
        self.set_opened(self._kept | {at})
        self.moved.emit(at)

    def step(self, by: int) -> bool:
        """Go some sentences on or back; False at the ends."""
        here = self._places.index(self._current) if self._current in self._places else -1 if by > 0 else 0
        there = here + by
        if not 0 <= there < len(self._places):
            return False
        self.go_to(self._places[there])
        return True

    def set_opened(self, opened: frozenset[Locator]) -> None:
        """Say whose notes are open."""
        self._opened = opened
        focused = self.text.has_focus()
        self.text.set_notes(inline=self.inline, opened=opened)
        self.lay_out()
        if focused:
            self.text.focus_current()

    def is_open(self, at: Locator) -> bool:
        """Tell whether the note of a sentence is open."""
        return at in self._opened

    def set_pattern(self, pattern: re.Pattern[str] | None) -> None:
        """Mark the words searched for, or none."""
        self.text.set_pattern(pattern)

    def area(self, at: Locator) -> QRect:
        """Return where a sentence and its note lie."""
        box = self.text.area(at).translated(self.text.pos().toPointF()).toAlignedRect()
        return box.united(self._notes.area(at))

    def sentence_area(self, at: Locator) -> QRect:
        """Return where a sentence lies."""
        return self.text.area(at).translated(self.text.pos().toPointF()).toAlignedRect()

    def paragraph_at(self, y: int) -> int:
        """Return the paragraph that stands at a height of the page."""
        return self.text.paragraph_at(y - self.text.y())

    def sentence_at(self, y: int) -> Locator | None:
        """Return the first sentence that begins below a height of the page."""
        below = (at for at in self._places if self.sentence_area(at).top() >= y)
        return next(below, self._places[-1] if self._places else None)

    def lay_out(self) -> None:
        """Lay text and notes out at the width of now."""
        found = _Measures(self.width())
        if found.inline != self._measures.inline:
            self.text.set_notes(inline=found.inline, opened=self._opened)
        self._measures = found
        top = theme().size(_SHEET_TOP)
        height = self.text.place(found.text)
        self.text.setGeometry(self._turned(QRect(found.left, top, found.text, height)))
        self._sheet_bottom = top + height + top
        low = self._sheet_bottom
        if found.inline:
            self._notes.hide()
        else:
            low = max(low, self._notes.place(self._line_of, found.lane, found.notes, self._opened) + 4)
        self.setFixedHeight(low)
        self.update()
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        found = self._measures
        with painting(self) as painter:
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            sheet = QRectF(0, 0, found.sheet, self._sheet_bottom)
            draw_box(painter, sheet, 2, fill=theme().colour("sheet"), border=theme().colour("hair"))
            if not found.inline:
                self._notes.draw(painter, found.lane)

    def _line_of(self, at: Locator) -> float:
        return self.text.y() + self.text.first_line(at)

    def _turned(self, rect: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(self.width() - rect.right() - 1)
        return rect

    def _on_reached(self, at: Locator) -> None:
        if at != self._current:
            self.go_to(at)

    def _on_theme(self) -> None:
        self.lay_out()

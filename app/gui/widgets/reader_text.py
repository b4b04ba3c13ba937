"""The text of a source as it is read: paragraphs of sentences, with what is marked drawn beneath them."""

import re
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.source import Locator
from app.gui.theme import theme
from app.gui.widgets import reader_marks
from app.gui.widgets.paint import mirrored, painting
from app.gui.widgets.reader_chunk import Chunk
from app.gui.widgets.reader_sentences import Sentence
from app.gui.widgets.sentence_note import SentenceNote
from app.gui.widgets.text import TextBlock

_GUTTER, _RIGHT, _BETWEEN, _AROUND = 40, 6, 26, 12
_NUMBER = "meta_strong"


class _Paragraph:
    """A paragraph: its number in the margin and its parts from top to bottom."""

    def __init__(self, number: int, sentences: list[Sentence], parent: QWidget) -> None:
        self.sentences = sentences
        self.number = TextBlock(str(number), _NUMBER, "ink2", parent, selectable=False)
        self.number.show()
        self.parts: list[Chunk | SentenceNote | TextBlock] = []


class ReaderText(QWidget):
    """Shows sentences; `chosen(Locator)` says whose number (or note, under its sentence) was clicked.

    `inline` notes stand under their sentence, where they are opened; else they are the margin's affair.
    """

    chosen = Signal(object)
    reached = Signal(object)
    """The keyboard focus came to the sentence at this Locator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paragraphs: list[_Paragraph] = []
        self._chunks: dict[Locator, Chunk] = {}
        self._sentences: dict[Locator, Sentence] = {}
        self._opened: frozenset[Locator] = frozenset()
        self._inline = False
        self._current: Locator | None = None
        self._pattern: re.Pattern[str] | None = None
        self._placed: tuple[int, int] | None = None
        self._height = 0

    # --- What is shown ---

    def set_sentences(
        self, sentences: Sequence[Sentence], *, inline: bool, opened: frozenset[Locator]
    ) -> None:
        """Show other sentences."""
        for old in self._paragraphs:
            self._take_apart(old)
            old.number.hide()
            old.number.deleteLater()
        self._inline, self._opened = inline, opened
        self._current, self._chunks = None, {}
        self._sentences = {sentence.at: sentence for sentence in sentences}
        self._paragraphs = []
        for number, group in groupby(sentences, key=lambda one: one.at.paragraph):
            paragraph = _Paragraph(number, list(group), self)
            self._paragraphs.append(paragraph)
            self._build(paragraph)
        self._placed = None
        self.set_current(None)

    def set_notes(self, *, inline: bool, opened: frozenset[Locator]) -> None:
        """Say where notes stand and which are open; the text has to be placed again if it was changed by this."""
        turned = inline != self._inline
        changed = opened ^ self._opened if inline else frozenset()
        self._inline, self._opened = inline, opened
        for paragraph in self._paragraphs:
            if turned or any(sentence.at in changed for sentence in paragraph.sentences):
                self._take_apart(paragraph)
                self._build(paragraph)
                self._placed = None

    def set_current(self, at: Locator | None) -> None:
        """Mark a sentence as the one the reader is at."""
        self._let_tab_reach(self._current, reached=False)
        self._current = at
        self._let_tab_reach(at, reached=True)
        self.update()

    def set_pattern(self, pattern: re.Pattern[str] | None) -> None:
        """Mark the words searched for, or none."""
        self._pattern = pattern
        self.update()

    def focus_current(self) -> bool:
        """Move the keyboard focus to the current sentence, which is then read aloud."""
        if self._current not in self._chunks:
            return False
        self._chunks[self._current].spots[self._current].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def has_focus(self) -> bool:
        """Tell whether a sentence has the keyboard focus."""
        return any(spot.hasFocus() for chunk in self._chunks.values() for spot in chunk.spots.values())

    # --- Measures ---

    def place(self, width: int) -> int:
        """Lay the text out at a width and return its height; done again only where something changed."""
        if self._placed != (width, theme().revision):
            self._placed = (width, theme().revision)
            top = 0
            for index, paragraph in enumerate(self._paragraphs):
                top += theme().size(_BETWEEN) if index else 0
                top = self._place_paragraph(paragraph, top, width)
            self._height = top
        return self._height

    def area(self, at: Locator) -> QRectF:
        """Return the box around a sentence."""
        box = QRectF()
        for rect in self._chunks[at].areas(at, number=True) if at in self._chunks else ():
            box = box.united(rect)
        return box

    def paragraph_at(self, y: int) -> int:
        """Return the number of the paragraph that stands at a height."""
        begun = [one for one in self._paragraphs if one.number.y() <= max(y, self._paragraphs[0].number.y())]
        return begun[-1].sentences[0].at.paragraph if begun else 0

    def first_line(self, at: Locator) -> float:
        """Return the middle of the first line of a sentence."""
        return self._chunks[at].first_line(at)

    # --- Building and placing ---

    def _build(self, paragraph: _Paragraph) -> None:
        held: list[Sentence] = []
        for sentence in paragraph.sentences:
            held.append(sentence)
            noted = self._inline and sentence.at in self._opened and sentence.entries
            if noted or sentence.ends:
                self._add_chunk(paragraph, held)
                held = []
            if noted:
                paragraph.parts.append(self._make_note(sentence))
            if sentence.ends:
                ends = TextBlock(f"[\u2026] {sentence.ends}", "meta", "ink2", self)
                ends.show()
                paragraph.parts.append(ends)
        if held:
            self._add_chunk(paragraph, held)

    def _add_chunk(self, paragraph: _Paragraph, sentences: list[Sentence]) -> None:
        chunk = Chunk(sentences, self, self._on_focus, inline=self._inline)
        chunk.block.link_activated.connect(lambda link: self.chosen.emit(Locator.parse(link)))
        paragraph.parts.append(chunk)
        self._chunks.update(dict.fromkeys(chunk.spots, chunk))
        if self._current in chunk.spots:
            self._let_tab_reach(self._current, reached=True)

    def _let_tab_reach(self, at: Locator | None, *, reached: bool) -> None:
        """Let Tab stop at one sentence: the current one, else the first."""
        place = at if at is not None else next(iter(self._chunks), None)
        if place in self._chunks:
            self._chunks[place].spots[place].set_reached(reached=reached)

    def _on_focus(self, at: Locator, gained: bool) -> None:
        self.update()
        if gained:
            self.reached.emit(at)

    def _make_note(self, sentence: Sentence) -> SentenceNote:
        note = SentenceNote(sentence, self, opened=True)
        note.pressed.connect(lambda at=sentence.at: self.chosen.emit(at))
        note.show()
        return note

    def _take_apart(self, paragraph: _Paragraph) -> None:
        for part in paragraph.parts:
            if isinstance(part, Chunk):
                part.discard()
            else:
                part.hide()
                part.deleteLater()
        paragraph.parts = []

    def _place_paragraph(self, paragraph: _Paragraph, top: int, width: int) -> int:
        gutter = theme().size(_GUTTER)
        column = max(1, width - gutter - theme().size(_RIGHT))
        drop = (theme().line_height("reader") - theme().line_height(_NUMBER)) // 2
        number = QRect(0, top + drop, gutter - theme().size(4), theme().line_height(_NUMBER))
        paragraph.number.setGeometry(self._turned(number, width))
        for index, part in enumerate(paragraph.parts):
            around = 0 if index == 0 or isinstance(part, Chunk) else theme().size(_AROUND) // 2
            match part:
                case Chunk():
                    height = part.height_for(column)
                    part.place(self._turned(QRect(gutter, top, column, height), width))
                case SentenceNote():
                    height = part.place(column)
                    part.setGeometry(self._turned(QRect(gutter, top + around, column, height), width))
                case _:
                    height = part.heightForWidth(column)
                    part.setGeometry(self._turned(QRect(gutter, top + around, column, height), width))
            top += height + (2 * around if around else 0)
        return top

    def _turned(self, rect: QRect, width: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(width - rect.right() - 1)
        return rect

    # --- Drawing ---

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = QRectF(event.rect())
        with painting(self) as painter:
            for at, chunk in self._chunks.items():
                if not chunk.block.geometry().toRectF().intersects(seen):
                    continue
                words = chunk.areas(at, number=False)
                if self._sentences[at].cited:
                    rule = reader_marks.rule_beside(words, theme().size(_GUTTER - 14))
                    reader_marks.draw_cited(painter, words, mirrored(self, rule))
                elif at == self._current:
                    reader_marks.draw_here(painter, words)
                if at == self._current:
                    focused = chunk.spots[at].hasFocus()
                    reader_marks.draw_number(painter, chunk.number_area(at), focused=focused)
                if self._pattern is not None:
                    reader_marks.draw_hits(painter, chunk.hits(at, self._pattern))

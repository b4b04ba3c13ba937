"""A stretch of a paragraph in the reader: one block of text, and over each sentence a spot to read it at."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.source import Locator
from app.gui.theme.focus import NO_RING
from app.gui.widgets.reader_sentences import Sentence, spoken
from app.gui.widgets.running_text import set_running
from app.gui.widgets.text import TextBlock

OnFocus = Callable[[Locator, bool], None]
"""Told the sentence, and whether it has the keyboard focus now."""


class SentenceSpot(QLabel):
    """Takes the keyboard focus for one sentence, so that a screen reader says it whole. The text is drawn below."""

    def __init__(self, sentence: Sentence, parent: QWidget, on_focus: OnFocus) -> None:
        super().__init__(parent)
        self._at, self._on_focus = sentence.at, on_focus
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty(NO_RING, True)  # the sentence itself is outlined
        self.setAccessibleName(spoken(sentence))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_reached(self, *, reached: bool) -> None:
        """Let the Tab key stop here, or pass by."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_focus(self._at, True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._on_focus(self._at, False)


class Chunk:
    """Sentences of one paragraph that are set in one block."""

    def __init__(
        self, sentences: Sequence[Sentence], parent: QWidget, on_focus: OnFocus, *, inline: bool
    ) -> None:
        self.running = set_running(sentences, inline=inline)
        self.block = TextBlock(self.running.text, "reader", parent=parent)
        self.block.set_spans(self.running.spans)
        self.block.setAccessibleName(f"Paragraph {sentences[0].at.paragraph}")
        self.spots = {one.at: SentenceSpot(one, self.block, on_focus) for one in sentences}
        self.block.resize(1, 1)  # shown without a size it would be measured unbroken, for nothing
        self.block.show()

    def place(self, rect: QRect) -> None:
        """Lay the block out in a rectangle of its parent."""
        self.block.setGeometry(rect)
        for at, spot in self.spots.items():
            stretch = self.running.stretches[at]
            first = self.block.rects(stretch.number, stretch.end)[0]
            spot.setGeometry(first.toAlignedRect())

    def height_for(self, width: int) -> int:
        """Return the height of the block at a width."""
        return self.block.heightForWidth(width)

    def areas(self, at: Locator, *, number: bool) -> list[QRectF]:
        """Return where a sentence lies, in the parent, a rectangle a line; with its number or without."""
        stretch = self.running.stretches[at]
        return self._moved(self.block.rects(stretch.number if number else stretch.start, stretch.end))

    def first_line(self, at: Locator) -> float:
        """Return the middle of the first line of a sentence, in the parent."""
        spot = self.spots[at]
        return self.block.y() + spot.y() + spot.height() / 2

    def number_area(self, at: Locator) -> QRectF:
        """Return where the number of a sentence lies, in the parent."""
        stretch = self.running.stretches[at]
        return self._moved(self.block.rects(stretch.number, stretch.start - 1))[0]

    def hits(self, at: Locator, pattern: re.Pattern[str]) -> list[QRectF]:
        """Return where the words searched for lie in a sentence."""
        stretch = self.running.stretches[at]
        found = pattern.finditer(self.running.text, stretch.start, stretch.end)
        return [area for one in found for area in self._moved(self.block.rects(one.start(), one.end()))]

    def discard(self) -> None:
        """Take the block away."""
        self.block.hide()
        self.block.deleteLater()

    def _moved(self, rects: list[QRectF]) -> list[QRectF]:
        offset = self.block.pos().toPointF()
        return [rect.translated(offset) for rect in rects]

"""Finding words in the text that is shown: which sentences hold them, and the way from one to the next."""

import re
from collections.abc import Callable, Sequence

from app.domain.source import Locator
from app.gui.widgets.find_bar import FindBar
from app.gui.widgets.reader_sentences import Sentence, holds, search_pattern
from app.gui.widgets.reader_spread import ReaderSpread


class Finding:
    """Joins the find bar to the text; `go_to` brings a sentence into view."""

    def __init__(self, bar: FindBar, spread: ReaderSpread, go_to: Callable[[Locator], object]) -> None:
        self._bar, self._spread, self._go_to = bar, spread, go_to
        self._sentences: Sequence[Sentence] = ()
        self._notes = False
        self._pattern: re.Pattern[str] | None = None
        self.hits: list[Locator] = []
        bar.searched.connect(self.search)
        bar.stepped.connect(self.step)

    def set_sentences(self, sentences: Sequence[Sentence], *, notes: bool) -> None:
        """Search other sentences, their notes too if wanted."""
        self._sentences, self._notes = sentences, notes
        self._collect()

    def clear(self) -> None:
        """Forget what was searched for."""
        self._bar.clear()
        self._pattern = None
        self._collect()

    def search(self, query: str) -> None:
        """Mark the words, and go to the first sentence from here on that holds them."""
        self._pattern = search_pattern(query)
        self._collect()
        here = self._spread.current
        if self.hits and here not in self.hits:
            onwards = [at for at in self.hits if here is None or at >= here]
            self._go_to((onwards or self.hits)[0])
        self.show_count()

    def step(self, by: int) -> None:
        """Go to the next sentence that holds the words (or the one before), from the end to the beginning again."""
        if not self.hits:
            return
        here = self._spread.current
        if here in self.hits:
            place = self.hits.index(here) + by
        else:
            before = sum(1 for at in self.hits if here is not None and at < here)
            place = before if by > 0 else before - 1
        self._go_to(self.hits[place % len(self.hits)])

    def show_count(self) -> None:
        """Say which of the sentences found the reader is at."""
        here = self._spread.current
        place = self.hits.index(here) + 1 if here in self.hits else 0
        self._bar.show_count(place, len(self.hits))

    def _collect(self) -> None:
        pattern = self._pattern
        self.hits = [
            one.at
            for one in self._sentences
            if pattern is not None and holds(one, pattern, notes=self._notes)
        ]
        self._spread.set_pattern(pattern)
        self.show_count()

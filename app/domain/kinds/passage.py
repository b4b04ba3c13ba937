"""What some kinds show beside the stem: a passage of our summary, sentence by sentence, without statuses or notes.

A question names places. When it comes into a library their words are written into it, so that a version shows for
ever what it showed first, whatever becomes of the summary.
"""

import msgspec

from app.domain.ids import SourceId
from app.domain.source import Locator


class ShownSentence(msgspec.Struct, frozen=True):
    """A sentence of a passage: its place, and each statement that our summary makes of it."""

    at: Locator
    says: tuple[str, ...]


class Passage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A passage from its first to its last place. `title`, `short` and `sentences` are empty until they are known."""

    source: SourceId
    first: Locator
    last: Locator
    title: str = ""
    short: str = ""
    sentences: tuple[ShownSentence, ...] = ()

    def __str__(self) -> str:
        return f"{self.first} to {self.last}" if self.first != self.last else str(self.first)

    def holds(self, at: Locator) -> bool:
        """Tell whether a place lies in the passage."""
        return self.first <= at <= self.last

    def words_at(self, at: Locator) -> str:
        """Return what the summary says at a place, "" where its words are not known."""
        return " ".join(says for one in self.sentences if one.at == at for says in one.says)

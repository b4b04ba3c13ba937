"""Anchors: the few words of a document that a citation quotes, and where they stand in it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import msgspec

from app.domain.source import Locator, PlaceCitation, Source
from app.sources.originals import Document, read_document
from app.sources.split import normalise

FEWEST_WORDS, MOST_WORDS = 3, 8

Finding = Literal["verified", "missing", "elsewhere", "ambiguous", "not_words"]
"""`verified`: once in the document, there in the stated sentence, on word boundaries. `missing`: nowhere.
`elsewhere`: once, in another sentence or across two. `ambiguous`: more than once. `not_words`: not 3 to 8 words,
or cut inside one.
"""


class Found(msgspec.Struct, frozen=True):
    """Where an anchor stands: the sentence, and the stretch of it from `start` up to `end`."""

    at: Locator
    start: int
    end: int


class Verified(msgspec.Struct, frozen=True):
    """What became of an anchor in a document. `place` is where it stands; None unless it is certain."""

    citation: PlaceCitation
    finding: Finding
    place: Found | None = None
    other: Locator | None = None


def count_words(anchor: str) -> int:
    """Count the words of an anchor, split at white space."""
    return len(normalise(anchor).split())


def find_anchor(document: Document, anchor: str) -> list[Found]:
    """Return every place where the words of an anchor stand on word boundaries inside one sentence."""
    wanted = normalise(anchor)
    if not wanted:
        return []
    pattern = _pattern(wanted)
    return [
        Found(Locator(p, s), found.start(), found.end())
        for p, paragraph in enumerate(document.paragraphs, 1)
        for s, sentence in enumerate(paragraph, 1)
        if wanted in sentence
        for found in pattern.finditer(sentence)
    ]


def verify_anchor(document: Document, citation: PlaceCitation) -> Verified:
    """Look an anchor up. Only where it is verified does the result have a place that may be highlighted."""
    anchor = normalise(citation.anchor)
    if not FEWEST_WORDS <= count_words(anchor) <= MOST_WORDS:
        return Verified(citation, "not_words")
    occurrences = document.text.count(anchor)
    if not occurrences:
        return Verified(citation, "missing")
    here = _pattern(anchor).search(document.sentence(citation.at))
    if here and occurrences == 1:
        return Verified(citation, "verified", Found(citation.at, here.start(), here.end()))
    places = find_anchor(document, anchor)
    if not places:
        return Verified(citation, "elsewhere" if _pattern(anchor).search(document.text) else "not_words")
    if occurrences > 1:
        return Verified(citation, "ambiguous")
    return Verified(citation, "elsewhere", other=places[0].at)


def verify(source: Source, citations: Iterable[PlaceCitation], original_text: bytes) -> list[Verified]:
    """Look up the anchors of all citations of a source in the bytes of a copy of its original."""
    joins = source.original.joins if source.original else ()
    document = read_document(original_text, joins)
    return [
        verify_anchor(document, citation)
        for citation in citations
        if citation.source == source.id and citation.anchor
    ]


@lru_cache(maxsize=4096)
def _pattern(wanted: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")

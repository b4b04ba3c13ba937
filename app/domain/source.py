"""Documents, what they claim, and how a question cites them."""

from typing import Any, Literal, get_args

import msgspec

from app.domain.ids import ReferenceId, SourceId

Status = Literal["established", "oversimplified", "contested", "opinion", "inaccurate"]
"""How sure historians are of a claim, or of the matter that a question asks about."""
Voice = Literal["essay", "scholar", "regime"]
"""Who says it."""
SourceKind = Literal["essay", "notes", "document", "book", "article", "web", "speech", "law"]
Wording = Literal["own", "original"]
Seen = Literal["seen", "identified", "not_checked"]

STATUSES: tuple[Status, ...] = get_args(Status)
VOICES: tuple[Voice, ...] = get_args(Voice)


class Locator(msgspec.Struct, frozen=True, order=True):
    """A place in a document: paragraph and sentence, both from 1."""

    paragraph: int
    sentence: int

    def __str__(self) -> str:
        return f"{self.paragraph}.{self.sentence}"

    @classmethod
    def parse(cls, text: str) -> "Locator":
        """Read `7.10` as paragraph 7, sentence 10; raise ValueError for anything else."""
        paragraph, dot, sentence = text.strip().partition(".")
        if not (
            dot and paragraph.isascii() and paragraph.isdigit() and sentence.isascii() and sentence.isdigit()
        ):
            raise ValueError(text)
        place = cls(int(paragraph), int(sentence))
        if place.paragraph < 1 or place.sentence < 1:
            raise ValueError(text)
        return place


class WorkCitation(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="cites", tag="work"):
    """A scholarly work, with the page where one is known."""

    ref: ReferenceId
    page: str = ""


class PlaceCitation(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="cites", tag="place"):
    """A sentence of a document.

    `anchor` is a phrase of 3 to 8 words of the original, "" where the source has none. `claims` holds the letters of
    the statements that are meant, () for all of the sentence.
    """

    source: SourceId
    at: Locator
    anchor: str = ""
    claims: tuple[str, ...] = ()


Citation = PlaceCitation | WorkCitation


class Claim(msgspec.Struct, frozen=True, omit_defaults=True):
    """One statement of our summary. `letter` is its place among the statements of its sentence (a, b, c)."""

    at: Locator
    letter: str
    says: str
    status: Status = "established"
    voice: Voice = "essay"
    note: str = ""
    cites: tuple[WorkCitation, ...] = ()
    note_cites: tuple[WorkCitation, ...] = ()


class Original(msgspec.Struct, frozen=True):
    """What we know of the document itself, which is not part of the program. `sentences` counts them by paragraph."""

    file: str
    sha256: str
    sentences: tuple[int, ...]
    joins: tuple[str, ...] = ()


class About(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a reader should know about a document before trusting it: a sentence or two each."""

    author: str = ""
    date: str = ""
    what: str = ""
    cut: str = ""
    good_for: str = ""
    errors: str = ""
    why: str = ""
    reviewed: str = ""


class Gap(msgspec.Struct, frozen=True):
    """A place after which the original breaks off."""

    after: Locator
    note: str


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document: its identity and its summary, sentence by sentence."""

    id: SourceId
    title: str
    short: str
    kind: SourceKind
    language: str
    wording: Wording = "own"
    original: Original | None = None
    about: About = About()
    gaps: tuple[Gap, ...] = ()
    claims: tuple[Claim, ...] = ()

    def claims_at(self, at: Locator, letters: tuple[str, ...] = ()) -> tuple[Claim, ...]:
        """Return the statements of one sentence, or those of them that `letters` names."""
        return tuple(c for c in self.claims if c.at == at and (not letters or c.letter in letters))


class Reference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A work as CSL-JSON knows it, and how sure the editors are of it."""

    id: ReferenceId
    csl: dict[str, Any]
    seen: Seen = "not_checked"
    identification: str = ""
    doubt: str = ""

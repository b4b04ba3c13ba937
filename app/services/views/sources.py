"""Sources, works and citations as they are shown."""

from typing import Literal

import msgspec

from app.domain.ids import ReferenceId, SourceId
from app.domain.source import About, Gap, Locator, Seen, SourceKind, Status, Voice, Wording

CitationState = Literal[
    "checked_when_made",  # quoted, checked when the set was made
    "checked_in_copy",  # found in the person's own copy
    "summary_only",  # a place without an anchor in our own notes
    "reference_only",  # a work, no passage
    "not_in_copy",  # the copy is another version: this phrase is not in it
    "source_changed",  # the stamp is for another original
    "unchecked",  # a phrase nobody has checked
    "no_source",
]


class Work(msgspec.Struct, frozen=True):
    """A work as a card cites it: `label` is "Pohl 2000, p. 268", `full` the reference in the style of whoever asks."""

    ref: ReferenceId
    label: str
    full: str
    seen: Seen
    doubt: str = ""
    identification: str = ""


class ClaimView(msgspec.Struct, frozen=True):
    """One statement of our summary. `cited` says that the question rests on it.

    `open` is False where a question that waits may ask for its standing: then it says nothing but its words.
    """

    at: Locator
    letter: str
    says: str
    status: Status
    voice: Voice
    note: str
    works: tuple[Work, ...]
    note_works: tuple[Work, ...]
    cited: bool = False
    open: bool = True


class SourceCard(msgspec.Struct, frozen=True):
    """A citation of a question, as it is shown after the answer.

    `claims` are the statements of the cited sentence, `before` and `after` the neighbouring sentences' words for
    context. `anchor` is the quoted phrase ("" where there is none). A card of a work alone has `source` "" and `work`.
    """

    source: SourceId
    title: str
    short: str
    kind: SourceKind
    file: str
    at: Locator | None
    anchor: str
    state: CitationState
    checked_on: str
    status: Status
    claims: tuple[ClaimView, ...] = ()
    before: str = ""
    after: str = ""
    work: Work | None = None


class SourceBrief(msgspec.Struct, frozen=True):
    """A source behind a question, before it is answered: which document, and how many places."""

    source: SourceId
    title: str
    short: str
    places: int


class OriginalSentence(msgspec.Struct, frozen=True):
    """A sentence of an attached original; `spans` are (start, end) of phrases that are certain, for highlighting."""

    at: Locator
    text: str
    spans: tuple[tuple[int, int], ...] = ()


class ReaderView(msgspec.Struct, frozen=True):
    """A source in the reader. `evidence` is False before an answer: then no status, note, highlight or heat is shown.

    `waiting` says that questions of an open practice wait: evidence is shown at places of answered ones alone, no heat.
    `original` is () where no copy is attached. `verified` of `anchors` phrases were found in the copy.
    `questions_at` counts by place ("7.10"). `sources` are all that can be opened instead, this one among them.
    """

    source: SourceId
    title: str
    short: str
    kind: SourceKind
    language: str
    wording: Wording
    about: About
    gaps: tuple[Gap, ...]
    claims: tuple[ClaimView, ...]
    works: tuple[tuple[Work, tuple[Locator, ...]], ...]
    focus: tuple[Locator, ...]
    original: tuple[OriginalSentence, ...] = ()
    file: str = ""
    anchors: int = 0
    verified: int = 0
    evidence: bool = True
    waiting: bool = False
    has_original: bool = False
    questions_at: dict[str, int] = {}
    sources: tuple[SourceBrief, ...] = ()


class OriginalReport(msgspec.Struct, frozen=True):
    """What became of a file that a person attached. `exact` says that it is the very file the set was made from.

    `anchors` counts each quoted phrase once, however many questions quote it, and `verified` those found in the file.
    """

    source: SourceId
    title: str
    anchors: int
    verified: int
    exact: bool

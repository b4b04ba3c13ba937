"""What authors write beside questions: the head of a set, and a source with its statements."""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from app.domain.question import State
from app.domain.source import SourceKind, Status, Voice, Wording
from app.formats.author import At, Day, PartnerName, QuestionName, Sha256, Slug, Waiver, Words, WorkCite


class Stamp(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Says that the anchors of this set were found in the original of a source."""

    source: Slug
    sha256: Sha256
    date: Day
    anchors: Annotated[int, Meta(ge=0)]


class Correction(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Something that was put right in a set: when, in which question, and what changed."""

    date: Day
    question: PartnerName = ""
    changed: Words


class SetHead(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What stands before the questions of a set."""

    set: Slug
    title: Words
    language: Words = "en"
    state: State = "draft"
    order: Literal["mixed", "fixed"] = "mixed"
    content_note: str = ""
    about: str = ""
    reviewed: str = ""
    corrections: list[Correction] = []
    checked: list[Stamp] = []
    select: list[QuestionName] = []
    waive: list[Waiver] = []


class Original(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What is known of the document itself."""

    file: Words
    sha256: Sha256
    sentences: Annotated[list[Annotated[int, Meta(ge=1)]], Meta(min_length=1)]
    joins: list[Words] = []


class About(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What a reader should know before trusting the document."""

    author: str = ""
    date: str = ""
    what: str = ""
    cut: str = ""
    good_for: str = ""
    errors: str = ""
    why: str = ""
    reviewed: str = ""


class GapAfter(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A place after which the document breaks off."""

    after: At
    note: Words


class Statement(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One statement of our summary."""

    at: At
    says: Words
    status: Status = "established"
    voice: Voice = "essay"
    note: str = ""
    cites: list[WorkCite] = []
    note_cites: list[WorkCite] = []


class SourceHead(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What stands before the statements of a source."""

    source: Slug
    title: Words
    short: Words
    kind: SourceKind
    language: Words = "en"
    wording: Wording = "own"
    original: Original | UnsetType = UNSET
    about: About = msgspec.field(default_factory=About)
    gaps: list[GapAfter] = []

"""The questions of the bank with their keys, for lists and files."""

from typing import Literal

import msgspec

from app.domain.ids import PartId, ReferenceId, SetId
from app.domain.kinds.numerical import Tier
from app.domain.source import Status


class ListedChoice(msgspec.Struct, frozen=True):
    """A choice with what is said about it."""

    id: PartId
    text: str
    correct: bool
    feedback: str


class ListedReference(msgspec.Struct, frozen=True):
    """A work that is cited, and where in it: by the source itself, or by the editors in their note or question."""

    id: ReferenceId
    label: str
    locator: str
    by: Literal["source", "editors"]


class ListedCitation(msgspec.Struct, frozen=True):
    """A citation. One of a work alone has no source and no place."""

    source: str
    file: str
    paragraph: int | None
    sentence: int | None
    anchor: str
    references: tuple[ListedReference, ...]


class ListedForeseen(msgspec.Struct, frozen=True):
    """An answer that was foreseen: what is said to it, and its share of the points as text."""

    answer: str
    accept: tuple[str, ...]
    feedback: str
    credit: str


class ListedWithin(msgspec.Struct, frozen=True, omit_defaults=True):
    """Which numbers are right beside the key itself, as decimal text; `relative` is a share of the key."""

    low: str = ""
    high: str = ""
    tolerance: str = "0"
    relative: str = "0"
    tiers: tuple[Tier, ...] = ()
    unit: str = ""
    units: dict[str, str] = {}
    less_precise: str = "0"


class ListedGap(msgspec.Struct, frozen=True, omit_defaults=True):
    """A gap of a text with its key."""

    id: PartId
    kind: str
    key: object
    choices: tuple[ListedChoice, ...] = ()
    accept: tuple[str, ...] = ()
    within: ListedWithin | None = None
    foreseen: tuple[ListedForeseen, ...] = ()


class ListedPassage(msgspec.Struct, frozen=True):
    """A passage that is shown: its first and last place, and what our summary says at each of its sentences."""

    source: str
    passage: str
    sentences: dict[str, str]


class ListedWeighed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a question that weighs sources shows beside its stem, and what is said to each outcome."""

    passages: tuple[ListedPassage, ...]
    relation: str = ""
    work: str = ""
    holding: str = ""
    outcomes: dict[str, str] = {}


class ListedQuestion(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question with its key, for `footnote list`. The form of `key` depends on the kind.

    What follows the citations is there for the kinds that have it. `feedback` holds the reason for "true" and
    "false", for the words of a part, for a place ("7.5") or for the code of an answer.
    """

    id: str
    set: SetId
    kind: str
    version: int
    stem: str
    choices: tuple[ListedChoice, ...]
    key: object
    explanation: str
    topics: tuple[str, ...]
    difficulty: int
    level: str
    status: Status
    citations: tuple[ListedCitation, ...]
    feedback: dict[str, str] = {}
    accept: tuple[str, ...] = ()
    within: ListedWithin | None = None
    foreseen: tuple[ListedForeseen, ...] = ()
    text: str = ""
    gaps: tuple[ListedGap, ...] = ()
    spare: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    weighed: ListedWeighed | None = None

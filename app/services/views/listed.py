"""The questions of the bank with their keys, for lists and files."""

import msgspec

from app.domain.ids import PartId, ReferenceId, SetId
from app.domain.source import Status


class ListedChoice(msgspec.Struct, frozen=True):
    """A choice with what is said about it."""

    id: PartId
    text: str
    correct: bool
    feedback: str


class ListedReference(msgspec.Struct, frozen=True):
    """A work that is cited, and where in it."""

    id: ReferenceId
    label: str
    locator: str


class ListedCitation(msgspec.Struct, frozen=True):
    """A citation. One of a work alone has no source and no place."""

    source: str
    file: str
    paragraph: int | None
    sentence: int | None
    anchor: str
    references: tuple[ListedReference, ...]


class ListedQuestion(msgspec.Struct, frozen=True):
    """A question with its key, for `footnote list`. The form of `key` depends on the kind."""

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

"""Behind the teacher's door: previews, imports and changes."""

from datetime import datetime
from typing import Literal

import msgspec

from app.domain.ids import SetId
from app.domain.problem import Problem
from app.domain.question import ShownQuestion
from app.domain.selection import Orders


class Door(msgspec.Struct, frozen=True):
    """Whether the teacher's door has a passphrase, and whether it was offered already."""

    locked: bool
    offered: bool


PreviewState = Literal["new", "changed", "same", "problem"]


Touched = Literal["stem", "parts", "key", "explanation", "sources", "status", "scoring", "filing"]


class PreviewRow(msgspec.Struct, frozen=True):
    """One question of a file before anything is written. `problems` are sentences, `line` counts from 1.

    `lines` are those of the problems. A changed question has what is shown `before`, and what is `touched`. `orders`
    is how its parts may stand for a student; a question that stays out has neither `shown` nor `orders`.
    """

    slug: str
    line: int
    kind: str
    stem: str
    state: PreviewState
    problems: tuple[str, ...]
    shown: ShownQuestion | None = None
    lines: tuple[int, ...] = ()
    orders: Orders | None = None
    before: ShownQuestion | None = None
    touched: tuple[Touched, ...] = ()


class Beside(msgspec.Struct, frozen=True):
    """How many topics and works files bring, new or changed, beside their questions."""

    topics: int = 0
    works: int = 0


class ImportPreview(msgspec.Struct, frozen=True):
    """A question set file as it would come in. `notes` are sentences about the file as a whole, each with its line.

    `set` is "" where the file holds no set that can be used. `beside` is told with the first set, for all files.
    """

    path: str
    set: SetId
    title: str
    sha256: str
    new: int
    changed: int
    same: int
    problems: int
    rows: tuple[PreviewRow, ...]
    notes: tuple[str, ...] = ()
    note_lines: tuple[int, ...] = ()
    beside: Beside = Beside()


class ChangeRow(msgspec.Struct, frozen=True):
    """A change to the question sets that can be undone by name."""

    id: int
    name: str
    who: str
    at: datetime
    questions: int
    undone: datetime | None
    can_undo: bool


class ImportedFile(msgspec.Struct, frozen=True):
    """What became of one file. `questions` were found and are usable, `skipped` of them were here already."""

    file: str
    format: str
    questions: int
    by_kind: dict[str, int]
    imported: int
    updated: int
    skipped: int
    problems: tuple[Problem, ...]


class ImportReport(msgspec.Struct, frozen=True):
    """What an import did. `change` can be undone; it is None where nothing was changed."""

    change: int | None
    name: str
    files: tuple[ImportedFile, ...]
    beside: Beside = Beside()

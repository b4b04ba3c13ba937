"""A question: what is shown, its key, and what is said about it."""

from typing import Literal, get_args

import msgspec

from app.domain.ids import QuestionSlug, SetId
from app.domain.kinds import KeyBody, ShownBody, kind_of
from app.domain.source import Citation, Status
from app.domain.text import EMPTY, Text

Level = Literal["remember", "understand", "apply", "analyse", "evaluate"]
State = Literal["draft", "reviewed", "retired"]

LEVELS: tuple[Level, ...] = get_args(Level)


class ShownQuestion(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that a student sees before answering. Nothing in it tells the key."""

    stem: Text
    body: ShownBody
    language: str = "en"
    points: str = "1"
    shuffle: bool = True

    @property
    def kind(self) -> str:
        """Return the kind's name."""
        return kind_of(self.body)


class AnswerKey(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that a student sees after answering, and the rule that scores. `rule` is name@number."""

    body: KeyBody
    rule: str
    explanation: Text
    status: Status
    citations: tuple[Citation, ...] = ()
    note: Text = EMPTY


class Waiver(msgspec.Struct, frozen=True):
    """Says that a finding of the check is known and accepted: its rule, or its code, and why."""

    rule: str
    reason: str


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """One question of a set. Topics, difficulty, level and state may change without a new version.

    `partner` names the questions that ask for the right fact where this one exposes an error.
    """

    set: SetId
    slug: QuestionSlug
    shown: ShownQuestion
    key: AnswerKey
    topics: tuple[str, ...]
    difficulty: int
    level: Level
    state: State = "draft"
    covers: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    waive: tuple[Waiver, ...] = ()

    @property
    def id(self) -> str:
        """Return `set/slug`, the question's identity everywhere."""
        return f"{self.set}/{self.slug}"


class Stamp(msgspec.Struct, frozen=True):
    """Says that the anchors of a set were found in a source's original: its hash, when, how many."""

    source: str
    sha256: str
    date: str
    anchors: int


class Correction(msgspec.Struct, frozen=True):
    """Something in a set that was put right: when, in which question ("" for the set as a whole), and what changed."""

    date: str
    question: str
    changed: str


class QuestionSet(msgspec.Struct, frozen=True, omit_defaults=True):
    """A set: its head, its own questions, and the identities of questions it gathers from other sets."""

    id: SetId
    title: str
    language: str = "en"
    state: State = "draft"
    content_note: str = ""
    about: str = ""
    order: Literal["mixed", "fixed"] = "mixed"
    checked: tuple[Stamp, ...] = ()
    select: tuple[str, ...] = ()
    waive: tuple[Waiver, ...] = ()
    reviewed: str = ""
    corrections: tuple[Correction, ...] = ()
    questions: tuple[Question, ...] = ()

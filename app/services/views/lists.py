"""What a student sees first, lists of attempts, and what is asked for."""

from datetime import datetime

import msgspec

from app.domain.ids import AttemptId, LearnerId, SetId, SourceId
from app.domain.outcome import Verdict
from app.domain.source import About, SourceKind
from app.services.views.taking import AttemptHead, Learner, Mode


class OpenAttempt(msgspec.Struct, frozen=True):
    """An attempt that waits to be continued."""

    attempt: AttemptHead
    position: int
    answered: int
    skipped: int
    flags: int
    last: datetime


class TopicRow(msgspec.Struct, frozen=True):
    """A topic of a set and how many of its questions there are."""

    topic: str
    title: str
    questions: int
    seen: int


class SetRow(msgspec.Struct, frozen=True):
    """A question set on the Today page. `state` is draft or reviewed; `sources` are short titles."""

    set: SetId
    title: str
    about: str
    content_note: str
    questions: int
    seen: int
    right: int
    sources: tuple[str, ...]
    topics: tuple[TopicRow, ...]
    shipped: bool


class AttemptRow(msgspec.Struct, frozen=True):
    """A finished or open attempt in a list. `percent` is None while open or where nothing counts."""

    attempt: AttemptId
    learner: Learner
    set: SetId
    title: str
    mode: Mode
    started: datetime
    finished: datetime | None
    score: float
    max: float
    percent: float | None
    correct: int
    partly: int
    wrong: int
    minutes: float


class ExportedResponse(msgspec.Struct, frozen=True):
    """A response in words, for files. `verdict`, `fraction` and `points` are None while it is not graded.

    A question that was left blank in an exam that is handed in has one too, without `given_at`.
    """

    position: int
    question: str
    version: int
    kind: str
    stem: str
    response: str
    key: str
    verdict: Verdict | None
    fraction: float | None
    points: float | None
    max: float
    rule: str
    given_at: datetime | None


class ExportedAttempt(msgspec.Struct, frozen=True):
    """An attempt with its responses in words, for files. `score` and `max` are None while it is not finished."""

    attempt: AttemptId
    learner: str
    set: SetId
    mode: Mode
    started: datetime
    finished: datetime | None
    score: float | None
    max: float | None
    responses: tuple[ExportedResponse, ...]


class Today(msgspec.Struct, frozen=True):
    """What a student sees first."""

    learner: Learner
    open: OpenAttempt | None
    sets: tuple[SetRow, ...]
    recent: tuple[AttemptRow, ...]
    finished: int
    content_note: str


class AttemptFilter(msgspec.Struct, frozen=True):
    """Which attempts to list; None means any, and the set "" a mix of all sets."""

    learner: LearnerId | None = None
    set: SetId | None = None
    mode: Mode | None = None
    since: datetime | None = None
    until: datetime | None = None
    finished_only: bool = True


class QuizPlan(msgspec.Struct, frozen=True):
    """What a student asks for: a set (None: all sets), one topic or all, how many questions (0: all)."""

    set: SetId | None
    mode: Mode = "practice"
    topic: str | None = None
    size: int = 10


class ContentNote(msgspec.Struct, frozen=True):
    """What a student should know of a set's subject before the first question."""

    set: SetId
    title: str
    words: str


class SourceIntro(msgspec.Struct, frozen=True):
    """What a source is, before anything is asked about it."""

    source: SourceId
    title: str
    short: str
    kind: SourceKind
    about: About


class Intro(msgspec.Struct, frozen=True):
    """What stands before the first question of a set; of a mix (`set` None) for each set that it draws from."""

    set: SetId | None
    title: str
    notes: tuple[ContentNote, ...]
    sources: tuple[SourceIntro, ...]

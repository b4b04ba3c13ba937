"""One step of an attempt, and its result."""

from datetime import datetime
from typing import Literal

import msgspec

from app.domain.ids import AttemptId, LearnerId, PartId, SetId
from app.domain.kinds import KeyBody, Response
from app.domain.outcome import Verdict
from app.domain.question import ShownQuestion
from app.domain.source import Status
from app.domain.text import Text
from app.services.views.sources import SourceBrief, SourceCard

Mode = Literal["practice", "exam"]
CellState = Literal["unreached", "seen", "answered", "skipped", "correct", "partly", "wrong", "blank"]


class Learner(msgspec.Struct, frozen=True):
    """A student. `name` is "" until it is asked for (after the first quiz)."""

    id: LearnerId
    name: str


class Cell(msgspec.Struct, frozen=True):
    """A question's cell in the numbered panel. Positions count from 1."""

    position: int
    state: CellState
    flagged: bool


class AttemptHead(msgspec.Struct, frozen=True):
    """What stays the same through an attempt."""

    id: AttemptId
    learner: Learner
    set: SetId
    title: str
    mode: Mode
    total: int
    started: datetime
    finished: datetime | None = None
    content_note: str = ""


class JudgedPart(msgspec.Struct, frozen=True):
    """One judged part (see `outcome.Part`), its fraction as a float."""

    id: PartId
    fraction: float
    code: str
    accepted_as: str = ""
    foreseen: int | None = None


class Checked(msgspec.Struct, frozen=True):
    """Everything that is shown once a response was graded.

    `status` is the standing of the matter that the question asks about. `note` is what historians say of it.
    """

    verdict: Verdict
    fraction: float
    points: float
    max_points: float
    rule: str
    parts: tuple[JudgedPart, ...]
    key: KeyBody
    explanation: Text
    note: Text
    status: Status
    cards: tuple[SourceCard, ...]
    graded: datetime
    corrected: datetime | None = None
    reason: str = ""


class Told(msgspec.Struct, frozen=True):
    """What will be said of a question whatever is answered: the window lays it out, unseen, while a person reads."""

    explanation: Text
    note: Text
    status: Status
    cards: tuple[SourceCard, ...]


class Step(msgspec.Struct, frozen=True):
    """One question of an attempt with all that the quiz page shows.

    `order` is the stored order in which choices, targets or items are shown (premises keep the author's order and are
    not in it for matching: there `order` is the order of targets and `premises` that of premises).
    `response` is the last stored one. `checked` is None until it may be seen: in practice after checking, in an exam
    after handing in. `saved` is when the last response was committed.
    """

    attempt: AttemptHead
    position: int
    question_id: str
    shown: ShownQuestion
    order: tuple[PartId, ...]
    premises: tuple[PartId, ...]
    gap_orders: dict[PartId, tuple[PartId, ...]]
    topic: str
    """The title of the question's topic."""
    flagged: bool
    skipped: bool
    response: Response | None
    saved: datetime | None
    checked: Checked | None
    sources: tuple[SourceBrief, ...]
    panel: tuple[Cell, ...]
    answered: int
    unanswered: int
    flags: int


class TopicScore(msgspec.Struct, frozen=True):
    """How a topic went in one attempt."""

    topic: str
    title: str
    score: float
    max: float
    questions: int


class ResultRow(msgspec.Struct, frozen=True):
    """One question of a finished attempt, in a line."""

    position: int
    question_id: str
    stem: str
    kind: str
    topic: str
    state: CellState
    score: float
    max: float


class Summary(msgspec.Struct, frozen=True):
    """The result of an attempt. Skipped questions of a practice count in neither `score` nor `max`."""

    attempt: AttemptHead
    score: float
    max: float
    correct: int
    partly: int
    wrong: int
    blank: int
    skipped: int
    minutes: float
    topics: tuple[TopicScore, ...]
    rows: tuple[ResultRow, ...]

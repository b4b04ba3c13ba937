"""An attempt as the database tells it: its head, and for each position what happened there."""

from datetime import datetime
from fractions import Fraction
from typing import Any, cast

import msgspec
from sqlalchemy import bindparam, exists, select

from app.domain.errors import NotFound
from app.domain.ids import AttemptId, LearnerId, SetId
from app.domain.outcome import verdict_of
from app.services.context import Context
from app.services.views import AttemptHead, Cell, CellState, Learner, Mode
from app.storage.tables.attempts import attempt, attempt_event, attempt_result, grade, learner, response
from app.storage.tables.questions import question_set


class Mark(msgspec.Struct):
    """What happened at one position. `fraction` is that of the last grade of the last response."""

    revision: int = 0
    blank: bool = True
    fraction: float | None = None
    given_at: datetime | None = None
    shown_at: datetime | None = None
    flagged: bool = False
    skipped: bool = False


class AttemptState(msgspec.Struct):
    """The head, the marks by position, and how many events there are. `current` is where the person was last.

    `beside_exam` tells that another attempt of the same student is an exam that is not handed in.
    """

    head: AttemptHead
    set_id: int | None
    marks: dict[int, Mark]
    events: int
    current: int
    last: datetime
    beside_exam: bool

    @property
    def is_open(self) -> bool:
        """Tell whether something can still be added."""
        return self.head.finished is None

    @property
    def reveals(self) -> bool:
        """Tell whether grades may be seen: at once in practice, after handing in in an exam."""
        return self.head.mode == "practice" or not self.is_open

    @property
    def is_shut(self) -> bool:
        """Tell whether a student may see nothing of it now: it could answer the exam that runs beside it."""
        return self.beside_exam and not (self.head.mode == "exam" and self.is_open)

    @property
    def has_waiting(self) -> bool:
        """Tell whether it is open and begun, and some question of it is not answered."""
        answered = sum(1 for mark in self.marks.values() if mark.revision)
        return self.is_open and bool(self.marks) and answered < self.head.total

    def mark(self, position: int) -> Mark:
        """Return what happened at a position."""
        return self.marks.get(position) or Mark()

    def take_over(self, position: int, mark: Mark, at: datetime) -> None:
        """Count a response that was stored just now, as reading the attempt again would."""
        before = self.mark(position)
        mark.given_at, mark.shown_at, mark.flagged = at, before.shown_at, before.flagged
        self.marks[position] = mark
        if at >= self.last:
            self.last, self.current = at, position

    def closed(self, finished: datetime) -> "AttemptState":
        """Return the attempt as it is once it was handed in."""
        head = msgspec.structs.replace(self.head, finished=finished)
        return msgspec.structs.replace(self, head=head)

    def panel(self) -> tuple[Cell, ...]:
        """Return the cells of the numbered panel."""
        return tuple(
            Cell(position, self.cell_state(position), self.mark(position).flagged)
            for position in range(1, self.head.total + 1)
        )

    def cell_state(self, position: int) -> CellState:
        """Return what a position is shown as."""
        mark = self.mark(position)
        if mark.revision and self.reveals:
            return verdict_of(Fraction(mark.fraction or 0), blank=mark.blank)
        if mark.revision and not mark.blank:
            return "answered"
        if not self.is_open:
            return "skipped" if self.head.mode == "practice" else "blank"
        if mark.skipped:
            return "skipped"
        return "seen" if mark.shown_at is not None else "unreached"


_other, _other_result = attempt.alias("other"), attempt_result.alias("other_result")
_BESIDE_EXAM = exists().where(
    _other.c.learner_id == attempt.c.learner_id,
    _other.c.mode == "exam",
    _other.c.id != attempt.c.id,
    ~exists().where(_other_result.c.attempt_id == _other.c.id),
)
_HEAD = (
    select(
        attempt.c.learner_id,
        learner.c.name,
        question_set.c.slug,
        attempt.c.set_id,
        attempt.c.title,
        attempt.c.mode,
        attempt.c.total,
        attempt.c.started,
        attempt_result.c.finished,
        attempt.c.content_note,
        _BESIDE_EXAM,
    )
    .join(learner, learner.c.id == attempt.c.learner_id)
    .outerjoin(question_set, question_set.c.id == attempt.c.set_id)
    .outerjoin(attempt_result, attempt_result.c.attempt_id == attempt.c.id)
    .where(attempt.c.id == bindparam("attempt"))
)
_RESPONSES = (
    select(
        response.c.position,
        response.c.revision,
        response.c.blank,
        response.c.given_at,
        grade.c.fraction,
    )
    .outerjoin_from(response, grade)
    .where(response.c.attempt_id == bindparam("attempt"))
    .order_by(response.c.position, response.c.revision, grade.c.revision)
)
_EVENTS = (
    select(attempt_event.c.kind, attempt_event.c.position, attempt_event.c.at)
    .where(attempt_event.c.attempt_id == bindparam("attempt"))
    .order_by(attempt_event.c.number)
)


def read_state(ctx: Context, attempt_id: AttemptId) -> AttemptState:
    """Read an attempt; raise NotFound, or NotAllowed where it is another student's."""
    key = {"attempt": attempt_id}
    row = ctx.db.execute(_HEAD, key).first()
    if row is None:
        raise NotFound("attempt_not_found")
    person = Learner(LearnerId(row[0]), row[1])
    ctx.require_self(person.id)
    head = AttemptHead(
        id=attempt_id,
        learner=person,
        set=SetId(row[2] or ""),
        title=row[4],
        mode=cast(Mode, row[5]),
        total=row[6],
        started=row[7],
        finished=row[8],
        content_note=row[9],
    )
    state = AttemptState(head, row[3], {}, 0, 1, head.started, bool(row[10]))
    _add_responses(state, ctx.db.execute(_RESPONSES, key))
    _add_events(state, ctx.db.execute(_EVENTS, key))
    return state


def _add_responses(state: AttemptState, rows: Any) -> None:
    """Let the last response and its last grade stand: rows come in the order of revisions."""
    for position, revision, blank, given_at, fraction in rows:
        state.marks[position] = Mark(revision, blank, fraction, given_at)
        if given_at >= state.last:
            state.last, state.current = given_at, position


def _add_events(state: AttemptState, rows: Any) -> None:
    for kind, position, at in rows:
        state.events += 1
        state.last = max(state.last, at)
        if position is None:
            continue
        mark = state.marks.setdefault(position, Mark())
        if at >= state.last and kind in ("shown", "skipped", "left"):
            state.current = position
        if kind == "shown":
            mark.shown_at = at
        elif kind == "skipped":
            mark.skipped = not mark.revision
        elif kind in ("flagged", "unflagged"):
            mark.flagged = kind == "flagged"

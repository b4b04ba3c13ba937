"""Attempts that are still open."""

import msgspec
from sqlalchemy import Select, bindparam, exists, func, select

from app.domain.ids import AttemptId, LearnerId
from app.services.context import Context
from app.services.taking.state import AttemptState, read_state
from app.services.views import OpenAttempt, QuizPlan
from app.storage.tables.attempts import attempt, attempt_event, attempt_item, attempt_result, response
from app.storage.tables.questions import question, question_version

_last_event = (
    select(func.max(attempt_event.c.at)).where(attempt_event.c.attempt_id == attempt.c.id).scalar_subquery()
)
_last_response = (
    select(func.max(response.c.given_at)).where(response.c.attempt_id == attempt.c.id).scalar_subquery()
)
_is_practice = attempt.c.mode == "practice"
_OPEN = (
    select(attempt.c.id, attempt.c.plan, _is_practice, attempt.c.started, _last_event, _last_response)
    .outerjoin(attempt_result, attempt_result.c.attempt_id == attempt.c.id)
    .where(attempt.c.learner_id == bindparam("person"), attempt_result.c.attempt_id.is_(None))
    .order_by(_is_practice, attempt.c.started.desc())
    .limit(50)
)
_OPEN_EXAM = select(
    exists()
    .where(
        attempt.c.learner_id == bindparam("person"),
        attempt.c.mode == "exam",
        ~exists().where(attempt_result.c.attempt_id == attempt.c.id).correlate(attempt),
    )
    .correlate(None)
)


def has_open_exam(ctx: Context, learner_id: LearnerId) -> bool:
    """Tell whether a student has begun an exam and not handed it in."""
    return bool(ctx.db.execute(_OPEN_EXAM, {"person": learner_id}).scalar())


def read_open_attempt(ctx: Context, learner_id: LearnerId) -> OpenAttempt | None:
    """Return an open attempt to go on with: an exam before a practice, then the one a student was last at."""
    rows = ctx.db.execute(_OPEN, {"person": learner_id}).all()
    if not rows:
        return None
    exams = [row for row in rows if not row[2]] or rows
    last_at = {AttemptId(row[0]): max(time for time in row[3:] if time is not None) for row in exams}
    state = read_state(ctx, max(last_at, key=lambda attempt_id: last_at[attempt_id]))
    panel = state.panel()
    marks = state.marks.values()
    return OpenAttempt(
        attempt=state.head,
        position=state.current,
        answered=sum(1 for mark in marks if mark.revision and not mark.blank),
        skipped=sum(1 for cell in panel if cell.state == "skipped"),
        flags=sum(1 for cell in panel if cell.flagged),
        last=state.last,
    )


def read_open_practice(ctx: Context, learner_id: LearnerId) -> AttemptState | None:
    """Return the open practice that a student was last at, None while an exam is open."""
    stopped = read_open_attempt(ctx, learner_id)
    if stopped is None or stopped.attempt.mode != "practice":
        return None
    return read_state(ctx, stopped.attempt.id)


def awaits_answer(ctx: Context, learner_id: LearnerId) -> AttemptId | None:
    """Return the open practice in which a student is at a question that they saw and did not answer."""
    state = read_open_practice(ctx, learner_id)
    if state is None:
        return None
    mark = state.mark(state.current)
    return state.head.id if mark.shown_at is not None and not mark.revision else None


def find_same(ctx: Context, learner_id: LearnerId, plan: QuizPlan) -> AttemptId | None:
    """Return an open attempt by the same plan in which nothing was answered and no question is out of date."""
    wanted = msgspec.to_builtins(plan)
    for attempt_id, stored_plan, *_ in ctx.db.execute(_OPEN, {"person": learner_id}).all():
        if stored_plan == wanted and not _touched(ctx, AttemptId(attempt_id)):
            return AttemptId(attempt_id)
    return None


def _touched(ctx: Context, attempt_id: AttemptId) -> bool:
    key = {"attempt": attempt_id}
    answered = exists().where(response.c.attempt_id == bindparam("attempt"))
    acted = exists().where(
        attempt_event.c.attempt_id == bindparam("attempt"), attempt_event.c.kind.in_(("skipped", "flagged"))
    )
    return bool(ctx.db.execute(select(answered | acted | _outdated().exists()), key).scalar())


def _outdated() -> "Select[int]":
    """Select questions of an attempt that have a newer version or were retired."""
    return (
        select(attempt_item.c.position)
        .join(question_version, question_version.c.id == attempt_item.c.version_id)
        .join(question, question.c.id == question_version.c.question_id)
        .where(
            attempt_item.c.attempt_id == bindparam("attempt"),
            (question.c.current_id != question_version.c.id) | (question.c.state == "retired"),
        )
    )

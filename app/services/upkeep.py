"""Looking after the library: finding damage that SQLite cannot see, and making again what is derived."""

from sqlalchemy import and_, delete, select

from app.domain.ids import AttemptId
from app.services.context import Context
from app.services.marks import background, writes
from app.services.storing.sets import count_sets
from app.services.taking.answers import read_answers
from app.services.taking.results import checksum, store_result
from app.services.taking.state import read_state
from app.storage.bulk import insert_rows
from app.storage.tables.attempts import (
    attempt,
    attempt_event,
    attempt_item,
    attempt_result,
    grade,
    learner_question,
    response,
)
from app.storage.tables.questions import question_set, question_version


@background
def find_damaged(ctx: Context) -> tuple[AttemptId, ...]:
    """Return finished attempts whose responses or grades are not what they were when it was handed in."""
    ctx.require_teacher()
    rows = ctx.db.execute(select(attempt_result.c.attempt_id, attempt_result.c.checksum)).all()
    damaged: list[AttemptId] = []
    for number, (attempt_id, stored) in enumerate(rows, start=1):
        if _checksum(ctx, AttemptId(attempt_id)) != stored:
            damaged.append(AttemptId(attempt_id))
        ctx.step(number, len(rows))
    return tuple(damaged)


@writes
def rebuild_derived(ctx: Context) -> int:
    """Make again all that is derived, and return how many results there are."""
    ctx.require_teacher()
    count_sets(ctx, list(ctx.db.execute(select(question_set.c.id)).scalars()))
    _rebuild_learner_questions(ctx)
    ctx.db.execute(delete(attempt_result))
    submitted = ctx.db.execute(
        select(attempt_event.c.attempt_id, attempt_event.c.at).where(attempt_event.c.kind == "submitted")
    ).all()
    for number, (attempt_id, at) in enumerate(submitted, start=1):
        store_result(ctx, read_state(ctx, AttemptId(attempt_id)).closed(at))
        ctx.step(number, len(submitted))
    return len(submitted)


def _checksum(ctx: Context, attempt_id: AttemptId) -> str:
    """Return the checksum of what is stored now, "" where it cannot be read at all."""
    try:
        return checksum(read_answers(ctx, attempt_id))
    except ValueError:  # not JSON any more, or not what a response holds
        return ""


def _rebuild_learner_questions(ctx: Context) -> None:
    """Keep for each student and question what the last graded response earned."""
    here = and_(attempt_item.c.attempt_id == grade.c.attempt_id, attempt_item.c.position == grade.c.position)
    given = and_(
        response.c.attempt_id == grade.c.attempt_id,
        response.c.position == grade.c.position,
        response.c.revision == grade.c.response_revision,
    )
    rows = ctx.db.execute(
        select(attempt.c.learner_id, question_version.c.question_id, grade.c.fraction, grade.c.graded)
        .join(attempt, attempt.c.id == grade.c.attempt_id)
        .join(attempt_item, here)
        .join(response, given)
        .join(question_version, question_version.c.id == attempt_item.c.version_id)
        .order_by(grade.c.graded, grade.c.revision)
    )
    last = {(learner_id, question_id): (fraction, at) for learner_id, question_id, fraction, at in rows}
    ctx.db.execute(delete(learner_question))
    insert_rows(ctx.db, learner_question, [(*who, *what) for who, what in last.items()])

"""What was answered at a position: the last response with its last grade."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from app.domain import codec
from app.domain.ids import AttemptId
from app.domain.kinds import Response, is_blank
from app.services.context import Context
from app.services.taking.grading import Grade
from app.services.taking.state import AttemptState
from app.storage.bulk import insert_rows
from app.storage.tables.attempts import grade, response


class Answer(msgspec.Struct, frozen=True):
    """A response with its grade, if it has one."""

    revision: int
    response: Response
    given_at: datetime
    grade: Grade | None


_ANSWERS = (
    select(
        response.c.position,
        response.c.revision,
        response.c.given,
        response.c.given_at,
        grade.c.fraction,
        grade.c.rule,
        grade.c.revision,
        grade.c.key_version_id,
        grade.c.terms_hash,
        grade.c.graded,
        grade.c.reason,
    )
    .outerjoin_from(response, grade)
    .where(response.c.attempt_id == bindparam("attempt"))
    .order_by(response.c.position, response.c.revision, grade.c.revision)
)
_ANSWER = _ANSWERS.where(response.c.position == bindparam("position"))


def read_answer(ctx: Context, attempt_id: AttemptId, position: int) -> Answer | None:
    """Return the last response at a position."""
    rows = ctx.db.execute(_ANSWER, {"attempt": attempt_id, "position": position}).all()
    return _answer(*rows[-1][1:]) if rows else None


def read_answers(ctx: Context, attempt_id: AttemptId) -> dict[int, Answer]:
    """Return the last response at each position that was answered."""
    last = {row[0]: row[1:] for row in ctx.db.execute(_ANSWERS, {"attempt": attempt_id})}
    return {position: _answer(*rest) for position, rest in last.items()}


def _answer(revision: int, given: str, given_at: datetime, *graded: Any) -> Answer:
    judged = None if graded[0] is None else Grade(*graded)
    return Answer(revision, codec.decode_response(given), given_at, judged)


def add_response(ctx: Context, state: AttemptState, position: int, given: Response, active_ms: int) -> Answer:
    """Add a response and return it without a grade."""
    mark = state.mark(position)
    now = ctx.now()
    row = (
        state.head.id,
        position,
        mark.revision + 1,
        codec.encode(given),
        is_blank(given),
        mark.shown_at or now,
        now,
        max(0, active_ms),
        state.head.mode,
        None,
    )
    insert_rows(ctx.db, response, [row])
    return Answer(mark.revision + 1, given, now, None)

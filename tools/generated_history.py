"""Generate finished attempts of made-up students in bulk, for measuring; the program then derives the rest itself."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import func, select

from app.domain import codec
from app.domain.ids import LearnerId, PartId
from app.domain.kinds import single_choice
from app.domain.selection import order_parts
from app.services.context import Context
from app.services.marks import writes
from app.services.upkeep import rebuild_derived
from app.services.views import QuizPlan
from app.storage.bulk import insert_rows
from app.storage.tables.attempts import attempt, attempt_event, attempt_item, grade, learner, response
from app.storage.tables.questions import answer_key, question, question_version

ATTEMPTS = 40
SIZE = 20
_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
_PLAN = msgspec.to_builtins(QuizPlan(None, size=SIZE))
_DRAWN = 2000


class _Known(NamedTuple):
    """A stored question as an attempt needs it: the version, its parts' order, and its choices, the right one first."""

    version: int
    orders: Any
    choices: list[PartId]


@writes
def make_history(ctx: Context, students: int) -> tuple[LearnerId, ...]:
    """Store students with 40 finished attempts of 20 questions each, and return who they are."""
    rng = random.Random(students)
    known = _read_some(ctx, rng)
    people = [LearnerId(UUID(int=rng.getrandbits(128))) for _ in range(students)]
    for number, person in enumerate(people, start=1):
        name = f"Sample Student {number}"
        insert_rows(ctx.db, learner, [(person, name, name.casefold(), _DAY)])
        _store(ctx, person, [rng.choices(known, k=SIZE) for _ in range(ATTEMPTS)], rng)
    rebuild_derived(ctx)
    return tuple(people)


def _read_some(ctx: Context, rng: random.Random) -> list[_Known]:
    """Return single choice questions from all over the library, the generated ones where there are any."""
    last = ctx.db.execute(select(func.max(question.c.id))).scalar_one()
    drawn = rng.sample(range(1, last + 1), min(last, _DRAWN))
    known: list[_Known] = []
    for start in range(0, len(drawn), 500):
        rows = ctx.db.execute(
            select(question_version.c.id, question_version.c.shown, answer_key.c.body)
            .join(question, question.c.current_id == question_version.c.id)
            .join(answer_key, answer_key.c.version_id == question_version.c.id)
            .where(question.c.id.in_(drawn[start : start + 500]), question.c.kind == "single_choice")
        )
        known += [_known(*row) for row in rows]
    return known


def _known(version: int, stored_shown: str, stored_key: str) -> _Known:
    shown, key = codec.decode_shown(stored_shown), codec.decode_key(stored_key)
    body = key.body
    assert isinstance(body, single_choice.Key)
    choices = [body.correct, *(part for part in body.order if part != body.correct)]
    return _Known(version, msgspec.to_builtins(order_parts(shown, key, version)), choices)


def _store(ctx: Context, person: LearnerId, quizzes: list[list[_Known]], rng: random.Random) -> None:
    """Store a student's attempts, one a day, each answered to its end and handed in."""
    rows: dict[str, list[tuple[Any, ...]]] = {
        name: [] for name in ("attempts", "items", "given", "graded", "ends")
    }
    for day, quiz in enumerate(quizzes):
        number, at = UUID(int=rng.getrandbits(128)), _DAY + timedelta(days=day)
        plan = (number, person, None, None, "", "", "practice", _PLAN, rng.getrandbits(50), len(quiz), at)
        rows["attempts"].append(plan)
        for position, known in enumerate(quiz, start=1):
            right = rng.random() < 0.6
            given = codec.encode(single_choice.Response(known.choices[0 if right else 1]))
            then = at + timedelta(seconds=30 * position)
            rows["items"].append((number, position, known.version, known.orders, 1.0, "", ""))
            rows["given"].append((number, position, 1, given, False, at, then, 9000, "practice", None))
            mark = (1.0 if right else 0.0, "single_choice@1", known.version, None, "", "", then)
            rows["graded"].append((number, position, 1, 1, *mark))
        rows["ends"].append((number, 1, "submitted", None, at + timedelta(hours=1)))
    for table, name in zip((attempt, attempt_item, response, grade, attempt_event), rows, strict=True):
        insert_rows(ctx.db, table, rows[name])

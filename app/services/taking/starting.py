"""Beginning an attempt: which questions, in which order, with which versions."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import msgspec
from sqlalchemy import select

from app.domain import codec
from app.domain.errors import FootnoteError, NotFound
from app.domain.ids import AttemptId, LearnerId
from app.domain.outcome import stored_fraction
from app.domain.question import QuestionSet
from app.domain.selection import Candidate, choose, choose_in_order, order_parts
from app.services.context import Context
from app.services.storing.heads import decode_head
from app.services.views import QuizPlan
from app.storage.bulk import insert_rows
from app.storage.draw import read_candidates
from app.storage.tables.attempts import attempt, attempt_item, attempt_reference, attempt_source
from app.storage.tables.questions import (
    answer_key,
    question,
    question_citation,
    question_set,
    question_version,
    question_version_reference,
    set_version,
    topic,
)
from app.storage.tables.sources import reference, reference_version, source, source_version

LARGEST = 500
"""An attempt holds no more questions than this, also where all were asked for."""


class Asked(msgspec.Struct, frozen=True):
    """The set that was asked for, as it is now."""

    set_id: int
    version_id: int
    head: QuestionSet


def begin_attempt(ctx: Context, learner_id: LearnerId, plan: QuizPlan) -> AttemptId:
    """Choose questions by a plan and store the attempt."""
    asked = _read_set(ctx, plan)
    seed = ctx.new_seed()
    chosen = _choose(ctx, learner_id, plan, asked, seed)
    if not chosen:
        raise FootnoteError("no_questions")
    attempt_id = AttemptId(ctx.new_id())
    head = asked.head if asked else None
    row = (
        attempt_id,
        learner_id,
        asked.set_id if asked else None,
        asked.version_id if asked else None,
        head.title if head else "",
        head.content_note if head else "",
        plan.mode,
        msgspec.to_builtins(plan),
        seed,
        len(chosen),
        ctx.now(),
    )
    insert_rows(ctx.db, attempt, [row])
    versions = _store_items(ctx, attempt_id, chosen, seed)
    _pin(ctx, attempt_id, versions)
    return attempt_id


def _read_set(ctx: Context, plan: QuizPlan) -> Asked | None:
    if plan.set is None:
        return None
    row = ctx.db.execute(
        select(question_set.c.id, set_version.c.id, set_version.c.head)
        .join(set_version, set_version.c.id == question_set.c.current_id)
        .where(question_set.c.slug == plan.set)
    ).first()
    if row is None:
        raise NotFound("set_not_found", set=plan.set)
    return Asked(row[0], row[1], decode_head(row[2]))


def _choose(
    ctx: Context, learner_id: LearnerId, plan: QuizPlan, asked: Asked | None, seed: int
) -> list[Candidate]:
    topic_id = None
    if plan.topic is not None:
        topic_id = ctx.db.execute(select(topic.c.id).where(topic.c.slug == plan.topic)).scalar()
        if topic_id is None:
            raise FootnoteError("no_questions")
    size = min(plan.size, LARGEST) if plan.size > 0 else 0
    candidates = read_candidates(
        ctx.db,
        version_id=asked.version_id if asked else None,
        topic_id=topic_id,
        learner_id=learner_id,
        size=size or LARGEST,
        seed=seed,
    )
    if plan.mode == "exam":
        candidates = [msgspec.structs.replace(candidate, seen=False) for candidate in candidates]
    if asked is not None and asked.head.order == "fixed":
        return choose_in_order(candidates, size or LARGEST)
    return choose(candidates, size or LARGEST, seed)


def _store_items(ctx: Context, attempt_id: AttemptId, chosen: Sequence[Candidate], seed: int) -> list[int]:
    """Store the questions with the order of their parts, and return their versions."""
    wanted = [candidate.question for candidate in chosen]
    rows = ctx.db.execute(
        select(question.c.id, question_version.c.id, question_version.c.shown, answer_key.c.body)
        .join(question_version, question_version.c.id == question.c.current_id)
        .join(answer_key, answer_key.c.version_id == question_version.c.id)
        .where(question.c.id.in_(wanted))
    )
    found = {row[0]: (row[1], row[2], row[3]) for row in rows}
    titles = dict(ctx.db.execute(select(topic.c.slug, topic.c.title)).all())
    items: list[tuple[Any, ...]] = []
    for position, candidate in enumerate(chosen, start=1):
        version_id, stored_shown, stored_key = found[candidate.question]
        shown = codec.decode_shown(stored_shown)
        orders = order_parts(shown, codec.decode_key(stored_key), seed + position)
        points = stored_fraction(Fraction(shown.points))
        filed = (candidate.topic, titles.get(candidate.topic, candidate.topic))
        items.append((attempt_id, position, version_id, msgspec.to_builtins(orders), points, *filed))
    insert_rows(ctx.db, attempt_item, items)
    return [item[2] for item in items]


def _pin(ctx: Context, attempt_id: AttemptId, versions: Sequence[int]) -> None:
    """Keep the versions of sources and works as they are now: the attempt will always show these."""
    pins = (
        (attempt_source, question_citation, "source_version_id", source_version, source, "source_id"),
        (
            attempt_reference,
            question_version_reference,
            "reference_version_id",
            reference_version,
            reference,
            "reference_id",
        ),
    )
    for target, cited, column, version, head, parent in pins:
        current = (
            select(head.c.current_id)
            .join(version, version.c[parent] == head.c.id)
            .join(cited, cited.c[column] == version.c.id)
            .where(cited.c.version_id.in_(versions))
            .distinct()
        )
        insert_rows(ctx.db, target, [(attempt_id, number) for number in ctx.db.execute(current).scalars()])

"""Storing sets: the head and the list of questions as a version, and what is counted of them."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import delete, func, select, update

from app.domain import codec
from app.domain.question import QuestionSet
from app.services.context import Context
from app.services.storing.heads import encode_head
from app.services.storing.record import Record
from app.services.storing.versions import SETS, Current, New, Origin, store_version
from app.storage.bulk import insert_rows
from app.storage.tables.questions import (
    question,
    question_set,
    question_topic,
    set_item,
    set_topic,
)


def store_set(
    ctx: Context,
    one: QuestionSet,
    items: Sequence[tuple[int, str]],
    origin: Origin,
    current: Current | None,
    record: Record,
) -> Current:
    """Store a set's head and its items (question, identity) as a version."""
    head = msgspec.structs.replace(one, questions=())
    digest = codec.content_hash(head, [identity for _, identity in items])
    version = {"title": one.title, "head": encode_head(head)}
    new = New(one.id, digest, origin, version, {"state": one.state})
    stored, created = store_version(ctx, SETS, new, current, record)
    if created is not None:
        insert_rows(
            ctx.db, set_item, [(created, place, number) for place, (number, _) in enumerate(items, start=1)]
        )
    return stored


def count_sets(ctx: Context, set_ids: Sequence[int]) -> None:
    """Count again what sets hold: questions that are not retired, in all and by topic."""
    for set_id in set_ids:
        live = (
            select(question.c.id)
            .join(set_item, set_item.c.question_id == question.c.id)
            .join(question_set, question_set.c.current_id == set_item.c.version_id)
            .where(question_set.c.id == set_id, question.c.state != "retired")
        ).subquery()
        total = ctx.db.execute(select(func.count()).select_from(live)).scalar_one()
        ctx.db.execute(update(question_set).where(question_set.c.id == set_id).values(questions=total))
        ctx.db.execute(delete(set_topic).where(set_topic.c.set_id == set_id))
        by_topic = (
            select(question_topic.c.topic_id, func.count())
            .join(live, live.c.id == question_topic.c.question_id)
            .group_by(question_topic.c.topic_id)
        )
        rows = [(set_id, topic_id, count) for topic_id, count in ctx.db.execute(by_topic)]
        insert_rows(ctx.db, set_topic, rows)

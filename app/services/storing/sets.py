"""Storing sets: the head and the list of questions as a version, and what is counted of them."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Subquery, Table, delete, func, select, update

from app.domain import codec
from app.domain.question import QuestionSet
from app.services.context import Context
from app.services.storing.heads import encode_head
from app.services.storing.record import Record
from app.services.storing.versions import SETS, Current, New, Origin, store_version
from app.storage.bulk import insert_rows
from app.storage.tables.questions import (
    question,
    question_citation,
    question_set,
    question_topic,
    set_item,
    set_source,
    set_topic,
)
from app.storage.tables.sources import source_version


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
        rows = [(created, place, number) for place, (number, _) in enumerate(items, start=1)]
        insert_rows(ctx.db, set_item, rows)
    return stored


def count_sets(ctx: Context, set_ids: Sequence[int]) -> None:
    """Count again what sets hold: questions that are not retired, in all, by topic and by source."""
    for set_id in set_ids:
        live = (
            select(question.c.id, question.c.current_id)
            .join(set_item, set_item.c.question_id == question.c.id)
            .join(question_set, question_set.c.current_id == set_item.c.version_id)
            .where(question_set.c.id == set_id, question.c.state != "retired")
        ).subquery()
        total = ctx.db.execute(select(func.count()).select_from(live)).scalar_one()
        ctx.db.execute(update(question_set).where(question_set.c.id == set_id).values(questions=total))
        _store_counts(ctx, set_topic, set_id, _topics(ctx, live))
        _store_counts(ctx, set_source, set_id, _sources(ctx, live))


def _topics(ctx: Context, live: Subquery) -> list[tuple[int, int]]:
    number = question_topic.c.topic_id
    counted = (
        select(number, func.count()).join(live, live.c.id == question_topic.c.question_id).group_by(number)
    )
    return [(row[0], row[1]) for row in ctx.db.execute(counted)]


def _sources(ctx: Context, live: Subquery) -> list[tuple[int, int]]:
    number = source_version.c.source_id
    counted = (
        select(number, func.count(live.c.id.distinct()))
        .join(question_citation, question_citation.c.source_version_id == source_version.c.id)
        .join(live, live.c.current_id == question_citation.c.version_id)
        .group_by(number)
    )
    return [(row[0], row[1]) for row in ctx.db.execute(counted)]


def _store_counts(ctx: Context, table: Table, set_id: int, counts: Sequence[tuple[int, int]]) -> None:
    ctx.db.execute(delete(table).where(table.c.set_id == set_id))
    insert_rows(ctx.db, table, [(set_id, number, count) for number, count in counts])

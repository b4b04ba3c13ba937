"""Question sets as Today and the teacher's side list them: six statements, however many sets there are."""

from collections import defaultdict
from uuid import UUID

import msgspec
from sqlalchemy import func, select

from app.domain.ids import LearnerId, SetId
from app.domain.question import QuestionSet
from app.services.context import Context
from app.services.marks import reads
from app.services.storing.heads import decode_head
from app.services.taking.material import read_material
from app.services.views import SetRow, TopicRow
from app.storage.tables.attempts import learner_question
from app.storage.tables.questions import (
    question,
    question_set,
    question_topic,
    set_item,
    set_source,
    set_topic,
    set_version,
    topic,
)
from app.storage.tables.sources import source, source_version

_NOBODY = LearnerId(UUID(int=0))


class ListedSet(msgspec.Struct, frozen=True):
    """A set as it is now."""

    set_id: int
    head: QuestionSet
    questions: int
    shipped: bool


@reads
def list_sets(ctx: Context) -> tuple[SetRow, ...]:
    """List the sets that hold questions, for a teacher: nothing in them is anybody's."""
    ctx.require_teacher()
    return make_set_rows(ctx, read_sets(ctx), _NOBODY)


def read_sets(ctx: Context) -> list[ListedSet]:
    """Return the sets that hold questions, in the order of their titles."""
    rows = ctx.db.execute(
        select(question_set.c.id, set_version.c.head, question_set.c.questions, set_version.c.origin)
        .join(set_version, set_version.c.id == question_set.c.current_id)
        .where(question_set.c.questions > 0, question_set.c.state != "retired")
    )
    listed = [
        ListedSet(number, decode_head(head), count, origin == "shipped")
        for number, head, count, origin in rows
    ]
    return sorted(listed, key=lambda one: (one.head.title.casefold(), one.set_id))


def make_set_rows(ctx: Context, sets: list[ListedSet], learner_id: LearnerId) -> tuple[SetRow, ...]:
    """Return sets with what a student has seen of them."""
    seen = _seen(ctx, learner_id)
    topics = _topics(ctx, learner_id)
    sources = _sources(ctx)
    return tuple(
        SetRow(
            set=SetId(one.head.id),
            title=one.head.title,
            about=one.head.about,
            content_note=one.head.content_note,
            questions=one.questions,
            seen=seen.get(one.set_id, (0, 0))[0],
            right=seen.get(one.set_id, (0, 0))[1],
            sources=tuple(sources[one.set_id]),
            topics=tuple(topics[one.set_id]),
            shipped=one.shipped,
        )
        for one in sets
    )


def _seen(ctx: Context, learner_id: LearnerId) -> dict[int, tuple[int, int]]:
    """Return for each set how many questions a student has answered, and how many rightly."""
    right = func.count().filter(learner_question.c.fraction >= 1)
    rows = ctx.db.execute(
        select(question_set.c.id, func.count(), right)
        .join(set_item, set_item.c.version_id == question_set.c.current_id)
        .join(learner_question, learner_question.c.question_id == set_item.c.question_id)
        .join(question, question.c.id == set_item.c.question_id)
        .where(learner_question.c.learner_id == learner_id, question.c.state != "retired")
        .group_by(question_set.c.id)
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _topics(ctx: Context, learner_id: LearnerId) -> dict[int, list[TopicRow]]:
    rows = ctx.db.execute(
        select(question_set.c.id, question_topic.c.topic_id, func.count())
        .join(set_item, set_item.c.version_id == question_set.c.current_id)
        .join(learner_question, learner_question.c.question_id == set_item.c.question_id)
        .join(question, question.c.id == set_item.c.question_id)
        .join(question_topic, question_topic.c.question_id == set_item.c.question_id)
        .where(learner_question.c.learner_id == learner_id, question.c.state != "retired")
        .group_by(question_set.c.id, question_topic.c.topic_id)
    )
    seen = {(set_id, topic_id): count for set_id, topic_id, count in rows}
    listed = ctx.db.execute(
        select(set_topic.c.set_id, topic.c.id, topic.c.slug, topic.c.title, set_topic.c.questions)
        .join(topic, topic.c.id == set_topic.c.topic_id)
        .order_by(set_topic.c.set_id, topic.c.id)
    )
    topics: dict[int, list[TopicRow]] = defaultdict(list)
    for set_id, topic_id, slug, title, count in listed:
        topics[set_id].append(TopicRow(slug, title, count, seen.get((set_id, topic_id), 0)))
    return topics


def _sources(ctx: Context) -> dict[int, list[str]]:
    rows = ctx.db.execute(
        select(set_source.c.set_id, source_version.c.id, source_version.c.hash)
        .join(source, source.c.id == set_source.c.source_id)
        .join(source_version, source_version.c.id == source.c.current_id)
        .order_by(set_source.c.set_id, set_source.c.questions.desc(), source.c.id)
    ).all()
    sources: dict[int, list[str]] = defaultdict(list)
    for set_id, version_id, digest in rows:
        sources[set_id].append(read_material(ctx, version_id, digest).source.short)
    return sources

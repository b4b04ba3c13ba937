"""The library's question sets as values, for writing them to files."""

from collections import defaultdict
from typing import cast

import msgspec
from sqlalchemy import and_, select

from app.domain import codec
from app.domain.bank import Bank
from app.domain.ids import QuestionSlug, SetId
from app.domain.question import Level, Question, QuestionSet, State
from app.services.context import Context
from app.services.marks import background
from app.services.storing.existing import read_desk
from app.services.storing.heads import decode_head
from app.storage.settings import read_setting
from app.storage.tables.questions import (
    answer_key,
    former_name,
    question,
    question_set,
    question_topic,
    question_version,
    set_item,
    set_version,
    topic,
)
from app.storage.tables.sources import reference, reference_version, source, source_version


@background
def export_bank(ctx: Context, set_id: SetId | None = None) -> Bank:
    """Return all sets, or one, as they are now, with every source, work, topic and known term."""
    ctx.require_teacher()
    questions = read_questions(ctx, set_id)
    heads = ctx.db.execute(
        select(set_version.c.head)
        .join(question_set, question_set.c.current_id == set_version.c.id)
        .where(question_set.c.state != "retired")
        .order_by(question_set.c.id)
    ).scalars()
    sets = [head for head in map(decode_head, heads) if set_id in (None, head.id)]
    return Bank(
        sets=tuple(_filled(head, questions[head.id]) for head in sets),
        sources={one.id: one for one in map(codec.decode_source, _bodies(ctx, "source"))},
        references={one.id: one for one in map(codec.decode_reference, _bodies(ctx, "reference"))},
        topics=dict(ctx.db.execute(select(topic.c.slug, topic.c.title).order_by(topic.c.id)).all()),
        terms=tuple(_terms(ctx)),
    )


def read_questions(ctx: Context, set_id: SetId | None) -> dict[SetId, list[Question]]:
    """Return the questions of all sets, or of one, that are not retired, in the sets' order."""
    topics = _topics(ctx)
    former = _former(ctx)
    wanted = (
        select(
            question.c.id,
            question_set.c.slug,
            question.c.slug,
            question_version.c.shown,
            answer_key.c.body,
            question.c.difficulty,
            question.c.level,
            question.c.state,
            question.c.covers,
            question.c.desk,
        )
        .join(question_set, question_set.c.id == question.c.set_id)
        .join(question_version, question_version.c.id == question.c.current_id)
        .join(answer_key, answer_key.c.version_id == question_version.c.id)
        .join(
            set_item,
            and_(set_item.c.version_id == question_set.c.current_id, set_item.c.question_id == question.c.id),
        )
        .where(question.c.state != "retired")
        .order_by(question_set.c.id, set_item.c.position)
    )
    if set_id is not None:
        wanted = wanted.where(question_set.c.slug == set_id)
    questions: dict[SetId, list[Question]] = defaultdict(list)
    for number, set_slug, slug, shown, key, difficulty, level, state, covers, stored in ctx.db.execute(
        wanted
    ):
        desk = read_desk(stored)
        one = Question(
            set=SetId(set_slug),
            slug=QuestionSlug(slug),
            shown=codec.decode_shown(shown),
            key=codec.decode_key(key),
            topics=tuple(topics[number]),
            difficulty=difficulty,
            level=cast(Level, level),
            state=cast(State, state),
            covers=tuple(covers),
            formerly=tuple(former[number]),
            partner=desk.partner,
            waive=desk.waive,
        )
        questions[one.set].append(one)
    return questions


def _filled(head: QuestionSet, questions: list[Question]) -> QuestionSet:
    return msgspec.structs.replace(head, questions=tuple(questions))


def _bodies(ctx: Context, name: str) -> list[str]:
    head, version = (source, source_version) if name == "source" else (reference, reference_version)
    current = select(version.c.body).join(head, head.c.current_id == version.c.id).order_by(head.c.id)
    return list(ctx.db.execute(current).scalars())


def _topics(ctx: Context) -> dict[int, list[str]]:
    topics: dict[int, list[str]] = defaultdict(list)
    rows = ctx.db.execute(
        select(question_topic.c.question_id, topic.c.slug)
        .join(topic, topic.c.id == question_topic.c.topic_id)
        .order_by(question_topic.c.question_id, question_topic.c.place)
    )
    for number, slug in rows:
        topics[number].append(slug)
    return topics


def _former(ctx: Context) -> dict[int, list[str]]:
    former: dict[int, list[str]] = defaultdict(list)
    for number, set_slug, slug in ctx.db.execute(
        select(former_name.c.question_id, former_name.c.set_slug, former_name.c.slug)
    ):
        former[number].append(f"{set_slug}/{slug}")
    return former


def _terms(ctx: Context) -> list[str]:
    terms = {
        term: None
        for name in ("glossary_shipped", "glossary_own")
        for term in read_setting(ctx.db, name) or []
    }
    return list(terms)

"""Questions that the library holds already: what they are now, and changing what they point to."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, update

from app.domain.question import Question, Waiver
from app.services.context import Context
from app.services.storing.topics import Topics
from app.services.storing.versions import Origin
from app.storage.bulk import insert_rows
from app.storage.tables.questions import (
    former_name,
    question,
    question_set,
    question_topic,
    question_version,
    topic,
)


class Desk(msgspec.Struct, frozen=True, omit_defaults=True):
    """What editors say about a question: which ask for the right fact, and which findings they accept."""

    partner: tuple[str, ...] = ()
    waive: tuple[Waiver, ...] = ()


EMPTY_DESK = Desk()


class Facts(msgspec.Struct, frozen=True):
    """All of a question that may change: its current version, and what is not part of a version."""

    version: int
    state: str
    kind: str
    difficulty: int
    level: str
    covers: tuple[str, ...]
    topics: tuple[str, ...]
    desk: Desk = EMPTY_DESK


class Known(msgspec.Struct, frozen=True):
    """A stored question."""

    id: int
    hash: str
    origin: Origin
    facts: Facts

    @property
    def version_id(self) -> int:
        """Return its current version."""
        return self.facts.version


class Move(msgspec.Struct, frozen=True):
    """A question and what it shall be."""

    question_id: int
    facts: Facts


def read_known(ctx: Context, set_id: int, questions: Sequence[Question]) -> dict[str, Known]:
    """Return the stored questions of a set by slug; renamed ones are given their new name first."""
    slugs = _slugs(ctx, set_id)
    renamed = [one for one in questions if one.formerly]
    for one in renamed:
        if one.slug not in slugs:
            _rename(ctx, set_id, one)
    return read_set(ctx, set_id) if slugs or renamed else {}


def read_facts(ctx: Context, question_ids: Sequence[int]) -> dict[int, Facts]:
    """Return the facts of some questions."""
    facts: dict[int, Facts] = {}
    for start in range(0, len(question_ids), 500):
        some = question_ids[start : start + 500]
        rows = ctx.db.execute(_FACTS.where(question.c.id.in_(some)))
        topics = _topics(ctx, question_topic.c.question_id.in_(some))
        facts |= {row.id: _facts(row, topics) for row in rows}
    return facts


_FACTS = select(
    question.c.id,
    question.c.slug,
    question.c.current_id,
    question.c.state,
    question.c.kind,
    question.c.difficulty,
    question.c.level,
    question.c.covers,
    question.c.desk,
)


def _slugs(ctx: Context, set_id: int) -> set[str]:
    return set(ctx.db.execute(select(question.c.slug).where(question.c.set_id == set_id)).scalars())


def read_set(ctx: Context, set_id: int) -> dict[str, Known]:
    """Return the stored questions of a set by slug."""
    members = select(question.c.id).where(question.c.set_id == set_id)
    topics = _topics(ctx, question_topic.c.question_id.in_(members))
    rows = ctx.db.execute(
        _FACTS.add_columns(question_version.c.hash, question_version.c.origin)
        .join(question_version, question_version.c.id == question.c.current_id)
        .where(question.c.set_id == set_id)
    )
    return {row.slug: Known(row.id, row.hash, row.origin, _facts(row, topics)) for row in rows}


def _facts(row: Any, topics: dict[int, tuple[str, ...]]) -> Facts:
    return Facts(
        row.current_id,
        row.state,
        row.kind,
        row.difficulty,
        row.level,
        tuple(row.covers),
        topics.get(row.id, ()),
        read_desk(row.desk),
    )


def desk_of(one: Question) -> Desk:
    """Return what editors say about a question."""
    return Desk(one.partner, one.waive) if one.partner or one.waive else EMPTY_DESK


def read_desk(stored: dict[str, Any]) -> Desk:
    """Read what is stored of it."""
    return msgspec.convert(stored, Desk) if stored else EMPTY_DESK


def _topics(ctx: Context, condition: ColumnElement[bool]) -> dict[int, tuple[str, ...]]:
    rows = ctx.db.execute(
        select(question_topic.c.question_id, topic.c.slug)
        .join(topic, topic.c.id == question_topic.c.topic_id)
        .where(condition)
        .order_by(question_topic.c.question_id, question_topic.c.place)
    )
    topics: dict[int, tuple[str, ...]] = {}
    for number, slug in rows:
        topics[number] = (*topics.get(number, ()), slug)
    return topics


def find_version(ctx: Context, question_id: int, digest: str) -> int | None:
    """Return an older version of a question, or one that waits, with the same content."""
    version = question_version.c
    found = select(version.id).where(version.question_id == question_id, version.hash == digest)
    return ctx.db.execute(found.order_by(version.number.desc()).limit(1)).scalar()


def last_number(ctx: Context, question_id: int) -> int:
    """Return the number of a question's newest version."""
    newest = select(func.max(question_version.c.number)).where(question_version.c.question_id == question_id)
    return ctx.db.execute(newest).scalar() or 0


_UPDATE = (
    update(question)
    .where(question.c.id == bindparam("row"))
    .values(
        {
            name: bindparam(name)
            for name in ("current_id", "state", "kind", "difficulty", "level", "covers", "desk")
        }
    )
)


def apply(ctx: Context, moves: Iterable[Move], topics: Topics) -> None:
    """Let questions be what their moves say."""
    for move in moves:
        facts = move.facts
        ctx.db.execute(
            _UPDATE,
            {
                "row": move.question_id,
                "current_id": facts.version,
                "state": facts.state,
                "kind": facts.kind,
                "difficulty": facts.difficulty,
                "level": facts.level,
                "covers": facts.covers,
                "desk": facts.desk,
            },
        )
        ctx.db.execute(delete(question_topic).where(question_topic.c.question_id == move.question_id))
        rows = [(move.question_id, place, topics.number(slug)) for place, slug in enumerate(facts.topics)]
        insert_rows(ctx.db, question_topic, rows)


def find_question(ctx: Context, identity: str) -> int | None:
    """Return the question of an identity `set/slug`, also where it was its identity before."""
    set_slug, _, slug = identity.partition("/")
    found = (
        select(question.c.id)
        .join(question_set, question_set.c.id == question.c.set_id)
        .where(question_set.c.slug == set_slug, question.c.slug == slug)
    )
    number = ctx.db.execute(found).scalar()
    if number is not None:
        return number
    former = select(former_name.c.question_id).where(
        former_name.c.set_slug == set_slug, former_name.c.slug == slug
    )
    return ctx.db.execute(former).scalar()


def _rename(ctx: Context, set_id: int, one: Question) -> None:
    """Give a stored question its new name; the old one is remembered."""
    for identity in one.formerly:
        number = find_question(ctx, identity)
        if number is None:
            continue
        set_slug, _, slug = identity.partition("/")
        ctx.db.execute(update(question).where(question.c.id == number).values(set_id=set_id, slug=one.slug))
        known = select(former_name.c.question_id).where(
            former_name.c.set_slug == set_slug, former_name.c.slug == slug
        )
        if ctx.db.execute(known).scalar() is None:
            ctx.db.execute(insert(former_name).values(set_slug=set_slug, slug=slug, question_id=number))
        return

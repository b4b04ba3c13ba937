"""Questions to choose from. A large set is not read whole: some places of it are drawn, and those questions read."""

import random
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from app.domain.selection import Candidate
from app.storage.tables.attempts import learner_question
from app.storage.tables.questions import question, question_topic, set_item, topic

READ_WHOLE = 3000
"""A set up to this size is read whole."""
_SAMPLE = 160
_SAMPLE_OF_TOPIC = 400
_ROUNDS = 12


def read_candidates(
    db: Connection, *, version_id: int | None, topic_id: int | None, learner_id: UUID, size: int, seed: int
) -> list[Candidate]:
    """Return questions to choose `size` from, in the set's order. `version_id` None draws from all sets."""
    place = set_item.c.position if version_id is not None else question.c.id
    wanted = _candidates(version_id, topic_id, learner_id, place)
    last = _last_place(db, version_id)
    if size == 0 or last <= READ_WHOLE:
        return _read(db, wanted)
    sample = _SAMPLE if topic_id is None else _SAMPLE_OF_TOPIC
    rng = random.Random(seed)
    found: dict[int, Candidate] = {}
    for _ in range(_ROUNDS):
        drawn = rng.sample(range(1, last + 1), min(last, sample))
        found |= {one.question: one for one in _read(db, wanted.where(place.in_(drawn)))}
        if sum(not one.seen for one in found.values()) >= 3 * size:
            return list(found.values())
    return _read(db, wanted)


def _candidates(
    version_id: int | None, topic_id: int | None, learner_id: UUID, place: ColumnElement[int]
) -> Select[int, str | None, int | None]:
    main = and_(question_topic.c.question_id == question.c.id, question_topic.c.place == 0)
    seen = and_(learner_question.c.learner_id == learner_id, learner_question.c.question_id == question.c.id)
    wanted = (
        select(question.c.id, topic.c.slug, learner_question.c.question_id)
        .outerjoin(question_topic, main)
        .outerjoin(topic, topic.c.id == question_topic.c.topic_id)
        .outerjoin(learner_question, seen)
        .where(question.c.state != "retired")
        .order_by(place)
    )
    if version_id is not None:
        wanted = wanted.join(set_item, set_item.c.question_id == question.c.id).where(
            set_item.c.version_id == version_id
        )
    if topic_id is not None:
        filed = question_topic.alias("filed")
        under = select(filed.c.question_id).where(
            filed.c.question_id == question.c.id, filed.c.topic_id == topic_id
        )
        wanted = wanted.where(under.exists())
    return wanted


def _last_place(db: Connection, version_id: int | None) -> int:
    if version_id is None:
        last = select(func.max(question.c.id))
    else:
        last = select(func.max(set_item.c.position)).where(set_item.c.version_id == version_id)
    return db.execute(last).scalar() or 0


def _read(db: Connection, wanted: Select[int, str | None, int | None]) -> list[Candidate]:
    rows: Sequence[tuple[int, str | None, int | None]] = db.execute(wanted).all()
    return [Candidate(number, slug or "", seen is not None) for number, slug, seen in rows]

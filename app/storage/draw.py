"""Questions to choose from. A large set is not read whole: some places of it are drawn, and those questions read."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, func, select

from app.domain.selection import Candidate
from app.storage.tables.attempts import learner_question
from app.storage.tables.questions import question, question_topic, set_item, topic

READ_WHOLE = 3000
"""A set up to this size is read whole."""
_SAMPLE = 80
_FOR_EACH = 4
"""So many are drawn for each that is wanted: three that were not seen are enough to mix topics from."""
_STRETCH = 250
_STRETCHES = 3
_ROUNDS = 12

_main = and_(question_topic.c.question_id == question.c.id, question_topic.c.place == 0)
_seen = and_(
    learner_question.c.learner_id == bindparam("learner"), learner_question.c.question_id == question.c.id
)
_ALL = (
    select(question.c.id, topic.c.slug, learner_question.c.question_id)
    .outerjoin(question_topic, _main)
    .outerjoin(topic, topic.c.id == question_topic.c.topic_id)
    .outerjoin(learner_question, _seen)
    .where(question.c.state != "retired")
)
_OF_SET = _ALL.join(set_item, set_item.c.question_id == question.c.id).where(
    set_item.c.version_id == bindparam("version")
)
_filed = question_topic.alias("filed")
_FILED = (
    select(_filed.c.question_id)
    .where(_filed.c.question_id == question.c.id, _filed.c.topic_id == bindparam("topic"))
    .correlate(question)
    .exists()
)
_UNDER_TOPIC = select(_filed.c.question_id).where(_filed.c.topic_id == bindparam("topic"))
_FIRST = _UNDER_TOPIC.order_by(_filed.c.question_id).limit(1)
_LAST = _UNDER_TOPIC.order_by(_filed.c.question_id.desc()).limit(1)
_DRAWN: BindParameter[Any] = bindparam("drawn", expanding=True)
_DRAWN_FROM_ALL = _ALL.where(question.c.id.in_(_DRAWN)).order_by(question.c.id)
_DRAWN_FROM_SET = _OF_SET.where(set_item.c.position.in_(_DRAWN)).order_by(set_item.c.position)
_DRAWN_UNDER_TOPIC = (
    _ALL.join(set_item, set_item.c.question_id == question.c.id)
    .where(set_item.c.question_id.in_(_DRAWN))
    # A sum is found by no index: else SQLite would go through the whole set, and not to the few that were drawn.
    .where(set_item.c.version_id + 0 == bindparam("version"))
    .order_by(set_item.c.position)
)


def read_candidates(
    db: Connection, *, version_id: int | None, topic_id: int | None, learner_id: UUID, size: int, seed: int
) -> list[Candidate]:
    """Return questions to choose `size` from, in the set's order. `version_id` None draws from all sets."""
    values = {"learner": learner_id, "version": version_id, "topic": topic_id}
    values = {name: value for name, value in values.items() if value is not None}
    place = question.c.id if version_id is None else set_item.c.position
    wanted = (_ALL if version_id is None else _OF_SET).order_by(place)
    if topic_id is not None:
        wanted = wanted.where(_FILED)
    last = _last_place(db, version_id)
    if size == 0 or last <= READ_WHOLE:
        return _read(db, wanted, values)
    rng = random.Random(seed)
    drawing = _drawing(version_id, topic_id)
    found: dict[int, Candidate] = {}
    for places in _places(db, topic_id, last, rng):
        drawn = rng.sample(places, min(len(places), max(_SAMPLE, _FOR_EACH * size)))
        found |= {one.question: one for one in _read(db, drawing, {**values, "drawn": drawn})}
        if sum(not one.seen for one in found.values()) >= 3 * size:
            return list(found.values())
    return _read(db, wanted, values)


def _drawing(version_id: int | None, topic_id: int | None) -> Select[int, str | None, int | None]:
    if version_id is None:
        return _DRAWN_FROM_ALL
    return _DRAWN_FROM_SET if topic_id is None else _DRAWN_UNDER_TOPIC


def _places(db: Connection, topic_id: int | None, last: int, rng: random.Random) -> Iterator[Sequence[int]]:
    """Yield places to draw from, round after round: all of a set, or some stretches of a topic."""
    if topic_id is None:
        yield from [range(1, last + 1)] * _ROUNDS
        return
    low, high = (db.execute(end, {"topic": topic_id}).scalar() for end in (_FIRST, _LAST))
    if low is None or high is None:
        return
    for _ in range(_ROUNDS):
        starts = [rng.randint(low, high) for _ in range(_STRETCHES)]
        yield sorted({number for start in starts for number in _stretch(db, topic_id, start)})


def _stretch(db: Connection, topic_id: int, start: int) -> list[int]:
    """Return questions of a topic from one on; after the last comes the first, so that each is as likely."""
    number = _filed.c.question_id
    under = _UNDER_TOPIC.order_by(number)
    values = {"topic": topic_id, "start": start}
    from_here = under.where(number >= bindparam("start")).limit(_STRETCH)
    found = list(db.execute(from_here, values).scalars())
    if len(found) < _STRETCH:
        before = under.where(number < bindparam("start")).limit(_STRETCH - len(found))
        found += db.execute(before, values).scalars()
    return found


def _last_place(db: Connection, version_id: int | None) -> int:
    if version_id is None:
        last = select(func.max(question.c.id))
    else:
        last = select(func.max(set_item.c.position)).where(set_item.c.version_id == version_id)
    return db.execute(last).scalar() or 0


def _read(
    db: Connection, wanted: Select[int, str | None, int | None], values: Mapping[str, object]
) -> list[Candidate]:
    rows: Sequence[tuple[int, str | None, int | None]] = db.execute(wanted, values).all()
    return [Candidate(number, slug or "", seen is not None) for number, slug, seen in rows]

"""The questions of an attempt as they were stored."""

import msgspec
from sqlalchemy import bindparam, select

from app.domain import codec
from app.domain.ids import AttemptId
from app.domain.question import ShownQuestion
from app.domain.selection import Orders
from app.services.context import Context
from app.storage.tables.attempts import attempt_item
from app.storage.tables.questions import question, question_set, question_version


class Item(msgspec.Struct, frozen=True):
    """A question of an attempt as it is stored; `topic_title` is what the topic was called when it began.

    `terms_hash` names the known terms of its set today.
    """

    position: int
    version_id: int
    question_row: int
    question_id: str
    shown: ShownQuestion
    orders: Orders
    points: float
    topic: str
    topic_title: str
    terms_hash: str | None


_ITEMS = (
    select(
        attempt_item.c.position,
        question_version.c.id,
        question.c.id,
        question_set.c.slug,
        question.c.slug,
        question_version.c.shown,
        attempt_item.c.orders,
        attempt_item.c.points,
        attempt_item.c.topic,
        attempt_item.c.topic_title,
        question_set.c.terms_hash,
    )
    .join(question_version, question_version.c.id == attempt_item.c.version_id)
    .join(question, question.c.id == question_version.c.question_id)
    .join(question_set, question_set.c.id == question.c.set_id)
    .where(attempt_item.c.attempt_id == bindparam("attempt"))
    .order_by(attempt_item.c.position)
)
_ITEM = _ITEMS.where(attempt_item.c.position == bindparam("position"))


def read_item(ctx: Context, attempt_id: AttemptId, position: int) -> Item:
    """Read the question at a position."""
    return _item(*ctx.db.execute(_ITEM, {"attempt": attempt_id, "position": position}).one())


def read_items(ctx: Context, attempt_id: AttemptId) -> list[Item]:
    """Read all questions of an attempt in their order."""
    return [_item(*row) for row in ctx.db.execute(_ITEMS, {"attempt": attempt_id})]


def _item(
    position: int,
    version_id: int,
    question_row: int,
    set_slug: str,
    slug: str,
    shown: str,
    orders: object,
    points: float,
    topic: str,
    topic_title: str,
    terms_hash: str | None,
) -> Item:
    return Item(
        position,
        version_id,
        question_row,
        f"{set_slug}/{slug}",
        codec.decode_shown(shown),
        msgspec.convert(orders, Orders),
        points,
        topic,
        topic_title,
        terms_hash,
    )

"""The subjects that questions are filed under."""

from collections.abc import Mapping
from typing import Literal

from sqlalchemy import insert, select, update

from app.services.context import Context
from app.services.storing.record import Record
from app.storage.bulk import allocate
from app.storage.tables.questions import topic


class Topics:
    """The numbers of topics by slug; one that is met for the first time is added under its slug."""

    def __init__(self, ctx: Context, origin: Literal["shipped", "own"], record: Record) -> None:
        self._ctx = ctx
        self._origin = origin
        self._record = record
        rows = ctx.db.execute(select(topic.c.slug, topic.c.id))
        self._numbers: dict[str, int] = dict(rows.all())

    def number(self, slug: str, title: str = "") -> int:
        """Return the number of a topic."""
        if slug not in self._numbers:
            number = allocate(self._ctx.db, topic)
            values = {"id": number, "slug": slug, "title": title or slug, "origin": self._origin}
            self._ctx.db.execute(insert(topic).values(values))
            self._record.add("topic", number)
            self._numbers[slug] = number
        return self._numbers[slug]


def store_topics(
    ctx: Context, titles: Mapping[str, str], origin: Literal["shipped", "own"], record: Record
) -> None:
    """Store topics with their titles. What ships with the program gives way to nothing but a newer one of its own."""
    topics = Topics(ctx, origin, record)
    rows = ctx.db.execute(select(topic.c.slug, topic.c.title, topic.c.origin))
    before = {slug: (title, whose) for slug, title, whose in rows}
    for slug, title in titles.items():
        number = topics.number(slug, title)
        if slug not in before or before[slug] == (title, origin):
            continue
        old, whose = before[slug]
        if origin == "own" and (whose == "shipped" or old == title):
            continue
        ctx.db.execute(update(topic).where(topic.c.id == number).values(title=title, origin=origin))
        record.change("topic", number, {"title": old}, {"title": title})


def put_back_title(ctx: Context, number: int, title: str | None) -> None:
    """Give a topic the title it had before an import, its slug where it had none; a shipped one keeps its own."""
    ctx.db.execute(
        update(topic)
        .where(topic.c.id == number, topic.c.origin == "own")
        .values(title=topic.c.slug if title is None else title)
    )

"""The subjects that questions are filed under."""

from collections.abc import Mapping

from sqlalchemy import insert, select, update

from app.services.context import Context
from app.storage.bulk import allocate
from app.storage.tables.questions import topic


class Topics:
    """The numbers of topics by slug; one that is met for the first time is added under its slug."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        rows = ctx.db.execute(select(topic.c.slug, topic.c.id))
        self._numbers: dict[str, int] = dict(rows.all())

    def number(self, slug: str, title: str = "") -> int:
        """Return the number of a topic."""
        if slug not in self._numbers:
            number = allocate(self._ctx.db, topic)
            self._ctx.db.execute(insert(topic).values(id=number, slug=slug, title=title or slug))
            self._numbers[slug] = number
        return self._numbers[slug]


def store_topics(ctx: Context, titles: Mapping[str, str]) -> None:
    """Store topics with their titles."""
    topics = Topics(ctx)
    for slug, title in titles.items():
        number = topics.number(slug, title)
        ctx.db.execute(update(topic).where(topic.c.id == number, topic.c.title != title).values(title=title))

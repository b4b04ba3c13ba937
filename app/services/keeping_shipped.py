"""What a teacher's files may not change: the titles of topics and the works that ship with the program."""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import select

from app.domain import codec
from app.domain.bank import Bank
from app.domain.problem import Problem, Value, make_problem
from app.services.context import Context
from app.services.views import Beside
from app.storage.tables.questions import topic
from app.storage.tables.sources import reference, reference_version


def keep_shipped(ctx: Context, bank: Bank, known: Bank) -> Bank:
    """Leave out other titles of shipped topics and other content of shipped works, and say so."""
    topics = _differing(bank.topics, known.topics, _shipped_topics(ctx))
    works = _differing(bank.references, known.references, _shipped_works(ctx))
    problems = [
        _problem(bank, "topics", "topic_ships", text=slug, title=known.topics[slug]) for slug in topics
    ]
    problems += [_problem(bank, "references", "work_ships", text=slug) for slug in works]
    return msgspec.structs.replace(
        bank,
        topics={slug: title for slug, title in bank.topics.items() if slug not in topics},
        references={slug: work for slug, work in bank.references.items() if slug not in works},
        problems=(*bank.problems, *problems),
    )


def count_beside(ctx: Context, bank: Bank) -> Beside:
    """Return how many topics and works these files add or change beside the questions."""
    titles = dict(ctx.db.execute(select(topic.c.slug, topic.c.title)).all())
    current = select(reference.c.slug, reference_version.c.hash).join(
        reference_version, reference_version.c.id == reference.c.current_id
    )
    hashes = dict(ctx.db.execute(current).all())
    return Beside(
        topics=sum(titles.get(slug) != title for slug, title in bank.topics.items()),
        works=sum(hashes.get(slug) != codec.content_hash(work) for slug, work in bank.references.items()),
    )


def _differing(ours: Mapping[Any, object], known: Mapping[Any, object], shipped: set[str]) -> list[Any]:
    return [slug for slug, one in ours.items() if slug in shipped and slug in known and known[slug] != one]


def _shipped_topics(ctx: Context) -> set[str]:
    return set(ctx.db.execute(select(topic.c.slug).where(topic.c.origin == "shipped")).scalars())


def _shipped_works(ctx: Context) -> set[str]:
    shipped = select(reference.c.slug).join(
        reference_version, reference_version.c.reference_id == reference.c.id
    )
    return set(ctx.db.execute(shipped.where(reference_version.c.origin == "shipped")).scalars())


def _problem(bank: Bank, kind: str, code: str, **values: Value) -> Problem:
    """Return a problem of the first file that holds such things."""
    file = next((file.name for file in bank.files if file.kind == kind), "")
    return make_problem(code, values, file=file, line=1)

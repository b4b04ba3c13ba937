"""Storing all that was read from question-set files."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import insert, select, update

from app.domain.bank import Bank
from app.domain.known_terms import build_terms
from app.domain.question import QuestionSet
from app.domain.uncollected import no_collection
from app.services.context import Context
from app.services.storing import existing
from app.services.storing.passages import fill_passages
from app.services.storing.questions import Cited, Stored, store_questions
from app.services.storing.record import Record
from app.services.storing.sets import count_sets, store_set
from app.services.storing.sources import store_references, store_sources
from app.services.storing.topics import store_topics
from app.services.storing.versions import SETS, Current, Origin, read_current
from app.services.works import render_references
from app.storage.settings import read_setting, write_setting
from app.storage.tables.questions import question, question_set, set_item, term_list

_GLOSSARY = {"shipped": "glossary_shipped", "own": "glossary_own"}


def store_bank(ctx: Context, bank: Bank, origin: Origin, record: Record) -> dict[str, Stored]:
    """Store everything in a bank and return what became of each set's questions."""
    bank = fill_passages(bank)
    with no_collection():
        return _store(ctx, bank, origin, record)


def _store(ctx: Context, bank: Bank, origin: Origin, record: Record) -> dict[str, Stored]:
    cited = _store_cited(ctx, bank, origin, record)
    store_topics(ctx, bank.topics, origin, record)
    sets = read_current(ctx, SETS)
    stored: dict[str, Stored] = {}
    for one in bank.sets:
        current = sets.get(one.id) or _begin_set(ctx, one, origin, record)
        sets[one.id] = current
        stored[one.id] = store_questions(ctx, current.id, one.questions, origin, cited, record)
    for one in bank.sets:
        items = _items(ctx, one, stored[one.id], sets[one.id], origin)
        sets[one.id] = store_set(ctx, one, items, origin, sets[one.id], record)
    if origin == "shipped" and not any(problem.severity == "error" for problem in bank.problems):
        for one in bank.sets:
            _retire_gone(ctx, sets[one.id].id, stored[one.id].slugs, record)
    _store_glossary(ctx, bank, origin)
    for one in bank.sets:
        _store_terms(ctx, sets[one.id].id, stored[one.id].answers)
    count_sets(ctx, [current.id for current in sets.values()])
    return stored


def _store_cited(ctx: Context, bank: Bank, origin: Origin, record: Record) -> Cited:
    references = store_references(ctx, bank.references, origin, record)
    render_references(ctx)
    return Cited(store_sources(ctx, bank.sources, origin, references, record), references)


def _begin_set(ctx: Context, one: QuestionSet, origin: Origin, record: Record) -> Current:
    """Store a set that is new without items, so that its questions have a set to belong to."""
    head = msgspec.structs.replace(one, select=(), checked=())
    return store_set(ctx, head, [], origin, None, record)


def _items(
    ctx: Context, one: QuestionSet, own: Stored, current: Current, origin: Origin
) -> list[tuple[int, str]]:
    """Return a set's questions in order: its own, those it gathers; an import drops none that were there."""
    items = {number: f"{one.id}/{slug}" for number, slug in own.slugs.items()}
    for identity in one.select:
        number = existing.find_question(ctx, identity)
        if number is not None:
            items.setdefault(number, identity)
    if origin == "own":
        before = (
            select(question.c.id, question_set.c.slug, question.c.slug)
            .join(set_item, set_item.c.question_id == question.c.id)
            .join(question_set, question_set.c.id == question.c.set_id)
            .where(set_item.c.version_id == current.version_id)
            .order_by(set_item.c.position)
        )
        for number, set_slug, slug in ctx.db.execute(before):
            items.setdefault(number, f"{set_slug}/{slug}")
    return list(items.items())


def _retire_gone(ctx: Context, set_id: int, kept: Iterable[int], record: Record) -> None:
    """Retire shipped questions that the shipped set has no more."""
    shipped = select(question.c.id).where(
        question.c.set_id == set_id, question.c.origin == "shipped", question.c.state != "retired"
    )
    gone = set(ctx.db.execute(shipped).scalars()) - set(kept)
    for number, facts in existing.read_facts(ctx, sorted(gone)).items():
        ctx.db.execute(update(question).where(question.c.id == number).values(state="retired"))
        after = msgspec.structs.replace(facts, state="retired")
        record.change("question", number, msgspec.to_builtins(facts), msgspec.to_builtins(after))


def _store_glossary(ctx: Context, bank: Bank, origin: Origin) -> None:
    if bank.terms:
        write_setting(ctx.db, _GLOSSARY[origin], list(bank.terms))


def _store_terms(ctx: Context, set_id: int, answers: Iterable[str]) -> None:
    """Store for a set the known terms of typed answers: the glossary, and what its own keys say."""
    glossary = [term for name in _GLOSSARY.values() for term in read_setting(ctx.db, name) or []]
    terms = sorted({*glossary, *answers})
    built = build_terms(terms)
    if ctx.db.execute(select(term_list.c.hash).where(term_list.c.hash == built.hash)).scalar() is None:
        ctx.db.execute(insert(term_list).values(hash=built.hash, terms=terms))
    ctx.db.execute(update(question_set).where(question_set.c.id == set_id).values(terms_hash=built.hash))

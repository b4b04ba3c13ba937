"""Storing the questions of a set: new ones in bulk, changed ones as a version on top."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from app.domain import codec
from app.domain.question import Question
from app.domain.source import PlaceCitation
from app.services.context import Context
from app.services.storing import existing
from app.services.storing.existing import Facts, Known
from app.services.storing.record import Record
from app.services.storing.search_words import search_words, typed_answers
from app.services.storing.topics import Topics
from app.services.storing.versions import Current, Origin, takes_over
from app.storage.bulk import Row, allocate, insert_rows
from app.storage.search_text import add_search_text
from app.storage.tables.questions import (
    answer_key,
    question,
    question_citation,
    question_topic,
    question_version,
    question_version_reference,
)

CHUNK = 2000


class Cited(msgspec.Struct, frozen=True):
    """The current versions of what questions may cite, by name."""

    sources: Mapping[str, Current]
    references: Mapping[str, Current]


class _Content:
    """A question's two parts as they are stored, and their hash: each is made into JSON once.

    `typed` are the answers of the key that are typed words.
    """

    def __init__(self, one: Question) -> None:
        shown, key = codec.canonical(one.shown), codec.canonical(one.key)
        self.question = one
        self.typed = typed_answers(one.key.body)
        self.hash = codec.canonical_hash(shown, key)
        self.shown = codec.wrap(shown).decode()
        self.key = codec.wrap(key)


class Stored(msgspec.Struct):
    """What became of the questions of a set: their rows with their slugs in the set's order, and the typed answers."""

    slugs: dict[int, str] = {}
    answers: set[str] = set()
    added: int = 0
    updated: int = 0
    skipped: int = 0


class _Rows:
    """Rows that wait to be inserted together."""

    def __init__(self) -> None:
        self.questions: list[Row] = []
        self.versions: list[Row] = []
        self.keys: list[Row] = []
        self.topics: list[Row] = []
        self.places: list[Row] = []
        self.references: list[Row] = []
        self.words: list[tuple[int, str]] = []

    def insert(self, ctx: Context) -> None:
        """Insert them, each table at once."""
        insert_rows(ctx.db, question, self.questions)
        insert_rows(ctx.db, question_version, self.versions)
        insert_rows(ctx.db, answer_key, self.keys)
        insert_rows(ctx.db, question_topic, self.topics)
        insert_rows(ctx.db, question_citation, self.places)
        insert_rows(ctx.db, question_version_reference, self.references)
        add_search_text(ctx.db, self.words)


def store_questions(
    ctx: Context,
    set_id: int,
    questions: Sequence[Question],
    origin: Origin,
    cited: Cited,
    record: Record,
) -> Stored:
    """Store questions of one set in their order."""
    known = existing.read_known(ctx, set_id, questions)
    storing = _Storing(ctx, set_id, origin, cited, record, known)
    for chunk in _chunks(questions):
        storing.store(chunk)
        ctx.step(len(storing.stored.slugs), len(questions))
    return storing.stored


class _Storing:
    """Stores chunk by chunk, so that a large set needs little memory."""

    def __init__(
        self,
        ctx: Context,
        set_id: int,
        origin: Origin,
        cited: Cited,
        record: Record,
        known: dict[str, Known],
    ) -> None:
        self.stored = Stored()
        self._ctx = ctx
        self._set_id = set_id
        self._origin = origin
        self._cited = cited
        self._record = record
        self._known = known
        self._now = ctx.now()
        self._topics = Topics(ctx, origin, record)
        self._next_question = allocate(ctx.db, question)
        self._next_version = allocate(ctx.db, question_version)

    def store(self, chunk: Iterable[Question]) -> None:
        rows = _Rows()
        moves: list[existing.Move] = []
        first = self._next_question
        for one in chunk:
            content = _Content(one)
            self.stored.answers.update(content.typed)
            known = self._known.get(one.slug)
            if known is None:
                self._add(content, rows)
            else:
                self._compare(content, known, rows, moves)
        rows.insert(self._ctx)
        self._record.add("question", first, self._next_question - first)
        existing.apply(self._ctx, moves, self._topics)

    def _add(self, content: _Content, rows: _Rows) -> None:
        one = content.question
        question_id = self._next_question
        self._next_question += 1
        version_id = self._add_version(content, question_id, 1, rows)
        rows.questions.append(
            (
                question_id,
                self._set_id,
                one.slug,
                self._origin,
                one.state,
                one.shown.kind,
                one.difficulty,
                one.level,
                one.covers,
                existing.desk_of(one),
                version_id,
            )
        )
        for place, slug in enumerate(one.topics):
            rows.topics.append((question_id, place, self._topics.number(slug)))
        self.stored.slugs[question_id] = one.slug
        self.stored.added += 1

    def _compare(self, content: _Content, known: Known, rows: _Rows, moves: list[existing.Move]) -> None:
        """Add a version where the content differs, and let the question point to it where it may."""
        one = content.question
        self.stored.slugs[known.id] = one.slug
        version_id = known.version_id
        if content.hash != known.hash:
            found = existing.find_version(self._ctx, known.id, content.hash)
            number = existing.last_number(self._ctx, known.id) + 1
            version_id = found or self._add_version(content, known.id, number, rows)
        facts = Facts(
            version_id,
            one.state,
            one.shown.kind,
            one.difficulty,
            one.level,
            one.covers,
            one.topics,
            existing.desk_of(one),
        )
        if facts == known.facts or not takes_over(self._origin, known.origin):
            self.stored.skipped += 1
            return
        moves.append(existing.Move(known.id, facts))
        self._record.change(
            "question", known.id, msgspec.to_builtins(known.facts), msgspec.to_builtins(facts)
        )
        if comes_back(one, known):
            self.stored.added += 1
        else:
            self.stored.updated += 1

    def _add_version(self, content: _Content, question_id: int, number: int, rows: _Rows) -> int:
        version_id = self._next_version
        self._next_version += 1
        rows.versions.append(
            (version_id, question_id, number, content.hash, content.shown, self._origin, self._now)
        )
        rows.keys.append((version_id, content.key))
        rows.words.append((version_id, search_words(content.question, content.typed)))
        if content.question.key.citations:
            self._pin(content.question, version_id, rows)
        return version_id

    def _pin(self, one: Question, version_id: int, rows: _Rows) -> None:
        """Write down which versions of sources and works this version was made with."""
        works: set[str] = set()
        for number, cite in enumerate(one.key.citations):
            if not isinstance(cite, PlaceCitation):
                works.add(cite.ref)
            elif cite.source in self._cited.sources:
                source_version = self._cited.sources[cite.source].version_id
                at = cite.at
                rows.places.append(
                    (version_id, number, source_version, at.paragraph, at.sentence, cite.anchor)
                )
        rows.references.extend(
            (version_id, self._cited.references[ref].version_id)
            for ref in sorted(works)
            if ref in self._cited.references
        )


def comes_back(one: Question, known: Known) -> bool:
    """Tell whether a question was retired, by an undone import for one, and is in use again."""
    return known.facts.state == "retired" and one.state != "retired"


def _chunks(questions: Sequence[Question]) -> Iterator[list[Question]]:
    rest = iter(questions)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk

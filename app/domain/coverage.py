"""Which sentences of the documents, and which topics, the questions of a bank test, and how often."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

from app.domain.bank import Bank
from app.domain.ids import SourceId
from app.domain.question import Question
from app.domain.source import Claim, Locator, PlaceCitation, Source

Covered = Literal["never", "tested", "over_tested"]

MANY = 5
"""So many questions on one sentence are more than it needs, unless it makes as many statements."""


def level_of(questions: int, statements: int) -> Covered:
    """Return how a sentence that makes so many statements is covered by so many questions."""
    if not questions:
        return "never"
    return "over_tested" if questions >= max(MANY, statements + 1) else "tested"


class CoveredSentence(msgspec.Struct, frozen=True):
    """A sentence with the questions that cite it; `left_out`: the letters of its statements that none of them cites."""

    at: Locator
    statements: int
    questions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Return how many questions cite the sentence."""
        return len(self.questions)

    @property
    def level(self) -> Covered:
        """Return whether the sentence is tested never, as it should be, or more than it needs."""
        return level_of(self.count, self.statements)


class CoveredSource(msgspec.Struct, frozen=True):
    """A document's sentences in their order, each with what tests it."""

    id: SourceId
    title: str
    sentences: tuple[CoveredSentence, ...]

    def at_level(self, level: Covered) -> tuple[CoveredSentence, ...]:
        """Return the sentences that are covered so."""
        return tuple(sentence for sentence in self.sentences if sentence.level == level)


class CoveredTopic(msgspec.Struct, frozen=True):
    """A topic with the number of questions filed under it, and of those whose main topic it is."""

    id: str
    title: str
    questions: int
    as_main: int


class Coverage(msgspec.Struct, frozen=True):
    """What a bank tests."""

    sources: tuple[CoveredSource, ...]
    topics: tuple[CoveredTopic, ...]


def measure_coverage(bank: Bank, known: Bank | None = None) -> Coverage:
    """Measure what a bank's questions test; documents and topics that it does not bring along are looked up in `known`.

    Our own notes are no document, and are left out. Questions that are no longer asked test nothing.
    """
    questions = [question for question in bank.questions() if question.state != "retired"]
    cited = _cited(questions)
    known_sources = known.sources if known else {}
    sources = [*bank.sources.values()]
    sources += [one for name, one in known_sources.items() if name in cited and name not in bank.sources]
    titles = {**(known.topics if known else {}), **bank.topics}
    return Coverage(
        tuple(_cover(source, cited.get(source.id, {})) for source in sources if source.kind != "notes"),
        _topics(questions, titles, bank),
    )


def _cited(questions: Iterable[Question]) -> dict[str, dict[Locator, list[tuple[str, tuple[str, ...]]]]]:
    """Return by source and sentence which question cites it, with the letters of the statements that it means."""
    cited: dict[str, dict[Locator, list[tuple[str, tuple[str, ...]]]]] = {}
    for question in questions:
        for citation in question.key.citations:
            if isinstance(citation, PlaceCitation):
                places = cited.setdefault(citation.source, {})
                places.setdefault(citation.at, []).append((question.id, citation.claims))
    return cited


def _cover(source: Source, cited: dict[Locator, list[tuple[str, tuple[str, ...]]]]) -> CoveredSource:
    claims: dict[Locator, list[Claim]] = {at: [] for at in cited}
    for claim in source.claims:
        claims.setdefault(claim.at, []).append(claim)
    sentences = tuple(_sentence(at, claims[at], cited.get(at, [])) for at in sorted(claims))
    return CoveredSource(source.id, source.title, sentences)


def _sentence(at: Locator, claims: list[Claim], by: list[tuple[str, tuple[str, ...]]]) -> CoveredSentence:
    letters = [claim.letter for claim in claims]
    meant = {letter for _, wanted in by for letter in (wanted or letters)}
    questions = tuple(dict.fromkeys(question for question, _ in by))
    return CoveredSentence(
        at, len(claims), questions, tuple(letter for letter in letters if letter not in meant)
    )


def _topics(questions: list[Question], titles: dict[str, str], bank: Bank) -> tuple[CoveredTopic, ...]:
    filed = Counter(topic for question in questions for topic in dict.fromkeys(question.topics))
    main = Counter(question.topics[0] for question in questions if question.topics)
    names = dict.fromkeys((*bank.topics, *filed))
    return tuple(CoveredTopic(name, titles.get(name, name), filed[name], main[name]) for name in names)

"""Figures of a whole bank: what no single question shows, such as keys that are mostly the longest choice.

They are counted for every bank and judged from fifty questions on, and only where a figure rests on ten cases or more:
a small set says little. Questions that are no longer asked do not count.
"""

from collections import Counter
from collections.abc import Iterable
from math import erfc, sqrt
from typing import NamedTuple

import msgspec

from app.domain.bank import Bank
from app.domain.kinds import true_false
from app.domain.lint.asked import Options, options_of
from app.domain.lint.sourced import Disputed, count_disputed
from app.domain.question import Question
from app.domain.source import STATUSES

FEWEST_QUESTIONS, FEWEST_CASES = 50, 10
MOST_LONGEST = 0.30
LENGTH_RATIO = (0.9, 1.12)
LOWEST_CHANCE = 0.01
TRUE_SHARE = (0.4, 0.6)
MOST_BY_THE_SOURCE = 0.2
FEWEST_ESTABLISHED = 0.5
_WEIGHING = ("evidence", "two_sources", "status_sort", "source_support")


class Measure(msgspec.Struct, frozen=True):
    """A figure, how many cases it rests on, and the bounds it should keep; `holds` is None where it is not judged."""

    value: float | None
    cases: int
    low: float | None = None
    high: float | None = None
    holds: bool | None = None


class Figures(msgspec.Struct, frozen=True):
    """The figures of a bank. `without_partner` names questions on errors that name none on the right fact."""

    questions: int
    kinds: dict[str, int]
    statuses: dict[str, int]
    single_choice: int
    established: Measure
    by_the_source: Measure
    key_longest: Measure
    key_length: Measure
    key_position: Measure
    key_number_extreme: Measure
    true_share: Measure
    disputed: Disputed
    without_partner: tuple[str, ...]


class _Lists(NamedTuple):
    """All lists of choices, and those of them that have a single key."""

    every: list[Options]
    single: list[Options]
    unshuffled: list[Options]


def figures_of(bank: Bank, known: Bank | None = None) -> Figures:
    """Count the figures of a bank; `known` holds what it cites and does not bring along."""
    questions = [question for question in bank.questions() if question.state != "retired"]
    kinds = Counter(question.shown.kind for question in questions)
    statuses = Counter(question.key.status for question in questions)
    lists = _lists(questions)
    enough = len(questions) >= FEWEST_QUESTIONS
    truths = [one.key.body.correct for one in questions if isinstance(one.key.body, true_false.Key)]
    sources = {**(known.sources if known else {}), **bank.sources}
    names = tuple(source.short.lower() for source in sources.values() if source.kind != "notes")
    asking = [_asks_the_source(question, names) for question in questions]
    return Figures(
        questions=len(questions),
        kinds=dict(kinds),
        statuses={status: statuses[status] for status in STATUSES},
        single_choice=kinds["single_choice"],
        established=_share(
            (one.key.status == "established" for one in questions), enough, low=FEWEST_ESTABLISHED
        ),
        by_the_source=_share(asking, enough, high=MOST_BY_THE_SOURCE),
        key_longest=_share(map(_is_longest, lists.single), enough, high=MOST_LONGEST),
        key_length=_length_ratio(lists.every, enough),
        key_position=_positions(lists.unshuffled, enough),
        key_number_extreme=_share(
            (place for one in lists.single if (place := _is_extreme(one)) is not None), enough
        ),
        true_share=_share(truths, enough, low=TRUE_SHARE[0], high=TRUE_SHARE[1]),
        disputed=count_disputed(bank, known),
        without_partner=tuple(
            one.id for one in questions if one.key.status == "inaccurate" and not one.partner
        ),
    )


def _lists(questions: Iterable[Question]) -> _Lists:
    every: list[Options] = []
    for question in questions:
        every += options_of(question)
    single = [one for one in every if not one.several_keys and len(one.keys) == 1 and one.distractors]
    return _Lists(every, single, [one for one in single if not one.shuffled])


def _share(
    cases: Iterable[bool], enough: bool, *, low: float | None = None, high: float | None = None
) -> Measure:
    told = list(cases)
    return _measure(sum(told) / len(told) if told else None, len(told), enough, low, high)


def _measure(
    value: float | None, cases: int, enough: bool, low: float | None = None, high: float | None = None
) -> Measure:
    is_judged = enough and cases >= FEWEST_CASES and (low is not None or high is not None)
    holds: bool | None = None
    if value is not None and is_judged:
        holds = (low is None or value >= low) and (high is None or value <= high)
    return Measure(None if value is None else round(value, 3), cases, low, high, holds)


def _is_longest(options: Options) -> bool:
    """Tell whether the key is longer than every other choice."""
    return len(options.keys[0].text) > max(len(one.text) for one in options.distractors)


def _length_ratio(lists: list[Options], enough: bool) -> Measure:
    """Return the mean length of keys divided by that of distractors."""
    keys = [len(key.text) for one in lists for key in one.keys]
    others = [len(other.text) for one in lists for other in one.distractors]
    ratio = (sum(keys) / len(keys)) / (sum(others) / len(others)) if keys and others else None
    return _measure(ratio, len(lists), enough, *LENGTH_RATIO)


def _positions(lists: list[Options], enough: bool) -> Measure:
    """Return how likely it is that keys stand where they do by chance, in the lists that are not shuffled."""
    seen: Counter[int] = Counter()
    expected: dict[int, float] = {}
    for one in lists:
        seen[[option.is_key for option in one.all].index(True)] += 1
        for place in range(len(one.all)):
            expected[place] = expected.get(place, 0.0) + 1 / len(one.all)
    distance = sum((seen[place] - wanted) ** 2 / wanted for place, wanted in expected.items())
    chance = _chi_square_tail(distance, len(expected) - 1) if len(expected) > 1 else None
    return _measure(chance, len(lists), enough, LOWEST_CHANCE, None)


def _chi_square_tail(distance: float, degrees: int) -> float:
    """Return the chance of so large a chi-square, by the approximation of Wilson and Hilferty."""
    spread = 2 / (9 * degrees)
    return 0.5 * erfc(((distance / degrees) ** (1 / 3) - (1 - spread)) / sqrt(2 * spread))


def _is_extreme(options: Options) -> bool | None:
    """Tell whether the key is the lowest or highest of choices that are all plain numbers, None for others."""
    try:
        numbers = sorted(float(option.text) for option in options.all)
    except ValueError:
        return None
    return float(options.keys[0].text) in (numbers[0], numbers[-1])


def _asks_the_source(question: Question, names: tuple[str, ...]) -> bool:
    """Tell whether a question asks what a document says: its asking sentence, or its statement, names the document.

    The kinds that weigh sources are about documents by their nature and do not count.
    """
    if question.shown.kind in _WEIGHING:
        return False
    stem = question.shown.stem.plain().lower()
    asking = [one for one in stem.replace("? ", "?\n").replace(". ", ".\n").split("\n") if "?" in one]
    return any(name in (asking[-1] if asking else stem) for name in names)

"""Multiple response: six ways to weigh ticks on keys against ticks on distractors."""

from collections.abc import Callable
from fractions import Fraction

import msgspec

from app.domain.ids import PartId
from app.domain.kinds.multiple_response import Key, Response, Shown
from app.domain.outcome import Part
from app.domain.rules.judged import ONE, ZERO, Judged, bounded, require_distinct, require_known
from app.domain.typed.numbers import exact


class Ticks(msgspec.Struct, frozen=True):
    """A response in numbers: ticked keys and distractors, and how many there are of each."""

    hits: int
    alarms: int
    keys: int
    distractors: int


def score_multiple_response(shown: Shown, key: Key, response: Response, rule: str) -> Judged:
    """Score the ticks by one of the rules; nothing ticked is blank and earns 0."""
    ids = [choice.id for choice in shown.choices]
    require_distinct("multiple_response", response.choices)
    require_known("multiple_response", response.choices, ids)
    ticked, correct = frozenset(response.choices), frozenset(key.correct)
    parts = tuple(_part(id_, ticked=id_ in ticked, is_key=id_ in correct) for id_ in ids)
    if not ticked:
        return Judged(ZERO, parts)
    if rule == "map_response@1":
        return Judged(map_response(key, ticked), parts)
    ticks = Ticks(len(ticked & correct), len(ticked - correct), len(correct), len(set(ids) - correct))
    return Judged(bounded(_BY_COUNT[rule](ticks)), parts)


def balanced(ticks: Ticks) -> Fraction:
    """Give the share of the keys ticked less the share of the distractors ticked: ticking all earns 0."""
    return _share(ticks.hits, ticks.keys) - _share(ticks.alarms, ticks.distractors)


def all_or_nothing(ticks: Ticks) -> Fraction:
    """Give 1 for all keys and nothing else."""
    return ONE if ticks.hits == ticks.keys and not ticks.alarms else ZERO


def equal_penalty(ticks: Ticks) -> Fraction:
    """Take for each distractor ticked what each key ticked gives."""
    return _share(ticks.hits - ticks.alarms, ticks.keys)


def per_option(ticks: Ticks) -> Fraction:
    """Give the share of all choices that are judged rightly, ticked or left."""
    return _share(ticks.hits + ticks.distractors - ticks.alarms, ticks.keys + ticks.distractors)


def hits_capped(ticks: Ticks) -> Fraction:
    """Give the share of the keys ticked, nothing if more choices are ticked than there are keys."""
    return ZERO if ticks.hits + ticks.alarms > ticks.keys else _share(ticks.hits, ticks.keys)


def map_response(key: Key, ticked: frozenset[PartId]) -> Fraction:
    """Add the weights of the ticked choices, as shares of the points; first the lower, then the upper bound holds."""
    default = exact(key.weight_default)
    total = sum((exact(key.weights[c]) if c in key.weights else default for c in ticked), ZERO)
    if key.lower:
        total = max(total, exact(key.lower))
    if key.upper:
        total = min(total, exact(key.upper))
    return bounded(total, -ONE, ONE)


_BY_COUNT: dict[str, Callable[[Ticks], Fraction]] = {
    "balanced@1": balanced,
    "all_or_nothing@1": all_or_nothing,
    "equal_penalty@1": equal_penalty,
    "per_option@1": per_option,
    "hits_capped@1": hits_capped,
}


def _share(count: int, of: int) -> Fraction:
    return Fraction(count, of) if of else ZERO


def _part(id_: PartId, *, ticked: bool, is_key: bool) -> Part:
    match ticked, is_key:
        case True, True:
            return Part(id_, ONE, "hit")
        case True, False:
            return Part(id_, ZERO, "false_alarm")
        case False, True:
            return Part(id_, ZERO, "miss")
        case _:
            return Part(id_, ONE, "rightly_left")

"""Ordering: five ways to say how near an order is to the right one. Items of one group are tied."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from app.domain.ids import PartId
from app.domain.kinds.ordering import Key, Response, Shown
from app.domain.outcome import Part
from app.domain.rules.judged import ONE, ZERO, Judged, bounded, key_misfit, misfit

Ranks = Sequence[int]
"""The number of the right group of each item, in the order given."""


def score_ordering(shown: Shown, key: Key, response: Response, rule: str) -> Judged:
    """Score an order by one of the rules; each item is said to stand in its place or not."""
    ids = {item.id for item in shown.items}
    group_of = {item: number for number, group in enumerate(key.groups) for item in group}
    if ids != set(group_of) or not ids:
        raise key_misfit("ordering", "items_differ")
    if not response.order:
        return Judged(ZERO, tuple(Part(item.id, ZERO, "blank") for item in shown.items))
    if len(response.order) != len(ids) or set(response.order) != ids:
        raise misfit("ordering", "items_differ")
    ranks = [group_of[item] for item in response.order]
    return Judged(bounded(_RULES[rule](ranks)), _parts(response.order, ranks))


def kendall(ranks: Ranks) -> Fraction:
    """Give the pairs in the right order less those in the wrong one, as a share of the pairs that are not tied."""
    pairs = [(one, other) for one, other in combinations(ranks, 2) if one != other]
    right = sum(one < other for one, other in pairs)
    return Fraction(2 * right - len(pairs), len(pairs)) if pairs else ONE


def exact_order(ranks: Ranks) -> Fraction:
    """Give 1 for the whole order and nothing else."""
    return ONE if list(ranks) == sorted(ranks) else ZERO


def adjacent(ranks: Ranks) -> Fraction:
    """Give the share of neighbours of which the second may directly follow the first."""
    steps = [other - one for one, other in pairwise(ranks)]
    return Fraction(sum(step in (0, 1) for step in steps), len(steps)) if steps else ONE


def absolute(ranks: Ranks) -> Fraction:
    """Give the share of the items that stand in their place; one shift costs every place it passes."""
    return Fraction(sum(_in_place(ranks)), len(ranks))


def longest_run(ranks: Ranks) -> Fraction:
    """Give the steps within the longest unbroken piece of the right order, as a share of all steps."""
    if len(ranks) == 1:
        return ONE
    longest = max(_run_from(ranks, start) for start in range(len(ranks)))
    return Fraction(longest - 1, len(ranks) - 1)


_RULES: dict[str, Callable[[Ranks], Fraction]] = {
    "kendall@1": kendall,
    "exact@1": exact_order,
    "adjacent@1": adjacent,
    "absolute@1": absolute,
    "longest_run@1": longest_run,
}


def _run_from(ranks: Ranks, start: int) -> int:
    """Return the length of the piece of a right order that begins here: a tied group must be whole to be passed."""
    length, in_group = 1, 1
    for one, other in pairwise(ranks[start:]):
        passed_whole = in_group == ranks.count(one) or one == ranks[start]
        if other == one:
            in_group += 1
        elif other == one + 1 and passed_whole:
            in_group = 1
        else:
            break
        length += 1
    return length


def _in_place(ranks: Ranks) -> list[bool]:
    return [given == right for given, right in zip(ranks, sorted(ranks), strict=True)]


def _parts(order: Sequence[PartId], ranks: Ranks) -> tuple[Part, ...]:
    return tuple(
        Part(item, ONE, "in_place") if right else Part(item, ZERO, "moved")
        for item, right in zip(order, _in_place(ranks), strict=True)
    )

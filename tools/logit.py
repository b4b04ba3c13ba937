"""A conditional logit: how much each feature of a choice speaks for its being the key. Small, and in plain Python."""

import math
from collections.abc import Sequence
from typing import NamedTuple

Vector = list[float]


class Case(NamedTuple):
    """A list of choices: the features of each, and which of them is right."""

    features: list[Vector]
    right: int


def fit(cases: Sequence[Case], *, ridge: float = 1.0, rounds: int = 8) -> Vector:
    """Return the weights that make the right choices likeliest, by Newton's method; `ridge` keeps them small."""
    size = len(cases[0].features[0])
    weights = [0.0] * size
    for _ in range(rounds):
        slope = [-ridge * weight for weight in weights]
        curve = [[ridge if row == column else 0.0 for column in range(size)] for row in range(size)]
        for case in cases:
            _add(case, weights, slope, curve)
        step = solve(curve, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def _add(case: Case, weights: Vector, slope: Vector, curve: list[Vector]) -> None:
    """Add one case's share of the slope and the curvature of the likelihood."""
    chances = chances_of(case.features, weights)
    mean = [
        sum(chance * row[at] for chance, row in zip(chances, case.features, strict=True))
        for at in range(len(weights))
    ]
    for at, value in enumerate(case.features[case.right]):
        slope[at] += value - mean[at]
    for chance, row in zip(chances, case.features, strict=True):
        apart = [value - centre for value, centre in zip(row, mean, strict=True)]
        for at, one in enumerate(apart):
            if one:
                line, share = curve[at], chance * one
                for other, two in enumerate(apart):
                    line[other] += share * two


def scores_of(features: list[Vector], weights: Sequence[float]) -> Vector:
    """Return the weighted sum of each choice's features."""
    return [sum(weight * value for weight, value in zip(weights, row, strict=True)) for row in features]


def chances_of(features: list[Vector], weights: Sequence[float]) -> Vector:
    """Return how likely each choice is to be the key."""
    scores = scores_of(features, weights)
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def solve(matrix: list[Vector], right: Vector) -> Vector:
    """Solve a system of linear equations by elimination with pivots."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            share = rows[row][column] / rows[column][column]
            if share:
                rows[row] = [one - share * two for one, two in zip(rows[row], rows[column], strict=True)]
    found = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][at] * found[at] for at in range(row + 1, size))
        found[row] = (rows[row][size] - known) / rows[row][row]
    return found

"""Points as people read them: exact where a small fraction says it, else to two places."""

from fractions import Fraction
from typing import Final

_LARGEST_DENOMINATOR: Final = 24
_SAME: Final = 1e-6


def points(value: float) -> str:
    """Write points: "7", "7 1/2", "1/3", "6.43"; a true minus before what is less than nothing."""
    sign, value = ("\u2212", -value) if value < 0 else ("", value)
    exact = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    if abs(exact - value) > _SAME:
        return f"{sign}{value:.2f}"
    whole, rest = divmod(exact.numerator, exact.denominator)
    if not rest:
        return f"{sign}{whole}"
    part = f"{rest}/{exact.denominator}"
    return f"{sign}{whole}\u00a0{part}" if whole else f"{sign}{part}"


def score_of(score: float, most: float) -> str:
    """Write a score: "7 of 10", "7 1/2 of 10"."""
    return f"{points(score)} of {points(most)}"

"""Points as people read them: a score to one place or two, and what one answer earned exactly, as a fraction."""

from fractions import Fraction
from typing import Final

_LARGEST_DENOMINATOR: Final = 24
_SAME: Final = 1e-6
_SIGNS: Final = {
    Fraction(1, 2): "\u00bd",
    Fraction(1, 3): "\u2153",
    Fraction(2, 3): "\u2154",
    Fraction(1, 4): "\u00bc",
    Fraction(3, 4): "\u00be",
    Fraction(1, 5): "\u2155",
    Fraction(2, 5): "\u2156",
    Fraction(3, 5): "\u2157",
    Fraction(4, 5): "\u2158",
    Fraction(1, 6): "\u2159",
    Fraction(5, 6): "\u215a",
    Fraction(1, 8): "\u215b",
    Fraction(3, 8): "\u215c",
    Fraction(5, 8): "\u215d",
    Fraction(7, 8): "\u215e",
}


def points(value: float) -> str:
    """Write points exactly: "7", "7½", "7 and 5/12", "1/3", "6.43"; a true minus before what is less than nothing."""
    sign, value = ("\u2212", -value) if value < 0 else ("", value)
    exact = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    if abs(exact - value) > _SAME:
        return f"{sign}{value:.2f}"
    whole, rest = divmod(exact.numerator, exact.denominator)
    if not rest:
        return f"{sign}{whole}"
    if not whole:
        return f"{sign}{rest}/{exact.denominator}"
    part = _SIGNS.get(exact - whole)
    return f"{sign}{whole}{part}" if part else f"{sign}{whole}\u00a0and\u00a0{rest}/{exact.denominator}"


def score_of(score: float, most: float) -> str:
    """Write a score: "7 of 10", "2.25 of 3", "8.4 of 10"; one that is not whole is never rounded to all or nothing."""
    return f"{_decimal(score, most)} of {_decimal(most, most)}"


def _decimal(value: float, most: float) -> str:
    """Write a number to two places where they say it exactly, else to one."""
    sign, size = ("\u2212", -value) if value < 0 else ("", value)
    hundredths = round(size * 100)
    if abs(size - hundredths / 100) <= _SAME:
        whole, rest = divmod(hundredths, 100)
        return f"{sign}{whole}.{rest:02}".rstrip("0").removesuffix(".")
    said = f"{size:.1f}"
    is_part = _SAME < size < most - _SAME
    if is_part and float(said) in (0.0, most):
        said = f"{min(max(size, 0.01), most - 0.01):.2f}"
    return sign + said.removesuffix(".0")

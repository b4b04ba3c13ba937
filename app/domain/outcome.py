"""What scoring says of a response."""

from fractions import Fraction
from typing import Literal

import msgspec

from app.domain.ids import PartId

Verdict = Literal["correct", "partly", "wrong", "blank"]


class Part(msgspec.Struct, frozen=True):
    """One judged part: a choice, a pair, an item, a gap, or the whole typed answer.

    `code` says why in one word (`hit`, `miss`, `false_alarm`, `right`, `wrong`, `blank`, `typo`, `foreseen`,
    `other_term`, `too_far`, `not_a_number`, `hedged` ...); `accepted_as` is the form that a typed answer was taken for;
    `foreseen` is the number of the foreseen answer that applies, from 0.
    """

    id: PartId
    fraction: Fraction
    code: str
    accepted_as: str = ""
    foreseen: int | None = None


class Outcome(msgspec.Struct, frozen=True):
    """The fraction earned, exact and in [-1, 1], by which rule (name@number), and the parts it is made of."""

    fraction: Fraction
    rule: str
    verdict: Verdict
    parts: tuple[Part, ...] = ()


def verdict_of(fraction: Fraction, *, blank: bool = False) -> Verdict:
    """Return the verdict that a fraction is shown as."""
    if blank:
        return "blank"
    if fraction >= 1:
        return "correct"
    return "partly" if fraction > 0 else "wrong"


def stored_fraction(fraction: Fraction) -> float:
    """Return the number that is stored for an exact fraction: the one function that turns fractions into floats."""
    return round(fraction.numerator / fraction.denominator, 9)

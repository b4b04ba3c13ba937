"""What every rule returns, and the two ways in which a question, its key and a response may not belong together."""

from collections.abc import Iterable
from fractions import Fraction

import msgspec

from app.domain.errors import FootnoteError
from app.domain.ids import PartId
from app.domain.outcome import Part

ANSWER = PartId("answer")
"""The one part of a question whose answer has no parts."""
ZERO, ONE = Fraction(0), Fraction(1)

PART_CODES = frozenset(
    "right wrong blank "  # single choice, true or false, matching, gaps, typed answers
    "hit miss false_alarm rightly_left "  # multiple response
    "in_place moved "  # ordering
    "typo foreseen other_term between_terms too_far negation number_differs other_word "  # typed words
    "near not_a_number hedged grouping too_large unknown_unit "  # numbers
    "less_precise not_a_date two_digits".split()  # years and dates
)
"""Every code that a part can have; `app.words` says each in a sentence."""


class Judged(msgspec.Struct, frozen=True):
    """A fraction and the parts it is made of."""

    fraction: Fraction
    parts: tuple[Part, ...]


def whole(fraction: Fraction, code: str, *, accepted_as: str = "", foreseen: int | None = None) -> Judged:
    """Judge an answer that has no parts."""
    return Judged(fraction, (Part(ANSWER, fraction, code, accepted_as, foreseen),))


def bounded(fraction: Fraction, low: Fraction = ZERO, high: Fraction = ONE) -> Fraction:
    """Return the nearest fraction that lies between two bounds."""
    return max(low, min(high, fraction))


def misfit(kind: str, reason: str) -> FootnoteError:
    """Make the error for a response that cannot have been given to this question."""
    return FootnoteError("response_does_not_fit", kind=kind, reason=reason)


def key_misfit(kind: str, reason: str) -> FootnoteError:
    """Make the error for a key that cannot score its question."""
    return FootnoteError("key_does_not_fit", kind=kind, reason=reason)


def require_known(kind: str, given: Iterable[PartId], known: Iterable[PartId]) -> None:
    """Refuse identifiers that the question does not have."""
    if not set(given) <= set(known):
        raise misfit(kind, "unknown_part")


def require_distinct(kind: str, given: tuple[PartId, ...]) -> None:
    """Refuse an identifier given twice."""
    if len(set(given)) != len(given):
        raise misfit(kind, "part_twice")

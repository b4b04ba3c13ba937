"""What a mode can do to an outcome after its rule: certainty, further tries, a hint, a price for guessing."""

from fractions import Fraction

import msgspec

from app.domain.errors import FootnoteError
from app.domain.outcome import Outcome
from app.domain.rules.judged import ZERO

_IF_RIGHT = {1: 1, 2: 2, 3: 3}
_IF_WRONG = {1: 0, 2: -2, 3: -6}
A_TRY = Fraction(1, 3)
A_HINT = Fraction(1, 4)


def certainty_marks(outcome: Outcome, certainty: int) -> Fraction:
    """Return marks from -6 to 3 for low, middle or high certainty (1 to 3); a blank earns 0.

    Being sure pays for who is right more than four times of five, being unsure for who is right less than twice
    of three.
    """
    if certainty not in _IF_RIGHT:
        raise FootnoteError("modifier_does_not_fit", value=certainty)
    if outcome.verdict == "blank":
        return ZERO
    if outcome.fraction > 0:
        return _IF_RIGHT[certainty] * outcome.fraction
    return Fraction(_IF_WRONG[certainty])


def after_tries(outcome: Outcome, wrong_tries: int, penalty: Fraction = A_TRY) -> Outcome:
    """Take a penalty for each wrong try before this answer; what is taken never goes below 0."""
    return _less(outcome, _count(wrong_tries) * _penalty(penalty), "tries@1")


def after_hints(outcome: Outcome, hints: int = 1, penalty: Fraction = A_HINT) -> Outcome:
    """Take the author's penalty for each hint that was opened; what is taken never goes below 0."""
    return _less(outcome, _count(hints) * _penalty(penalty), "hint@1")


def formula_scoring(outcome: Outcome, choices: int) -> Outcome:
    """Take 1/(choices - 1) for a wrong answer, so that blind guessing earns 0 on average; a blank earns 0."""
    if choices < 2:
        raise FootnoteError("modifier_does_not_fit", value=choices)
    wrong = outcome.verdict == "wrong"
    fraction = Fraction(-1, choices - 1) if wrong else outcome.fraction
    return _changed(outcome, fraction, "formula_scoring@1")


def _less(outcome: Outcome, amount: Fraction, rule: str) -> Outcome:
    fraction = outcome.fraction
    return _changed(outcome, min(fraction, max(ZERO, fraction - amount)), rule)


def _changed(outcome: Outcome, fraction: Fraction, rule: str) -> Outcome:
    return msgspec.structs.replace(outcome, fraction=fraction, rule=f"{outcome.rule}+{rule}")


def _count(count: int) -> int:
    if count < 0:
        raise FootnoteError("modifier_does_not_fit", value=count)
    return count


def _penalty(penalty: Fraction) -> Fraction:
    if not 0 <= penalty <= 1:
        raise FootnoteError("modifier_does_not_fit", value=str(penalty))
    return penalty

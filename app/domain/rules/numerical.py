"""Numerical: a number within a tolerance or range, with tiers and units."""

from fractions import Fraction

from app.domain.kinds.numerical import Key, Response, Shown, Tier
from app.domain.rules.judged import ONE, ZERO, Judged, bounded, key_misfit, whole
from app.domain.typed.numbers import exact, read_number


def score_number(shown: Shown, key: Key, response: Response) -> Judged:
    """Score by `numerical`: all bounds included; the larger of the two tolerances holds."""
    if not response.text.strip():
        return whole(ZERO, "blank")
    units = {unit: exact(factor) for unit, factor in key.units.items()}
    if shown.unit:
        units.setdefault(shown.unit, ONE)
    given = read_number(response.text, units, decimal_comma=key.decimal_comma)
    if given.value is None:
        return whole(ZERO, given.reason)
    if _is_right(key, given.value):
        return whole(ONE, "right")
    for number, foreseen in enumerate(key.foreseen):
        forms = (foreseen.answer, *foreseen.accept)
        if given.value in [read_number(f, units, decimal_comma=key.decimal_comma).value for f in forms]:
            credit = bounded(exact(foreseen.credit), -ONE, ONE)
            return whole(credit, "foreseen", accepted_as=foreseen.answer, foreseen=number)
    credit = max((_tier_credit(tier, key, given.value) for tier in key.tiers), default=ZERO)
    return whole(credit, "near") if credit > 0 else whole(ZERO, "wrong")


def within(value: Fraction, wanted: Fraction, tolerance: Fraction, relative: Fraction) -> bool:
    """Tell whether a value lies within the larger of an absolute and a relative tolerance, bounds included."""
    if tolerance < 0 or relative < 0:
        raise key_misfit("numerical", "negative_tolerance")
    return abs(value - wanted) <= max(tolerance, relative * abs(wanted))


def _is_right(key: Key, value: Fraction) -> bool:
    """Tell whether a value lies in the range, or within the tolerance of the answer; a bound left out is open."""
    in_range = bool(key.low or key.high)
    if key.low and value < exact(key.low):
        in_range = False
    if key.high and value > exact(key.high):
        in_range = False
    return in_range or within(value, exact(key.answer), exact(key.tolerance), exact(key.relative))


def _tier_credit(tier: Tier, key: Key, value: Fraction) -> Fraction:
    tolerance = exact(tier.tolerance)
    absolute, relative = (ZERO, tolerance) if tier.relative else (tolerance, ZERO)
    holds = within(value, exact(key.answer), absolute, relative)
    return bounded(exact(tier.credit)) if holds else ZERO

"""Cloze: each gap by the rule of its own kind, then the weighted mean."""

from fractions import Fraction
from typing import assert_never

import msgspec

from app.domain.ids import PartId
from app.domain.kinds import cloze, numerical, short_answer, single_choice
from app.domain.known_terms import KnownTerms
from app.domain.outcome import Part
from app.domain.rules.choice import score_single_choice
from app.domain.rules.dates import score_date, score_year
from app.domain.rules.judged import ZERO, Judged, key_misfit, require_known
from app.domain.rules.numerical import score_number
from app.domain.rules.short_answer import score_typed
from app.domain.typed.numbers import exact


def score_weighted_mean(
    shown: cloze.Shown, key: cloze.Key, response: cloze.Response, terms: KnownTerms
) -> Judged:
    """Score by `weighted_mean`: a gap left empty is blank and earns nothing; each gap follows its first rule."""
    keys = {gap.id: gap for gap in key.gaps}
    if set(keys) != {gap.id for gap in shown.gaps} or not keys:
        raise key_misfit("cloze", "gaps_differ")
    require_known("cloze", response.gaps, keys)
    weights = [exact(keys[gap.id].weight) for gap in shown.gaps]
    if min(weights) < 0 or not sum(weights):
        raise key_misfit("cloze", "no_weight")
    parts = tuple(_gap(gap, keys[gap.id].body, response.gaps.get(gap.id, ""), terms) for gap in shown.gaps)
    earned = sum((weight * part.fraction for weight, part in zip(weights, parts, strict=True)), ZERO)
    return Judged(earned / sum(weights, Fraction(0)), parts)


def score_numerical_as_asked(
    shown: numerical.Shown, key: numerical.Key, response: numerical.Response
) -> Judged:
    """Score a numerical answer by the rule of what is asked for: a number, a year or a date."""
    match shown.answer_as:
        case "number":
            return score_number(shown, key, response)
        case "year":
            return score_year(key, response)
        case "date":
            return score_date(key, response)
        case _ as unreachable:
            assert_never(unreachable)


def _gap(gap: cloze.ShownGap, key: cloze.GapKey, given: str, terms: KnownTerms) -> Part:
    judged = _judge_gap(gap.body, key, given, terms)
    return msgspec.structs.replace(judged.parts[0], id=gap.id)


def _judge_gap(shown: cloze.GapShown, key: cloze.GapKey, given: str, terms: KnownTerms) -> Judged:
    match shown, key:
        case single_choice.Shown(), single_choice.Key():
            choice = PartId(given) if given.strip() else None
            return score_single_choice(shown, key, single_choice.Response(choice))
        case short_answer.Shown(), short_answer.Key():
            return score_typed(key, short_answer.Response(given), terms)
        case numerical.Shown(), numerical.Key():
            return score_numerical_as_asked(shown, key, numerical.Response(given))
        case _:
            raise key_misfit("cloze", "gaps_differ")

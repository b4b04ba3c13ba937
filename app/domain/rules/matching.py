"""Matching: the share of the pairs that are right."""

from fractions import Fraction

from app.domain.ids import PartId
from app.domain.kinds.matching import Key, Response, Shown
from app.domain.outcome import Part
from app.domain.rules.judged import ONE, ZERO, Judged, key_misfit, require_known


def score_pairs(shown: Shown, key: Key, response: Response) -> Judged:
    """Score by `pairs`: every premise counts the same; a premise left out is blank and earns nothing."""
    premises = [premise.id for premise in shown.premises]
    require_known("matching", response.pairs, premises)
    require_known("matching", response.pairs.values(), (target.id for target in shown.targets))
    if not premises or not set(premises) <= set(key.pairs):
        raise key_misfit("matching", "no_pair")
    parts = tuple(_part(premise, key.pairs[premise], response.pairs.get(premise)) for premise in premises)
    return Judged(Fraction(sum(part.code == "right" for part in parts), len(parts)), parts)


def _part(premise: PartId, wanted: PartId, given: PartId | None) -> Part:
    if given is None:
        return Part(premise, ZERO, "blank")
    return Part(premise, ONE, "right") if given == wanted else Part(premise, ZERO, "wrong")

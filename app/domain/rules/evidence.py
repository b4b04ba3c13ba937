"""Evidence alone or with an answer, and two sources: places in passages, of which any keyed one is right."""

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from app.domain.ids import PartId
from app.domain.kinds import evidence, single_choice, two_sources
from app.domain.kinds.passage import Passage
from app.domain.outcome import Part
from app.domain.rules.choice import score_single_choice
from app.domain.rules.judged import ONE, ZERO, Judged, key_misfit, misfit
from app.domain.source import Locator


def score_evidence(
    shown: evidence.Shown, key: evidence.Key, response: evidence.Response, rule: str
) -> Judged:
    """Score by `evidence`: a keyed place earns 1; by `answer_and_evidence`: place and answer earn a half each."""
    together = rule == "answer_and_evidence@1"
    if together != (key.answer is not None) or together != (shown.answer is not None):
        raise key_misfit("evidence", "rule_and_answer")
    place = _place("evidence", evidence.PLACE, shown.passage, key.places, response.place)
    if shown.answer is None or key.answer is None:
        if response.choice is not None:
            raise misfit("evidence", "unknown_part")
        return _mean(place)
    given = single_choice.Response(response.choice)
    answer = score_single_choice(shown.answer, key.answer, given).parts[0]
    return _mean(msgspec.structs.replace(answer, id=evidence.ANSWER), place)


def score_two_sources(
    shown: two_sources.Shown, key: two_sources.Key, response: two_sources.Response
) -> Judged:
    """Score by `thirds`: the relation and a place in each passage; unrelated ones have the relation alone."""
    relation = _part(two_sources.RELATION, response.relation, (key.relation,))
    places = [
        _place("two_sources", part, passage, keyed or (), given, asked=key.relation != "unrelated")
        for part, passage, keyed, given in zip(
            two_sources.PLACES, shown.passages, key.places, response.places, strict=True
        )
    ]
    return _mean(relation) if key.relation == "unrelated" else _mean(relation, *places)


def _place(
    kind: str,
    part: PartId,
    passage: Passage,
    keyed: Sequence[Locator],
    given: Locator | None,
    *,
    asked: bool = True,
) -> Part:
    if asked != bool(keyed) or not all(map(passage.holds, keyed)):
        raise key_misfit(kind, "places")
    known = {one.at for one in passage.sentences}
    if given is not None and not (given in known if known else passage.holds(given)):
        raise misfit(kind, "unknown_part")
    return _part(part, given, keyed)


def _part(part: PartId, given: object, right: Sequence[object]) -> Part:
    if given is None:
        return Part(part, ZERO, "blank")
    return Part(part, ONE, "right") if given in right else Part(part, ZERO, "wrong")


def _mean(*parts: Part) -> Judged:
    return Judged(Fraction(sum(part.fraction for part in parts), len(parts)), parts)

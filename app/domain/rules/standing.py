"""Status sort and source support: how sure a statement is, who says it, and whether a work bears it out."""

from collections.abc import Mapping
from fractions import Fraction

from app.domain.ids import PartId
from app.domain.kinds import source_support, status_sort
from app.domain.outcome import Part
from app.domain.rules.judged import ONE, ZERO, Judged, key_misfit, misfit, require_known, whole


def score_statements(
    shown: status_sort.Shown, key: status_sort.Key, response: status_sort.Response
) -> Judged:
    """Score by `statements`: every status and every voice that is asked counts the same; left out is blank."""
    ids = [statement.id for statement in shown.statements]
    parts: list[Part] = []
    for asked, right, given, part_of in (
        (shown.ask != "voice", key.statuses, response.statuses, PartId),
        (shown.ask != "status", key.voices, response.voices, status_sort.voice_part),
    ):
        if not asked and given:
            raise misfit("status_sort", "not_asked")
        require_known("status_sort", given, ids)
        if asked:
            parts += [_part(part_of(one), _keyed(right, one), given.get(one)) for one in ids]
    if not parts:
        raise key_misfit("status_sort", "no_statement")
    return Judged(Fraction(sum(part.fraction for part in parts), len(parts)), tuple(parts))


def score_source_support(key: source_support.Key, response: source_support.Response) -> Judged:
    """Score by `source_support`: the right answer earns 1."""
    if response.support is None:
        return whole(ZERO, "blank")
    return whole(ONE, "right") if response.support == key.support else whole(ZERO, "wrong")


def _keyed(right: Mapping[PartId, str], statement: PartId) -> str:
    if statement not in right:
        raise key_misfit("status_sort", "statement_without_key")
    return right[statement]


def _part(part: PartId, right: str, given: str | None) -> Part:
    if given is None:
        return Part(part, ZERO, "blank")
    return Part(part, ONE, "right") if given == right else Part(part, ZERO, "wrong")

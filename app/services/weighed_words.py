"""Responses and keys of the kinds that weigh sources, in words: places as "source 7.5", codes as they are."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from app.domain.ids import PartId
from app.domain.kinds import (
    ShownBody,
    WeighingKey,
    WeighingResponse,
    evidence,
    source_support,
    status_sort,
    two_sources,
)
from app.domain.kinds.passage import Passage
from app.domain.source import Locator

BETWEEN = "; "


def describe_weighed(
    shown: ShownBody, words: Mapping[PartId, str], given: WeighingResponse | WeighingKey
) -> str:
    """Return a response or a key in words; "" where it is blank. Several right places are joined by "or"."""
    match given:
        case evidence.Response(place=place, choice=choice):
            return _evidence(shown, words, choice, (place,))
        case evidence.Key(places=places, answer=answer):
            return _evidence(shown, words, answer.correct if answer is not None else None, places)
        case two_sources.Response(relation=relation, places=(first, second)):
            return _two_sources(shown, relation, ((first,), (second,)))
        case two_sources.Key(relation=relation, places=keyed):
            return _two_sources(shown, relation, keyed)
        case status_sort.Response(statuses=statuses, voices=voices):
            return _sorted(
                words, [one for one in words if one in statuses or one in voices], statuses, voices
            )
        case status_sort.Key(order=order, statuses=statuses, voices=voices):
            return _sorted(words, order, statuses, voices)
        case source_support.Response(support=support) | source_support.Key(support=support):
            return support or ""
        case _ as unreachable:
            assert_never(unreachable)


def _evidence(
    shown: ShownBody, words: Mapping[PartId, str], choice: PartId | None, places: Iterable[Locator | None]
) -> str:
    assert isinstance(shown, evidence.Shown)
    answer = words[choice] if choice is not None else ""
    return BETWEEN.join(part for part in (answer, _places(shown.passage, places)) if part)


def _two_sources(shown: ShownBody, relation: str | None, places: Iterable[Iterable[Locator | None]]) -> str:
    assert isinstance(shown, two_sources.Shown)
    found = [_places(passage, some) for passage, some in zip(shown.passages, places, strict=True)]
    return BETWEEN.join(part for part in (relation or "", *found) if part)


def _places(passage: Passage, places: Iterable[Locator | None]) -> str:
    found = " or ".join(str(at) for at in places if at is not None)
    return f"{passage.source} {found}" if found else ""


def _sorted(
    words: Mapping[PartId, str],
    order: Iterable[PartId],
    statuses: Mapping[PartId, str],
    voices: Mapping[PartId, str],
) -> str:
    return BETWEEN.join(
        f"{words[one]} = {', '.join(given[one] for given in (statuses, voices) if one in given)}"
        for one in order
    )

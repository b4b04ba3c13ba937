"""Questions and responses of the kinds that weigh sources, for their table: words to bodies and answers."""

from typing import Any

import msgspec

from app.domain.ids import PartId, ReferenceId, SourceId
from app.domain.kinds import (
    KeyBody,
    Response,
    ShownBody,
    evidence,
    single_choice,
    source_support,
    status_sort,
    two_sources,
)
from app.domain.kinds.matching import Side
from app.domain.kinds.passage import Passage, ShownSentence
from app.domain.source import Locator, WorkCitation
from app.domain.text import Text


def evidence_bodies(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    """Return an evidence question; the first choice of an answer is its key."""
    passage = _passage(str(group["passage"]), str(group.get("shown_at", "")))
    places = _places(group["keys"])
    if "answer" not in group:
        return evidence.Shown(passage, "supports"), evidence.Key(places, places)
    ids = tuple(map(PartId, group["answer"].split()))
    choices = tuple(single_choice.Choice(part, Text(f"Choice {part}")) for part in ids)
    answer = single_choice.Key(ids[0], ids)
    return (
        evidence.Shown(passage, "contradicts", single_choice.Shown(choices)),
        evidence.Key(places, places, answer=answer),
    )


def evidence_response(given: object) -> Response:
    """Return a place and, after a space, a choice."""
    place, _, choice = str(given).partition(" ")
    return evidence.Response(_place(place), PartId(choice) if choice not in ("", "_") else None)


def two_sources_bodies(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    """Return a question about two sources."""
    first, second = (_passage(one.strip()) for one in group["passages"].split("|"))
    one, other = (_places(some) for some in group["keys"].split("|"))
    key = msgspec.convert({"kind": "two_sources", "relation": group["relation"]}, two_sources.Key)
    return two_sources.Shown((first, second)), msgspec.structs.replace(key, places=(one, other))


def two_sources_response(given: str) -> Response:
    """Return a relation and two places."""
    relation, first, second = given.split()
    made = msgspec.convert(
        {"kind": "two_sources", "relation": None if relation == "_" else relation}, two_sources.Response
    )
    return msgspec.structs.replace(made, places=(_place(first), _place(second)))


def status_sort_bodies(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    """Return a status sort."""
    statuses, voices = _pairs(group.get("statuses", "")), _pairs(group.get("voices", ""))
    ids = [PartId(one) for one in dict.fromkeys((*statuses, *voices, *group.get("more", "").split()))]
    sides = tuple(Side(one, Text(f"Statement {one}.")) for one in ids)
    tree = {"kind": "status_sort", "order": ids, "statuses": statuses, "voices": voices}
    return status_sort.Shown(sides, group.get("ask", "status")), msgspec.convert(tree, status_sort.Key)


def status_sort_response(given: str) -> Response:
    """Return statuses and, after a bar, voices."""
    statuses, _, voices = given.partition("|")
    tree = {"kind": "status_sort", "statuses": _pairs(statuses), "voices": _pairs(voices)}
    return msgspec.convert(tree, status_sort.Response)


def source_support_bodies(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    """Return a question about a cited work."""
    shown = source_support.Shown(_passage("4.1"), WorkCitation(ReferenceId("berg1950")), Text("It says so."))
    return shown, msgspec.convert({"kind": "source_support", "support": group["key"]}, source_support.Key)


def source_support_response(given: str) -> Response:
    """Return an answer."""
    tree = {"kind": "source_support", "support": None if given == "_" else given}
    return msgspec.convert(tree, source_support.Response)


def _passage(text: str, shown_at: str = "") -> Passage:
    first, _, last = text.partition(" to ")
    sentences = tuple(ShownSentence(at, ("It says so.",)) for at in _places(shown_at))
    return Passage(
        SourceId("harbour"), Locator.parse(first), Locator.parse(last or first), sentences=sentences
    )


def _places(text: object) -> tuple[Locator, ...]:
    return tuple(map(Locator.parse, str(text).split()))


def _place(text: str) -> Locator | None:
    return None if text == "_" else Locator.parse(text)


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())

"""Evidence, two sources, status sort and source support: places in passages, and the standing of statements."""

import re
from collections.abc import Iterable
from typing import Any, TypeVar, assert_never

import msgspec

from app.domain.ids import PartId, ReferenceId, SourceId
from app.domain.kinds import (
    WeighingKey,
    WeighingShown,
    evidence,
    single_choice,
    source_support,
    status_sort,
    two_sources,
)
from app.domain.kinds.matching import Side
from app.domain.kinds.passage import Passage
from app.domain.source import Locator, Status, Voice, WorkCitation
from app.domain.text import Text
from app.formats import author_weighing as author
from app.formats.choices import make_single_choice
from app.formats.making import Making, folded, locator, make_text
from app.formats.yaml_events import Mapping

_PASSAGE = re.compile(r"([1-9][0-9]{0,5}\.[1-9][0-9]{0,5})(?:\s+to\s+([1-9][0-9]{0,5}\.[1-9][0-9]{0,5}))?")
_Answer = tuple[single_choice.Shown, single_choice.Key]
Name = TypeVar("Name", bound=str)


def make_weighing(
    making: Making, written: author.Weighing, node: Mapping
) -> tuple[WeighingShown, WeighingKey] | None:
    """Return the parts of a question that weighs sources, None where they cannot be used."""
    match written:
        case author.Evidence():
            return _make_evidence(making, written, node)
        case author.TwoSources():
            return _make_two_sources(making, written, node)
        case author.StatusSort():
            return _make_status_sort(making, written, node)
        case author.SourceSupport():
            return _make_source_support(making, written, node)
        case _ as unreachable:
            assert_never(unreachable)


def _make_evidence(
    making: Making, written: author.Evidence, node: Mapping
) -> tuple[evidence.Shown, evidence.Key] | None:
    passage = _passage(making, written.source, written.passage, node)
    if passage is None:
        return None
    places, listed, feedback = _places(making, written, node, passage)
    answer = _answer(making, written, node)
    shown = evidence.Shown(passage, written.relation, answer[0] if answer else None)
    outcomes = {} if written.outcomes is msgspec.UNSET else _reasons(written.outcomes, evidence.PAIRINGS)
    return shown, evidence.Key(places, listed, feedback, answer[1] if answer else None, outcomes)


def _places(
    making: Making, written: author.Evidence, node: Mapping, passage: Passage
) -> tuple[tuple[Locator, ...], tuple[Locator, ...], dict[str, Text]]:
    findings = making.findings
    right: list[Locator] = []
    listed: dict[Locator, int] = {}
    feedback: dict[str, Text] = {}
    for one, line in zip(written.choices, node["choices"].lines, strict=True):
        text = one.key or one.distractor
        if not text:
            findings.add("choice_unmarked", line)
            continue
        if one.key and one.distractor:
            findings.add("choice_marked_twice", line, text=one.key, other=one.distractor)
        at = locator(text)
        if at in listed:
            findings.add("duplicate_choice", line, text=text, first=listed[at])
        if not passage.holds(at):
            findings.add("place_outside_passage", line, text=text, passage=str(passage))
        listed.setdefault(at, line)
        if one.key:
            right.append(at)
        if one.feedback:
            feedback[text] = make_text(one.feedback)
    if not right:
        findings.add("no_key", node["choices"].line)
    return tuple(right), tuple(listed), feedback


def _answer(making: Making, written: author.Evidence, node: Mapping) -> _Answer | None:
    asked, told = written.answer is not msgspec.UNSET, written.outcomes is not msgspec.UNSET
    if asked and not told:
        making.findings.add("missing_field", node.lines["answer"], field="outcomes", within="")
    if told and not asked:
        making.findings.add("outcomes_without_answer", node.lines["outcomes"])
    if written.answer is msgspec.UNSET:
        return None
    return make_single_choice(making, written.answer.choices, node["answer"], "answer")


def _make_two_sources(
    making: Making, written: author.TwoSources, node: Mapping
) -> tuple[two_sources.Shown, two_sources.Key] | None:
    nodes = node["passages"]
    if len(written.passages) != 2:
        making.findings.add("not_two_passages", nodes.line, count=len(written.passages))
        return None
    passages: list[Passage] = []
    places: list[tuple[Locator, ...]] = []
    for one, inner in zip(written.passages, nodes, strict=True):
        passage = _passage(making, one.source, one.passage, inner)
        if passage is None:
            return None
        passages.append(passage)
        places.append(_keyed(making, written.key, one, inner, passage))
    if passages[0] == passages[1]:
        making.findings.add("passages_alike", nodes.line, text=str(passages[0]))
    feedback = _reasons(written.feedback, two_sources.RELATIONS)
    return (
        two_sources.Shown((passages[0], passages[1])),
        two_sources.Key(written.key, (places[0], places[1]), feedback),
    )


def _keyed(
    making: Making, relation: two_sources.Relation, one: author.KeyedPassage, node: Mapping, passage: Passage
) -> tuple[Locator, ...]:
    """Return the right places of one passage: some are needed, but none where the passages are unrelated."""
    if relation == "unrelated" and one.key:
        making.findings.add("places_of_unrelated", node.lines["key"])
    elif relation != "unrelated" and not one.key:
        making.findings.add("passage_without_key", node.line, source=one.source, text=str(passage))
    places = [locator(text) for text in one.key]
    for number, at in enumerate(places):
        if not passage.holds(at):
            line = node["key"].lines[number]
            making.findings.add("place_outside_passage", line, text=str(at), passage=str(passage))
    return tuple(dict.fromkeys(places))


def _make_status_sort(
    making: Making, written: author.StatusSort, node: Mapping
) -> tuple[status_sort.Shown, status_sort.Key]:
    sides: dict[PartId, Side] = {}
    statuses: dict[PartId, Status] = {}
    voices: dict[PartId, Voice] = {}
    feedback: dict[PartId, Text] = {}
    seen: dict[str, int] = {}
    for one, line in zip(written.statements, node["statements"].lines, strict=True):
        first = seen.setdefault(folded(one.statement), line)
        if first != line:
            making.findings.add("duplicate_statement", line, text=one.statement, first=first)
        _check_asked(making, written.ask, one, line)
        side = Side(making.part("statement", one.statement), make_text(one.statement))
        sides[side.id] = side
        if one.key is not msgspec.UNSET:
            statuses[side.id] = one.key
        if one.voice is not msgspec.UNSET:
            voices[side.id] = one.voice
        if one.feedback:
            feedback[side.id] = make_text(one.feedback)
    if len(sides) < 2:
        making.findings.add("too_few_statements", node["statements"].line, count=len(sides), lowest=2)
    shown = status_sort.Shown(tuple(sides[part] for part in sorted(sides)), written.ask)
    return shown, status_sort.Key(tuple(sides), statuses, voices, feedback)


def _check_asked(making: Making, ask: status_sort.Ask, one: author.SortedStatement, line: int) -> None:
    for field, value, asked in (("key", one.key, ask != "voice"), ("voice", one.voice, ask != "status")):
        if asked and value is msgspec.UNSET:
            making.findings.add("statement_without", line, field=field, text=one.statement, ask=ask)
        elif not asked and value is not msgspec.UNSET:
            making.findings.add("not_asked_for", line, field=field, ask=ask)


def _make_source_support(
    making: Making, written: author.SourceSupport, node: Mapping
) -> tuple[source_support.Shown, source_support.Key]:
    at = locator(written.claim.at)
    shown = source_support.Shown(
        claim=Passage(SourceId(written.claim.source), at, at),
        work=WorkCitation(ReferenceId(written.work.ref), written.work.page),
        holding=make_text(written.holding),
        claims=tuple(written.claim.claims),
    )
    return shown, source_support.Key(written.key, _reasons(written.feedback, source_support.SUPPORTS))


def _passage(making: Making, source: str, text: str, node: Mapping) -> Passage | None:
    found = _PASSAGE.fullmatch(text)
    if found:
        first, last = locator(found[1]), locator(found[2] or found[1])
        if first <= last:
            return Passage(SourceId(source), first, last)
    making.findings.add("bad_passage", node.lines["passage"], text=text)
    return None


def _reasons(written: Any, names: Iterable[Name]) -> dict[Name, Text]:
    return {name: make_text(reason) for name in names if (reason := getattr(written, name))}

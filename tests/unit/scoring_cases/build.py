"""Questions, keys and responses for the tables of tricky responses: small shapes, sensible defaults."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import yaml

from app.domain.ids import PartId
from app.domain.kinds import (
    KeyBody,
    Response,
    ShownBody,
    cloze,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    true_false,
)
from app.domain.known_terms import NONE, KnownTerms, build_terms
from app.domain.question import AnswerKey, ShownQuestion
from app.domain.scoring import RULES, rule_id
from app.domain.text import Text
from tests.unit.scoring_cases.build_weighing import (
    evidence_bodies,
    evidence_response,
    source_support_bodies,
    source_support_response,
    status_sort_bodies,
    status_sort_response,
    two_sources_bodies,
    two_sources_response,
)

FOLDER = Path(__file__).parent
KIND_OF = {rule: kind for kind, rules in RULES.items() for rule in rules}


class Case(msgspec.Struct, frozen=True):
    """One row of a table."""

    rule: str
    shown: ShownQuestion
    key: AnswerKey
    given: Response
    terms: KnownTerms
    expected: Fraction | str
    codes: str | None
    why: str


def question(shown: ShownBody, key: KeyBody, rule: str) -> tuple[ShownQuestion, AnswerKey]:
    """Put a question and its key around two bodies."""
    return ShownQuestion(Text("Which?"), shown), AnswerKey(key, rule, Text("Because."), "established")


def groups_of(file: str) -> list[dict[str, Any]]:
    """Read a table: groups of rows that share a key."""
    groups: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{file}.yaml").read_text(encoding="utf-8"))
    return groups


def expected(text: object) -> Fraction | str:
    """Return a fraction, or the code of the error that is expected."""
    written = str(text)
    return Fraction(written) if written.lstrip("-")[:1].isdigit() else written


def cases(file: str) -> Iterator[Case]:
    """Yield every row of a table as a case."""
    for group in groups_of(file):
        rule = group["rule"]
        shown_body, key_body = _BODIES[KIND_OF[rule]](group)
        shown, key = question(shown_body, key_body, group.get("key_rule", rule_id(rule)))
        terms = build_terms(group["terms"]) if "terms" in group else NONE
        for given, fraction, *code, why in group["rows"]:
            response = _RESPONSES[group.get("given_as", KIND_OF[rule])](given)
            codes = code[0] if code else None
            yield Case(rule, shown, key, response, terms, expected(fraction), codes, why)


def parts(text: object) -> tuple[PartId, ...]:
    """Return identifiers written with spaces between them."""
    return tuple(map(PartId, str(text).split()))


def pairs(text: str) -> dict[PartId, PartId]:
    """Return pairs written as premise=target."""
    return {PartId(one): PartId(other) for one, _, other in (pair.partition("=") for pair in text.split())}


def choices(ids: tuple[PartId, ...]) -> tuple[single_choice.Choice, ...]:
    """Return a choice for each identifier, sorted as a question stores them."""
    return tuple(single_choice.Choice(id_, Text(f"Choice {id_}")) for id_ in sorted(ids))


def sides(ids: tuple[PartId, ...]) -> tuple[matching.Side, ...]:
    """Return a side for each identifier, sorted as a question stores them."""
    return tuple(matching.Side(id_, Text(f"Side {id_}")) for id_ in sorted(ids))


def _single(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    ids = parts(group["keys"]) + parts(group["distractors"])
    return single_choice.Shown(choices(ids)), single_choice.Key(ids[0], ids)


def _multiple(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    keys, distractors = parts(group["keys"]), parts(group["distractors"])
    more = {name: group[name] for name in ("weights", "weight_default", "lower", "upper") if name in group}
    key = multiple_response.Key(keys, keys + distractors, **more)
    return multiple_response.Shown(choices(keys + distractors)), key


def _true_false(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    return true_false.Shown(), true_false.Key(group["keys"] == "true")


def _matching(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    right = pairs(group["pairs"])
    premises, targets = tuple(right), tuple(dict.fromkeys((*right.values(), *parts(group["spare"]))))
    return matching.Shown(sides(premises), sides(targets)), matching.Key(right, premises, targets)


def _ordering(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    groups = tuple(parts(tied) for tied in group["groups"].split("|"))
    items = tuple(item for tied in groups for item in tied)
    return ordering.Shown(sides(items)), ordering.Key(groups)


def _numerical(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    asked = {"year": "year", "date": "date"}.get(group["rule"], "number")
    shown = msgspec.convert(
        {"kind": "numerical", "answer_as": asked, "unit": group.get("unit", "")}, numerical.Shown
    )
    return shown, msgspec.convert({"kind": "numerical", **group["key"]}, numerical.Key)


def _short_answer(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    return short_answer.Shown(), msgspec.convert({"kind": "short_answer", **group["key"]}, short_answer.Key)


def _cloze(group: dict[str, Any]) -> tuple[ShownBody, KeyBody]:
    gaps = {PartId(name): dict(gap) for name, gap in group["gaps"].items()}
    weights = {name: gap.pop("weight", "1") for name, gap in gaps.items()}
    bodies = {name: _gap(gap) for name, gap in gaps.items()}
    shown = tuple(cloze.ShownGap(name, body) for name, (body, _) in bodies.items())
    keys = tuple(cloze.KeyGap(name, key, weights[name]) for name, (_, key) in bodies.items())
    return cloze.Shown(Text(" ".join(f"{{{name}}}" for name in gaps)), shown), cloze.Key(keys)


def _gap(gap: dict[str, Any]) -> tuple[cloze.GapShown, cloze.GapKey]:
    if "choices" in gap:
        ids = parts(gap["choices"])
        return single_choice.Shown(choices(ids)), single_choice.Key(PartId(gap["key"]), ids)
    gap["foreseen"] = [{"answer": answer} for answer in gap.get("foreseen", ())]
    if "answer_as" in gap:
        shown = numerical.Shown(gap.pop("answer_as"))
        return shown, msgspec.convert({"kind": "numerical", **gap}, numerical.Key)
    return short_answer.Shown(), msgspec.convert({"kind": "short_answer", **gap}, short_answer.Key)


_BODIES = {
    "single_choice": _single,
    "multiple_response": _multiple,
    "true_false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "numerical": _numerical,
    "short_answer": _short_answer,
    "cloze": _cloze,
    "evidence": evidence_bodies,
    "two_sources": two_sources_bodies,
    "status_sort": status_sort_bodies,
    "source_support": source_support_bodies,
}
_RESPONSES: dict[str, Any] = {
    "single_choice": lambda given: single_choice.Response(PartId(given) if given else None),
    "multiple_response": lambda given: multiple_response.Response(parts(given)),
    "true_false": lambda given: true_false.Response({"true": True, "false": False, "": None}[given]),
    "matching": lambda given: matching.Response(pairs(given)),
    "ordering": lambda given: ordering.Response(parts(given)),
    "numerical": lambda given: numerical.Response(str(given)),
    "short_answer": lambda given: short_answer.Response(str(given)),
    "cloze": lambda given: cloze.Response({PartId(name): value for name, value in given.items()}),
    "evidence": evidence_response,
    "two_sources": two_sources_response,
    "status_sort": status_sort_response,
    "source_support": source_support_response,
}

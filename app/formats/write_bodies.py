"""The fields of each question kind as authors write them: the inverse of making a question."""

from decimal import Decimal
from typing import assert_never

from app.domain.ids import PartId
from app.domain.kinds import (
    ShownBody,
    cloze,
    evidence,
    kind_of,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    source_support,
    status_sort,
    true_false,
    two_sources,
)
from app.domain.kinds.matching import Side
from app.domain.kinds.short_answer import Foreseen
from app.domain.question import AnswerKey, ShownQuestion
from app.domain.rules.names import default_rule
from app.formats.typed import plain_decimal
from app.formats.write_choices import Tree, write_choices, write_reason
from app.formats.write_weighing import weighing_fields
from app.formats.yaml_writer import Flow, Node


def body_fields(shown: ShownQuestion, key: AnswerKey) -> Tree:
    """Return the fields that a question's kind adds to the common ones."""
    tree = _body(shown.body, key)
    scoring = key.rule.partition("@")[0]
    if not isinstance(shown.body, numerical.Shown | evidence.Shown) and scoring != default_rule(shown.kind):
        tree["scoring"] = scoring
    if not shown.shuffle:
        tree["shuffle"] = "no"
    return tree


def _body(shown: ShownBody, answer: AnswerKey) -> Tree:
    match answer.body:
        case single_choice.Key() as key:
            return write_choices(shown, (key.correct,), key.order, key.feedback)
        case multiple_response.Key() as key:
            return write_choices(shown, key.correct, key.order, key.feedback, key.weights)
        case true_false.Key() as key:
            reasons = {"true": key.feedback_true.value, "false": key.feedback_false.value}
            tree: Tree = {"key": "true" if key.correct else "false"}
            if any(reasons.values()):
                tree["feedback"] = {name: reason for name, reason in reasons.items() if reason}
            return tree
        case short_answer.Key() as key:
            return _typed(key)
        case numerical.Key() as key:
            return _number(shown, key)
        case matching.Key() as key:
            return _matching(shown, key)
        case ordering.Key() as key:
            return _ordering(shown, key)
        case cloze.Key() as key:
            return _cloze(shown, key)
        case evidence.Key() | two_sources.Key() | status_sort.Key() | source_support.Key() as key:
            return weighing_fields(shown, key)
        case _ as unreachable:
            assert_never(unreachable)


def _typed(key: short_answer.Key) -> Tree:
    return {"key": key.answer} | _accept(key.accept) | _foreseen(key.foreseen)


def _accept(forms: tuple[str, ...]) -> Tree:
    return {"accept": Flow(list(forms))} if forms else {}


def _foreseen(foreseen: tuple[Foreseen, ...]) -> Tree:
    nodes: list[Node] = []
    for one in foreseen:
        tree: Tree = {"answer": one.answer} | _accept(one.accept)
        if one.feedback.value:
            tree["feedback"] = one.feedback.value
        if one.credit != "0":
            tree["credit"] = one.credit
        nodes.append(tree)
    return {"foreseen": nodes} if nodes else {}


def _number(shown: ShownBody, key: numerical.Key) -> Tree:
    assert isinstance(shown, numerical.Shown)
    tree: Tree = {"answer_as": shown.answer_as} if shown.answer_as != "number" else {}
    tree["key"] = key.answer
    if key.low or key.high:
        tree["within"] = f"{key.low} to {key.high}"
    if (key.tolerance, key.relative) != ("0", "0"):
        tree["tolerance"] = _tolerance(key.tolerance, key.relative)
    if shown.unit:
        tree["unit"] = shown.unit
    if key.units:
        tree["units"] = Flow({**key.units})
    if key.tiers:
        tree["tiers"] = [Flow(_tier(tier)) for tier in key.tiers]
    if key.less_precise != "0":
        tree["less_precise"] = key.less_precise
    if key.decimal_comma:
        tree["decimal_comma"] = "yes"
    return tree | _foreseen(key.foreseen)


def _tier(tier: numerical.Tier) -> Tree:
    absolute, relative = ("0", tier.tolerance) if tier.relative else (tier.tolerance, "0")
    return {"tolerance": _tolerance(absolute, relative), "credit": tier.credit}


def _tolerance(absolute: str, relative: str) -> str:
    share = f"{plain_decimal(Decimal(relative) * 100)} %" if relative != "0" else ""
    return " or ".join(part for part in (absolute if absolute != "0" else "", share) if part) or "0"


def _matching(shown: ShownBody, key: matching.Key) -> Tree:
    assert isinstance(shown, matching.Shown)
    premises, targets = _texts(shown.premises), _texts(shown.targets)
    tree: Tree = {
        "pairs": [
            {
                "premise": premises[part],
                "target": targets[key.pairs[part]],
                **write_reason(part, key.feedback),
            }
            for part in key.premise_order
        ]
    }
    used = set(key.pairs.values())
    spare = [part for part in key.target_order if part not in used]
    if spare:
        tree["spare_targets"] = [
            {"target": targets[part], **write_reason(part, key.feedback)} for part in spare
        ]
    return tree


def _ordering(shown: ShownBody, key: ordering.Key) -> Tree:
    assert isinstance(shown, ordering.Shown)
    texts = _texts(shown.items)
    nodes: list[Node] = []
    for group in key.groups:
        items: list[Node] = [{"item": texts[part], **write_reason(part, key.feedback)} for part in group]
        nodes.append({"tie": items} if len(items) > 1 else items[0])
    return {"items": nodes}


def _cloze(shown: ShownBody, key: cloze.Key) -> Tree:
    """Return text and gaps; the gaps' own names are not kept, so they are numbered as they stand in the text."""
    assert isinstance(shown, cloze.Shown)
    text = shown.text.value
    bodies = {gap.id: gap.body for gap in shown.gaps}
    gaps: Tree = {}
    for number, gap in enumerate(key.gaps, 1):
        text = text.replace(f"{{{gap.id}}}", f"{{gap{number}}}")
        gaps[f"gap{number}"] = _gap(bodies[gap.id], gap)
    return {"text": text, "gaps": gaps}


def _gap(shown: cloze.GapShown, gap: cloze.KeyGap) -> Tree:
    tree: Tree = {"kind": kind_of(shown)}
    match gap.body:
        case single_choice.Key() as key:
            tree |= write_choices(shown, (key.correct,), key.order, key.feedback)
        case short_answer.Key() as key:
            tree |= _typed(key)
        case numerical.Key() as key:
            tree |= _number(shown, key)
        case _ as unreachable:
            assert_never(unreachable)
    if gap.weight != "1":
        tree["weight"] = gap.weight
    return tree


def _texts(sides: tuple[Side, ...]) -> dict[PartId, str]:
    return {side.id: side.text.value for side in sides}

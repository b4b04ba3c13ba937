"""Single choice and multiple response: choices with the key marked where it stands."""

from app.domain.ids import PartId
from app.domain.kinds import multiple_response, single_choice
from app.domain.kinds.single_choice import Choice as ShownChoice
from app.domain.text import Text
from app.formats import author
from app.formats.making import Making, check_fraction, folded, make_text
from app.formats.yaml_events import Mapping, Sequence


def make_single_choice(
    making: Making, choices: list[author.Choice], node: Mapping, role: str = "choice"
) -> tuple[single_choice.Shown, single_choice.Key] | None:
    """Return the parts of a single choice question or gap, None where it has no single key."""
    shown, keys, order, feedback = _make_choices(making, choices, node, role)
    if len(keys) > 1:
        second = [choice.key for choice in choices if choice.key][1]
        making.findings.add("several_keys", node["choices"].line, count=len(keys), text=second)
    if len(keys) != 1:
        return None
    _refuse_weights(making, choices, node["choices"])
    return single_choice.Shown(shown), single_choice.Key(keys[0], order, feedback)


def make_multiple_response(
    making: Making, written: author.MultipleResponse, node: Mapping
) -> tuple[multiple_response.Shown, multiple_response.Key]:
    """Return the parts of a multiple response question."""
    shown, keys, order, feedback = _make_choices(making, written.choices, node, "choice")
    if keys and len(keys) == len(order):
        making.findings.add("no_distractor", node["choices"].line)
    if written.scoring == "map_response":
        weights = _weights(making, written.choices, node["choices"])
        return multiple_response.Shown(shown), multiple_response.Key(keys, order, feedback, weights)
    _refuse_weights(making, written.choices, node["choices"])
    return multiple_response.Shown(shown), multiple_response.Key(keys, order, feedback)


def _weights(making: Making, choices: list[author.Choice], nodes: Sequence) -> dict[PartId, str]:
    """Return what each choice gives; one without a weight gives nothing, so a key needs one."""
    weights: dict[PartId, str] = {}
    for choice, line in zip(choices, nodes.lines, strict=True):
        text = choice.key or choice.distractor
        if choice.key and not choice.weight:
            making.findings.add("key_without_weight", line, text=text)
        elif choice.weight:
            check_fraction(making, "weight", choice.weight, line, lowest=-1)
            weights[making.part("choice", text)] = choice.weight
    return weights


def _refuse_weights(making: Making, choices: list[author.Choice], nodes: Sequence) -> None:
    for choice, line in zip(choices, nodes.lines, strict=True):
        if choice.weight:
            making.findings.add("weight_without_rule", line, text=choice.key or choice.distractor)


def _make_choices(
    making: Making, choices: list[author.Choice], node: Mapping, role: str
) -> tuple[tuple[ShownChoice, ...], tuple[PartId, ...], tuple[PartId, ...], dict[PartId, Text]]:
    nodes: Sequence = node["choices"]
    findings = making.findings
    shown: list[ShownChoice] = []
    keys: list[PartId] = []
    feedback: dict[PartId, Text] = {}
    seen: dict[str, int] = {}
    for choice, line in zip(choices, nodes.lines, strict=True):
        text = choice.key or choice.distractor
        if not text:
            findings.add("choice_unmarked", line)
            continue
        if choice.key and choice.distractor:
            findings.add("choice_marked_twice", line, text=choice.key, other=choice.distractor)
        first = seen.setdefault(folded(text), line)
        if len(seen) <= len(shown):
            findings.add("duplicate_choice", line, text=text, first=first)
        part = making.part(role, text)
        shown.append(ShownChoice(part, make_text(text), choice.fixed in ("yes", "true")))
        if choice.key:
            keys.append(part)
        if choice.feedback:
            feedback[part] = make_text(choice.feedback)
    if len(shown) < 2:
        findings.add("too_few_choices", nodes.line, count=len(shown), lowest=2)
    if not keys:
        findings.add("no_key", nodes.line)
    order = tuple(choice.id for choice in shown)
    return tuple(sorted(shown, key=lambda choice: choice.id)), tuple(keys), order, feedback

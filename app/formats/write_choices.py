"""Choices and reasons as authors write them: what the writing of several kinds shares."""

from collections.abc import Mapping
from typing import Final

from app.domain.ids import PartId
from app.domain.kinds import ShownBody, multiple_response, single_choice
from app.domain.kinds.single_choice import Choice
from app.domain.text import Text
from app.formats.yaml_writer import Node

Tree = dict[str, Node]
Reasons = dict[PartId, Text]
_NO_WEIGHTS: Final[Mapping[PartId, str]] = {}


def write_choices(
    shown: ShownBody,
    keys: tuple[PartId, ...],
    order: tuple[PartId, ...],
    reasons: Reasons,
    weights: Mapping[PartId, str] = _NO_WEIGHTS,
) -> Tree:
    """Return the choices in the author's order."""
    assert isinstance(shown, single_choice.Shown | multiple_response.Shown)
    choices = {choice.id: choice for choice in shown.choices}
    return {
        "choices": [
            _choice(choices[part], reasons, weights.get(part, ""), is_key=part in keys) for part in order
        ]
    }


def _choice(choice: Choice, reasons: Reasons, weight: str, *, is_key: bool) -> Tree:
    tree: Tree = {"key" if is_key else "distractor": choice.text.value}
    if choice.fixed:
        tree["fixed"] = "yes"
    if weight:
        tree["weight"] = weight
    return tree | write_reason(choice.id, reasons)


def write_reason(part: PartId, reasons: Reasons) -> Tree:
    """Return the reason of a part, nothing where it has none."""
    return {"feedback": reasons[part].value} if part in reasons else {}

"""Matching and ordering: pairs with their spare targets, items in the right order with their ties."""

from app.domain.ids import PartId
from app.domain.kinds import matching, ordering
from app.domain.kinds.matching import Side
from app.domain.text import Text
from app.formats import author
from app.formats.making import Making, folded, make_text
from app.formats.yaml_events import Mapping


def make_matching(
    making: Making, written: author.Matching, node: Mapping
) -> tuple[matching.Shown, matching.Key]:
    """Return the parts of a matching question. A target may belong to several premises; it is shown once."""
    premises: dict[PartId, Side] = {}
    targets: dict[PartId, Side] = {}
    pairs: dict[PartId, PartId] = {}
    feedback: dict[PartId, Text] = {}
    for pair, line in zip(written.pairs, node["pairs"].lines, strict=True):
        premise, target = _side(making, "premise", pair.premise), _side(making, "target", pair.target)
        if premise.id in premises:
            making.findings.add("duplicate_premise", line, text=pair.premise)
        premises[premise.id] = premise
        targets.setdefault(target.id, target)
        pairs[premise.id] = target.id
        if pair.feedback:
            feedback[premise.id] = make_text(pair.feedback)
    if len(premises) < 2:
        making.findings.add("too_few_pairs", node["pairs"].line, count=len(premises), lowest=2)
    _add_spare_targets(making, written, node, targets, feedback)
    shown = matching.Shown(_by_id(premises), _by_id(targets))
    return shown, matching.Key(pairs, tuple(premises), tuple(targets), feedback)


def _add_spare_targets(
    making: Making,
    written: author.Matching,
    node: Mapping,
    targets: dict[PartId, Side],
    feedback: dict[PartId, Text],
) -> None:
    used = set(targets)
    for spare, line in zip(
        written.spare_targets, node["spare_targets"].lines if written.spare_targets else (), strict=True
    ):
        target = _side(making, "target", spare.target)
        if target.id in used:
            making.findings.add("spare_target_is_used", line, text=spare.target)
        elif target.id in targets:
            making.findings.add("duplicate_spare_target", line, text=spare.target)
        targets.setdefault(target.id, target)
        if spare.feedback:
            feedback[target.id] = make_text(spare.feedback)


def make_ordering(
    making: Making, written: author.Ordering, node: Mapping
) -> tuple[ordering.Shown, ordering.Key]:
    """Return the parts of an ordering question: items of one tie form one group."""
    items: dict[PartId, Side] = {}
    groups: list[tuple[PartId, ...]] = []
    feedback: dict[PartId, Text] = {}
    seen: set[str] = set()
    for one, line in zip(written.items, node["items"].lines, strict=True):
        if bool(one.item) == bool(one.tie):
            making.findings.add("missing_field", line, field="item", within="items")
            continue
        tied: list[author.Item | author.TiedItem] = [*one.tie] if one.tie else [one]
        if len(one.tie) == 1:
            making.findings.add("tie_too_small", line)
        for item in tied:
            side = _side(making, "item", item.item)
            if folded(item.item) in seen:
                making.findings.add("duplicate_item", line, text=item.item)
            seen.add(folded(item.item))
            items[side.id] = side
            if item.feedback:
                feedback[side.id] = make_text(item.feedback)
        groups.append(tuple(_side(making, "item", item.item).id for item in tied))
    if len(items) < 3:
        making.findings.add("too_few_items", node["items"].line, count=len(items), lowest=3)
    elif len(groups) < 2:
        making.findings.add("all_items_tied", node["items"].line)
    return ordering.Shown(_by_id(items)), ordering.Key(tuple(groups), feedback)


def _side(making: Making, role: str, text: str) -> Side:
    return Side(making.part(role, text), make_text(text))


def _by_id(sides: dict[PartId, Side]) -> tuple[Side, ...]:
    return tuple(sides[part] for part in sorted(sides))

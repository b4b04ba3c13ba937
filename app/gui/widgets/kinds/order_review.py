"""An order after checking: the items in the right order, each with the place it was given."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.ids import PartId
from app.domain.kinds import ordering
from app.gui.widgets.kinds.marked_box import MarkedBox, Outcome
from app.gui.widgets.kinds.part_words import state_of
from app.services.views import Checked, JudgedPart
from app.words.counts import ordinal


def make_review(
    parent: QWidget, body: ordering.Shown, checked: Checked, given: Sequence[PartId]
) -> dict[PartId, MarkedBox]:
    """Return a box for each item, in the right order; items of a tie stand as they were given."""
    words = {item.id: item.text.plain() for item in body.items}
    judged = {part.id: part for part in checked.parts}
    rank = {part: index for index, part in enumerate(given)}
    boxes: dict[PartId, MarkedBox] = {}
    for group in _key(checked).groups:
        first = len(boxes) + 1
        places = range(first, first + len(group))
        for place, part in zip(places, sorted(group, key=lambda one: rank.get(one, 0)), strict=True):
            box = MarkedBox(words[part], str(place), parent)
            mine = rank[part] + 1 if part in rank else None
            box.show_outcomes(state_of(judged.get(part)), _outcomes(judged.get(part), mine, places))
            boxes[part] = box
    return boxes


def order_reasons(checked: Checked, part: PartId) -> tuple[list[str], list[str]]:
    """Return the reasons of an item that are open at first (those of an item out of place), and all of them."""
    feedback = _key(checked).feedback
    every = [feedback[part].plain()] if part in feedback else []
    moved = any(one.id == part and one.code == "moved" for one in checked.parts)
    return (every if moved else []), every


def _outcomes(part: JudgedPart | None, mine: int | None, places: range) -> list[Outcome]:
    tied = len(places) > 1
    right = f"{_either(places)}, in any order" if tied else ordinal(places.start)
    if mine is None:
        return [Outcome("correct", "Right place:", right)] if tied else []
    if state_of(part) == "correct":
        return [Outcome("correct", "In its place", f"({_either(places)}, in any order)" if tied else "")]
    return [Outcome("correct", "Right place:", right), Outcome("wrong", "Your place:", ordinal(mine))]


def _either(places: range) -> str:
    return " or ".join([", ".join(ordinal(one) for one in places[:-1]), ordinal(places[-1])])


def _key(checked: Checked) -> ordering.Key:
    assert isinstance(checked.key, ordering.Key)
    return checked.key

"""Two sources: how two passages stand to each other, and which sentence of each shows it."""

from typing import Literal, get_args

import msgspec

from app.domain.ids import PartId
from app.domain.kinds.passage import Passage
from app.domain.source import Locator
from app.domain.text import Text

Relation = Literal["agree", "differ_in_certainty", "contradict", "unrelated"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
RELATION, PLACES = PartId("relation"), (PartId("first"), PartId("second"))
"""The parts that are judged."""


class Shown(msgspec.Struct, frozen=True, tag_field="kind", tag="two_sources"):
    """The two passages."""

    passages: tuple[Passage, Passage]


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="two_sources"):
    """How the passages stand to each other, the right places in each, of which any one will do, and four reasons.

    Passages that are unrelated have no places.
    """

    relation: Relation
    places: tuple[tuple[Locator, ...], tuple[Locator, ...]] = ((), ())
    feedback: dict[Relation, Text] = {}


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="two_sources"):
    """The relation, and a place in each passage; None is blank."""

    relation: Relation | None = None
    places: tuple[Locator | None, Locator | None] = (None, None)

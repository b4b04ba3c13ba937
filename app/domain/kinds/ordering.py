"""Ordering: items to be put in order."""

import msgspec

from app.domain.ids import PartId
from app.domain.kinds.matching import Side
from app.domain.text import Text


class Shown(msgspec.Struct, frozen=True, tag_field="kind", tag="ordering"):
    """The items, sorted by identifier."""

    items: tuple[Side, ...]


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="ordering"):
    """The right order as groups: items of one group are tied, either order of them is right."""

    groups: tuple[tuple[PartId, ...], ...]
    feedback: dict[PartId, Text] = {}


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="ordering"):
    """The items in the order given; () is blank (nothing was moved)."""

    order: tuple[PartId, ...] = ()

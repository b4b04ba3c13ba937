"""Matching: to each premise its target; spare targets belong to none."""

import msgspec

from app.domain.ids import PartId
from app.domain.text import Text


class Side(msgspec.Struct, frozen=True):
    """A premise or a target as it is shown."""

    id: PartId
    text: Text


class Shown(msgspec.Struct, frozen=True, tag_field="kind", tag="matching"):
    """Premises and targets, each sorted by identifier."""

    premises: tuple[Side, ...]
    targets: tuple[Side, ...]


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="matching"):
    """The target of each premise, the author's order of both, and a reason for each pair and each spare target."""

    pairs: dict[PartId, PartId]
    premise_order: tuple[PartId, ...]
    target_order: tuple[PartId, ...]
    feedback: dict[PartId, Text] = {}


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="matching"):
    """The target given to each premise; a premise that is left out is blank."""

    pairs: dict[PartId, PartId] = {}

"""Single choice: one key among three to five choices."""

import msgspec

from app.domain.ids import PartId
from app.domain.text import Text


class Choice(msgspec.Struct, frozen=True, omit_defaults=True):
    """A choice as it is shown. `fixed` keeps it in the author's place (at the end) when choices are shuffled."""

    id: PartId
    text: Text
    fixed: bool = False


class Shown(msgspec.Struct, frozen=True, tag_field="kind", tag="single_choice"):
    """The choices, sorted by identifier so that their order says nothing."""

    choices: tuple[Choice, ...]


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="single_choice"):
    """The right choice, the author's order, and a reason for each choice."""

    correct: PartId
    order: tuple[PartId, ...]
    feedback: dict[PartId, Text] = {}


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="single_choice"):
    """The chosen choice; None is blank."""

    choice: PartId | None = None

"""Cloze: a text with gaps, each a small single choice, short answer or numerical question."""

import msgspec

from app.domain.ids import PartId
from app.domain.kinds import numerical, short_answer, single_choice
from app.domain.text import Text

GapShown = single_choice.Shown | short_answer.Shown | numerical.Shown
GapKey = single_choice.Key | short_answer.Key | numerical.Key


class ShownGap(msgspec.Struct, frozen=True):
    """A gap as it is shown."""

    id: PartId
    body: GapShown


class KeyGap(msgspec.Struct, frozen=True, omit_defaults=True):
    """A gap's key; `weight` is a fraction as text."""

    id: PartId
    body: GapKey
    weight: str = "1"


class Shown(msgspec.Struct, frozen=True, tag_field="kind", tag="cloze"):
    """The text with a placeholder `{id}` for each gap, and the gaps in the order of the text."""

    text: Text
    gaps: tuple[ShownGap, ...]


class Key(msgspec.Struct, frozen=True, tag_field="kind", tag="cloze"):
    """The gaps' keys in the order of the text."""

    gaps: tuple[KeyGap, ...]


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="cloze"):
    """For each filled gap what was typed, or the identifier of the chosen choice."""

    gaps: dict[PartId, str] = {}

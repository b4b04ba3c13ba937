"""Multiple response: any number of keys among the choices."""

import msgspec

from app.domain.ids import PartId
from app.domain.kinds.single_choice import Choice
from app.domain.text import Text


class Shown(msgspec.Struct, frozen=True, tag_field="kind", tag="multiple_response"):
    """The choices, sorted by identifier."""

    choices: tuple[Choice, ...]


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="multiple_response"):
    """The right choices, the author's order, and a reason for each choice.

    The rest is for the rule map_response, as decimal text or fractions: what each choice gives as a share of
    the points, what a choice without a weight gives, and the bounds of the sum ("" for none).
    """

    correct: tuple[PartId, ...]
    order: tuple[PartId, ...]
    feedback: dict[PartId, Text] = {}
    weights: dict[PartId, str] = {}
    weight_default: str = "0"
    lower: str = "0"
    upper: str = "1"


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="multiple_response"):
    """The ticked choices; () is blank."""

    choices: tuple[PartId, ...] = ()

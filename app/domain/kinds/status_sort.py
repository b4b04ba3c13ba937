"""Status sort: how sure historians are of each statement, who says it, or both."""

from typing import Literal

import msgspec

from app.domain.ids import PartId
from app.domain.kinds.matching import Side
from app.domain.source import Status, Voice
from app.domain.text import Text

Ask = Literal["status", "voice", "both"]


class Shown(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="status_sort"):
    """The statements, sorted by identifier, and what is asked of each."""

    statements: tuple[Side, ...]
    ask: Ask = "status"


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="status_sort"):
    """The author's order, the status and the voice of each statement as far as they are asked, and reasons."""

    order: tuple[PartId, ...]
    statuses: dict[PartId, Status] = {}
    voices: dict[PartId, Voice] = {}
    feedback: dict[PartId, Text] = {}


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="status_sort"):
    """The status and the voice given to each statement; a statement that is left out is blank."""

    statuses: dict[PartId, Status] = {}
    voices: dict[PartId, Voice] = {}


def voice_part(statement: PartId) -> PartId:
    """Return the judged part that is the voice of a statement; its status has the statement's own identifier."""
    return PartId(f"{statement}:voice")

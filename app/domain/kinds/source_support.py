"""Source support: does a cited work say what the document makes of it?"""

from typing import Literal, get_args

import msgspec

from app.domain.kinds.passage import Passage
from app.domain.source import WorkCitation
from app.domain.text import Text

Support = Literal["supports", "partly", "contradicts", "not_addressed"]
SUPPORTS: tuple[Support, ...] = get_args(Support)


class Shown(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="source_support"):
    """What the document says (the statements `claims` of one sentence, () for all), the work, and what that holds.

    `label` ("Pohl 2000, p. 268") and `title` name the work; like the words of the claim they are written in when the
    question comes into a library.
    """

    claim: Passage
    work: WorkCitation
    holding: Text
    claims: tuple[str, ...] = ()
    label: str = ""
    title: str = ""


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="source_support"):
    """Whether the work supports the claim, and a reason for each of the four answers."""

    support: Support
    feedback: dict[Support, Text] = {}


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="source_support"):
    """The chosen answer; None is blank."""

    support: Support | None = None

"""Evidence: the sentence of a passage that supports or contradicts a statement, alone or together with an answer."""

from typing import Literal, get_args

import msgspec

from app.domain.ids import PartId
from app.domain.kinds import single_choice
from app.domain.kinds.passage import Passage
from app.domain.source import Locator
from app.domain.text import Text

Relation = Literal["supports", "contradicts"]
Pairing = Literal["both", "answer_only", "evidence_only", "neither"]
PAIRINGS: tuple[Pairing, ...] = get_args(Pairing)
PLACE, ANSWER = PartId("place"), PartId("answer")
"""The parts that are judged."""


class Shown(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="evidence"):
    """The passage, what its sentence shall do, and the choices of the answer where one is asked together with it."""

    passage: Passage
    relation: Relation
    answer: single_choice.Shown | None = None


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="evidence"):
    """The right places, of which any one will do.

    `listed` holds all places that the author speaks of, in the author's order, and `feedback` a reason for each under
    its place in words ("7.5"). With an answer, `outcomes` says something to each way in which the two may go.
    """

    places: tuple[Locator, ...]
    listed: tuple[Locator, ...]
    feedback: dict[str, Text] = {}
    answer: single_choice.Key | None = None
    outcomes: dict[Pairing, Text] = {}


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="evidence"):
    """The chosen sentence, and the chosen answer where one is asked; None is blank."""

    place: Locator | None = None
    choice: PartId | None = None


def pairing_of(*, answer: bool, place: bool) -> Pairing:
    """Return which of answer and place are right."""
    if answer:
        return "both" if place else "answer_only"
    return "evidence_only" if place else "neither"

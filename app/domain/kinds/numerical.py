"""Numerical: a number, or a year."""

from typing import Literal

import msgspec

from app.domain.kinds.short_answer import Foreseen

AnswerAs = Literal["number", "year", "date"]


class Tier(msgspec.Struct, frozen=True, omit_defaults=True):
    """A wider tolerance that earns `credit` (a fraction as text) only."""

    tolerance: str
    credit: str
    relative: bool = False


class Shown(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="numerical"):
    """How the answer is read, and the unit that stands behind the field."""

    answer_as: AnswerAs = "number"
    unit: str = ""


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="numerical"):
    """The answer that is shown and what else is right. Numbers are decimal text, so that nothing is rounded.

    `low` and `high` bound a range, both included; `tolerance` is absolute, `relative` a share of the key (0.05
    for 5 %): the larger of the two holds. `units` maps an accepted unit to the factor that turns it into the
    key's unit.
    `less_precise` is the credit for a coarser answer that agrees (a decade for a year, a year for a date).
    """

    answer: str
    low: str = ""
    high: str = ""
    tolerance: str = "0"
    relative: str = "0"
    tiers: tuple[Tier, ...] = ()
    units: dict[str, str] = {}
    less_precise: str = "0"
    decimal_comma: bool = False
    foreseen: tuple[Foreseen, ...] = ()


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="numerical"):
    """What was typed, untouched."""

    text: str = ""

"""What authors write in a question: structs that check the fields, and that the JSON Schema is made from.

All scalars are text in the files, so yes and no, numbers and places are read by their fields. The fields that
all kinds share are `Common`; each kind adds its own.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from app.domain.kinds.numerical import AnswerAs
from app.domain.question import Level, State
from app.domain.source import Status

Words = Annotated[str, Meta(pattern=r"\S")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
At = Annotated[str, Meta(pattern=r"^[1-9][0-9]{0,5}\.[1-9][0-9]{0,5}$")]
Letter = Annotated[str, Meta(pattern=r"^[a-z]$")]
FractionText = Annotated[str, Meta(pattern=r"^-?[0-9]{1,6}(\.[0-9]{1,6}|/[1-9][0-9]{0,5})?$")]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Row = Annotated[str, Meta(pattern=r"^[A-Z]-[0-9]{1,4}$")]
QuestionName = Annotated[str, Meta(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
PartnerName = Annotated[str, Meta(pattern=r"^([a-z0-9-]+/)?[a-z0-9-]+$")]
Difficulty = Annotated[int, Meta(ge=1, le=5)]
YesNo = Literal["yes", "no", "true", "false"]


class Cite(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A place (`source`, `at`, `anchor`, `claims`) or a work (`ref`, `page`)."""

    source: Slug = ""
    at: At = ""
    anchor: Words = ""
    claims: list[Letter] = []
    ref: Words = ""
    page: Words = ""


class WorkCite(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A work, and the page where one is known."""

    ref: Words
    page: Words = ""


class Waiver(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A finding of the check that is accepted: its rule or code, and why."""

    rule: Words
    reason: Words


class Common(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The fields of every question."""

    id: Slug
    stem: Words
    explanation: str = ""
    citations: Annotated[list[Cite], Meta(min_length=1)] | Literal["none"]
    topics: Annotated[list[Slug], Meta(min_length=1)]
    difficulty: Difficulty
    level: Level
    status: Status
    note: str = ""
    points: FractionText = "1"
    state: State | UnsetType = UNSET
    language: Words = ""
    covers: list[Row] = []
    formerly: list[QuestionName] = []
    partner: list[PartnerName] = []
    waive: list[Waiver] = []


class Choice(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A right choice (`key`) or a wrong one (`distractor`). `weight` is its share of the points under map_response."""

    key: Words = ""
    distractor: Words = ""
    feedback: str = ""
    fixed: YesNo = "no"
    weight: FractionText = ""


class SingleChoice(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="single_choice"
):
    """One right choice among several."""

    choices: list[Choice]
    shuffle: YesNo = "yes"


class MultipleResponse(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="multiple_response"
):
    """Any number of right choices."""

    choices: list[Choice]
    scoring: Literal[
        "balanced", "all_or_nothing", "equal_penalty", "per_option", "hits_capped", "map_response"
    ] = "balanced"
    shuffle: YesNo = "yes"


class Reasons(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, rename={"yes": "true", "no": "false"}
):
    """The reason told to whoever answered true, and to whoever answered false."""

    yes: str = ""
    no: str = ""


class TrueFalse(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="true_false"):
    """The stem is a statement."""

    key: YesNo
    feedback: Reasons = msgspec.field(default_factory=Reasons)


class Foreseen(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A wrong or partly right answer that deserves a reason."""

    answer: Words
    accept: list[Words] = []
    feedback: str = ""
    credit: FractionText = "0"


class ShortAnswer(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="short_answer"
):
    """A word or a name, typed."""

    key: Words
    accept: list[Words] = []
    foreseen: list[Foreseen] = []


class Tier(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A wider tolerance that earns a part of the points."""

    tolerance: Words
    credit: FractionText


class Numerical(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="numerical"):
    """A number, a year or a date, typed."""

    key: Words
    answer_as: AnswerAs = "number"
    within: Words = ""
    tolerance: Words = ""
    unit: Words = ""
    units: dict[str, Words] = {}
    tiers: list[Tier] = []
    less_precise: FractionText = "0"
    decimal_comma: YesNo = "no"
    foreseen: list[Foreseen] = []


class Pair(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A premise with its target."""

    premise: Words
    target: Words
    feedback: str = ""


class SpareTarget(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A target that belongs to no premise."""

    target: Words
    feedback: str = ""


class Matching(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="matching"):
    """To each premise its target."""

    pairs: list[Pair]
    spare_targets: list[SpareTarget] = []
    scoring: Literal["pairs"] = "pairs"
    shuffle: YesNo = "yes"


class Item(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """An item of an order, or several (`tie`) whose order among themselves does not matter."""

    item: Words = ""
    feedback: str = ""
    tie: list["TiedItem"] = []


class TiedItem(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One of several items whose order does not matter."""

    item: Words
    feedback: str = ""


class Ordering(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="ordering"):
    """Items in the right order."""

    items: list[Item]
    scoring: Literal["kendall", "exact", "adjacent", "absolute", "longest_run"] = "kendall"


class ChoiceGap(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="single_choice"
):
    """A gap that is chosen."""

    choices: list[Choice]
    weight: FractionText = "1"


class TypedGap(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="short_answer"
):
    """A gap that is typed."""

    key: Words
    accept: list[Words] = []
    foreseen: list[Foreseen] = []
    weight: FractionText = "1"


class NumberGap(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="numerical"):
    """A gap that is a number, a year or a date."""

    key: Words
    answer_as: AnswerAs = "number"
    within: Words = ""
    tolerance: Words = ""
    unit: Words = ""
    units: dict[str, Words] = {}
    tiers: list[Tier] = []
    less_precise: FractionText = "0"
    decimal_comma: YesNo = "no"
    foreseen: list[Foreseen] = []
    weight: FractionText = "1"


Gap = ChoiceGap | TypedGap | NumberGap


class Cloze(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="cloze"):
    """A text with gaps: `{name}` in the text, and an entry for each name."""

    text: Words
    gaps: dict[str, Gap]

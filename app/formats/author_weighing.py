"""What authors write in the kinds that weigh sources: evidence, two sources, status sort, source support."""

import msgspec
from msgspec import UNSET, UnsetType

from app.domain.kinds.evidence import Relation as EvidenceRelation
from app.domain.kinds.source_support import Support
from app.domain.kinds.status_sort import Ask
from app.domain.kinds.two_sources import Relation
from app.domain.source import Status, Voice
from app.formats.author import At, Choice, Letter, Slug, Words, WorkCite, YesNo


class PlaceChoice(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A right place (`key`), or a wrong one that deserves a reason (`distractor`)."""

    key: At = ""
    distractor: At = ""
    feedback: str = ""


class EvidenceAnswer(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """An answer that is asked together with its evidence."""

    choices: list[Choice]


class Outcomes(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What is said where both are right, the answer alone, the evidence alone, or neither."""

    both: Words
    answer_only: Words
    evidence_only: Words
    neither: Words


class Evidence(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="evidence"):
    """The sentence of a passage that supports or contradicts a statement."""

    relation: EvidenceRelation
    source: Slug
    passage: Words
    choices: list[PlaceChoice]
    answer: EvidenceAnswer | UnsetType = UNSET
    outcomes: Outcomes | UnsetType = UNSET
    shuffle: YesNo = "yes"


class KeyedPassage(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A passage and its right places."""

    source: Slug
    passage: Words
    key: list[At] = []


class RelationReasons(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A reason for each way in which two passages may stand to each other."""

    agree: str = ""
    differ_in_certainty: str = ""
    contradict: str = ""
    unrelated: str = ""


class TwoSources(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="two_sources"
):
    """How two passages stand to each other, and where."""

    passages: list[KeyedPassage]
    key: Relation
    feedback: RelationReasons = msgspec.field(default_factory=RelationReasons)


class SortedStatement(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A statement with its status (`key`), its voice, or both, as they are asked."""

    statement: Words
    key: Status | UnsetType = UNSET
    voice: Voice | UnsetType = UNSET
    feedback: str = ""


class StatusSort(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="status_sort"
):
    """How sure historians are of each statement, who says it, or both."""

    statements: list[SortedStatement]
    ask: Ask = "status"
    shuffle: YesNo = "yes"


class ClaimPlace(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A sentence of a source, or those of its statements that `claims` names."""

    source: Slug
    at: At
    claims: list[Letter] = []


class SupportReasons(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A reason for each answer."""

    supports: str = ""
    partly: str = ""
    contradicts: str = ""
    not_addressed: str = ""


class SourceSupport(
    msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="source_support"
):
    """Whether a cited work says what the document makes of it."""

    claim: ClaimPlace
    work: WorkCite
    holding: Words
    key: Support
    feedback: SupportReasons = msgspec.field(default_factory=SupportReasons)


Weighing = Evidence | TwoSources | StatusSort | SourceSupport

"""One question as an author wrote it to the domain's `Question`, or the problems that keep it out."""

from fractions import Fraction
from typing import Any, assert_never, get_args

import msgspec

from app.domain.bank import Place
from app.domain.ids import QuestionSlug, ReferenceId, SetId, SourceId
from app.domain.kinds import KeyBody, ShownBody, true_false
from app.domain.question import AnswerKey, Question, ShownQuestion, State, Waiver
from app.domain.rules.names import default_rule, rule_id
from app.domain.source import Citation, PlaceCitation, WorkCitation
from app.formats import author, author_weighing
from app.formats.arranged import make_matching, make_ordering
from app.formats.author_bodies import Body
from app.formats.choices import make_multiple_response, make_single_choice
from app.formats.explain import explain, nearest, note_cut_texts
from app.formats.findings import Findings
from app.formats.gaps import make_cloze
from app.formats.making import Making, locator, make_text
from app.formats.typed import make_numerical, make_short_answer
from app.formats.weighing import make_weighing
from app.formats.yaml_events import Mapping, Sequence

_BODIES: dict[str, Any] = {str(body.__struct_config__.tag): body for body in get_args(Body)}
_COMMON = frozenset(field.encode_name for field in msgspec.structs.fields(author.Common))
_Parts = tuple[ShownBody, KeyBody]


class Head(msgspec.Struct, frozen=True):
    """What a question takes from its set unless it says otherwise."""

    set: SetId
    language: str
    state: State


def read_question(node: object, line: int, head: Head, findings: Findings) -> tuple[Question, Place] | None:
    """Return the question of a node and its place, None where an error keeps it out (see `findings`)."""
    slug = node.get("id") if isinstance(node, Mapping) else None
    findings.question = f"{head.set}/{slug}" if isinstance(slug, str) else ""
    before = findings.errors()
    try:
        question = _read(node, line, head, findings)
    finally:
        findings.question = ""
    if question is None or findings.errors() > before or not isinstance(node, Mapping):
        return None
    cites = node["citations"]
    items = tuple(cites.lines) if isinstance(cites, Sequence) else ()
    return question, Place(findings.file, node.line, node.lines, items)


def _read(node: object, line: int, head: Head, findings: Findings) -> Question | None:
    if not isinstance(node, Mapping):
        findings.add(
            "expected_mapping", line, field="questions", text=str(node)[:60] if isinstance(node, str) else ""
        )
        return None
    converted = _convert(node, findings)
    if converted is None:
        return None
    common, written = converted
    making = Making(head.set, common.id, findings)
    note_cut_texts(node, findings)
    bodies = _make(making, written, node)
    citations = _citations(common, node, findings)
    if common.points != "1" and not 0 < Fraction(common.points) <= 1000:
        findings.add(
            "bad_fraction", node.lines["points"], field="points", text=common.points, lowest=0, highest=1000
        )
    if bodies is None:
        return None
    shuffle = getattr(written, "shuffle", "yes") in ("yes", "true")
    shown = ShownQuestion(
        make_text(common.stem), bodies[0], common.language or head.language, common.points, shuffle
    )
    key = AnswerKey(
        bodies[1],
        rule_of(written),
        make_text(common.explanation),
        common.status,
        citations,
        make_text(common.note),
    )
    return Question(
        set=head.set,
        slug=QuestionSlug(common.id),
        shown=shown,
        key=key,
        topics=tuple(common.topics),
        difficulty=common.difficulty,
        level=common.level,
        state=head.state if common.state is msgspec.UNSET else common.state,
        covers=tuple(common.covers),
        formerly=tuple(common.formerly),
        partner=tuple(name if "/" in name else f"{head.set}/{name}" for name in common.partner),
        waive=tuple(Waiver(one.rule, one.reason) for one in common.waive),
    )


def rule_of(written: Body) -> str:
    """Return the rule that scores a question, as name@number."""
    match written:
        case author.MultipleResponse() | author.Matching() | author.Ordering():
            return rule_id(written.scoring)
        case author.Numerical():
            return rule_id(default_rule("numerical", written.answer_as))
        case author_weighing.Evidence() if written.answer is not msgspec.UNSET:
            return rule_id("answer_and_evidence")
        case _:
            return rule_id(default_rule(str(written.__struct_config__.tag)))


def _convert(node: Mapping, findings: Findings) -> tuple[author.Common, Body] | None:
    kind = node.get("kind")
    if not isinstance(kind, str) or kind not in _BODIES:
        known = tuple(_BODIES)
        if kind is None:
            findings.add("missing_kind", node.line, within="", known=known)
        else:
            text = kind if isinstance(kind, str) else ""
            findings.add(
                "unknown_kind", node.lines["kind"], text=text, nearest=nearest(text, known), known=known
            )
        explain(_part_of(node, common=True), author.Common, findings, line=node.line)
        return None
    body = _BODIES[kind]
    common_part = {name: value for name, value in node.items() if name in _COMMON}
    own_part = {name: value for name, value in node.items() if name not in _COMMON}
    try:
        return msgspec.convert(common_part, author.Common, strict=False), msgspec.convert(
            own_part, body, strict=False
        )
    except msgspec.ValidationError as error:
        _explain(node, body, findings, str(error))
        return None


def _explain(node: Mapping, body: Any, findings: Findings, message: str) -> None:
    before = len(findings.problems)
    explain(_part_of(node, common=True), author.Common, findings, line=node.line)
    explain(_part_of(node, common=False), body, findings, line=node.line, also=_COMMON)
    if len(findings.problems) == before:
        findings.add("not_readable", node.line, text=message)


def _part_of(node: Mapping, *, common: bool) -> Mapping:
    part = Mapping(node.line)
    part.lines = node.lines
    part.update({name: value for name, value in node.items() if (name in _COMMON) == common})
    return part


def _make(making: Making, written: Body, node: Mapping) -> _Parts | None:
    match written:
        case author.SingleChoice():
            return make_single_choice(making, written.choices, node)
        case author.MultipleResponse():
            return make_multiple_response(making, written, node)
        case author.TrueFalse():
            return _make_true_false(written)
        case author.ShortAnswer():
            return make_short_answer(making, written, node)
        case author.Numerical():
            return make_numerical(making, written, node)
        case author.Matching():
            return make_matching(making, written, node)
        case author.Ordering():
            return make_ordering(making, written, node)
        case author.Cloze():
            return make_cloze(making, written, node)
        case (
            author_weighing.Evidence()
            | author_weighing.TwoSources()
            | author_weighing.StatusSort()
            | author_weighing.SourceSupport()
        ):
            return make_weighing(making, written, node)
        case _:
            assert_never(written)


def _make_true_false(written: author.TrueFalse) -> _Parts:
    reasons = written.feedback
    correct = written.key in ("yes", "true")
    return true_false.Shown(), true_false.Key(correct, make_text(reasons.yes), make_text(reasons.no))


def _citations(common: author.Common, node: Mapping, findings: Findings) -> tuple[Citation, ...]:
    if isinstance(common.citations, str):
        return ()
    made: list[Citation] = []
    for cite, line in zip(common.citations, node["citations"].lines, strict=True):
        citation = _citation(cite, line, findings)
        if citation in made:
            findings.add("citation_twice", line)
        elif citation is not None:
            made.append(citation)
    return tuple(made)


def _citation(cite: author.Cite, line: int, findings: Findings) -> Citation | None:
    place = cite.source or cite.at or cite.anchor or cite.claims
    work = cite.ref or cite.page
    if place and work:
        findings.add("citation_mixed", line)
    elif cite.ref:
        return WorkCitation(ReferenceId(cite.ref), cite.page)
    elif cite.source and cite.at:
        return PlaceCitation(SourceId(cite.source), locator(cite.at), cite.anchor, tuple(cite.claims))
    else:
        findings.add("citation_incomplete", line)
    return None

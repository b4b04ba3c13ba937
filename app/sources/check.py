"""The whole check of a bank: what reading found, what the rules say, and every anchor in the originals at hand."""

from collections.abc import Mapping

import msgspec

from app.domain.bank import Bank, Place
from app.domain.ids import SourceId
from app.domain.lint import lint
from app.domain.lint.waivers import Waived, apply_waivers
from app.domain.problem import Problem, Value, make_problem
from app.domain.source import PlaceCitation, Source
from app.sources.anchors import Finding, Verified, verify_anchor
from app.sources.originals import Document, divides_alike

_CODES: dict[Finding, str] = {
    "missing": "anchor_not_found",
    "elsewhere": "anchor_elsewhere",
    "ambiguous": "anchor_ambiguous",
    "not_words": "anchor_not_words",
}
_NOTHING = Bank()


class AnchorCount(msgspec.Struct, frozen=True):
    """How many anchors were found where they should be, were not looked up (no original), or are wrong."""

    verified: int = 0
    unverified: int = 0
    failed: int = 0


class CheckReport(msgspec.Struct, frozen=True):
    """What a check says. `questions` and `sources` count what was found in the files."""

    questions: int
    sources: int
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    waived: tuple[Waived, ...]
    anchors: AnchorCount


def check_bank(bank: Bank, originals: Mapping[SourceId, Document], known: Bank = _NOTHING) -> CheckReport:
    """Check a bank; anchors are verified in those originals that are given, by the identifier of their source."""
    problems = [*bank.problems, *lint(bank, known, strict=True)]
    results = [
        (question.id, index, citation)
        for question in bank.questions()
        for index, citation in enumerate(question.key.citations)
        if isinstance(citation, PlaceCitation) and citation.anchor
    ]
    problems += _check_originals(bank, originals)
    verified = unverified = failed = 0
    for question_id, index, citation in results:
        document = originals.get(citation.source)
        if document is None:
            unverified += 1
            continue
        result = verify_anchor(document, citation)
        if result.finding == "verified":
            verified += 1
            continue
        failed += 1
        problems += _anchor_problem(bank.places.get(question_id, Place("", 1)), question_id, index, result)
    stands, waived = apply_waivers(bank, problems)
    ordered = _in_order(stands, bank)
    return CheckReport(
        questions=bank.found,
        sources=len(bank.sources),
        errors=tuple(problem for problem in ordered if problem.severity == "error"),
        warnings=tuple(problem for problem in ordered if problem.severity == "warning"),
        waived=tuple(waived),
        anchors=AnchorCount(verified, unverified, failed),
    )


def _anchor_problem(place: Place, question_id: str, index: int, result: Verified) -> list[Problem]:
    """Return the problem of an anchor; its number of words is a rule of its own and told by `lint`."""
    words = len(result.citation.anchor.split())
    if result.finding == "not_words" and not 3 <= words <= 8:
        return []
    line = place.items[index] if index < len(place.items) else place.line
    values: dict[str, Value] = {
        "text": result.citation.anchor,
        "at": str(result.citation.at),
        "source": result.citation.source,
        "other": str(result.other) if result.other else "",
    }
    return [make_problem(_CODES[result.finding], values, file=place.file, line=line, question=question_id)]


def _check_originals(bank: Bank, originals: Mapping[SourceId, Document]) -> list[Problem]:
    """Check that an original is the one that the source names, and is divided as the source counts."""
    problems: list[Problem] = []
    for source in bank.sources.values():
        document = originals.get(source.id)
        if document is None or source.original is None:
            continue
        place = bank.places.get(f"source:{source.id}", Place("", 1))
        line = place.fields.get("original", place.line)
        code = _original_code(source, document)
        if code:
            values: dict[str, Value] = {"text": source.original.file, "source": source.id}
            problems.append(make_problem(code, values, file=place.file, line=line))
    return problems


def _original_code(source: Source, document: Document) -> str:
    if source.original is None:
        return ""
    if source.original.sha256 != document.sha256:
        return "original_differs"
    return "" if divides_alike(document, source.original) else "original_divides_differently"


def _in_order(problems: list[Problem], bank: Bank) -> list[Problem]:
    """Return problems by file as read, then by line."""
    order = {file.name: number for number, file in enumerate(bank.files)}
    return sorted(problems, key=lambda problem: (order.get(problem.file, -1), problem.file, problem.line))

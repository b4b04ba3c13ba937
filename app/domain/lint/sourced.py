"""What stands behind the wrong and disputed statements that questions use: a work other than the document, or none."""

import msgspec

from app.domain.bank import Bank
from app.domain.ids import ReferenceId, SourceId
from app.domain.question import Question
from app.domain.source import Claim, PlaceCitation, Reference, Seen, Source, WorkCitation

_ORDER: tuple[Seen, ...] = ("seen", "identified", "not_checked")


class Disputed(msgspec.Struct, frozen=True):
    """Statements that are inaccurate or contested and in use, by the best work that their notes rest on.

    `no_source_checked` counts those whose note names no work, though a question that uses them may; they are listed.
    """

    in_use: int
    seen: int
    identified: int
    not_checked: int
    no_source_checked: int
    listed: tuple[str, ...]


def count_disputed(bank: Bank, known: Bank | None = None) -> Disputed:
    """Count the inaccurate and contested statements that questions cite, by what they rest on."""
    sources = {**(known.sources if known else {}), **bank.sources}
    works = {**(known.references if known else {}), **bank.references}
    used: dict[tuple[SourceId, str], set[ReferenceId]] = {}
    for question in bank.questions():
        if question.state != "retired":
            rests_on = _works_of_question(question, sources)
            for source, claim in _disputed_in(question, sources):
                name = (source.id, f"{claim.at}{claim.letter}")
                used.setdefault(name, {cite.ref for cite in claim.note_cites}).update(rests_on)
    best = {name: _best(refs, works) for name, refs in used.items()}
    counts = {seen: sum(one == seen for one in best.values()) for seen in _ORDER}
    listed = tuple(f"{source} {place}" for (source, place), seen in best.items() if seen is None)
    return Disputed(
        len(best), counts["seen"], counts["identified"], counts["not_checked"], len(listed), listed
    )


def _disputed_in(question: Question, sources: dict[SourceId, Source]) -> list[tuple[Source, Claim]]:
    return [
        (source, claim)
        for cite in question.key.citations
        if isinstance(cite, PlaceCitation) and (source := sources.get(cite.source)) is not None
        for claim in source.claims_at(cite.at, cite.claims)
        if claim.status in ("inaccurate", "contested")
    ]


def _works_of_question(question: Question, sources: dict[SourceId, Source]) -> set[ReferenceId]:
    """Return the works that a question cites itself, or by way of our own notes."""
    works: set[ReferenceId] = set()
    for cite in question.key.citations:
        if isinstance(cite, WorkCitation):
            works.add(cite.ref)
        elif (source := sources.get(cite.source)) is not None and source.kind == "notes":
            for claim in source.claims_at(cite.at, cite.claims):
                works.update(work.ref for work in (*claim.cites, *claim.note_cites))
    return works


def _best(refs: set[ReferenceId], works: dict[ReferenceId, Reference]) -> Seen | None:
    """Return how well the best known of some works was looked at, None where there is none."""
    known = [works[ref].seen for ref in refs if ref in works]
    return min(known, key=_ORDER.index) if known else None

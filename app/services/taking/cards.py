"""The source cards of a question: what it cites, and how sure that citation is."""

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import bindparam, select

from app.domain.ids import ReferenceId, SourceId
from app.domain.question import AnswerKey, Stamp
from app.domain.source import Locator, PlaceCitation, Source, WorkCitation
from app.services.context import Context
from app.services.originals import Copy, read_copy
from app.services.storing.heads import decode_head
from app.services.taking.material import KnownWork, Material, read_attempt_works, read_pinned
from app.services.views import AttemptHead, CitationState, SourceCard
from app.services.works import make_work
from app.storage.tables.questions import question, question_version, set_version
from app.storage.tables.sources import original_copy

_LAST = ("cards", "last")


class Evidence(msgspec.Struct, frozen=True):
    """All that the cards of one question are made from."""

    materials: Mapping[SourceId, Material]
    works: Mapping[ReferenceId, KnownWork]
    stamps: tuple[Stamp, ...]
    copies: Mapping[SourceId, Copy]


# The set as it was when the attempt began: a later stamp changes nothing of what was shown.
_STAMPS = (
    select(set_version.c.hash, set_version.c.head)
    .join(question, question.c.set_id == set_version.c.set_id)
    .join(question_version, question_version.c.question_id == question.c.id)
    .where(question_version.c.id == bindparam("version"), set_version.c.created <= bindparam("started"))
    .order_by(set_version.c.number.desc())
    .limit(1)
)


_COPIES = select(original_copy.c.source_id, original_copy.c.sha256, original_copy.c.match).order_by(
    original_copy.c.source_id
)


def make_cards(ctx: Context, attempt: AttemptHead, version_id: int, key: AnswerKey) -> tuple[SourceCard, ...]:
    """Return the cards of a question of an attempt.

    They do not depend on the answer. Those made last are kept: they are made ahead, while a student reads the question.
    """
    if not key.citations:
        return ()
    copies = tuple(tuple(row) for row in ctx.db.execute(_COPIES))
    made_from = (attempt.id, version_id, ctx.actor.style, key.citations, key.status, copies)
    last = ctx.library.cache.get(_LAST)
    if last is not None and last[0] == made_from:
        kept: tuple[SourceCard, ...] = last[1]
        return kept
    cards = _make_cards(ctx, attempt, version_id, key)
    ctx.library.cache[_LAST] = (made_from, cards)
    return cards


def _make_cards(
    ctx: Context, attempt: AttemptHead, version_id: int, key: AnswerKey
) -> tuple[SourceCard, ...]:
    evidence = _read_evidence(ctx, attempt, version_id, key)
    cards: list[SourceCard] = []
    for cite in key.citations:
        if isinstance(cite, PlaceCitation):
            cards.append(_place_card(cite, evidence))
        elif cite.ref in evidence.works:
            cards.append(_work_card(cite, evidence.works[cite.ref], key))
    return tuple(cards)


def _read_evidence(ctx: Context, attempt: AttemptHead, version_id: int, key: AnswerKey) -> Evidence:
    materials = read_pinned(ctx, attempt.id)
    cited = {cite.source for cite in key.citations if isinstance(cite, PlaceCitation) and cite.anchor}
    copies = {
        slug: copy
        for slug, material in materials.items()
        if slug in cited and (copy := read_copy(ctx, material.source)) is not None
    }
    works = (
        read_attempt_works(ctx, attempt.id)
        if any(isinstance(cite, WorkCitation) for cite in key.citations)
        else {}
    )
    return Evidence(materials, works, _read_stamps(ctx, attempt, version_id), copies)


def _read_stamps(ctx: Context, attempt: AttemptHead, version_id: int) -> tuple[Stamp, ...]:
    row = ctx.db.execute(_STAMPS, {"version": version_id, "started": attempt.started}).first()
    if row is None:
        return ()
    stamps: tuple[Stamp, ...] | None = ctx.library.cache.get(("stamps", row.hash))
    if stamps is None:
        stamps = ctx.library.cache["stamps", row.hash] = decode_head(row.head).checked
    return stamps


def _place_card(cite: PlaceCitation, evidence: Evidence) -> SourceCard:
    material = evidence.materials.get(cite.source)
    if material is None:
        return SourceCard(
            cite.source,
            cite.source,
            cite.source,
            "document",
            "",
            cite.at,
            cite.anchor,
            "unchecked",
            "",
            "established",
        )
    source = material.source
    state, checked_on = citation_state(cite, source, evidence.stamps, evidence.copies.get(cite.source))
    claims = tuple(
        material.view(claim, cited=not cite.claims or claim.letter in cite.claims)
        for claim in source.claims_at(cite.at)
    )
    places = sorted({claim.at for claim in source.claims})
    return SourceCard(
        source=source.id,
        title=source.title,
        short=source.short,
        kind=source.kind,
        file=source.original.file if source.original else "",
        at=cite.at,
        anchor=cite.anchor,
        state=state,
        checked_on=checked_on,
        status=next((claim.status for claim in claims if claim.cited), "established"),
        claims=claims,
        before=_words(source, _neighbour(places, cite.at, -1)),
        after=_words(source, _neighbour(places, cite.at, 1)),
    )


def _work_card(cite: WorkCitation, known: KnownWork, key: AnswerKey) -> SourceCard:
    work = make_work(known.reference, known.full, cite.page)
    return SourceCard(SourceId(""), "", "", "book", "", None, "", "reference_only", "", key.status, work=work)


def citation_state(
    cite: PlaceCitation, source: Source, stamps: Iterable[Stamp], copy: Copy | None
) -> tuple[CitationState, str]:
    """Return how sure it is that a phrase stands where the citation says, and since when."""
    if not cite.anchor:
        return "summary_only", ""
    if copy is not None:
        return ("checked_in_copy" if copy.find(cite) else "not_in_copy"), ""
    for stamp in stamps:
        if stamp.source == source.id:
            same = source.original is not None and source.original.sha256 == stamp.sha256
            return ("checked_when_made" if same else "source_changed"), stamp.date
    return "unchecked", ""


def _neighbour(places: list[Locator], at: Locator, step: int) -> Locator | None:
    """Return the sentence before or after in the same paragraph."""
    if at not in places:
        return None
    place = places.index(at) + step
    if not 0 <= place < len(places) or places[place].paragraph != at.paragraph:
        return None
    return places[place]


def _words(source: Source, at: Locator | None) -> str:
    return " ".join(claim.says for claim in source.claims_at(at)) if at else ""

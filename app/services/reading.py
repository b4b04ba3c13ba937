"""Reading the sources: our summary, and a person's own copy of the original."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select

from app.domain.errors import NotAllowed, NotFound
from app.domain.ids import AttemptId, ReferenceId, SourceId
from app.domain.source import Claim, Locator, PlaceCitation, WorkCitation
from app.services.attaching import attach_original, detach_original, read_original
from app.services.context import Context
from app.services.marks import reads
from app.services.originals import Copy, read_copy
from app.services.taking.closed import (
    OpenPlaces,
    places_beside_waiting,
    places_of_answered,
    refuse_in_exam,
    sources_in_question,
)
from app.services.taking.events import require_position
from app.services.taking.grading import read_key
from app.services.taking.items import read_item
from app.services.taking.material import Material, read_current, read_pinned
from app.services.taking.state import read_state
from app.services.views import (
    ClaimView,
    OriginalSentence,
    ReaderView,
    SourceBrief,
    SourceIntro,
    Work,
)
from app.storage.tables.questions import question, question_citation
from app.storage.tables.sources import original_copy, source, source_version

__all__ = ["about_source", "attach_original", "detach_original", "read_original", "read_source"]


@reads
def read_source(
    ctx: Context,
    source_id: SourceId | None = None,
    attempt_id: AttemptId | None = None,
    position: int = 0,
    evidence: bool = True,
) -> ReaderView:
    """Return a source; None is the first one.

    With an attempt it is the version that the attempt pinned, and evidence is shown only where its question at
    `position` was answered and may be seen. Without one, it is not shown of what a question in front of the student
    rests on, until that is answered. While other questions of a practice wait, it is shown at the places of answered
    ones alone. In an exam that runs, sources are closed.
    """
    if attempt_id is None:
        refuse_in_exam(ctx)
        materials = read_current(ctx)
        asked = _pick(materials, source_id).source.id
        shown = evidence and asked not in sources_in_question(ctx)
        return _view(ctx, materials, source_id, (), places_beside_waiting(ctx), evidence=shown)
    state = read_state(ctx, attempt_id)
    require_position(state, position)
    if not state.reveals or (state.is_shut and ctx.actor.role == "student"):
        raise NotAllowed("closed_in_exam")
    seen = evidence and (bool(state.mark(position).revision) or not state.is_open)
    cites: Sequence[PlaceCitation] = ()
    if seen:
        key = read_key(ctx, read_item(ctx, attempt_id, position).version_id)
        cites = [cite for cite in key.citations if isinstance(cite, PlaceCitation)]
    materials = read_current(ctx) | read_pinned(ctx, attempt_id)
    if source_id is None and cites:
        source_id = cites[0].source
    return _view(ctx, materials, source_id, cites, places_of_answered(ctx, state), evidence=seen)


@reads
def about_source(ctx: Context, source_id: SourceId) -> SourceIntro:
    """Return what a reader should know of a source before trusting it."""
    one = _pick(read_current(ctx), source_id).source
    return SourceIntro(one.id, one.title, one.short, one.kind, one.about)


def _pick(materials: dict[SourceId, Material], source_id: SourceId | None) -> Material:
    if source_id is None and materials:
        return next(iter(materials.values()))
    if source_id not in materials:
        raise NotFound("source_not_found", source=source_id or "")
    return materials[source_id]


def _view(
    ctx: Context,
    materials: dict[SourceId, Material],
    source_id: SourceId | None,
    cites: Sequence[PlaceCitation],
    answered: OpenPlaces,
    *,
    evidence: bool,
) -> ReaderView:
    material = _pick(materials, source_id)
    one = material.source
    told = answered.get(one.id) if evidence else frozenset[Locator]()
    here = [cite for cite in cites if cite.source == one.id]
    copy = read_copy(ctx, one)
    counted = ctx.db.execute(
        select(original_copy.c.anchors, original_copy.c.verified)
        .join(source, source.c.id == original_copy.c.source_id)
        .where(source.c.slug == one.id)
    ).first()
    places = _places(ctx)
    return ReaderView(
        source=one.id,
        title=one.title,
        short=one.short,
        kind=one.kind,
        language=one.language,
        wording=one.wording,
        about=one.about,
        gaps=one.gaps,
        claims=_claims(material, here, told),
        works=_works(material, told, evidence=evidence),
        focus=tuple(sorted({cite.at for cite in here})),
        original=_original(copy, here) if copy else (),
        file=one.original.file if one.original else "",
        anchors=counted.anchors if counted else 0,
        verified=counted.verified if counted else 0,
        evidence=evidence,
        waiting=evidence and told is not None,
        has_original=copy is not None,
        questions_at={str(at): count for at, count in places.get(one.id, {}).items()} if told is None else {},
        sources=tuple(
            SourceBrief(slug, other.source.title, other.source.short, len(places.get(slug, {})))
            for slug, other in materials.items()
        ),
    )


def _claims(
    material: Material, cites: Sequence[PlaceCitation], told: frozenset[Locator] | None
) -> tuple[ClaimView, ...]:
    """Return all statements. Where they are not told they say nothing of their standing, and our own notes nothing."""
    return tuple(
        _open(material, claim, cites) if told is None or claim.at in told else _closed(material, claim)
        for claim in material.source.claims
        if told is None or claim.at in told or material.source.kind != "notes"
    )


def _open(material: Material, claim: Claim, cites: Sequence[PlaceCitation]) -> ClaimView:
    cited = any(cite.at == claim.at and (not cite.claims or claim.letter in cite.claims) for cite in cites)
    return material.view(claim, cited=cited)


def _closed(material: Material, claim: Claim) -> ClaimView:
    works = material.works_of(claim.cites)
    return ClaimView(claim.at, claim.letter, claim.says, "established", "essay", "", works, (), open=False)


def _works(
    material: Material, told: frozenset[Locator] | None, *, evidence: bool
) -> tuple[tuple[Work, tuple[Locator, ...]], ...]:
    """Return the works that a source cites, each with the places that cite it.

    Works of our notes stand where the notes are told; while questions wait, nothing is listed of other places.
    """
    places: dict[ReferenceId, dict[Locator, None]] = {}
    for claim in material.source.claims:
        is_told = told is None or claim.at in told
        if evidence and not is_told:
            continue
        for cite in (*claim.cites, *(claim.note_cites if is_told else ())):
            places.setdefault(cite.ref, {}).setdefault(claim.at)
    listed = [
        (work, tuple(at)) for ref, at in places.items() for work in material.works_of((WorkCitation(ref),))
    ]
    return tuple(sorted(listed, key=lambda entry: entry[0].label.casefold()))


def _original(copy: Copy, cites: Iterable[PlaceCitation]) -> tuple[OriginalSentence, ...]:
    """Return a copy's sentences; what is certain of the cited phrases is marked."""
    spans: dict[Locator, list[tuple[int, int]]] = {}
    for cite in cites:
        found = copy.find(cite) if cite.anchor else None
        if found is not None:
            spans.setdefault(found.at, []).append((found.start, found.end))
    return tuple(
        OriginalSentence(at, sentence, tuple(sorted(set(spans.get(at, ())))))
        for number, paragraph in enumerate(copy.document.paragraphs, start=1)
        for place, sentence in enumerate(paragraph, start=1)
        for at in (Locator(number, place),)
    )


def _places(ctx: Context) -> dict[str, dict[Locator, int]]:
    """Return for each source how many questions cite each of its sentences."""
    cited = question_citation.c
    rows = ctx.db.execute(
        select(source.c.slug, cited.paragraph, cited.sentence, func.count(question.c.id.distinct()))
        .join(source_version, source_version.c.source_id == source.c.id)
        .join(question_citation, cited.source_version_id == source_version.c.id)
        .join(question, question.c.current_id == cited.version_id)
        .where(question.c.state != "retired")
        .group_by(source.c.slug, cited.paragraph, cited.sentence)
        .order_by(cited.paragraph, cited.sentence)
    )
    places: dict[str, dict[Locator, int]] = {}
    for slug, paragraph, sentence, count in rows:
        places.setdefault(slug, {})[Locator(paragraph, sentence)] = count
    return places

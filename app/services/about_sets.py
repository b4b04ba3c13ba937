"""What can be told of a set besides its questions: who reviewed it, what was put right, and every work it rests on."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from app.domain.errors import NotFound
from app.domain.ids import ReferenceId, SetId, SourceId
from app.domain.question import Question, QuestionSet
from app.domain.source import PlaceCitation, WorkCitation
from app.services.context import Context
from app.services.exporting import read_questions
from app.services.marks import background
from app.services.storing.heads import decode_head
from app.services.taking.closed import refuse_in_exam, sources_in_question
from app.services.taking.material import Material, read_current, read_current_works
from app.services.views import CorrectionView, Reviewed, SetAbout, UsedWork
from app.services.works import make_work
from app.storage.tables.questions import question_set, set_version


@background
def about_set(ctx: Context, set_id: SetId) -> SetAbout:
    """Return what a reader should know of a set.

    While a question of a practice waits for its answer, works and corrections are left out: they speak of keys.
    """
    refuse_in_exam(ctx)
    head = _read_head(ctx, set_id)
    asked = _read_asked(ctx, head)
    materials = read_current(ctx)
    cited = {cite.source for one in asked for cite in one.key.citations if isinstance(cite, PlaceCitation)}
    evidence = not sources_in_question(ctx)
    return SetAbout(
        set=set_id,
        title=head.title,
        questions=len(asked),
        reviewed=head.reviewed,
        sources=tuple(
            Reviewed(slug, material.source.title, material.source.about.reviewed)
            for slug, material in materials.items()
            if slug in cited
        ),
        corrections=_corrections(head, asked) if evidence else (),
        works=_used_works(ctx, asked, materials) if evidence else (),
        evidence=evidence,
    )


def _works_of(question: Question, materials: Mapping[SourceId, Material]) -> tuple[ReferenceId, ...]:
    """Return the works that a question rests on: cited by itself, by the statements it cites, or in notes on them."""
    found: dict[ReferenceId, None] = {}
    for cite in question.key.citations:
        if isinstance(cite, WorkCitation):
            found.setdefault(cite.ref)
            continue
        material = materials.get(cite.source)
        for claim in material.source.claims_at(cite.at, cite.claims) if material is not None else ():
            found.update(dict.fromkeys(one.ref for one in (*claim.cites, *claim.note_cites)))
    return tuple(found)


def _read_head(ctx: Context, set_id: SetId) -> QuestionSet:
    stored = ctx.db.execute(
        select(set_version.c.head)
        .join(question_set, question_set.c.current_id == set_version.c.id)
        .where(question_set.c.slug == set_id, question_set.c.state != "retired")
    ).scalar()
    if stored is None:
        raise NotFound("set_not_found", set=set_id)
    return decode_head(stored)


def _read_asked(ctx: Context, head: QuestionSet) -> list[Question]:
    """Return the set's own questions, and those that it gathers from other sets."""
    own = read_questions(ctx, SetId(head.id)).get(SetId(head.id), [])
    others = dict.fromkeys(name.partition("/")[0] for name in head.select)
    known = {one.id: one for name in others for one in read_questions(ctx, SetId(name)).get(SetId(name), [])}
    return [*own, *(known[name] for name in head.select if name in known)]


def _corrections(head: QuestionSet, asked: Iterable[Question]) -> tuple[CorrectionView, ...]:
    """Return what was put right, the latest first, each with the stem of its question where that is still asked."""
    stems = {name: one.shown.stem.plain() for one in asked for name in (one.id, one.slug)}
    latest = sorted(head.corrections, key=lambda one: one.date, reverse=True)
    return tuple(CorrectionView(one.date, stems.get(one.question, ""), one.changed) for one in latest)


def _used_works(
    ctx: Context, asked: Iterable[Question], materials: Mapping[SourceId, Material]
) -> tuple[UsedWork, ...]:
    """Return each work once, with the stems of the questions that rest on it."""
    stems: dict[ReferenceId, list[str]] = {}
    for one in asked:
        for ref in _works_of(one, materials):
            stems.setdefault(ref, []).append(one.shown.stem.plain())
    known = read_current_works(ctx)
    used = [
        UsedWork(make_work(known[ref].reference, known[ref].full, ""), tuple(of))
        for ref, of in stems.items()
        if ref in known
    ]
    return tuple(sorted(used, key=lambda one: one.work.full.casefold().lstrip("“")))

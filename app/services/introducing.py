"""What stands before the first question: content notes, and what the sources are."""

from sqlalchemy import Select, and_, exists, select

from app.domain.errors import NotFound
from app.domain.ids import SetId
from app.domain.source import Source
from app.services.context import Context
from app.services.marks import reads
from app.services.storing.heads import decode_head
from app.services.taking.material import read_material
from app.services.views import ContentNote, Intro, SourceIntro
from app.storage.tables.questions import (
    question,
    question_set,
    question_version_source,
    set_item,
    set_version,
)
from app.storage.tables.sources import source, source_version


@reads
def introduce(ctx: Context, set_id: SetId | None) -> Intro:
    """Return what is said before the first question of a set; None is a mix of all sets."""
    heads = select(question_set.c.slug, set_version.c.head).join(
        set_version, set_version.c.id == question_set.c.current_id
    )
    if set_id is not None:
        heads = heads.where(question_set.c.slug == set_id)
    else:
        own = exists().where(question.c.set_id == question_set.c.id, question.c.state != "retired")
        heads = heads.where(own)  # a set that only gathers questions of others adds nothing to a mix
    found = [(slug, decode_head(head)) for slug, head in ctx.db.execute(heads.order_by(question_set.c.id))]
    if set_id is not None and not found:
        raise NotFound("set_not_found", set=set_id)
    notes = tuple(
        ContentNote(SetId(slug), head.title, head.content_note) for slug, head in found if head.content_note
    )
    title = found[0][1].title if set_id is not None else ""
    return Intro(set_id, title, notes, _read_sources(ctx, set_id))


def _read_sources(ctx: Context, set_id: SetId | None) -> tuple[SourceIntro, ...]:
    rows = ctx.db.execute(_cited_sources(set_id)).all()
    sources = [read_material(ctx, version_id, digest).source for version_id, digest in rows]
    sources.sort(key=lambda one: (one.kind == "notes", one.id))
    return tuple(_introduce(one) for one in sources)


def _cited_sources(set_id: SetId | None) -> Select[int, str]:
    """Return the current versions of the sources that questions cite."""
    version = source_version.alias("cited_version")
    cited = and_(
        version.c.source_id == source.c.id, version.c.id == question_version_source.c.source_version_id
    )
    used = select(question.c.id).join(
        question_version_source, question_version_source.c.version_id == question.c.current_id
    )
    used = used.join(version, cited).where(question.c.state != "retired")
    if set_id is not None:
        used = (
            used.join(set_item, set_item.c.question_id == question.c.id)
            .join(question_set, question_set.c.current_id == set_item.c.version_id)
            .where(question_set.c.slug == set_id)
        )
    return (
        select(source_version.c.id, source_version.c.hash)
        .join(source, source.c.current_id == source_version.c.id)
        .where(used.exists())
    )


def _introduce(one: Source) -> SourceIntro:
    return SourceIntro(one.id, one.title, one.short, one.kind, one.about)

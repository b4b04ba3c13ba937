"""Sources as an attempt pinned them, decoded once: the summary, and the works that it cites."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from app.domain import codec
from app.domain.ids import AttemptId, ReferenceId, SourceId
from app.domain.source import Claim, Reference, Source, WorkCitation
from app.services.context import Context
from app.services.views import ClaimView, Work
from app.services.works import in_style, make_work
from app.storage.tables.attempts import attempt_reference, attempt_source
from app.storage.tables.sources import (
    reference,
    reference_version,
    rendered_reference,
    source,
    source_version,
    source_version_reference,
)


class KnownWork(msgspec.Struct, frozen=True):
    """A work and its full reference in the style of whoever asks."""

    reference: Reference
    full: str


class Material(msgspec.Struct, frozen=True):
    """One version of a source with the works that it cites."""

    source: Source
    works: Mapping[ReferenceId, KnownWork]

    def view(self, claim: Claim, *, cited: bool = False) -> ClaimView:
        """Return a statement as it is shown after an answer."""
        return ClaimView(
            claim.at,
            claim.letter,
            claim.says,
            claim.status,
            claim.voice,
            claim.note,
            self.works_of(claim.cites),
            self.works_of(claim.note_cites),
            cited,
        )

    def works_of(self, cites: tuple[WorkCitation, ...]) -> tuple[Work, ...]:
        """Return the works that are cited, in their order; one that is not in the library is left out."""
        return tuple(
            make_work(known.reference, known.full, cite.page)
            for cite in cites
            if (known := self.works.get(cite.ref)) is not None
        )


_PINNED = (
    select(source.c.slug, source_version.c.id, source_version.c.hash)
    .join(source_version, source_version.c.id == attempt_source.c.source_version_id)
    .join(source, source.c.id == source_version.c.source_id)
    .where(attempt_source.c.attempt_id == bindparam("attempt"))
)
_CURRENT = (
    select(source.c.slug, source_version.c.id, source_version.c.hash)
    .join(source_version, source_version.c.id == source.c.current_id)
    .order_by(source.c.id)
)
_WORKS = select(reference_version.c.body, rendered_reference.c.full).outerjoin(
    rendered_reference, rendered_reference.c.version_id == reference_version.c.id
)
_WORKS_OF_SOURCE = _WORKS.join(
    source_version_reference, source_version_reference.c.reference_version_id == reference_version.c.id
).where(source_version_reference.c.version_id == bindparam("version"))
_WORKS_OF_ATTEMPT = _WORKS.join(
    attempt_reference, attempt_reference.c.reference_version_id == reference_version.c.id
).where(attempt_reference.c.attempt_id == bindparam("attempt"))


def read_pinned(ctx: Context, attempt_id: AttemptId) -> dict[SourceId, Material]:
    """Return the sources that an attempt shows. What it pinned never changes, so it is read once."""
    name = ("pinned", f"{ctx.actor.style} {attempt_id}")
    pinned: dict[SourceId, Material] | None = ctx.library.cache.get(name)
    if pinned is None:
        rows = ctx.db.execute(_PINNED, {"attempt": attempt_id}).all()
        pinned = {SourceId(slug): read_material(ctx, version_id, digest) for slug, version_id, digest in rows}
        ctx.library.cache[name] = pinned
    return pinned


def read_material(ctx: Context, version_id: int, digest: str) -> Material:
    """Return one version of a source; it is decoded once for each library that is open, and style of citing."""
    name = ("source", f"{ctx.actor.style} {digest}")
    known: Material | None = ctx.library.cache.get(name)
    if known is not None:
        return known
    body = select(source_version.c.body).where(source_version.c.id == version_id)
    works = _known_works(ctx, ctx.db.execute(_WORKS_OF_SOURCE, {"version": version_id}).all())
    material = Material(codec.decode_source(ctx.db.execute(body).scalar_one()), works)
    ctx.library.cache[name] = material
    return material


def read_attempt_works(ctx: Context, attempt_id: AttemptId) -> Mapping[ReferenceId, KnownWork]:
    """Return the works that questions of an attempt cite themselves; they are pinned too."""
    name = ("works", f"{ctx.actor.style} {attempt_id}")
    works: dict[ReferenceId, KnownWork] | None = ctx.library.cache.get(name)
    if works is None:
        works = _known_works(ctx, ctx.db.execute(_WORKS_OF_ATTEMPT, {"attempt": attempt_id}).all())
        ctx.library.cache[name] = works
    return works


def read_current_works(ctx: Context) -> dict[ReferenceId, KnownWork]:
    """Return all works of the library as they are known now."""
    current = _WORKS.join(reference, reference.c.current_id == reference_version.c.id)
    return _known_works(ctx, ctx.db.execute(current).all())


def read_current(ctx: Context) -> dict[SourceId, Material]:
    """Return all sources of the library as they are now."""
    rows = ctx.db.execute(_CURRENT).all()
    return {SourceId(slug): read_material(ctx, version_id, digest) for slug, version_id, digest in rows}


def _known_works(ctx: Context, rows: Iterable[Any]) -> dict[ReferenceId, KnownWork]:
    style = ctx.actor.style
    known = [KnownWork(codec.decode_reference(body), in_style(full, style)) for body, full in rows]
    return {work.reference.id: work for work in known}

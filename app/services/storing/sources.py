"""Storing works and sources."""

from collections.abc import Iterable, Mapping

from sqlalchemy import insert

from app.domain import codec
from app.domain.ids import ReferenceId, SourceId
from app.domain.source import Reference, Source
from app.services.context import Context
from app.services.storing.record import Record
from app.services.storing.versions import (
    REFERENCES,
    SOURCES,
    Current,
    New,
    Origin,
    read_current,
    store_version,
)
from app.storage.tables.sources import source_version_reference


def store_references(
    ctx: Context, references: Mapping[ReferenceId, Reference], origin: Origin, record: Record
) -> dict[str, Current]:
    """Store works and return all works of the library."""
    current = read_current(ctx, REFERENCES)
    for slug, reference in references.items():
        new = New(slug, codec.content_hash(reference), origin, {"body": codec.encode(reference)})
        current[slug], _ = store_version(ctx, REFERENCES, new, current.get(slug), record)
    return current


def store_sources(
    ctx: Context,
    sources: Mapping[SourceId, Source],
    origin: Origin,
    references: Mapping[str, Current],
    record: Record,
) -> dict[str, Current]:
    """Store sources and return all sources of the library."""
    current = read_current(ctx, SOURCES)
    for slug, source in sources.items():
        cited = [references[ref] for ref in sorted(cited_works(source)) if ref in references]
        digest = codec.content_hash(source, [work.hash for work in cited])
        new = New(slug, digest, origin, {"body": codec.encode(source)})
        current[slug], created = store_version(ctx, SOURCES, new, current.get(slug), record)
        if created is not None:
            _store_cited(ctx, created, [work.version_id for work in cited])
    return current


def cited_works(source: Source) -> set[ReferenceId]:
    """Return the works that a source's statements and notes cite."""
    return {cite.ref for claim in source.claims for cite in (*claim.cites, *claim.note_cites)}


def _store_cited(ctx: Context, version_id: int, works: Iterable[int]) -> None:
    rows = [{"version_id": version_id, "reference_version_id": work} for work in works]
    if rows:
        ctx.db.execute(insert(source_version_reference), rows)

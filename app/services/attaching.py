"""A person's own copy of a document: recognised, kept in the library, and each quoted phrase looked up in it."""

from hashlib import sha256
from pathlib import Path

import msgspec
from sqlalchemy import delete, insert, select

from app.domain.errors import BadFile, NotFound
from app.domain.ids import SourceId
from app.domain.printable import printable
from app.domain.source import Locator, PlaceCitation, Source
from app.services.context import Context
from app.services.marks import background, writes
from app.services.originals import Copy
from app.services.own_files import read_within
from app.services.taking.material import read_material
from app.services.views import OriginalReport
from app.sources.originals import read_document, recognise
from app.storage.tables.questions import question, question_citation
from app.storage.tables.sources import media, original_copy, source, source_version

LARGEST = 20 * 1024 * 1024


class _Quoted(msgspec.Struct, frozen=True):
    """A source, its row, and the phrases of it that questions quote."""

    row: int
    source: Source
    cites: tuple[PlaceCitation, ...]


@background
def read_original(ctx: Context, path: str) -> tuple[bytes, str]:
    """Return the bytes and the name of a person's own file, ahead of `attach_original` and its transaction."""
    return read_within(Path(path), LARGEST), Path(path).name


@writes
def attach_original(ctx: Context, data: bytes, name: str) -> OriginalReport:
    """Keep a person's copy of the document that it is recognised as, by its bytes or else by its phrases."""
    if len(data) > LARGEST:
        raise BadFile("file_too_large", limit=LARGEST // (1024 * 1024))
    quoted = _read_quoted(ctx)
    cites = [cite for one in quoted.values() for cite in one.cites]
    likeness = recognise(data, [one.source for one in quoted.values()], cites)
    if likeness is None:
        raise BadFile("original_not_recognised", name=name)
    found = quoted[likeness.source]
    joins = found.source.original.joins if found.source.original else ()
    copy = Copy(read_document(data, joins), likeness.exact)
    verified = sum(copy.find(cite) is not None for cite in found.cites)
    _keep(ctx, found, data, name, likeness.exact, verified)
    return OriginalReport(found.source.id, found.source.title, len(found.cites), verified, likeness.exact)


def _keep(ctx: Context, found: _Quoted, data: bytes, name: str, exact: bool, verified: int) -> None:
    _forget(ctx, found.row)
    digest = sha256(data).hexdigest()
    if ctx.db.execute(select(media.c.hash).where(media.c.hash == digest)).scalar() is None:
        ctx.db.execute(insert(media).values(hash=digest, type="text/plain", bytes=data))
    ctx.db.execute(
        insert(original_copy).values(
            source_id=found.row,
            sha256=digest,
            name=printable(name)[-255:],
            match="exact" if exact else "anchors",
            anchors=len(found.cites),
            verified=verified,
            attached=ctx.now(),
        )
    )


@writes
def detach_original(ctx: Context, source_id: SourceId) -> None:
    """Take a person's copy out of the library."""
    row = ctx.db.execute(select(source.c.id).where(source.c.slug == source_id)).scalar()
    if row is None:
        raise NotFound("source_not_found", source=source_id)
    _forget(ctx, row)


def _read_quoted(ctx: Context) -> dict[str, _Quoted]:
    """Return every source that has an original, with the phrases that questions quote, each once."""
    rows = ctx.db.execute(
        select(source.c.id, source_version.c.id, source_version.c.hash).join(
            source_version, source_version.c.id == source.c.current_id
        )
    ).all()
    quoted: dict[str, _Quoted] = {}
    for source_row, version_id, digest in rows:
        one = read_material(ctx, version_id, digest).source
        if one.original is not None:
            quoted[one.id] = _Quoted(source_row, one, _cites(ctx, source_row, one.id))
    return quoted


def _cites(ctx: Context, source_row: int, source_id: SourceId) -> tuple[PlaceCitation, ...]:
    cited = question_citation.c
    rows = ctx.db.execute(
        select(cited.paragraph, cited.sentence, cited.anchor)
        .join(source_version, source_version.c.id == cited.source_version_id)
        .join(question, question.c.current_id == cited.version_id)
        .where(source_version.c.source_id == source_row, cited.anchor != "", question.c.state != "retired")
        .distinct()
    )
    return tuple(
        PlaceCitation(source_id, Locator(paragraph, sentence), anchor) for paragraph, sentence, anchor in rows
    )


def _forget(ctx: Context, source_row: int) -> None:
    """Take away the copy of a source, and its bytes where nothing else needs them."""
    digest = ctx.db.execute(
        select(original_copy.c.sha256).where(original_copy.c.source_id == source_row)
    ).scalar()
    ctx.db.execute(delete(original_copy).where(original_copy.c.source_id == source_row))
    still = ctx.db.execute(select(original_copy.c.source_id).where(original_copy.c.sha256 == digest)).first()
    if digest is not None and still is None:
        ctx.db.execute(delete(media).where(media.c.hash == digest))

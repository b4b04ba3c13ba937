"""A person's own copy of a document: recognised, kept in the library, and each quoted phrase looked up in it."""

from collections.abc import Sequence
from hashlib import sha256

import msgspec
from sqlalchemy import delete, insert, select

from app.domain.errors import BadFile, NotFound
from app.domain.ids import SourceId
from app.domain.source import Locator, Source
from app.services.context import Context
from app.services.marks import writes
from app.services.originals import divide
from app.services.taking.material import read_material
from app.services.views import OriginalReport
from app.storage.tables.questions import question, question_citation
from app.storage.tables.sources import media, original_copy, source, source_version

LARGEST = 20 * 1024 * 1024
SHARE_OF_ANOTHER_VERSION = 0.5
"""A file that holds less of a source's phrases is not taken for a version of it."""


class _Match(msgspec.Struct, frozen=True):
    """How well a file fits a source."""

    source_row: int
    source: Source
    exact: bool
    anchors: int
    verified: int

    @property
    def share(self) -> float:
        """Return the share of phrases found; an exact file is certain."""
        return 1.0 + self.exact if self.exact else self.verified / max(self.anchors, 1)


@writes
def attach_original(ctx: Context, data: bytes, name: str) -> OriginalReport:
    """Keep a person's copy of the document that it is recognised as."""
    if len(data) > LARGEST:
        raise BadFile("file_too_large", limit=LARGEST // (1024 * 1024))
    if b"\0" in data[:4096]:
        raise BadFile("not_text", name=name)
    digest = sha256(data).hexdigest()
    match = max(_matches(ctx, data, digest), key=lambda one: one.share, default=None)
    if match is None or match.share < SHARE_OF_ANOTHER_VERSION:
        raise BadFile("original_not_recognised", name=name)
    _forget(ctx, match.source_row)
    if ctx.db.execute(select(media.c.hash).where(media.c.hash == digest)).scalar() is None:
        ctx.db.execute(insert(media).values(hash=digest, type="text/plain", bytes=data))
    ctx.db.execute(
        insert(original_copy).values(
            source_id=match.source_row,
            sha256=digest,
            name=name[-255:],
            match="exact" if match.exact else "anchors",
            anchors=match.anchors,
            verified=match.verified,
            attached=ctx.now(),
        )
    )
    return OriginalReport(match.source.id, match.source.title, match.anchors, match.verified, match.exact)


@writes
def detach_original(ctx: Context, source_id: SourceId) -> None:
    """Take a person's copy out of the library."""
    row = ctx.db.execute(select(source.c.id).where(source.c.slug == source_id)).scalar()
    if row is None:
        raise NotFound("source_not_found", source=source_id)
    _forget(ctx, row)


def _matches(ctx: Context, data: bytes, digest: str) -> list[_Match]:
    rows = ctx.db.execute(
        select(source.c.id, source_version.c.id, source_version.c.hash).join(
            source_version, source_version.c.id == source.c.current_id
        )
    ).all()
    matches: list[_Match] = []
    for source_row, version_id, source_hash in rows:
        one = read_material(ctx, version_id, source_hash).source
        if one.original is None:
            continue
        exact = one.original.sha256 == digest
        anchors = _anchors(ctx, source_row)
        copy = divide(data, "", one.original.joins, exact=exact)
        verified = sum(copy.find(at, anchor) is not None for at, anchor in anchors)
        matches.append(_Match(source_row, one, exact, len(anchors), verified))
    return matches


def _anchors(ctx: Context, source_row: int) -> Sequence[tuple[Locator, str]]:
    """Return the phrases of a source that questions quote."""
    cited = question_citation.c
    rows = ctx.db.execute(
        select(cited.paragraph, cited.sentence, cited.anchor)
        .join(source_version, source_version.c.id == cited.source_version_id)
        .join(question, question.c.current_id == cited.version_id)
        .where(source_version.c.source_id == source_row, cited.anchor != "", question.c.state != "retired")
        .distinct()
    )
    return [(Locator(paragraph, sentence), anchor) for paragraph, sentence, anchor in rows]


def _forget(ctx: Context, source_row: int) -> None:
    """Take away the copy of a source, and its bytes where nothing else needs them."""
    digest = ctx.db.execute(
        select(original_copy.c.sha256).where(original_copy.c.source_id == source_row)
    ).scalar()
    ctx.db.execute(delete(original_copy).where(original_copy.c.source_id == source_row))
    still = ctx.db.execute(select(original_copy.c.source_id).where(original_copy.c.sha256 == digest)).first()
    if digest is not None and still is None:
        ctx.db.execute(delete(media).where(media.c.hash == digest))

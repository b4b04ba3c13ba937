"""A person's own copy of a document, as the library keeps it."""

import msgspec
from sqlalchemy import bindparam, select

from app.domain.source import PlaceCitation, Source
from app.services.context import Context
from app.sources.anchors import Found, find_anchor, verify_anchor
from app.sources.originals import Document, read_document
from app.storage.tables.sources import media, original_copy, source


class Copy(msgspec.Struct, frozen=True):
    """A copy of a document. `exact` says that it is the very file that the source was made from."""

    document: Document
    exact: bool

    def find(self, cite: PlaceCitation) -> Found | None:
        """Return where a phrase stands; None unless that is certain.

        In the very file that is the sentence cited. Another version may be divided otherwise, so there the phrase
        must stand at one place alone, wherever it is.
        """
        if self.exact:
            return verify_anchor(self.document, cite).place
        places = find_anchor(self.document, cite.anchor)
        return places[0] if len(places) == 1 else None


_COPY = (
    select(original_copy.c.sha256, original_copy.c.match)
    .join(source, source.c.id == original_copy.c.source_id)
    .where(source.c.slug == bindparam("source"))
)
_BYTES = select(media.c.bytes).where(media.c.hash == bindparam("hash"))


def read_copy(ctx: Context, cited: Source) -> Copy | None:
    """Return the copy of a source, None where nobody has attached one."""
    row = ctx.db.execute(_COPY, {"source": cited.id}).first()
    if row is None:
        return None
    joins = cited.original.joins if cited.original else ()
    name = f"{row.sha256} {joins}"
    document: Document | None = ctx.library.cache.get(("document", name))
    if document is None:
        document = read_document(ctx.db.execute(_BYTES, {"hash": row.sha256}).scalar_one(), joins)
        ctx.library.cache["document", name] = document
    return Copy(document, row.match == "exact")

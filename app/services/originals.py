"""A person's own copy of a document, as the library keeps it."""

import re

import msgspec
from sqlalchemy import bindparam, select

from app.domain.source import Locator, Source
from app.services.context import Context
from app.sources.split import normalise, split_paragraphs, split_sentences
from app.storage.tables.sources import media, original_copy, source


class Copy(msgspec.Struct, frozen=True):
    """A copy divided into its sentences as citations number them."""

    name: str
    sha256: str
    sentences: dict[Locator, str]

    def find(self, at: Locator, anchor: str) -> tuple[int, int] | None:
        """Return where a phrase stands in its sentence; None unless it is there, and there alone in the document."""
        pattern = _pattern(anchor)
        here = [match.span() for match in pattern.finditer(self.sentences.get(at, ""))]
        if len(here) != 1:
            return None
        elsewhere = any(place != at and pattern.search(text) for place, text in self.sentences.items())
        return None if elsewhere else here[0]

    def holds(self, at: Locator, anchor: str) -> bool:
        """Tell whether a phrase stands where the citation says."""
        return self.find(at, anchor) is not None


_COPY = (
    select(original_copy.c.name, original_copy.c.sha256)
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
    known: Copy | None = ctx.library.cache.get(("copy", f"{row.sha256} {joins}"))
    if known is None:
        known = divide(ctx.db.execute(_BYTES, {"hash": row.sha256}).scalar_one(), row.name, row.sha256, joins)
        ctx.library.cache["copy", f"{row.sha256} {joins}"] = known
    return known


def divide(data: bytes, name: str, sha256: str, joins: tuple[str, ...]) -> Copy:
    """Divide a document into its sentences."""
    paragraphs = split_paragraphs(data.decode("utf-8-sig", errors="replace"))
    return Copy(
        name,
        sha256,
        {
            Locator(number, place): sentence
            for number, paragraph in enumerate(paragraphs, start=1)
            for place, sentence in enumerate(split_sentences(paragraph, joins), start=1)
        },
    )


def _pattern(anchor: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(normalise(anchor))}(?!\w)")

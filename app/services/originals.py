"""A person's own copy of a document, as the library keeps it."""

import re

import msgspec
from sqlalchemy import bindparam, select

from app.domain.source import Locator, Source
from app.services.context import Context
from app.sources.split import normalise, split_paragraphs, split_sentences
from app.storage.tables.sources import media, original_copy, source


class Found(msgspec.Struct, frozen=True):
    """A phrase in a copy: its sentence there, and where it stands in it."""

    at: Locator
    span: tuple[int, int]


class Copy(msgspec.Struct, frozen=True):
    """A copy divided into its sentences. `exact` says that its sentences are numbered as citations number them."""

    name: str
    exact: bool
    sentences: dict[Locator, str]

    def find(self, at: Locator, anchor: str) -> Found | None:
        """Return where a phrase stands; None unless that is certain.

        It must occur once in the whole document, and in the very document in the sentence that is cited.
        """
        pattern = re.compile(rf"(?<!\w){re.escape(normalise(anchor))}(?!\w)")
        found = [
            Found(place, match.span())
            for place, sentence in self.sentences.items()
            for match in pattern.finditer(sentence)
        ]
        if len(found) != 1 or (self.exact and found[0].at != at):
            return None
        return found[0]


_COPY = (
    select(original_copy.c.name, original_copy.c.sha256, original_copy.c.match)
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
    name = f"{row.sha256} {row.match} {joins}"
    known: Copy | None = ctx.library.cache.get(("copy", name))
    if known is None:
        data = ctx.db.execute(_BYTES, {"hash": row.sha256}).scalar_one()
        known = divide(data, row.name, joins, exact=row.match == "exact")
        ctx.library.cache["copy", name] = known
    return known


def divide(data: bytes, name: str, joins: tuple[str, ...], *, exact: bool) -> Copy:
    """Divide a document into its sentences."""
    sentences = {
        Locator(number, place): sentence
        for number, paragraph in enumerate(split_paragraphs(read_text(data)), start=1)
        for place, sentence in enumerate(split_sentences(paragraph, joins), start=1)
    }
    return Copy(name, exact, sentences)


def read_text(data: bytes) -> str:
    """Return the text of a file: UTF-8, or else what Western European computers wrote before it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")

"""A document as a person has it: its text read, divided and recognised."""

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from app.domain.source import Locator, Original, PlaceCitation, Source
from app.sources.split import normalise, split_paragraphs, split_sentences

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Document(msgspec.Struct, frozen=True):
    """The sentences of a document by paragraph, as they are shown, and the SHA-256 of the file they come from.

    Sentences are normalised: plain quotation marks, single spaces. Anchors are looked up in them as they stand, so
    a place found in one is a place in what is shown. `text` is all of it, a paragraph to a line.
    """

    sha256: str
    paragraphs: tuple[tuple[str, ...], ...]
    text: str = ""

    def __post_init__(self) -> None:
        text = "\n".join(" ".join(paragraph) for paragraph in self.paragraphs)
        msgspec.structs.force_setattr(self, "text", text)

    def sentence(self, at: Locator) -> str:
        """Return a sentence, "" where there is none."""
        if at.paragraph > len(self.paragraphs) or at.sentence > len(self.paragraphs[at.paragraph - 1]):
            return ""
        return self.paragraphs[at.paragraph - 1][at.sentence - 1]

    def shape(self) -> tuple[int, ...]:
        """Return how many sentences each paragraph has."""
        return tuple(len(paragraph) for paragraph in self.paragraphs)


class Likeness(msgspec.Struct, frozen=True):
    """How a file stands to a source: the very same bytes, and how many of the source's anchors it holds."""

    source: str
    exact: bool
    found: int
    anchors: int

    @property
    def share(self) -> float:
        """Return the share of anchors found, 0 where the source has none."""
        return self.found / self.anchors if self.anchors else 0.0


def decode_text(data: bytes) -> str:
    """Return the text of a .txt file: UTF-8, UTF-16 where its first bytes say so, otherwise Windows' own."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_document(data: bytes, joins: Iterable[str] = ()) -> Document:
    """Return the document in a .txt file; `joins` are the stretches that no sentence break falls into."""
    kept = tuple(joins)
    paragraphs = (tuple(split_sentences(text, kept)) for text in split_paragraphs(decode_text(data)))
    return Document(sha256(data).hexdigest(), tuple(paragraphs))


def recognise(data: bytes, sources: Iterable[Source], citations: Iterable[PlaceCitation]) -> Likeness | None:
    """Return the source that a file is the original of: by its SHA-256, otherwise by most of its anchors.

    `citations` are all that questions quote. Half of a source's anchors must be found, so that a file which only
    shares a phrase or two is not taken for it.
    """
    digest = sha256(data).hexdigest()
    text = " ".join(split_paragraphs(decode_text(data)))
    quoted: dict[str, set[str]] = {}
    for citation in citations:
        if citation.anchor:
            quoted.setdefault(citation.source, set()).add(normalise(citation.anchor))
    best: Likeness | None = None
    for source in sources:
        if source.original is None:
            continue
        anchors = quoted.get(source.id, set())
        likeness = Likeness(
            source.id,
            source.original.sha256 == digest,
            sum(anchor in text for anchor in anchors),
            len(anchors),
        )
        if likeness.exact:
            return likeness
        if likeness.share >= 0.5 and (best is None or likeness.share > best.share):
            best = likeness
    return best


def divides_alike(document: Document, original: Original) -> bool:
    """Tell whether a document has the paragraphs and sentences that the source counts."""
    return document.shape() == original.sentences

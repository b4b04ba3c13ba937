"""Media, works, documents and a person's own copies of them."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from app.storage.columns import Digest, UtcTime
from app.storage.tables.base import (
    ORIGINS,
    WITHOUT_ROWID,
    metadata,
    number_key,
    one_of,
    points_to_current,
    refers_to,
    slug_column,
)


class MediaRow(TypedColumns):
    """Bytes under their SHA-256: never loaded in lists."""

    hash = Column(String(64), primary_key=True)
    type = Column(String(100), nullable=False)
    bytes = Column(LargeBinary, nullable=False)


class ReferenceRow(TypedColumns):
    """A work, by its CSL-JSON identifier."""

    id = number_key()
    slug = slug_column()
    current_id = points_to_current("reference_version.id")


class ReferenceVersionRow(TypedColumns):
    """What was known of a work at one time."""

    id = number_key()
    reference_id = refers_to("reference.id")
    number = Column(Integer, nullable=False)
    hash = Column(Digest, nullable=False)
    body = Column(Text, nullable=False)
    origin = Column(String(10), nullable=False)
    created = Column(UtcTime, nullable=False)


class RenderedReferenceRow(TypedColumns):
    """A reference in words: a JSON object with a text for each style of citing.

    Derived: it can be made again from `body`, and is when `renderer` is another one.
    """

    version_id = refers_to("reference_version.id", primary=True)
    renderer = Column(String(40), nullable=False)
    full = Column(Text, nullable=False)


class SourceRow(TypedColumns):
    """A document that questions cite."""

    id = number_key()
    slug = slug_column()
    origin = Column(String(10), nullable=False)
    current_id = points_to_current("source_version.id")


class SourceVersionRow(TypedColumns):
    """Our summary of a document at one time. `hash` is over the summary and the references that it cites."""

    id = number_key()
    source_id = refers_to("source.id")
    number = Column(Integer, nullable=False)
    hash = Column(Digest, nullable=False)
    body = Column(Text, nullable=False)
    origin = Column(String(10), nullable=False)
    created = Column(UtcTime, nullable=False)


class SourceVersionReferenceRow(TypedColumns):
    """Which versions of works a summary cites."""

    version_id = refers_to("source_version.id", primary=True)
    reference_version_id = refers_to("reference_version.id", primary=True)


class OriginalCopyRow(TypedColumns):
    """A person's own copy of a document: recognised exactly or by its phrases, and how many of them it holds."""

    source_id = refers_to("source.id", primary=True)
    sha256 = Column(String(64), ForeignKey("media.hash"), nullable=False)
    name = Column(String(255), nullable=False)
    match = Column(String(10), nullable=False)
    anchors = Column(Integer, nullable=False)
    verified = Column(Integer, nullable=False)
    attached = Column(UtcTime, nullable=False)


media = Table("media", metadata, MediaRow, CheckConstraint("length(hash) = 64", name="hash_is_sha256"))
reference = Table(
    "reference", metadata, ReferenceRow, UniqueConstraint("slug"), UniqueConstraint("current_id")
)
reference_version = Table(
    "reference_version",
    metadata,
    ReferenceVersionRow,
    UniqueConstraint("reference_id", "number"),
    CheckConstraint("number >= 1", name="number_from_one"),
    one_of("origin", ORIGINS),
)
rendered_reference = Table("rendered_reference", metadata, RenderedReferenceRow)
source = Table(
    "source",
    metadata,
    SourceRow,
    UniqueConstraint("slug"),
    UniqueConstraint("current_id"),
    one_of("origin", ORIGINS),
)
source_version = Table(
    "source_version",
    metadata,
    SourceVersionRow,
    UniqueConstraint("source_id", "number"),
    CheckConstraint("number >= 1", name="number_from_one"),
    one_of("origin", ORIGINS),
)
source_version_reference = Table(
    "source_version_reference", metadata, SourceVersionReferenceRow, **WITHOUT_ROWID
)
original_copy = Table(
    "original_copy",
    metadata,
    OriginalCopyRow,
    one_of("match", ("exact", "anchors")),
    CheckConstraint("verified >= 0 AND verified <= anchors", name="verified_within_anchors"),
)

"""Typed identifiers."""

from typing import NewType
from uuid import UUID

SetId = NewType("SetId", str)
"""Slug of a question set."""
QuestionSlug = NewType("QuestionSlug", str)
"""Name of a question inside its set; `set/slug` is its identity everywhere."""
SourceId = NewType("SourceId", str)
"""Slug of a document that questions cite."""
ReferenceId = NewType("ReferenceId", str)
"""Identifier of a work in CSL-JSON."""
PartId = NewType("PartId", str)
"""Opaque identifier of a choice, target, item or gap: it says nothing about the key."""
LearnerId = NewType("LearnerId", UUID)
AttemptId = NewType("AttemptId", UUID)
VersionId = NewType("VersionId", int)
"""Database identity of one immutable question version."""


def opaque_part_id(*words: str) -> PartId:
    """Derive an identifier from an author's words that stays the same from import to import."""
    from hashlib import blake2b  # not before the first paint: it brings the whole of OpenSSL

    digest = blake2b("\x1f".join(words).encode(), digest_size=5)
    return PartId(digest.hexdigest())

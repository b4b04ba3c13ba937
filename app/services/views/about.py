"""What is known of a set besides its questions."""

import msgspec

from app.domain.ids import SetId, SourceId
from app.services.views.sources import Work


class Reviewed(msgspec.Struct, frozen=True):
    """Who has reviewed the summary of a source, "" where nothing is said of it."""

    source: SourceId
    title: str
    words: str


class CorrectionView(msgspec.Struct, frozen=True):
    """Something that was put right: the day, the stem of its question where that is still asked, what changed."""

    date: str
    stem: str
    changed: str


class UsedWork(msgspec.Struct, frozen=True):
    """A work, and the stems of the questions that rest on it."""

    work: Work
    stems: tuple[str, ...]


class SetAbout(msgspec.Struct, frozen=True):
    """Who reviewed a set and the sources it cites, what was put right, and its works, each once.

    `evidence` is False while a question waits for its answer: then works and corrections are left out.
    """

    set: SetId
    title: str
    questions: int
    reviewed: str
    sources: tuple[Reviewed, ...]
    corrections: tuple[CorrectionView, ...] = ()
    works: tuple[UsedWork, ...] = ()
    evidence: bool = True

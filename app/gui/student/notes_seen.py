"""Which content notes and words about sources a student was shown; each student sees them once."""

from app.domain.ids import LearnerId
from app.services.views import ContentNote, Intro, SourceIntro


def unseen_notes(intro: Intro, seen: tuple[str, ...], learner: LearnerId | None) -> tuple[ContentNote, ...]:
    """Return the content notes that this student was not shown yet."""
    return tuple(note for note in intro.notes if _key(learner, note.set) not in seen)


def unseen_sources(intro: Intro, seen: tuple[str, ...], learner: LearnerId | None) -> tuple[SourceIntro, ...]:
    """Return the sources that this student was not told about yet."""
    return tuple(one for one in intro.sources if _key(learner, f"about:{one.source}") not in seen)


def with_seen(intro: Intro, seen: tuple[str, ...], learner: LearnerId) -> tuple[str, ...]:
    """Return what was shown, now that this student has seen all of an introduction."""
    shown = [_key(learner, note.set) for note in intro.notes]
    shown += [_key(learner, f"about:{one.source}") for one in intro.sources]
    return tuple(dict.fromkeys((*seen, *shown)))


def _key(learner: LearnerId | None, what: str) -> str:
    return f"{learner}/{what}"

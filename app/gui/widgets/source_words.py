"""What a source card says, as plain words: places, works, the state of a citation, the copied reference."""

import re
from collections.abc import Iterable
from datetime import date

from app.domain.source import Locator, Status, Voice
from app.services.views import ClaimView, SourceCard, Work
from app.words import labels
from app.words.days import full_day

CERTAIN = ("checked_when_made", "checked_in_copy")
"""States in which the quoted phrase is known to stand at its place: only then it is highlighted."""

_BETWEEN_SENTENCES = r'(?:(?<=[.?!])|(?<=[.?!]["\u201d]))(?<![ .][A-Z]\.)\s+(?=["\u201cA-Z])'
"""Where one sentence ends and the next begins: not after an initial such as the J. of J. Otto Pohl."""


def place_words(at: Locator | None) -> str:
    """Return a place such as "paragraph 7, sentence 10"."""
    return "" if at is None else f"paragraph\u00a0{at.paragraph}, sentence\u00a0{at.sentence}"


def voice_words(claims: Iterable[ClaimView]) -> str:
    """Say who speaks, where it is not the writer of the document."""
    voices: set[Voice] = {claim.voice for claim in claims}
    said = [labels.VOICE[voice] for voice in ("scholar", "regime") if voice in voices]
    return "; ".join(said)


def cited_claims(card: SourceCard) -> tuple[ClaimView, ...]:
    """Return the statements that the question rests on: all of the sentence where none is singled out."""
    return tuple(claim for claim in card.claims if claim.cited) or card.claims


def standing(card: SourceCard) -> Status | None:
    """Return the one status of the statements that the question rests on; None where they differ or there are none."""
    found = {claim.status for claim in cited_claims(card)}
    return found.pop() if len(found) == 1 else None


def works_words(short: str, works: Iterable[Work]) -> str:
    """Say what a document cites: "The essay cites Pohl 2000, p. 268 (seen by the editors)"."""
    named = [work_words(work) for work in works]
    return f"{_first_upper(short)} cites {'; '.join(named)}" if named else ""


def work_words(work: Work) -> str:
    """Name a work and say whether the editors have seen it."""
    return f"{keep_pages(work.label)} ({labels.SEEN[work.seen]})"


def note_source_words(works: Iterable[Work]) -> str:
    """Say what a note of the editors rests on."""
    named = [work_words(work) for work in works]
    return f"After {'; '.join(named)}." if named else labels.NO_SOURCE_CHECKED


def distinct_works(cards: Iterable[tuple[Work, ...]]) -> tuple[Work, ...]:
    """Return works in their order, each once."""
    seen: dict[str, Work] = {}
    for works in cards:
        for work in works:
            seen.setdefault(f"{work.ref} {work.label}", work)
    return tuple(seen.values())


def state_words(card: SourceCard) -> str:
    """Say what is known of a citation, with the day where there is one."""
    words = labels.CITATION_STATE[card.state]
    return f"{words}, {day_of(card.checked_on)}" if card.checked_on and card.state in CERTAIN else words


def day_of(text: str) -> str:
    """Return a stored day (2026-11-22) as people write it; what is no day stays as it is."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return text
    return full_day(day)


def last_sentence(text: str) -> str:
    """Return the last sentence of some context."""
    return _sentences(text)[-1] if text.strip() else ""


def first_sentence(text: str) -> str:
    """Return the first sentence of some context."""
    return _sentences(text)[0] if text.strip() else ""


def citation_text(card: SourceCard) -> str:
    """Return what "Copy citation" puts on the clipboard."""
    if card.work is not None and not card.source:
        return card.work.full
    quoted = f": \u201c{card.anchor}\u201d" if card.anchor else ""
    lines = [f"{card.title}, {place_words(card.at)}{quoted}." if card.at else f"{card.title}{quoted}."]
    works = distinct_works(claim.works for claim in cited_claims(card))
    lines += [work.full for work in works]
    return "\n".join(lines).replace("\u00a0", " ")


def keep_pages(label: str) -> str:
    """Keep "p. 268" on one line."""
    return re.sub(r"\b(pp?\.) (?=\d)", "\\1\u00a0", label)


def _sentences(text: str) -> list[str]:
    return re.split(_BETWEEN_SENTENCES, text.strip())


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]

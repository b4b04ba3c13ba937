"""The words that the program uses for statuses, voices, citations and verdicts, each with its mark and meaning."""

from typing import Final, NamedTuple

from app.words import labels


class Term(NamedTuple):
    """A word and what it means; `mark` names a glyph, "" for none."""

    mark: str
    word: str
    meaning: str


_SEEN_MEANING: Final = {
    "seen": "The editors had the work, a page of it or its entry in a catalogue before them.",
    "identified": "The work is known to exist and what it is; the editors have not had it before them.",
    "not_checked": "It stands here as a source names it, or from general knowledge; nobody has looked it up.",
}
_VERDICT_MEANING: Final = {
    "correct": "The answer earned everything.",
    "partly": "The answer earned a part.",
    "wrong": "The answer earned nothing. The explanation says what is right, and where it says so.",
    "skipped": "A question of a practice that was left. It counts nothing.",
    "blank": "A question of an exam without an answer. It scores 0.",
}

STATUSES: Final = tuple(Term(code, word, labels.STATUS_MEANING[code]) for code, word in labels.STATUS.items())
VOICES: Final = tuple(Term("", word, labels.VOICE_MEANING[code]) for code, word in labels.VOICE.items())
CITATIONS: Final = tuple(
    Term("", word, labels.CITATION_STATE_MEANING[code]) for code, word in labels.CITATION_STATE.items()
)
SEEN: Final = tuple(
    Term("", word[:1].upper() + word[1:], _SEEN_MEANING[code]) for code, word in labels.SEEN.items()
)
VERDICTS: Final = tuple(Term(code, labels.VERDICT[code], says) for code, says in _VERDICT_MEANING.items())

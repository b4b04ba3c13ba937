"""What the reader shows of each sentence: its words, its note and how it is read aloud. No widgets here."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from app.domain.source import Locator
from app.gui.widgets import source_words as said
from app.services.views import ClaimView, OriginalSentence, ReaderView
from app.words import labels
from app.words.counts import counted

PHRASE_STARTS, PHRASE_ENDS = "Evidence starts:", "evidence ends."
NO_BREAK = "\u00a0"
_LIKE = {"'": "['\u2018\u2019]", '"': '["\u201c\u201d]', "-": "[-\u2013\u2014]"}


class Entry(NamedTuple):
    """What the margin says of one statement. `mark` is a status, or `problem` for a place that was not found."""

    mark: str
    word: str
    place: str
    who: str = ""
    note: str = ""
    works: str = ""


class Sentence(NamedTuple):
    """One sentence of the page. `pieces` are its statements, each after its letter ("" where there is one only).

    `phrases` are (start, end) in the words of the first piece, exact words of an original. `ends` is what is said
    where the document breaks off after it.
    """

    at: Locator
    pieces: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[int, int], ...] = ()
    cited: bool = False
    entries: tuple[Entry, ...] = ()
    asked: str = ""
    ends: str = ""

    @property
    def missing(self) -> bool:
        """Tell whether a cited phrase was looked for here and not found."""
        return any(entry.mark == "problem" for entry in self.entries)

    @property
    def words(self) -> str:
        """Return the whole sentence without letters."""
        return " ".join(text for _, text in self.pieces)


def summary_sentences(view: ReaderView) -> list[Sentence]:
    """Return our summary, sentence by sentence; before an answer without a trace of evidence."""
    ends = {gap.after: gap.note for gap in view.gaps}
    found = []
    for at, group in groupby(view.claims, key=lambda claim: claim.at):
        claims = list(group)
        lettered = view.evidence and len(claims) > 1
        pieces = tuple((claim.letter if lettered else "", claim.says) for claim in claims)
        sentence = Sentence(at, pieces, ends=ends.get(at, ""))
        told = view.evidence and all(claim.open for claim in claims)
        found.append(_with_evidence(sentence, claims, view) if told else sentence)
    return found


def original_sentences(view: ReaderView) -> list[Sentence]:
    """Return the attached original. Notes stand beside it only where it is divided as our summary is."""
    beside = {}
    if view.evidence and _divided_alike(view):
        beside = {sentence.at: sentence for sentence in summary_sentences(view)}
    lost = lost_places(view)
    found = []
    for one in view.original:
        sentence = Sentence(one.at, (("", one.text),), one.spans if view.evidence else ())
        if one.at in lost:
            sentence = sentence._replace(entries=(_not_found(one),))
        elif one.at in beside:
            known = beside[one.at]
            sentence = sentence._replace(entries=known.entries, asked=known.asked)
        found.append(sentence)
    return found


def lost_places(view: ReaderView) -> tuple[Locator, ...]:
    """Return the cited places at which a person's copy does not hold the quoted words.

    In another version the words may stand in another sentence; what was found somewhere is not lost.
    """
    if not view.evidence or not view.original:
        return ()
    marked = {one.at for one in view.original if one.spans}
    missed = tuple(at for at in view.focus if at not in marked)
    return missed if len(marked - set(view.focus)) < len(missed) else ()


def spoken(sentence: Sentence) -> str:
    """Return a sentence as a screen reader says it: labels first, where evidence starts and ends, then the note."""
    parts = [f"{sentence.at}."]
    parts.extend(f"{_head(entry, sentence)}." for entry in sentence.entries)
    parts.append(_spoken_words(sentence))
    for entry in sentence.entries:
        note = " ".join(text for text in (entry.note, entry.works) if text)
        if note:
            parts.append(f"Note to {entry.place}: {note}" if len(sentence.entries) > 1 else f"Note: {note}")
    if sentence.asked:
        parts.append(f"{sentence.asked}.")
    return " ".join(parts)


def search_pattern(query: str) -> re.Pattern[str] | None:
    """Return what finds a person's words: any case, any white space, straight or curly marks; None for no words."""
    words = query.split()
    if not words:
        return None
    like = "".join(_LIKE.get(letter, re.escape(letter)) for letter in " ".join(words))
    return re.compile(like.replace(r"\ ", r"\s+"), re.IGNORECASE)


def holds(sentence: Sentence, pattern: re.Pattern[str], *, notes: bool) -> bool:
    """Tell whether the words searched for stand in a sentence or, if wanted, in its note."""
    if any(pattern.search(text) for _, text in sentence.pieces):
        return True
    return notes and any(pattern.search(text) for one in sentence.entries for text in (one.note, one.works))


def count_words(places: Iterable[Locator]) -> str:
    """Return how long a text is, such as "8 paragraphs, 66 sentences"."""
    distinct = set(places)
    paragraphs = len({at.paragraph for at in distinct})
    return f"{counted(paragraphs, 'paragraph')}, {counted(len(distinct), 'sentence')}"


def _with_evidence(sentence: Sentence, claims: list[ClaimView], view: ReaderView) -> Sentence:
    cited = sentence.at in view.focus or any(claim.cited for claim in claims)
    questions = view.questions_at.get(str(sentence.at), 0)
    noted = [claim for claim in claims if _has_something_to_say(claim)]
    if not noted and (cited or questions):
        noted = claims
    return sentence._replace(
        cited=cited,
        entries=tuple(_entry(claim, view, lettered=len(claims) > 1) for claim in noted),
        asked=_asked(questions),
    )


def _has_something_to_say(claim: ClaimView) -> bool:
    return claim.status != "established" or bool(claim.note or claim.works or claim.note_works)


def _entry(claim: ClaimView, view: ReaderView, *, lettered: bool) -> Entry:
    return Entry(
        mark=claim.status,
        word=labels.STATUS[claim.status],
        place=f"{claim.at}{NO_BREAK}{claim.letter}" if lettered else str(claim.at),
        who="" if claim.voice == "essay" else labels.VOICE[claim.voice],
        note=claim.note.strip(),
        works=_works_words(claim, view),
    )


def _works_words(claim: ClaimView, view: ReaderView) -> str:
    own = view.kind == "notes"
    parts = []
    if claim.works and own:
        parts.append(f"See {'; '.join(said.work_words(work) for work in claim.works)}.")
    elif claim.works:
        parts.append(f"{said.works_words(view.short, claim.works)}.")
    if claim.note_works or (claim.note and not own):
        parts.append(said.note_source_words(claim.note_works))
    return " ".join(parts)


def _divided_alike(view: ReaderView) -> bool:
    same = {claim.at for claim in view.claims} == {one.at for one in view.original}
    return same and view.verified == view.anchors


def _not_found(one: OriginalSentence) -> Entry:
    state = "not_in_copy"
    meaning = labels.CITATION_STATE_MEANING[state]
    return Entry("problem", labels.CITATION_STATE[state], str(one.at), note=meaning)


def _asked(questions: int) -> str:
    if not questions:
        return ""
    return "1 question asks about this" if questions == 1 else f"{questions} questions ask about this"


def _head(entry: Entry, sentence: Sentence) -> str:
    words = f"{entry.place}: {entry.word}" if len(sentence.entries) > 1 else entry.word
    return f"{words}, {entry.who[0].lower()}{entry.who[1:]}" if entry.who else words


def _spoken_words(sentence: Sentence) -> str:
    if sentence.cited:
        return f"{PHRASE_STARTS} {sentence.words} {PHRASE_ENDS.capitalize()}"
    text = sentence.words
    for start, end in sorted(sentence.phrases, reverse=True):
        text = f"{text[:start]}{PHRASE_STARTS} {text[start:end]}, {PHRASE_ENDS}{text[end:]}"
    return text

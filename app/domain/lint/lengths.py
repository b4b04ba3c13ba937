"""How long a text may be: longer than a page is said, and what no screen can hold does not come in."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.domain.lint.notes import Notes
from app.domain.question import AnswerKey, Question, QuestionSet, ShownQuestion
from app.domain.source import Source
from app.domain.text import Text

LONG_PASSAGE = 5_000
"""Characters of a stem, an explanation or a text with gaps: two pages, more than a question needs."""
LONG_PART = 2_000
"""Characters of a choice, a reason, or anything else that stands beside others."""
LONG_TITLE = 200
TOO_LONG = 100_000
"""Characters of one text that the window could not show without making a person wait."""

_PASSAGES = ("stem", "explanation", "note", "text")
_QUOTED = 40
_LISTS = ("choices", "pairs", "items", "gaps", "text")


def check_lengths(question: Question, notes: Notes) -> None:
    """Check every text of one question."""
    for part in (question.shown, question.key):
        if len(msgspec.json.encode(part)) <= LONG_PART:
            continue  # nearly every question: no text in it can be long
        for field, text in _texts_by_field(part):
            longest = LONG_PASSAGE if field in _PASSAGES else LONG_PART
            if (code := _code(text, longest)) is not None:
                told = _told(text, longest if code == "text_long" else TOO_LONG)
                notes.question(question.id, code, _field(question.id, field, notes), **told)


def check_head_lengths(question_set: QuestionSet, notes: Notes) -> None:
    """Check what a set says of itself."""
    longest = {"title": LONG_TITLE, "about": LONG_PASSAGE, "content_note": LONG_PASSAGE}
    for field, most in longest.items():
        text = getattr(question_set, field)
        if len(text) > most:
            notes.head(f"set:{question_set.id}", "text_long", field, **_told(text, most))


def check_statement_lengths(source: Source, notes: Notes) -> None:
    """Check the statements of a source."""
    for number, claim in enumerate(source.claims):
        for text in (claim.says, claim.note):
            if len(text) > LONG_PART:
                notes.item(f"source:{source.id}", number, "text_long", **_told(text, LONG_PART))


def _code(text: str, longest: int) -> str | None:
    if len(text) > TOO_LONG:
        return "text_too_long"
    return "text_long" if len(text) > longest else None


def _told(text: str, highest: int) -> dict[str, str | int]:
    return {"text": text[:_QUOTED].strip() + "\u2026", "count": len(text), "highest": highest}


def _texts_by_field(part: ShownQuestion | AnswerKey) -> Iterator[tuple[str, str]]:
    """Yield every text of any kind of question, with the field of the question or of its body that holds it."""
    for holder in (part, part.body):
        for field in holder.__struct_fields__:
            value = getattr(holder, field)
            if value is not part.body:
                for text in _texts(value):
                    yield field, text


def _texts(value: object) -> Iterator[str]:
    match value:
        case Text():
            yield value.value
        case str():
            yield value
        case msgspec.Struct():
            for field in value.__struct_fields__:
                yield from _texts(getattr(value, field))
        case Mapping():
            for each in value.values():
                yield from _texts(each)
        case Sequence():
            for each in value:
                yield from _texts(each)
        case _:
            return


def _field(question_id: str, field: str, notes: Notes) -> str:
    """Return the author's field whose line tells where a text stands."""
    place = notes.bank.places.get(question_id)
    written = place.fields if place is not None else {}
    return next((name for name in (field, *_LISTS) if name in written), "")

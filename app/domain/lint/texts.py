"""Every text of ours in a question, with the field that it stands in."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from app.domain.question import Question
from app.domain.text import Text

_FIELDS = {
    "single_choice": "choices",
    "multiple_response": "choices",
    "matching": "pairs",
    "ordering": "items",
    "cloze": "gaps",
    "true_false": "feedback",
    "short_answer": "foreseen",
    "numerical": "foreseen",
    "evidence": "choices",
    "status_sort": "statements",
}


class Told(NamedTuple):
    """A text, the field it stands in, and whether a student reads it before answering."""

    field: str
    text: str
    is_asked: bool


def texts_of(question: Question) -> Iterator[Told]:
    """Yield the texts of a question, whatever its kind: what is asked, and what is said about it."""
    field = _FIELDS.get(question.shown.kind, "")
    yield Told("stem", question.shown.stem.plain(), True)
    yield from (Told(field, text.plain(), True) for text in _walk(question.shown.body))
    yield from (Told(field, text.plain(), False) for text in _walk(question.key.body))
    yield Told("explanation", question.key.explanation.plain(), False)
    if question.key.note.value:
        yield Told("note", question.key.note.plain(), False)


def _walk(value: object) -> Iterator[Text]:
    """Yield the texts inside a value; plain strings, such as typed answers and their spellings, are none."""
    if isinstance(value, Text):
        if value.value:
            yield value
    elif isinstance(value, msgspec.Struct):
        for name in _walked(type(value)):
            yield from _walk(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            if not isinstance(item, str):
                yield from _walk(item)
    elif isinstance(value, dict):
        for item in value.values():
            if not isinstance(item, str):
                yield from _walk(item)


@lru_cache(maxsize=64)
def _walked(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the fields of a struct that can hold texts."""
    return tuple(field.name for field in msgspec.structs.fields(kind) if field.type not in (str, bool, int))

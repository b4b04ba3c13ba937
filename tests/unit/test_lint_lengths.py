"""Long texts are told, and what no screen can hold stays out."""

import pytest

from app.domain.lint.lengths import LONG_PART, LONG_PASSAGE, LONG_TITLE, TOO_LONG
from app.domain.lint.writing import count_sentences
from app.sources.check import check_bank
from app.words.problems import sentence
from tests.unit.harbour import SET, SOURCE, changed, line_of, read

STEM = "stem: What did the lamp burn?"
STATEMENT = "It dates the digging of the harbour to 1862."


def _long(text: str, length: int) -> str:
    return text + "x" * (length - len(text))


def _found(files):
    """Return what is said of lengths, errors first."""
    report = check_bank(read(files), {})
    return [one for one in (*report.errors, *report.warnings) if one.code.startswith("text_")]


@pytest.mark.parametrize(
    ("file", "text", "longest"),
    [
        (SET, "What did the lamp burn?", LONG_PASSAGE),
        (SET, "The second oil was paraffin.", LONG_PASSAGE),
        (SET, "From her own pocket.", LONG_PART),
        (SET, "Wrote the parish book", LONG_PART),
        (SOURCE, STATEMENT, LONG_PART),
    ],
)
def test_a_long_text_is_told_from_its_limit_on(file, text, longest) -> None:
    assert _found(changed(file, text, _long(text, longest))) == []
    (told,) = _found(changed(file, text, _long(text, longest + 1)))
    assert (told.code, told.severity, told.values["count"]) == ("text_long", "warning", longest + 1)
    assert sentence(told).startswith(f"“{text[:10]}")
    assert len(sentence(told)) < 200


def test_the_line_is_that_of_the_text() -> None:
    files = changed(SET, STEM, _long(STEM, LONG_PASSAGE + 50))
    (told,) = _found(files)
    assert told.line == line_of(files[SET], STEM)


def test_what_no_screen_can_hold_is_an_error() -> None:
    (told,) = _found(changed(SET, STEM, _long(STEM, 300_000)))
    assert (told.code, told.severity, told.question) == ("text_too_long", "error", "harbour/lamp-fuels")
    assert told.values["highest"] == TOO_LONG


def test_a_long_title_is_told() -> None:
    title = "title: A harbour and its town"
    (told,) = _found(changed(SET, title, _long(title, LONG_TITLE + 8)))
    assert (told.code, told.line, told.values["count"]) == ("text_long", 3, LONG_TITLE + 1)


def test_counting_sentences_looks_at_few_characters_of_a_long_text() -> None:
    assert count_sentences("It says so (cf. Hill). Dr. Hill 1999, p. 3, ed. Prof. Lake, agrees. Yes. ") == 3
    assert count_sentences("So it is. " * 30_000) == 30_000

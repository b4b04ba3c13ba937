"""Who has reviewed a set, and what was put right in it: read, refused with a sentence, written, and stored."""

import pytest

from app.domain.question import Correction, QuestionSet
from app.formats.write import write_set
from app.services.storing.heads import decode_head, encode_head
from app.words import problems
from tests.unit.harbour import SET, changed, line_of, read

REVIEWED = "reviewed: Not yet reviewed.\n"
CORRECTIONS = """corrections:
- {date: 2026-11-20, question: pier-payer, changed: "The year of the pier was 1861; it is 1862."}
- date: 2026-11-21
  changed: The content note names the storm.
"""
EXPECTED = (
    Correction("2026-11-20", "pier-payer", "The year of the pier was 1861; it is 1862."),
    Correction("2026-11-21", "", "The content note names the storm."),
)


def with_head(words: str) -> dict[str, str]:
    return changed(SET, "questions:\n", f"{words}questions:\n")


def first(files: dict[str, str]) -> QuestionSet:
    return read(files).sets[0]


def test_a_set_tells_who_reviewed_it_and_what_was_put_right():
    made = first(with_head(REVIEWED + CORRECTIONS))
    assert made.reviewed == "Not yet reviewed."
    assert made.corrections == EXPECTED


def test_they_are_written_as_they_were_read_and_stored_with_the_head():
    made = first(with_head(REVIEWED + CORRECTIONS))
    again = first({"x.yaml": write_set(made)})
    assert (again.reviewed, again.corrections) == (made.reviewed, made.corrections)
    head = decode_head(encode_head(made))
    assert (head.reviewed, head.corrections) == (made.reviewed, made.corrections)


def test_a_set_without_them_is_stored_as_before():
    made = first(with_head(""))
    assert not made.corrections
    assert '"corrections":' not in encode_head(made)
    assert '"reviewed":' not in encode_head(made)
    assert "corrections" not in write_set(made)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("date: 2026-11-21", "date: 21 November", "21 November"),
        ("  changed: The content note names the storm.\n", "", "date: 2026-11-21"),
        ("question: pier-payer", "question: Pier payer", "Pier payer"),
        ("date: 2026-11-21", "day: 2026-11-21", "day: 2026-11-21"),
    ],
)
def test_a_correction_that_does_not_fit_is_told_with_its_line(old: str, new: str, part: str):
    files = with_head(CORRECTIONS.replace(old, new))
    bank = read(files)
    problem = next(one for one in bank.problems if one.severity == "error")
    assert problem.line == line_of(files[SET], part)
    assert problems.sentence(problem)

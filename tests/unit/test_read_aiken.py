"""Aiken: sample questions with one peculiarity each, faults that cost one question, and files that others wrote."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.foreign import choices, codes, errors, only, read, stem, taken

LAMP = "Who kept the lamp?\nA. Holm\nB. Aas\nANSWER: A\n"


@pytest.mark.parametrize(
    ("text", "said", "parts", "told"),
    [
        (LAMP, "Who kept the lamp?", {"Holm": "key", "Aas": ""}, []),
        ("Who?\nA)Holm\nB)Aas\nANSWER:B", "Who?", {"Holm": "", "Aas": "key"}, []),
        ("Who?\na) Holm\nb) Aas\nanswer: b.", "Who?", {"Holm": "", "Aas": "key"}, []),
        ("Who?\n\nA. Holm\n\nB. Aas\n\nANSWER: B", "Who?", {"Holm": "", "Aas": "key"}, []),
        (
            "A lamp stood there.\nWho kept it?\nA. Holm\nB. Aas\nANSWER: A",
            "A lamp stood there.\nWho kept it?",
            {"Holm": "key", "Aas": ""},
            [],
        ),
        (
            "B. Aas wrote: who?\nA. Holm\nB. Aas\nANSWER: A",
            "B. Aas wrote: who?",
            {"Holm": "key", "Aas": ""},
            [],
        ),
        ("Is <b> a tag?\nA. Yes\nB. {No}\nANSWER: A", "Is <b> a tag?", {"Yes": "key", "{No}": ""}, []),
        (
            "Who?\nA. Ida\nHolm\nB. Aas\nANSWER: A",
            "Who?",
            {"Ida Holm": "key", "Aas": ""},
            ["choice_goes_on"],
        ),
        (
            "Who?\nA. Holm\nB. Aas\nC. Berg\nANSWER: A, B",
            "Who?",
            {"Holm": "key 1/2", "Aas": "key 1/2", "Berg": "0"},
            ["several_right_ticked"],
        ),
    ],
)
def test_a_question_is_read(text: str, said: str, parts: dict[str, str], told: list[str]):
    question = only(text, "sample.txt")
    assert stem(question) == said
    assert choices(question) == parts
    assert codes(read(text, "sample.txt")) == told
    assert read(text, "sample.txt").files[0].format == "aiken"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Who?\nA. Holm\nANSWER: A", "too_few_choices"),
        ("Who?\nA. Holm\nB. Aas", "no_answer_line"),
        ("Who?\nA. Holm\nB. Aas\nANSWER: Holm", "answer_is_no_letter"),
        ("Who?\nA. Holm\nB. Aas\nANSWER:", "answer_is_no_letter"),
        ("Who?\nA. Holm\nB. Aas\nANSWER: D", "no_such_letter"),
        ("Who?\nANSWER: A", "no_choices"),
        ("A. Holm\nB. Aas\nANSWER: A", "no_stem"),
        ("Who?\nA. Holm\nB. Holm\nANSWER: A", "duplicate_choice"),
    ],
)
def test_a_bad_question_costs_one_question(text: str, why: str):
    bank = read(f"{LAMP}\n{text}\n\nWho paid?\nA. Holm\nB. Berg\nANSWER: B\n", "sample.txt")
    assert [stem(question) for question in taken(bank)] == ["Who kept the lamp?", "Who paid?"]
    assert {problem.code for problem in errors(bank)} == {why}
    assert {problem.line for problem in errors(bank)} == {6}
    assert bank.found == 3


LINES = st.sampled_from(
    ["A. x", "B) y", "C. z", "ANSWER: A", "ANSWER: Q", "ANSWER: x", "", "Who?", " ", "B. B. b"]
)


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_whatever_stands_in_a_file_each_item_is_taken_or_told(text: str):
    bank = read(f"{LAMP}\n{text}", "sample.aiken")
    assert len(taken(bank)) + len({problem.question for problem in errors(bank)}) == bank.found


@pytest.mark.parametrize(
    ("name", "right", "wrong"), [("questions.aiken.txt", 2, 0), ("aiken_errors.txt", 2, 4)]
)
def test_files_of_others_are_taken_whole(corpora: Path, name: str, right: int, wrong: int):
    bank = read((corpora / "aiken" / "moodle" / name).read_bytes(), name)
    assert (len(taken(bank)), len({problem.question for problem in errors(bank)})) == (right, wrong)

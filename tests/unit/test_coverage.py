"""What the questions of a bank test: sentence by sentence, statement by statement, topic by topic."""

from pathlib import Path

import pytest

from app.cli.coverage import show_coverage
from app.domain.bank import Bank
from app.domain.coverage import MANY, CoveredSentence, measure_coverage
from app.domain.source import Locator
from tests.unit.harbour import FOLDER, SET, changed, read, texts


def sentences(bank: Bank) -> dict[str, CoveredSentence]:
    (source,) = measure_coverage(bank).sources
    assert source.id == "harbour"
    return {str(one.at): one for one in source.sentences}


def test_sentences_name_the_questions_that_cite_them_and_our_notes_are_no_document():
    found = sentences(read(texts()))
    assert found["1.3"].questions == ("harbour/pier-payer", "harbour/who-and-what")
    assert list(found) == sorted(found)
    assert found["1.2"].level == "never"
    assert found["1.3"].level == "tested"


def test_a_statement_that_no_question_means_is_told():
    only_one = changed(
        SET, 'anchor: "Captain Ida Holm paid"}', 'anchor: "Captain Ida Holm paid", claims: [a]}'
    )
    assert sentences(read(only_one))["1.3"].left_out == ("b",)
    assert sentences(read(texts()))["1.3"].left_out == ()


@pytest.mark.parametrize(
    ("statements", "questions", "level"),
    [
        (1, 0, "never"),
        (1, 1, "tested"),
        (1, MANY - 1, "tested"),
        (1, MANY, "over_tested"),
        (7, 7, "tested"),
        (7, 8, "over_tested"),
    ],
)
def test_many_questions_are_too_many_unless_a_sentence_says_as_much(
    statements: int, questions: int, level: str
):
    names = tuple(f"x/q{number}" for number in range(questions))
    assert CoveredSentence(Locator(1, 1), statements, names).level == level


def test_a_question_that_is_no_longer_asked_tests_nothing():
    retired = changed(SET, "  covers: [A-001, D-04]\n", "  covers: [A-001, D-04]\n  state: retired\n")
    assert sentences(read(retired))["1.3"].questions == ("harbour/who-and-what",)


def test_a_set_alone_is_measured_against_the_documents_that_are_known():
    files = texts()
    coverage = measure_coverage(read({SET: files[SET]}), read(files))
    assert coverage.sources == measure_coverage(read(files)).sources


def test_topics_are_counted_as_any_and_as_the_main_one():
    topics = {topic.id: (topic.questions, topic.as_main) for topic in measure_coverage(read(texts())).topics}
    assert topics["people"][0] > topics["people"][1] > 0


def test_the_command_shows_each_sentence_and_what_is_left_out(capsys: pytest.CaptureFixture[str]):
    assert show_coverage([FOLDER], as_json=False) == 0
    said = capsys.readouterr().out.splitlines()
    assert "    1.2    0  never tested" in said
    assert any(
        line.startswith("    1.3    2  tested        harbour/pier-payer, harbour/who") for line in said
    )
    assert any("sentences: " in line and "over-tested" in line for line in said)
    assert any(line.endswith("  People of the town") for line in said)


def test_a_missing_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert show_coverage([tmp_path / "gone.yaml"], as_json=False) == 2
    assert "no file or folder of this name" in capsys.readouterr().out

"""The editor's desk: what `footnote check` and `footnote coverage` tell; a teacher's preview tells the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.domain.source import Locator
from app.formats.bank import read_bank
from app.services import coverage, importing
from app.sources.check import check_bank
from app.words.problems import numbered_sentence
from tests.unit.harbour import FOLDER
from tests.unit.test_lint_writing import HEAD, choice

FAULTY = (
    choice(
        "Who did not pay for the lighthouse?",
        "The lighthouse board of Elmsund",
        "Holm",
        "Otto Dahl",
        name="one",
    )
    + choice("Who paid for the pier?", "The town council", "Town-council", "All of the above", name="two")
    + choice("Who paid for the road?", "Ida Holm", "Otto Dahl", "Anna Berg", name="three")
)


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_teachers_preview_tells_what_the_check_tells(tmp_path: Path, teach) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(HEAD + FAULTY, encoding="utf-8")
    report = check_bank(read_bank(file), {})
    told: dict[str, set[str]] = {}
    for problem in (*report.errors, *report.warnings):
        if problem.question:
            told.setdefault(problem.question.partition("/")[2], set()).add(numbered_sentence(problem))
    assert len(told["one"]) > 3
    assert len(told["two"]) > 1

    (preview,) = teach(importing.preview_files, (str(file),))

    assert [row.state for row in preview.rows] == ["new"] * 3  # rules of writing keep no question out
    assert {row.slug: set(row.problems) for row in preview.rows if row.problems} == told


def test_check_counts_figures_beside_what_it_always_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(HEAD + FAULTY, encoding="utf-8")
    assert run(["check", str(file), "--json"]) == 1
    report = said(capsys)
    assert set(report) == {"questions", "sources", "errors", "warnings", "waived", "anchors", "figures"}
    assert {error["rule"] for error in report["errors"]} == {"L01", "L06"}
    assert report["figures"]["questions"] == 3
    assert report["figures"]["questions_with_errors"] == 1
    assert report["figures"]["questions_with_warnings"] == 2
    assert report["figures"]["key_longest"]["cases"] == 3


def test_check_tells_the_figures_of_a_large_bank_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("key alone the longest choice" in line and "(at most 30 %)" in line for line in lines)
    assert any(line.startswith("Inaccurate or contested statements in use: ") for line in lines)


def test_coverage_lists_every_sentence_with_its_questions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", str(FOLDER), "--json"]) == 0
    (source,) = said(capsys)["sources"]
    assert source["id"] == "harbour"
    by_place = {(one["paragraph"], one["sentence"]): one["questions"] for one in source["sentences"]}
    assert by_place[1, 2] == []
    assert by_place[1, 3] == ["harbour/pier-payer", "harbour/who-and-what"]
    assert set(source["sentences"][0]) == {"paragraph", "sentence", "questions"}


def test_the_shipped_documents_have_all_their_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", "--json"]) == 0
    counts = {source["id"]: len(source["sentences"]) for source in said(capsys)["sources"]}
    assert counts == {"genocides": 66, "purge": 26}


def test_the_window_reads_the_coverage_of_the_library(library, teach) -> None:
    teach(importing.import_files, (str(FOLDER),))
    found = {one.id: one for one in teach(coverage.read_coverage).sources}
    (third,) = [one for one in found["harbour"].sentences if one.at == Locator(1, 3)]
    assert (third.count, third.level) == (2, "tested")

"""What a newcomer mistypes on the command line: a sentence, an exit code, and nothing left behind."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from app.cli import run

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sets" / "sample.yaml"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return the one JSON document on standard output."""
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["history"], ["export", "out"], ["import", str(SAMPLE)], ["import", "--dry-run", str(SAMPLE)]],
)
def test_a_mistyped_folder_of_the_data_is_told_and_nothing_is_made(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mistyped = tmp_path / "mistyped" / "library.sqlite"

    assert run([*arguments, "--database", str(mistyped)]) == 2
    assert capsys.readouterr().err.startswith(f"There is no Footnote data at {mistyped}: the folder ")
    monkeypatch.setenv("FOOTNOTE_DATABASE", str(mistyped))
    assert run([*arguments, "--json"]) == 2
    assert said(capsys)["error"]["code"] == "library_folder_not_found"
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_somebody_else_stays_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes, other, folder = tmp_path / "notes.md", tmp_path / "other.sqlite", tmp_path / "folder"
    notes.write_text("Not a library.", encoding="utf-8")
    sqlite3.connect(other).execute("CREATE TABLE mine (x)").connection.close()
    folder.mkdir()

    for path in (notes, other, folder):
        for arguments in (["list"], ["history"], ["import", str(SAMPLE)]):
            assert run([*arguments, "--database", str(path)]) == 2
            assert "is not Footnote data" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == [folder, notes, other]


def test_history_says_when_the_data_are_only_made_now(
    library: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["history", "--json", "--database", str(library)]) == 0
    spoken = capsys.readouterr()
    assert (json.loads(spoken.out), spoken.err) == (
        [],
        f"This is new, empty data: {library} was just made.\n",
    )

    assert run(["history", "--database", str(library)]) == 0
    assert capsys.readouterr().err == ""
    assert run(["history"]) == 0  # a person's own data are made at the first use
    assert capsys.readouterr().err == ""
    assert (home / "library.sqlite").exists()


def test_what_is_no_line_has_no_line_number(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone.yaml"
    for command in ("check", "coverage"):
        assert run([command, str(gone), str(tmp_path)]) == 2
        told = capsys.readouterr().out
        assert f"{gone}: error: There is no file or folder" in told
        assert f"{tmp_path}: error: There are no question sets" in told
    assert run(["import", "--dry-run", str(gone), "--database", str(library)]) == 2
    assert "\n  error: There is no file or folder" in capsys.readouterr().out


def test_a_folder_is_imported_with_all_its_sets(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        text = SAMPLE.read_text(encoding="utf-8").replace("set: sample-town", f"set: {name}")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    run(["import", str(tmp_path), "--json", "--database", str(library)])

    assert [(Path(one["file"]).name, one["imported"]) for one in said(capsys)] == [
        ("a.yaml", 6),
        ("b.yaml", 6),
    ]


def test_a_folder_without_the_documents_is_told_what_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--documents", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert (
        f"None of the documents is in {tmp_path}. They are these text files: 000_1c50dfe40e535815.txt, "
        in told
    )


def test_two_formats_of_the_history_at_once_are_refused(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["history", "--json", "--format", "csv", "--database", str(library)]) == 2
    assert said(capsys)["error"]["code"] == "usage"
    assert not library.exists()


def test_help_names_what_people_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    assert "--smoke" not in told
    assert "history" in told

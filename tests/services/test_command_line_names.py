"""Names of files on the command line that are empty, too long, or no text: a sentence each, and no traceback."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli import program, run
from app.config import PathProblem, find_paths
from app.domain.printable import in_short, printable
from tests.repository import ROOT

SAMPLE = ROOT / "tests" / "data" / "sets" / "sample.yaml"
NOT_TEXT = os.fsdecode(b"stra\xdfe")


@pytest.fixture
def library(tmp_path: Path) -> list[str]:
    return ["--database", str(tmp_path / "library.sqlite")]


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """Make a folder whose name is no text, with a set of such a name in it."""
    if sys.platform == "darwin" or os.name == "nt":
        pytest.skip("every name is text here")
    folder = tmp_path / NOT_TEXT
    folder.mkdir()
    shutil.copyfile(SAMPLE, folder / f"{NOT_TEXT}.yaml")
    return folder


def said(capsys: pytest.CaptureFixture[str]) -> tuple[Any, str]:
    out, err = capsys.readouterr()
    return json.loads(out), err


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("stra\udcdfe", r"stra\xdfe"),
        ("half \ud800", r"half \ud800"),
        ("Straße", "Straße"),
    ],
)
def test_a_name_that_is_no_text_is_written_with_its_bytes(text: str, written: str) -> None:
    assert printable(text) == written


def test_a_long_name_is_told_by_its_ends() -> None:
    short = in_short("b" + "x" * 5000 + "e")
    assert (short[0], short[-1], len(short) < 300) == ("b", "e", True)


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_files_whose_names_are_no_text_are_read_and_named(
    strange: Path, library: list[str], capsys: pytest.CaptureFixture[str], as_json: list[str]
) -> None:
    file = str(strange / f"{NOT_TEXT}.yaml")
    for arguments in (["check", file], ["check", str(strange)], ["import", "--dry-run", file, *library]):
        assert run([*arguments, *as_json]) == 1
        out, err = capsys.readouterr()
        assert r"stra\xdfe" in out.replace("\\\\", "\\")
        assert err == ""
    assert run(["import", str(strange), *library, *as_json]) == 1
    assert "town-hall" in capsys.readouterr().out


def test_other_names_that_are_no_text_are_refused_in_a_sentence(
    strange: Path, library: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(strange / f"{NOT_TEXT}.yaml")
    commands = {
        "set_not_found": ["list", "--set", NOT_TEXT, *library],
        "original_not_recognised": ["attach", file, *library],
        "documents_not_found": ["check", "--documents", file],
        "export_not_a_folder": ["export", file, *library],
        "path_not_text": ["list", "--database", str(strange / "library.sqlite")],
    }
    for code, arguments in commands.items():
        assert run([*arguments, "--json"]) == 2
        told, err = said(capsys)
        assert (told["error"]["code"], err.count("\n")) == (code, 1)
        assert r"stra\xdfe" in told["error"]["message"]
    monkeypatch.setenv("FOOTNOTE_HOME", str(strange))
    with pytest.raises(PathProblem, match="path_not_text"):
        find_paths()


def test_what_nobody_foresaw_is_one_sentence_and_the_log_keeps_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_options: object) -> int:
        raise RecursionError("too deep: \udcdf")

    monkeypatch.setenv("FOOTNOTE_HOME", str(tmp_path))
    monkeypatch.setattr(program, "_check", fail)
    assert run(["check", "--json"]) == 2
    told, err = said(capsys)
    assert told["error"]["code"] == "unexpected"
    assert err == told["error"]["message"] + "\n"
    assert "Traceback" not in err
    log = (tmp_path / "footnote.log").read_text(encoding="utf-8")
    assert "Traceback" in log
    assert r"RecursionError: too deep: \xdf" in log


@pytest.mark.parametrize("arguments", [["check", ""], ["import", ""], ["attach", ""], ["export", ""]])
def test_an_empty_name_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "The name of a file or folder is empty. Write its name after the command.\n")


def test_a_very_long_name_is_shortened_in_its_sentence(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["attach", "a" * 5000, *library]) == 2
    err = capsys.readouterr().err
    assert err.startswith("The file aaa")
    assert len(err) < 400


def test_documents_that_cannot_be_read_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def refuse(path: Any = ".") -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    for folder in (tmp_path, tmp_path / "closed"):
        assert run(["check", str(SAMPLE), "--documents", str(folder), "--json"]) == 2
        told, err = said(capsys)
        assert told["error"]["code"] == "folder_not_readable"
        assert err == f"The folder {tmp_path / 'closed'} cannot be read: Permission denied.\n"

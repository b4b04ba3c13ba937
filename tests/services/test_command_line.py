"""The command line as people and scripts use it: what is printed, what is written, and the exit code."""

import errno
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.cli import run
from app.cli.listed_keys import key_lines
from app.cli.output import say
from app.domain.ids import SetId
from app.domain.kinds.numerical import Tier
from app.services import attempts, learners
from app.services.opening import open_for_window
from app.services.views import ListedQuestion, QuizPlan
from app.services.views.listed import ListedWithin

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "data" / "sets" / "sample.yaml"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return the one JSON document on standard output."""
    return json.loads(capsys.readouterr().out)


def take_a_quiz(path: Path, name: str) -> None:
    library = open_for_window(path)
    learner = library(None, learners.add_learner, (name,))
    step = library(None, attempts.start_attempt, (learner.id, QuizPlan("taster", size=10)))  # type: ignore[arg-type]
    library(None, attempts.skip_question, (step.attempt.id, 1))
    library(None, attempts.finish_attempt, (step.attempt.id,))
    library.close()


def test_check_finds_nothing_wrong_with_the_shipped_sets(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check", "--json"])

    report = said(capsys)
    assert code == 0
    assert report["questions"] >= 48
    assert report["errors"] == report["warnings"] == report["waived"] == []
    assert set(report["anchors"]) == {"verified", "unverified", "failed"}
    assert report["anchors"]["unverified"] > 100


@pytest.mark.originals
def test_check_finds_every_quoted_phrase_in_the_documents(
    originals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check", "--documents", str(originals), "--json"])

    anchors = said(capsys)["anchors"]
    assert code == 0
    assert anchors["verified"] > 100
    assert (anchors["unverified"], anchors["failed"]) == (0, 0)


def test_check_names_file_line_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check", str(SAMPLE), "--json"])

    (error,) = said(capsys)["errors"]
    assert code == 1
    assert error["file"] == str(SAMPLE)
    assert SAMPLE.read_text(encoding="utf-8").splitlines()[error["line"] - 1].strip()
    assert error["question"] == "sample-town/town-hall"
    assert error["code"] == "several_keys"
    assert "Keep one key" in error["message"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no-such-file.yaml"],
        ["check", "--documents", "no-such-folder"],
        ["list", "--set", "no-such-set"],
        ["import", "no-such-file.yaml"],
        ["attach", "no-such-file.txt"],
        ["history", "--learner", "Nobody"],
        ["list", "--no-such-option"],
        ["export", "--format", "gift", "out"],
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_exit_code_2(
    arguments: list[str], library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run([*arguments, "--json", "--database", str(library)])

    spoken = capsys.readouterr()
    assert code == 2
    assert json.loads(spoken.out)
    assert "Traceback" not in spoken.err


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02", b"set: [", b"- a\n- b\n", b"\xff\xfe", b"{" * 5000]
)
def test_a_bad_file_never_gives_a_traceback(
    content: bytes, tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.yaml"
    file.write_bytes(content)

    code = run(["import", str(file), "--json", "--database", str(library)])

    (report,) = said(capsys)
    assert code == 1
    assert report["questions"] == 0
    assert [problem["item"] for problem in report["problems"]] == [None]


def test_list_gives_each_question_with_its_evidence(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["list", "--set", "genocides", "--json", "--database", str(library)])

    questions = said(capsys)
    assert code == 0
    assert {question["set"] for question in questions} == {"genocides"}
    question = next(one for one in questions if one["id"] == "genocides/kalmyk-return-credit")
    assert set(question) >= {
        "id", "set", "kind", "version", "stem", "choices", "key", "explanation", "topics", "difficulty", "level",
        "status", "citations",
    }  # fmt: skip
    assert [choice["id"] for choice in question["choices"] if choice["correct"]] == [question["key"]]
    assert all(choice["feedback"] for choice in question["choices"])
    cited = {(cite["file"], cite["paragraph"], cite["sentence"]) for cite in question["citations"]}
    assert ("001_2a1629c353168b15.txt", 3, 5) in cited
    assert any(reference["label"] for cite in question["citations"] for reference in cite["references"])


def test_a_set_that_gathers_lists_what_it_gathers(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["list", "--set", "taster", "--json", "--database", str(library)])

    assert len(said(capsys)) == 10


def test_import_stores_what_is_usable_and_reports_the_rest(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", str(SAMPLE), "--dry-run", "--json", "--database", str(library)]) == 1
    (dry,) = said(capsys)
    assert (dry["imported"], dry["skipped"]) == (0, 0)

    assert run(["import", str(SAMPLE), "--json", "--database", str(library)]) == 1
    (first,) = said(capsys)
    assert first["questions"] == first["imported"] == sum(first["by_kind"].values()) == dry["questions"]
    errors = [problem for problem in first["problems"] if problem["severity"] == "error"]
    assert [problem["item"] for problem in errors] == ["sample-town/town-hall"]

    run(["import", str(SAMPLE), "--json", "--database", str(library)])
    (second,) = said(capsys)
    assert (second["imported"], second["updated"], second["skipped"]) == (0, 0, first["questions"])


def test_an_exported_bank_checks_and_comes_in_again_as_the_same(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "exported"

    assert run(["export", str(out), "--database", str(library)]) == 0
    assert run(["check", str(out), "--json"]) == 0
    capsys.readouterr()
    run(["import", str(out / "sets" / "purge.yaml"), "--json", "--database", str(library)])

    (report,) = said(capsys)
    assert report["skipped"] == report["questions"] > 30


def test_export_overwrites_nothing(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")

    assert run(["export", str(out), "--database", str(library)]) == 2
    assert [file.name for file in out.iterdir()] == ["notes.txt"]


def test_history_tells_attempts_as_json_and_as_a_table(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_a_quiz(library, "=Sample")

    assert run(["history", "--format", "json", "--database", str(library)]) == 0
    (attempt,) = said(capsys)
    assert (attempt["learner"], attempt["set"], attempt["mode"]) == ("=Sample", "taster", "practice")
    assert set(attempt) == {
        "attempt",
        "learner",
        "set",
        "mode",
        "started",
        "finished",
        "score",
        "max",
        "responses",
    }
    run(["history", "--format", "csv", "--learner", "=Sample", "--database", str(library)])
    table = capsys.readouterr().out
    assert "'=Sample" in table or table.count("\n") == 1


def test_history_tells_an_attempt_that_is_not_finished(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = open_for_window(library)
    learner = opened(None, learners.add_learner, ("Ada",))
    opened(None, attempts.start_attempt, (learner.id, QuizPlan("taster", size=2)))  # type: ignore[arg-type]
    opened.close()

    run(["history", "--database", str(library)])
    assert "not finished" in capsys.readouterr().out
    run(["history", "--format", "json", "--database", str(library)])
    (attempt,) = said(capsys)
    assert (attempt["finished"], attempt["score"], attempt["max"]) == (None, None, None)


def test_beside_an_open_window_commands_read_and_do_not_write(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window = open_for_window(library)
    try:
        assert run(["list", "--json", "--database", str(library)]) == 0
        assert len(said(capsys)) >= 48
        assert run(["history", "--database", str(library)]) == 0
        capsys.readouterr()
        assert run(["import", str(SAMPLE), "--database", str(library)]) == 2
        assert "already open" in capsys.readouterr().err
        assert run(["import", str(SAMPLE), "--dry-run", "--json", "--database", str(library)]) == 1
        (tried,) = said(capsys)
        assert tried["questions"] > 0
        assert (tried["imported"], tried["skipped"]) == (0, 0)
    finally:
        window.close()


def test_no_command_loads_qt(library: Path) -> None:
    code = (
        "import sys; from app.__main__ import main; "
        f"main(['list', '--json', '--database', {str(library)!r}]); "
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=120, check=False
    )

    assert done.returncode == 0, done.stderr.decode()


def footnote(arguments: str, library: Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run a line of a shell in which `footnote` is the program."""
    program = f"{shlex.quote(sys.executable)} -m app"
    line = arguments.replace("footnote", program)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment = {**kept, "PYTHONPATH": str(ROOT), "FOOTNOTE_DATABASE": str(library)}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device on this system")
@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
@pytest.mark.parametrize("arguments", ["list --json", "list --set taster", "--version", "--version --json"])
def test_output_that_cannot_be_written_is_one_sentence(
    arguments: str, where: str, library: Path, tmp_path: Path
) -> None:
    done = footnote(f"footnote {arguments} {where}", library, tmp_path)

    if "--version" in arguments and where == ">&-":
        assert done.stderr.startswith("footnote ")  # argparse turns to the other stream
        return
    assert done.returncode == 2
    assert done.stderr.startswith("The output could not be written: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device on this system")
def test_a_full_error_stream_changes_nothing_but_what_is_read(library: Path, tmp_path: Path) -> None:
    done = footnote("footnote list --set no-such-set --json 2>/dev/full", library, tmp_path)

    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "set_not_found"


@pytest.mark.parametrize("arguments", ["list --json", "list"])
def test_a_reader_who_has_seen_enough_is_no_trouble(arguments: str, library: Path, tmp_path: Path) -> None:
    done = footnote(f"footnote {arguments} | head -1", library, tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


def test_json_may_stand_before_the_command(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--json", "--database", str(library), "list", "--set", "taster"]) == 0
    assert len(said(capsys)) == 10
    assert run(["--json", "list", "--set", "nowhere", "--database", str(library)]) == 2
    assert said(capsys)["error"]["code"] == "set_not_found"
    assert main(["--version", "--json"]) == 0
    assert capsys.readouterr().out.startswith("footnote ")


@pytest.mark.parametrize("documents", [False, True])
def test_check_says_nothing_of_quoted_phrases_where_there_are_none(
    documents: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = tmp_path / "plain.yaml"
    plain.write_text("set: plain\ntitle: Plain\nselect: [genocides/homelands]\n", encoding="utf-8")
    option = ["--documents", str(tmp_path)] if documents else []

    run(["check", str(plain), *option])
    assert "uoted phrase" not in capsys.readouterr().out
    run(["check", *option])
    assert "citations with a quoted phrase" in capsys.readouterr().out  # `attach` counts each phrase once


def test_nothing_that_somebody_typed_is_obeyed_by_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("1.\u00a0Ada\x1b[2J\x07\u009b31m:\tyes\nand on")
    assert capsys.readouterr().out == "1. Ada[2J31m: yes\nand on\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_check_reads_files_and_folders_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in ("pipe.yaml", "/dev/zero"):
        done = footnote(f"footnote check {path}", tmp_path / "library.sqlite", tmp_path)
        assert done.returncode == 2
        assert "it is neither a file nor a folder" in done.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
@pytest.mark.parametrize("path", ["pipe.yaml", "/dev/zero", "."])
def test_import_and_attach_say_at_once_what_is_no_file(
    path: str,
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.yaml")

    assert run(["attach", path, "--database", str(library)]) == 2
    assert capsys.readouterr().err.startswith(f"{path} is not a file. ")
    assert run(["import", path, "--database", str(library)]) == 2
    told = capsys.readouterr().out
    assert ("neither a file nor a folder" if path != "." else "no question sets in this folder") in told


@pytest.mark.parametrize(
    ("address", "words"),
    [("mysql://x", "this address is of another kind (mysql)"), ("postgresql://x", "a PostgreSQL server yet")],
)
def test_an_address_that_is_no_file_is_told_as_what_it_is(
    address: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["list", "--database", address]) == 2
    assert words in capsys.readouterr().err


def test_export_says_why_it_does_not_write(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine", encoding="utf-8")
    assert run(["export", str(file), "--database", str(library)]) == 2
    assert f"{file} is a file, not a folder" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"

    assert run(["export", str(file / "out"), "--database", str(library)]) == 2
    assert f"The folder {file / 'out'} cannot be written: " in capsys.readouterr().err

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr("app.services.filing.os.fsync", full)
    assert run(["export", str(tmp_path / "out"), "--database", str(library)]) == 2
    assert f"The folder {tmp_path / 'out'} cannot be written: No space" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


KEYS_AS_TEXT = {
    "genocides/protected-groups": ["    * National groups\n        The Convention names", "    - Political groups\n"],
    "genocides/famine-help": ["    - True\n        In 1921 help", "    * False\n        The government denied"],
    "genocides/convention-in-force": [
        "    * 1951\n        Accepted: this value alone\n",
        "    - 1948\n        In December 1948",
    ],
    "genocides/named-trust": [
        "    * forced trust\n        Accepted too: ",
        "    - blind trust\n        Blind trust asks"],
    "genocides/homelands": [
        "    * Koreans = The Soviet Far East\n        They lived",
        "    - The shores of Lake Baikal (belongs to none)\n        Deportees",
    ],
    "genocides/law-in-order": ["    1. Lemkin\u2019s book", "    5. An international court first", "1998 the tribunal"],
    "genocides/famine-facts": [
        "[1]. From late October [2] a",
        "    [1]\n      * Holodomor\n          Accepted too: ",
        "    [4]\n      - January and February\n          People",
        "      * spring and early summer\n",
    ],
}  # fmt: skip


def test_list_tells_the_key_the_reasons_and_the_explanation_of_every_kind(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["list", "--set", "genocides", "--json", "--database", str(library)]) == 0
    explanations = {one["id"]: one["explanation"] for one in said(capsys)}
    assert run(["list", "--set", "genocides", "--database", str(library)]) == 0
    told = {part.partition("  ")[0]: part for part in capsys.readouterr().out.split("\n\n")}

    for identity, expected in KEYS_AS_TEXT.items():
        assert [words for words in expected if words not in told[identity]] == []
        explanation = explanations[identity].replace("\u00a0", " ")
        assert f"\n  {explanation}\n" in told[identity]
    assert "; cites Weiss-Wendt 2005; note after Convention on" in told["genocides/protected-groups"]


def test_the_listed_json_has_the_fields_of_every_question_and_those_of_its_kind(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    always = {
        "id", "set", "kind", "version", "stem", "choices", "key", "explanation", "topics", "difficulty", "level",
        "status", "citations",
    }  # fmt: skip
    run(["list", "--json", "--database", str(library)])

    questions = said(capsys)
    beyond: dict[str, set[str]] = {}
    for one in questions:
        assert set(one) >= always
        beyond.setdefault(one["kind"], set()).update(set(one) - always - {"partner"})
        for cite in one["citations"]:
            assert set(cite) == {"source", "file", "paragraph", "sentence", "anchor", "references"}
            assert all(set(work) == {"id", "label", "locator", "by"} for work in cite["references"])
            assert all(work["by"] in ("source", "editors") for work in cite["references"])
    fields = {
        "single_choice": set(),
        "multiple_response": set(),
        "true_false": {"feedback"},
        "short_answer": {"accept", "foreseen"},
        "numerical": {"within", "foreseen"},
        "matching": {"feedback", "spare"},
        "ordering": {"feedback"},
        "cloze": {"text", "gaps"},
        "evidence": {"feedback", "weighed"},
        "two_sources": {"feedback", "weighed"},
        "status_sort": {"feedback"},
        "source_support": {"feedback", "weighed"},
    }
    assert beyond == {kind: fields[kind] for kind in beyond}
    assert len(beyond) >= 8
    cloze = next(one for one in questions if one["id"] == "genocides/famine-facts")
    assert [gap["key"] for gap in cloze["gaps"]] == cloze["key"]


@pytest.mark.parametrize(
    ("within", "lines"),
    [
        (ListedWithin(), ["* 12", "    Accepted: this value alone"]),
        (ListedWithin(low="10", high="14"), ["* 12", "    Accepted: 10 to 14"]),
        (
            ListedWithin(tolerance="2", relative="0.05"),
            ["* 12", "    Accepted: 2 or 5 % more or less, whichever is larger"],
        ),
        (ListedWithin(relative="0.1", unit="km"), ["* 12 km", "    Accepted: 10 % more or less"]),
        (
            ListedWithin(tiers=(Tier("3", "1/2"),), less_precise="1/4", units={"m": "0.001"}),
            [
                "* 12",
                "    Accepted: this value alone",
                "    1/2 of the points: 3 more or less",
                "    1/4 of the points: a less precise answer that agrees",
                "    Units: m",
            ],
        ),
    ],
)
def test_a_number_is_told_with_all_that_is_accepted(within: ListedWithin, lines: list[str]) -> None:
    question = ListedQuestion(
        "a/b", SetId("a"), "numerical", 1, "How far?", (), "12", "", (), 1, "remember", "established", (),
        within=within,
    )  # fmt: skip

    assert list(key_lines(question)) == lines

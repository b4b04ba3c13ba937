"""An import changes neither the topics nor the works that ship with the program, and undo puts titles back."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.services import importing
from app.services.exporting import export_bank
from app.services.views import Beside, ImportReport
from tests.services.builders import reference
from tests.services.test_importing import choice, set_file


def topics_file(folder: Path, **titles: str) -> str:
    path = folder / "topics.yaml"
    lines = "".join(f"  {slug}: {title}\n" for slug, title in titles.items())
    path.write_text(f"topics:\n{lines}", encoding="utf-8")
    return str(path)


def works_file(folder: Path, **titles: str) -> str:
    path = folder / "references.json"
    works = [{**reference(slug).csl, "title": title} for slug, title in titles.items()]
    path.write_text(json.dumps(works), encoding="utf-8")
    return str(path)


@pytest.fixture
def titles(library, teach):
    return lambda: teach(export_bank).topics


def codes(report: ImportReport) -> list[tuple[str, str, str]]:
    return [
        (Path(problem.file).name, problem.code, problem.severity)
        for file in report.files
        for problem in file.problems
    ]


def test_a_shipped_topic_keeps_its_title_and_the_import_says_so(teach, titles, tmp_path) -> None:
    before = titles()
    report = teach(importing.import_files, (topics_file(tmp_path, water="Another title"),))
    assert codes(report) == [("topics.yaml", "topic_ships", "warning")]
    assert (report.change, report.beside, titles()) == (None, Beside(), before)


def test_a_shipped_work_stays_and_the_import_says_so(teach, library, tmp_path) -> None:
    before = teach(export_bank).references
    report = teach(importing.import_files, (works_file(tmp_path, hill1999="Another book", own2001="Mine"),))
    assert codes(report) == [("references.json", "work_ships", "warning")]
    after = teach(export_bank).references
    assert after["hill1999"] == before["hill1999"]
    assert (after["own2001"].csl["title"], report.beside) == ("Mine", Beside(works=1))


def test_the_same_title_as_shipped_is_no_problem(teach, titles, tmp_path) -> None:
    report = teach(importing.import_files, (topics_file(tmp_path, water=titles()["water"]),))
    assert (codes(report), report.change, report.beside) == ([], None, Beside())


def test_undo_puts_the_title_of_a_topic_back(teach, titles, tmp_path) -> None:
    teach(importing.import_files, (topics_file(tmp_path, lakes="Lakes"),))
    with_lakes = titles()
    second: Any = teach(importing.import_files, (topics_file(tmp_path, lakes="Ponds", hills="Hills"),))
    assert (titles()["lakes"], second.beside) == ("Ponds", Beside(topics=2))
    assert [row.can_undo for row in teach(importing.list_changes)] == [True, False]
    teach(importing.undo_change, second.change)
    assert titles() == {**with_lakes, "hills": "hills"}


def test_a_topic_that_ships_by_now_keeps_its_title_through_an_undo(library, teach, titles, tmp_path) -> None:
    from app.services.shipping import bring_up_to_date
    from tests.services.builders import small_bank

    change = teach(importing.import_files, (topics_file(tmp_path, lakes="Ponds"),)).change
    shipped = small_bank()
    shipped.topics["lakes"] = "Lakes"
    teach(bring_up_to_date, shipped, {})
    teach(importing.undo_change, change)
    assert titles()["lakes"] == "Lakes"


def test_a_preview_and_a_dry_run_count_what_comes_beside_the_questions(teach, tmp_path, library) -> None:
    paths = (
        topics_file(tmp_path, lakes="Lakes", water="Another title"),
        works_file(tmp_path, own2001="Mine"),
        set_file(tmp_path, choice("one", topics="[lakes]")),
    )
    previews = teach(importing.preview_files, paths)
    assert [preview.beside for preview in previews if preview.set] == [Beside(1, 1)]
    assert teach(importing.try_files, paths).beside == Beside(1, 1)
    report = teach(importing.import_files, paths)
    assert report.beside == Beside(1, 1)
    assert teach(importing.import_files, paths).beside == Beside()


@pytest.mark.parametrize(("dry", "ending"), [(["--dry-run"], ", not stored (dry run)."), ([], ".")])
def test_the_command_line_names_what_comes_beside_the_questions(tmp_path, capsys, dry, ending) -> None:
    paths = topics_file(tmp_path, lakes="Lakes"), works_file(tmp_path, own2001="Mine")
    assert run(["import", *paths, *dry, "--database", str(tmp_path / "library.sqlite")]) == 0
    assert capsys.readouterr().out.endswith(f"\nBeside the questions: 1 topic and 1 work{ending}\n")

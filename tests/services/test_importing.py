from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.domain.errors import FootnoteError, NotAllowed, NotFound
from app.domain.ids import SetId
from app.services import attempts, history, importing
from app.services.context import Actor, perform
from app.services.exporting import export_bank
from app.services.views import QuizPlan
from tests.services.builders import right


def set_file(folder: Path, *questions: str, name: str = "lake", head: str = "") -> str:
    path = folder / f"{name}.yaml"
    path.write_text(
        f"set: {name}\ntitle: The {name}\n{head}questions:\n{''.join(questions)}", encoding="utf-8"
    )
    return str(path)


def choice(slug: str, stem: str = "Which one is it?", *, citations: str = "none", **fields: str) -> str:
    values = {"topics": "[water]", "difficulty": "2", "level": "remember", "status": "established", **fields}
    return (
        f"\n- id: {slug}\n  kind: single_choice\n  stem: {stem}\n  choices:\n"
        "  - {key: This one, feedback: Yes.}\n  - {distractor: That one, feedback: No.}\n"
        "  - {distractor: Another one, feedback: No.}\n"
        f"  explanation: It is this one.\n  citations: {citations}\n"
        + "".join(f"  {name}: {value}\n" for name, value in values.items())
    )


BROKEN = "\n- id: broken\n  kind: single_choice\n  stem: Which?\n"


@pytest.fixture
def exported(library, teach):
    return lambda: {one.id: one.shown.stem.value for one in teach(export_bank).questions()}


def test_a_preview_tells_what_would_happen_and_writes_nothing(library, teach, tmp_path) -> None:
    path = set_file(tmp_path, choice("one"), choice("two"), BROKEN)
    (preview,) = teach(importing.preview_files, (path,))
    assert (preview.set, preview.title, preview.path) == ("lake", "The lake", path)
    assert (preview.new, preview.changed, preview.same, preview.problems) == (2, 0, 0, 1)
    assert [(row.slug, row.state, row.line) for row in preview.rows] == [
        ("one", "new", 5),
        ("two", "new", 19),
        ("broken", "problem", 33),
    ]
    assert preview.rows[0].shown is not None
    assert preview.rows[2].problems
    assert all(isinstance(sentence, str) and " " in sentence for sentence in preview.rows[2].problems)
    assert len(teach(export_bank).sets) == 2


def test_a_preview_tells_what_changed(teach, tmp_path) -> None:
    path = set_file(tmp_path, choice("one"), choice("two"), choice("three"))
    teach(importing.import_files, (path,))
    set_file(tmp_path, choice("one"), choice("two", "What else is it?"), choice("three", difficulty="4"))
    (preview,) = teach(importing.preview_files, (path,))
    assert [row.state for row in preview.rows] == ["same", "changed", "changed"]


def test_an_import_is_one_change_and_costs_no_broken_question(library, teach, exported, tmp_path) -> None:
    path = set_file(tmp_path, choice("one"), BROKEN, choice("two"))
    report = teach(importing.import_files, (path,))
    (file,) = report.files
    assert (file.questions, file.imported, file.updated, file.skipped) == (2, 2, 0, 0)
    assert file.by_kind == {"single_choice": 2}
    assert {problem.severity for problem in file.problems if problem.question == "lake/broken"} == {"error"}
    assert {"lake/one", "lake/two"} <= set(exported())
    (change,) = teach(importing.list_changes)
    assert (change.id, change.name, change.questions, change.can_undo) == (
        report.change,
        "lake.yaml",
        2,
        True,
    )


def test_a_dry_run_changes_nothing(teach, exported, tmp_path) -> None:
    path = set_file(tmp_path, choice("one"))
    before = exported()
    report = teach(importing.try_files, (path,))
    assert (report.change, report.files[0].questions, report.files[0].imported) == (None, 1, 0)
    assert exported() == before
    assert teach(importing.list_changes) == ()


def test_the_same_file_again_is_skipped(teach, tmp_path) -> None:
    path = set_file(tmp_path, choice("one"))
    teach(importing.import_files, (path,))
    again = teach(importing.import_files, (path,))
    assert (again.change, again.files[0].skipped, again.files[0].imported) == (None, 1, 0)
    dry = teach(importing.try_files, (path,))
    assert dry.files[0].skipped == 1


def test_an_import_drops_no_question_that_was_there(teach, exported, tmp_path) -> None:
    teach(importing.import_files, (set_file(tmp_path, choice("one"), choice("two")),))
    teach(importing.import_files, (set_file(tmp_path, choice("three")),))
    assert {"lake/one", "lake/two", "lake/three"} <= set(exported())


def test_a_changed_copy_of_a_shipped_set_makes_an_own_version(teach, exported, tmp_path, library) -> None:
    path = set_file(tmp_path, choice("single-choice", "What did the teacher ask?"), name="river")
    assert teach(importing.import_files, (path,)).files[0].updated == 1
    assert exported()["river/single-choice"] == "What did the teacher ask?"
    assert len([name for name in exported() if name.startswith("river/")]) == 8


def test_an_undone_import_leaves_all_as_it_was(teach, exported, call, ada, tmp_path) -> None:
    before = exported(), call(history.today, ada.id)
    path = set_file(
        tmp_path, choice("single-choice", "What did the teacher ask?"), choice("new"), name="river"
    )
    lake = set_file(tmp_path, choice("one"))
    report = teach(importing.import_files, (path, lake))
    assert exported() != before[0]
    undone = teach(importing.undo_change, report.change)
    assert undone.undone is not None
    assert (exported(), call(history.today, ada.id)) == before
    assert [row.can_undo for row in teach(importing.list_changes)] == [False]
    with pytest.raises(FootnoteError, match="change_cannot_be_undone"):
        teach(importing.undo_change, report.change)


def test_what_was_undone_can_be_imported_again(teach, exported, tmp_path) -> None:
    path = set_file(tmp_path, choice("one"))
    first = teach(importing.import_files, (path,))
    with_it = exported()
    teach(importing.undo_change, first.change)
    assert "lake/one" not in exported()
    (preview,) = teach(importing.preview_files, (path,))
    assert (preview.new, preview.changed) == (1, 0)
    (again,) = teach(importing.import_files, (path,)).files
    assert (again.imported, again.updated, again.skipped) == (1, 0, 0)
    assert exported() == with_it


def test_a_change_is_undone_only_when_nothing_stands_on_it(teach, exported, tmp_path) -> None:
    path = set_file(tmp_path, choice("one"), choice("two"))
    first = teach(importing.import_files, (path,)).change
    set_file(tmp_path, choice("one"), choice("two", "What else?"))
    second = teach(importing.import_files, (path,)).change
    set_file(tmp_path, choice("one"), choice("two", "What now?"))
    third = teach(importing.import_files, (path,)).change
    assert [row.can_undo for row in teach(importing.list_changes)] == [True, False, False]
    assert [row.questions for row in teach(importing.list_changes)] == [1, 1, 2]
    for covered in (first, second):
        with pytest.raises(FootnoteError, match="change_cannot_be_undone"):
            teach(importing.undo_change, covered)
    teach(importing.undo_change, third)
    assert exported()["lake/two"] == "What else?"
    teach(importing.undo_change, second)
    teach(importing.undo_change, first)
    assert not {"lake/one", "lake/two"} & set(exported())


def test_an_attempt_survives_the_undoing_of_its_questions(teach, call, ada, tmp_path) -> None:
    change = teach(importing.import_files, (set_file(tmp_path, choice("one")),)).change
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("lake")))
    response = type(right(step))(step.order[0]) if step.shown.kind == "single_choice" else right(step)
    before = call(attempts.submit_response, step.attempt.id, 1, response, 0)
    teach(importing.undo_change, change)
    assert call(attempts.open_step, step.attempt.id, 1) == before
    assert call(attempts.finish_attempt, step.attempt.id).rows[0].question_id == "lake/one"


def test_a_citation_of_a_source_that_is_here_already_is_pinned(teach, call, ada, tmp_path) -> None:
    cited = '[{source: river, at: 1.2, anchor: "flooded the lower town"}, {ref: hill1999, page: 7}]'
    path = set_file(tmp_path, choice("one", citations=cited))
    report = teach(importing.import_files, (path,))
    assert [problem.code for problem in report.files[0].problems if problem.severity == "error"] == []
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("lake")))
    cards = call(
        attempts.submit_response, step.attempt.id, 1, type(right(step))(step.order[0]), 0
    ).checked.cards
    assert [(card.short, card.state) for card in cards] == [
        ("the letter", "unchecked"),
        ("", "reference_only"),
    ]
    assert cards[1].work.label == "Hill 1999, p. 7"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"set: [", b"- - -", b"\x00" * 50])
def test_a_file_that_is_no_set_is_a_problem_and_nothing_more(teach, tmp_path, content) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(content)
    report = teach(importing.import_files, (str(path),))
    assert report.change is None
    assert [problem.severity for file in report.files for problem in file.problems] == ["error"]
    (preview,) = teach(importing.preview_files, (str(path),))
    assert preview.notes


def test_a_file_that_is_not_there_is_a_problem(teach, tmp_path) -> None:
    report = teach(importing.import_files, (str(tmp_path / "nowhere.yaml"),))
    assert [problem.code for problem in report.files[0].problems] == ["file_missing"]


def test_only_a_teacher_may(library, ada, tmp_path) -> None:
    student = Actor(name="Ada", person=ada.id)
    path = set_file(tmp_path, choice("one"))
    refused: list[Any] = [
        (importing.preview_files, (path,)),
        (importing.import_files, (path,)),
        (importing.try_files, (path,)),
        (importing.list_changes,),
        (importing.undo_change, 1),
        (export_bank,),
    ]
    for service, *rest in refused:
        with pytest.raises(NotAllowed, match="not_allowed"):
            perform(library, student, service, *rest)


def test_a_change_that_is_not_there_is_not_found(teach) -> None:
    with pytest.raises(NotFound, match="change_not_found"):
        teach(importing.undo_change, 7)


def test_an_import_that_fails_midway_leaves_nothing(library, teach, tmp_path, monkeypatch) -> None:
    path = set_file(tmp_path, choice("one"))
    monkeypatch.setattr(
        "app.services.storing.bank.count_sets", lambda *_: (_ for _ in ()).throw(RuntimeError)
    )
    with pytest.raises(RuntimeError):
        teach(importing.import_files, (path,))
    with library.reading() as db:
        assert db.execute(text("SELECT count(*) FROM question_set WHERE slug = 'lake'")).scalar_one() == 0

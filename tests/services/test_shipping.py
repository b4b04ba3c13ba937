from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from app.domain.ids import QuestionSlug, ReferenceId, SetId, SourceId
from app.domain.problem import make_problem
from app.domain.text import Text
from app.services import attempts, history, reading
from app.services.context import TEACHER, perform
from app.services.exporting import export_bank
from app.services.importing import import_files
from app.services.opening import bring_shipped
from app.services.shipping import bring_up_to_date, hash_files, is_up_to_date
from app.services.views import QuizPlan
from tests.services.builders import bank, question, question_set, reference, right, source

CHANGED = Text("Changed stem")


@pytest.fixture
def library(empty_library):
    ship(empty_library, question("one"), question("two"))
    return empty_library


def ship(library, *questions, **changes) -> int:
    return perform(library, TEACHER, bring_up_to_date, bank(question_set(*questions), **changes), {})


def stems(library) -> dict[str, str]:
    exported = perform(library, TEACHER, export_bank)
    return {one.id: one.shown.stem.value for one in exported.questions()}


def count(library, table: str) -> int:
    with library.reading() as db:
        return db.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()


def test_the_same_questions_make_no_new_versions(library) -> None:
    before = [count(library, table) for table in ("question_version", "set_version", "source_version")]
    assert ship(library, question("one"), question("two")) == 0
    assert [
        count(library, table) for table in ("question_version", "set_version", "source_version")
    ] == before


def test_a_changed_question_gets_a_version_and_keeps_the_old_one(library) -> None:
    assert ship(library, question("one", stem=CHANGED), question("two")) == 1
    assert stems(library) == {"river/one": "Changed stem", "river/two": "Stem of two"}
    assert count(library, "question_version") == 3


def test_topics_difficulty_and_state_change_without_a_version(library) -> None:
    ship(library, question("one", difficulty=5, topics=("town",), covers=("A-1",)), question("two"))
    assert count(library, "question_version") == 2
    one = next(perform(library, TEACHER, export_bank).questions())
    assert (one.difficulty, one.topics, one.covers) == (5, ("town",), ("A-1",))


def test_what_stood_before_can_come_back_without_a_third_version(library) -> None:
    ship(library, question("one", stem=CHANGED), question("two"))
    ship(library, question("one"), question("two"))
    assert stems(library)["river/one"] == "Stem of one"
    assert count(library, "question_version") == 3


def test_a_question_gone_upstream_is_retired_and_its_history_stays(library, call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=2))
    for position in (1, 2):
        call(attempts.submit_response, step.attempt.id, position, right(step), 0)
    before = [call(attempts.open_step, step.attempt.id, position) for position in (1, 2)]
    ship(library, question("two"))
    assert list(stems(library)) == ["river/two"]
    assert call(history.today, ada.id).sets[0].questions == 1
    assert [call(attempts.open_step, step.attempt.id, position) for position in (1, 2)] == before
    assert call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=0)).attempt.total == 1
    ship(library, question("one"), question("two"))
    assert call(history.today, ada.id).sets[0].questions == 2


def test_a_broken_file_retires_nothing(library) -> None:
    problem = make_problem("yaml_syntax", {}, file="sets/river.yaml", line=3)
    ship(library, question("two"), problems=(problem,))
    with library.reading() as db:
        assert db.execute(text("SELECT count(*) FROM question WHERE state = 'retired'")).scalar_one() == 0


def test_a_renamed_question_keeps_its_history(library, call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=0))
    for position in (1, 2):
        call(attempts.submit_response, step.attempt.id, position, right(step), 0)
    ship(library, question("first", formerly=("river/one",)), question("two"))
    assert count(library, "question") == 2
    assert call(history.today, ada.id).sets[0].seen == 2
    one = next(perform(library, TEACHER, export_bank).questions())
    assert (one.id, one.formerly) == ("river/first", ("river/one",))


def test_an_attempt_stays_as_it_was_when_everything_changed(library, call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=1))
    before = call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    reader = call(reading.read_source, SourceId("river"), step.attempt.id, 1)
    ship(
        library,
        *(question(slug, stem=CHANGED, explanation=CHANGED) for slug in ("one", "two")),
        sources={SourceId("river"): source(title="Another title")},
        references={ReferenceId("hill1999"): reference(year=2001)},
        topics={"water": "Another name for water", "town": "Another town"},
    )
    assert call(attempts.open_step, step.attempt.id, 1) == before
    assert call(attempts.finish_attempt, step.attempt.id).topics[0].title == "Water and floods"
    after = call(reading.read_source, SourceId("river"), step.attempt.id, 1)
    assert (after.title, after.works) == (reader.title, reader.works)
    fresh = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=1))
    assert (fresh.shown.stem, fresh.topic) == (CHANGED, "Another name for water")
    assert call(reading.read_source, SourceId("river"), fresh.attempt.id, 1).title == "Another title"


def test_a_corrected_work_makes_a_version_of_the_sources_that_cite_it(library) -> None:
    ship(
        library, question("one"), question("two"), references={ReferenceId("hill1999"): reference(year=2001)}
    )
    view = perform(library, TEACHER, reading.read_source, SourceId("river"))
    assert view.works[0][0].label == "Hill 2001"
    assert count(library, "source_version") == 2


def test_a_shipped_version_waits_behind_the_librarys_own(library, tmp_path) -> None:
    own = tmp_path / "river.yaml"
    own.write_text(OWN_COPY, encoding="utf-8")
    assert perform(library, TEACHER, import_files, (str(own),)).files[0].updated == 1
    assert stems(library)["river/one"] == "What did the teacher ask?"
    ship(library, question("one", stem=CHANGED), question("two", stem=CHANGED))
    assert stems(library) == {"river/one": "What did the teacher ask?", "river/two": "Changed stem"}
    assert count(library, "question_version") == 5
    ship(library, question("one", stem=CHANGED), question("two", stem=CHANGED))
    assert count(library, "question_version") == 5


def test_a_gathering_set_follows_a_renamed_question(library) -> None:
    taster = msgspec.structs.replace(question_set(), id=SetId("taster"), select=("river/one",), checked=())
    renamed = question("first", formerly=("river/one",))
    perform(library, TEACHER, bring_up_to_date, bank(question_set(renamed, question("two")), taster), {})
    with library.reading() as db:
        found = db.execute(text("SELECT questions FROM question_set WHERE slug = 'taster'")).scalar_one()
    assert found == 1


def test_files_are_read_again_only_when_their_bytes_differ(
    empty_library, tmp_path: Path, monkeypatch
) -> None:
    folder = tmp_path / "questions"
    (folder / "sets").mkdir(parents=True)
    file = folder / "sets" / "river.yaml"
    file.write_text(OWN_COPY, encoding="utf-8")
    assert bring_shipped(empty_library, folder) == 1
    assert perform(empty_library, None, is_up_to_date, hash_files(folder))
    monkeypatch.setattr("app.formats.bank.read_bank", lambda _folder: pytest.fail("read again"))
    assert bring_shipped(empty_library, folder) == 0
    monkeypatch.undo()
    file.write_text(OWN_COPY.replace("teacher", "pupil"), encoding="utf-8")
    assert bring_shipped(empty_library, folder) == 1
    assert stems(empty_library)["river/one"] == "What did the pupil ask?"


def test_what_is_asked_of_questions_that_name_no_source_is_stored_too(library) -> None:
    ship(library, question("one", citations=()), question("two"), sources={})
    assert stems(library)["river/one"] == "Stem of one"
    assert QuestionSlug("one") in {one.slug for one in perform(library, TEACHER, export_bank).questions()}


OWN_COPY = """\
set: river
title: The river
questions:

- id: one
  kind: single_choice
  stem: What did the teacher ask?
  choices:
  - key: About the flood
    feedback: So it was.
  - distractor: About the fire
    feedback: There was none.
  - distractor: About the war
    feedback: There was none.
  explanation: It was about the flood.
  citations: none
  topics: [water]
  difficulty: 2
  level: remember
  status: established
"""

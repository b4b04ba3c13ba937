"""The kinds that weigh sources, from their file through library and attempt to what is exported."""

from pathlib import Path

import msgspec
import pytest

from app.cli.listed_keys import key_lines
from app.domain.bank import Bank
from app.domain.ids import SetId, SourceId
from app.domain.kinds import evidence, source_support, status_sort, two_sources
from app.domain.source import Locator
from app.services import attempts, importing, passages, previewing, reading
from app.services.context import TEACHER, perform
from app.services.exporting import export_bank
from app.services.history import export_attempts
from app.services.listing import list_questions
from app.services.shipping import bring_up_to_date
from app.services.views import AttemptFilter, QuizPlan
from tests.unit.harbour import FOLDER, SOURCE, WEIGHING, read, with_weighing
from tools.weighing_responses import right_weighing, some_weighing

WEIGH = SetId("weighing")
BANK = read(with_weighing())
KEYS = {question.slug: question.key.body for question in BANK.questions()}


@pytest.fixture
def library(empty_library):
    """Open a library with the sample harbour and its set that weighs sources."""
    perform(empty_library, TEACHER, bring_up_to_date, BANK, {})
    return empty_library


@pytest.fixture
def step(call, ada):
    return call(attempts.start_attempt, ada.id, QuizPlan(WEIGH))


def of_kind(call, step, kind):
    """Open the step of a kind."""
    steps = (call(attempts.open_step, step.attempt.id, number) for number in range(1, step.attempt.total + 1))
    return next(one for one in steps if one.shown.kind == kind)


def right(step):
    key = KEYS[step.question_id.partition("/")[2]]
    assert isinstance(key, evidence.Key | two_sources.Key | status_sort.Key | source_support.Key)
    return right_weighing(key)


def changed_source(old: str, new: str) -> Bank:
    files = with_weighing()
    assert files[SOURCE].count(old) == 1
    return read({**files, SOURCE: files[SOURCE].replace(old, new)})


def test_a_passage_is_stored_in_the_words_of_the_summary_and_nothing_else_of_it(call, step) -> None:
    shown = of_kind(call, step, "evidence").shown.body
    assert isinstance(shown, evidence.Shown)
    passage = shown.passage
    assert (passage.title, passage.short) == ("Elmsund: a harbour and its town", "the town's story")
    assert [(str(one.at), one.says) for one in passage.sentences] == [
        ("3.1", ("The ferry is said to have run from 1890 to the day of the bridge.",)),
        ("3.2", ("A doctor is quoted who saw the old town end with the bridge.",)),
        ("3.3", ("It denies that the old town ended.",)),
    ]
    told = msgspec.json.encode(shown).decode()
    assert "opinion" not in told
    assert "pulled down" not in told


def test_only_the_named_statements_of_a_claim_are_shown_and_the_work_has_its_name(call, step) -> None:
    shown = of_kind(call, step, "source_support").shown.body
    assert isinstance(shown, source_support.Shown)
    assert [one.says for one in shown.claim.sentences] == [("It calls that pier the first one.",)]
    assert (shown.label, shown.title) == ("Berg 1950, p. 31", "A Town and Its Harbour")


@pytest.mark.parametrize("kind", ["evidence", "two_sources", "status_sort", "source_support"])
def test_a_response_is_saved_graded_and_shown_again(call, step, kind) -> None:
    one = of_kind(call, step, kind)
    other = call(attempts.submit_response, step.attempt.id, one.position, right(one), 0)
    assert (other.checked.verdict, other.checked.fraction) == ("correct", 1.0)
    assert call(attempts.open_step, step.attempt.id, one.position).response == right(one)


def test_half_an_answer_is_partly_right_and_says_which_part(call, step) -> None:
    one = of_kind(call, step, "evidence")
    given = msgspec.structs.replace(right(one), place=Locator(3, 1))
    checked = call(attempts.submit_response, step.attempt.id, one.position, given, 0).checked
    assert (checked.verdict, checked.fraction, checked.rule) == ("partly", 0.5, "answer_and_evidence@1")
    assert [(part.id, part.code) for part in checked.parts] == [("answer", "right"), ("place", "wrong")]
    assert evidence.pairing_of(answer=True, place=False) == "answer_only"
    assert checked.key.outcomes["answer_only"].plain().startswith("The story claims this.")


def test_an_exam_keeps_what_was_given_and_judges_it_at_the_end(call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, QuizPlan(WEIGH, "exam"))
    for number in range(1, 5):
        one = call(attempts.open_step, step.attempt.id, number)
        call(attempts.save_response, step.attempt.id, number, some_weighing(one.shown.body), 0)
        saved = call(attempts.save_response, step.attempt.id, number, right(one), 0)
        assert saved.checked is None
    summary = call(attempts.finish_attempt, step.attempt.id)
    assert (summary.score, summary.correct) == (4.0, 4)


def test_the_order_of_statements_is_kept(call, step) -> None:
    one = of_kind(call, step, "status_sort")
    assert isinstance(one.shown.body, status_sort.Shown)
    assert sorted(one.order) == [side.id for side in one.shown.body.statements]
    assert call(attempts.open_step, step.attempt.id, one.position).order == one.order


def test_an_attempt_shows_its_passages_as_they_were_when_the_summary_has_changed(
    call, step, library, ada
) -> None:
    before = of_kind(call, step, "two_sources")
    old, new = "It denies that the old town ended.", "It says that the old town did not end."
    perform(library, TEACHER, bring_up_to_date, changed_source(old, new), {})
    assert call(attempts.open_step, step.attempt.id, before.position) == before
    after = of_kind(call, call(attempts.start_attempt, ada.id, QuizPlan(WEIGH)), "two_sources")
    assert isinstance(after.shown.body, two_sources.Shown)
    assert after.shown.body.passages[0].words_at(Locator(3, 3)) == new
    assert before.shown.body.passages[0].words_at(Locator(3, 3)) == old


def test_the_same_files_again_make_no_new_version(library) -> None:
    assert perform(library, TEACHER, bring_up_to_date, BANK, {}) == 0


def test_partners_and_waivers_come_out_again(teach) -> None:
    exported = {one.id: one for one in teach(export_bank).questions()}
    brought = {one.id: one for one in BANK.questions()}
    assert exported["weighing/old-town-end"].partner == ("weighing/how-sure", "harbour/pier-payer")
    assert {name: (one.partner, one.waive) for name, one in exported.items()} == {
        name: (one.partner, one.waive) for name, one in brought.items()
    }


def test_what_is_written_for_others_is_read_as_the_same_questions(teach) -> None:
    from app.formats.bank import InputFile, read_files
    from app.formats.write import write_bank

    written = write_bank(teach(export_bank))
    again = {one.id: one for one in read_files(InputFile(*file) for file in written.items()).questions()}
    brought = {one.id: one for one in BANK.questions()}
    assert all(again[name] == one for name, one in brought.items() if one.set == WEIGH)
    assert set(again) == set(brought)


def weighing_file(folder: Path, **replaced: tuple[str, str]) -> str:
    """Write the set to a file, with parts of it replaced."""
    text = with_weighing()[WEIGHING]
    for old, new in replaced.values():
        assert old in text
        text = text.replace(old, new)
    path = folder / "weighing.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_changed_partner_or_waiver_is_a_change_without_a_new_version(teach, tmp_path) -> None:
    path = weighing_file(
        tmp_path,
        partner=(
            "partner: [how-sure, harbour/pier-payer]",
            "partner: [how-sure]\n  waive: [{rule: L15, reason: Why.}]",
        ),
    )
    preview = teach(previewing.preview_files, (path,))[0]
    (row,) = [row for row in preview.rows if row.state == "changed"]
    assert row.touched == ("filing",)
    report = teach(importing.import_files, (path,))
    listed = {one.id: one for one in teach(list_questions, WEIGH)}
    assert listed["weighing/old-town-end"].version == 1
    assert listed["weighing/old-town-end"].partner == ("weighing/how-sure",)
    teach(importing.undo_change, report.change)
    (back,) = [one for one in teach(export_bank).questions() if one.slug == "old-town-end"]
    assert (len(back.partner), back.waive) == (2, ())


def test_a_set_alone_takes_its_passages_from_sources_that_are_here(teach, tmp_path) -> None:
    preview = teach(previewing.preview_files, (weighing_file(tmp_path),))[0]
    assert (preview.same, preview.problems) == (4, 0)
    shown = next(row.shown.body for row in preview.rows if row.kind == "evidence" and row.shown)
    assert shown.passage.words_at(Locator(3, 3)) == "It denies that the old town ended."


def test_without_its_source_a_question_stays_out(teach, tmp_path) -> None:
    path = weighing_file(
        tmp_path, set=("set: weighing", "set: other"), source=("source: notes", "source: gone")
    )
    preview = teach(previewing.preview_files, (path,))[0]
    (problem,) = [row for row in preview.rows if row.state == "problem"]
    assert problem.slug == "two-accounts"
    assert any("passage of “gone”" in said for said in problem.problems)


def test_questions_and_keys_are_listed_in_words(teach) -> None:
    listed = {one.kind: one for one in teach(list_questions, WEIGH)}
    choice = next(one.id for one in listed["evidence"].choices if one.correct)
    assert {kind: one.key for kind, one in listed.items()} == {
        "evidence": {"answer": choice, "places": ["3.2"]},
        "two_sources": {"relation": "contradict", "places": [["3.3"], ["2.1"]]},
        "status_sort": [
            {"statement": "The harbour was dug in 1862.", "status": "established", "voice": "essay"},
            {"statement": "The bridge was the end of the old town.", "status": "opinion", "voice": "scholar"},
            {"statement": "The pier of Captain Holm was the first.", "status": "contested", "voice": "essay"},
        ],
        "source_support": "contradicts",
    }
    assert set(listed["evidence"].feedback) == {"3.1", "3.2"}
    assert set(listed["two_sources"].feedback) == set(two_sources.RELATIONS)
    weighed = listed["two_sources"].weighed
    assert [(one.source, one.passage) for one in weighed.passages] == [
        ("harbour", "3.1 to 3.3"),
        ("notes", "1.1 to 2.1"),
    ]
    assert (listed["source_support"].weighed.work, listed["evidence"].weighed.relation) == (
        "Berg 1950, p. 31",
        "contradicts",
    )


def test_responses_and_keys_are_exported_in_words(call, step, teach) -> None:
    for number in range(1, 5):
        one = call(attempts.open_step, step.attempt.id, number)
        call(attempts.submit_response, step.attempt.id, number, some_weighing(one.shown.body), 0)
    (exported,) = teach(export_attempts, AttemptFilter(finished_only=False))
    told = {one.kind: (one.response, one.key) for one in exported.responses}
    assert told["evidence"][0].endswith("harbour 3.1")
    assert told["evidence"][1] == "It did not; harbour 3.2"
    assert told["two_sources"] == ("agree; harbour 3.1; notes 1.1", "contradict; harbour 3.3; notes 2.1")
    assert "The harbour was dug in 1862. = established, essay" in told["status_sort"][1]
    assert told["status_sort"][0].count(" = contested, essay") == 3
    assert told["source_support"] == ("partly", "contradicts")


def test_the_reader_says_nothing_of_heat_or_standing_while_questions_wait(call, step) -> None:
    one = of_kind(call, step, "evidence")
    view = call(reading.read_source, SourceId("harbour"), step.attempt.id, one.position)
    assert (view.questions_at, {claim.status for claim in view.claims}) == ({}, {"established"})
    call(attempts.submit_response, step.attempt.id, one.position, right(one), 0)
    assert call(reading.read_source, SourceId("harbour"), step.attempt.id, one.position).questions_at == {}
    call(attempts.finish_attempt, step.attempt.id)
    view = call(reading.read_source, SourceId("harbour"), step.attempt.id, one.position)
    assert view.questions_at["3.2"] >= 1


def test_a_passage_has_the_originals_words_where_the_very_file_is_attached(call, step, teach) -> None:
    one = of_kind(call, step, "two_sources")
    assert call(passages.read_passage_originals, step.attempt.id, one.position) == ((), ())
    data = (FOLDER / "documents" / "harbour.txt").read_bytes()
    teach(reading.attach_original, data.replace(b"It was not.", b"It was."), "other.txt")
    assert call(passages.read_passage_originals, step.attempt.id, one.position) == ((), ())
    teach(reading.attach_original, data, "harbour.txt")
    first, second = call(passages.read_passage_originals, step.attempt.id, one.position)
    assert [(str(sentence.at), sentence.spans) for sentence in first] == [
        ("3.1", ()),
        ("3.2", ()),
        ("3.3", ()),
    ]
    assert first[2].text.startswith("It was not.")
    assert second == ()


def test_the_command_line_lists_passages_keys_and_reasons(library, teach) -> None:
    told = {one.kind: "\n".join(key_lines(one)) for one in teach(list_questions, WEIGH)}
    assert "* It did not\n    So the story ends.\n- It did\n" in told["evidence"]
    assert "harbour 3.1 to 3.3\n    - 3.1 The ferry is said" in told["evidence"]
    assert "    * 3.2 A doctor is quoted" in told["evidence"]
    assert "        The doctor saw the old town end." in told["evidence"]
    assert "Neither is right: Read the last two sentences once more." in told["evidence"]
    assert "* They contradict each other\n    What was pulled down" in told["two_sources"]
    assert "    * 2.1 The old quarter by the quay" in told["two_sources"]
    assert (
        "* The bridge was the end of the old town. = One author’s view, A scholar says it"
        in told["status_sort"]
    )
    assert (
        "    - 1.3 It calls that pier the first one.\nBerg 1950, p. 31: Berg describes"
        in told["source_support"]
    )

import pytest
from sqlalchemy import text

from app.domain.errors import AttemptClosed, FootnoteError, NotAllowed
from app.domain.ids import SetId
from app.domain.kinds import single_choice
from app.services import attempts, history, reading
from app.services.context import perform
from app.services.learners import add_learner
from app.services.views import AttemptFilter, QuizPlan
from tests.services.builders import BODIES, part, right, wrong
from tests.services.test_history import take

EXAM = QuizPlan(SetId("river"), "exam", size=0)


@pytest.fixture
def step(call, ada):
    return call(attempts.start_attempt, ada.id, EXAM)


def test_a_saved_answer_shows_nothing_of_its_grade(call, step) -> None:
    saved = call(attempts.save_response, step.attempt.id, 1, right(step), 10)
    assert saved.checked is None
    assert saved.response == right(step)
    assert saved.saved is not None
    assert saved.panel[0].state == "answered"
    assert (saved.answered, saved.unanswered) == (1, 7)


def test_the_last_revision_counts_and_the_same_answer_makes_none(call, step, library) -> None:
    first = call(attempts.save_response, step.attempt.id, 1, wrong(step), 10)
    assert call(attempts.save_response, step.attempt.id, 1, wrong(step), 10) == first
    changed = call(attempts.save_response, step.attempt.id, 1, right(step), 10)
    assert changed.response == right(step)
    assert _revisions(library) == 2
    summary = call(attempts.finish_attempt, step.attempt.id)
    assert summary.rows[0].state == "correct"
    assert (summary.score, summary.max, summary.blank) == (1.0, 8.0, 7)


def test_an_answer_can_be_taken_back(call, step) -> None:
    position = next(
        n for n in range(1, 9) if call(attempts.open_step, step.attempt.id, n).shown.kind == "single_choice"
    )
    call(attempts.save_response, step.attempt.id, position, single_choice.Response(part("b")), 0)
    cleared = call(attempts.save_response, step.attempt.id, position, single_choice.Response(None), 0)
    assert (cleared.answered, cleared.panel[position - 1].state) == (0, "unreached")
    assert call(attempts.finish_attempt, step.attempt.id).rows[position - 1].state == "blank"


def test_after_handing_in_everything_is_told(call, step) -> None:
    call(attempts.save_response, step.attempt.id, 1, right(step), 0)
    call(attempts.finish_attempt, step.attempt.id)
    first = call(attempts.open_step, step.attempt.id, 1)
    assert (first.checked.verdict, first.checked.points) == ("correct", 1.0)
    unanswered = call(attempts.open_step, step.attempt.id, 2)
    assert (unanswered.checked.verdict, unanswered.checked.points) == ("blank", 0.0)
    assert not unanswered.skipped
    assert unanswered.checked.key == BODIES[unanswered.shown.kind][1]
    with pytest.raises(AttemptClosed):
        call(attempts.save_response, step.attempt.id, 2, right(unanswered), 0)


def test_checking_in_an_exam_is_saving(call, step) -> None:
    saved = call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    assert saved.checked is None
    assert saved.panel[0].state == "answered"


def test_what_does_not_fit_is_not_saved(call, step) -> None:
    other = BODIES["ordering" if step.shown.kind != "ordering" else "matching"][2]
    with pytest.raises(FootnoteError, match="response_does_not_fit"):
        call(attempts.save_response, step.attempt.id, 1, other, 0)
    assert call(attempts.open_step, step.attempt.id, 1).response is None


def test_no_practice_begins_beside_an_exam(call, ada, step) -> None:
    practice = QuizPlan(SetId("taster"), size=1)
    with pytest.raises(FootnoteError, match="exam_runs"):
        call(attempts.start_attempt, ada.id, practice)
    assert call(attempts.start_attempt, ada.id, EXAM).attempt.id == step.attempt.id
    call(attempts.finish_attempt, step.attempt.id)
    assert call(attempts.start_attempt, ada.id, practice).attempt.mode == "practice"


@pytest.mark.parametrize("plan", [QuizPlan(SetId("taster"), "exam", size=1), EXAM])
def test_no_second_exam_begins_beside_one(call, ada, step, plan) -> None:
    call(attempts.save_response, step.attempt.id, 1, right(step), 0)  # so it is not the same beginning again
    with pytest.raises(FootnoteError, match="exam_runs"):
        call(attempts.start_attempt, ada.id, plan)
    call(attempts.finish_attempt, step.attempt.id)
    assert call(attempts.start_attempt, ada.id, plan).attempt.mode == "exam"


@pytest.fixture
def practice(call, ada):
    """Begin a practice and check its first question."""
    begun = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=0))
    return call(attempts.submit_response, begun.attempt.id, 1, right(begun), 0)


def test_a_practice_begun_before_an_exam_waits_until_it_is_handed_in(call, ada, teach, practice) -> None:
    exam = call(attempts.start_attempt, ada.id, EXAM)
    attempt, answer = practice.attempt.id, right(practice)
    for service, more in (
        (attempts.open_step, (1,)),
        (attempts.open_step, (0,)),
        (attempts.submit_response, (2, answer, 0)),
        (attempts.skip_question, (2,)),
        (attempts.flag_question, (1, True)),
        (attempts.finish_attempt, ()),
    ):
        with pytest.raises(NotAllowed, match="shut_in_exam"):
            call(service, attempt, *more)
    with pytest.raises(NotAllowed, match="closed_in_exam"):
        call(reading.read_source, None, attempt, 1)
    assert teach(attempts.open_step, attempt, 1).checked is not None
    call(attempts.leave_attempt, attempt, 1)  # a page that closes late tells nothing
    call(attempts.finish_attempt, exam.attempt.id)
    assert call(attempts.open_step, attempt, 1).checked is not None


@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_what_was_handed_in_before_an_exam_stays_closed_while_it_runs(call, ada, teach, mode) -> None:
    done = take(call, ada, mode=mode, size=2).attempt.id
    exam = call(attempts.start_attempt, ada.id, EXAM)
    mine = AttemptFilter(learner=ada.id)
    for service, *more in (
        (attempts.open_step, done, 1),
        (attempts.read_summary, done),
        (history.export_attempts, mine),
        (history.export_csv, mine),
    ):
        with pytest.raises(NotAllowed, match="shut_in_exam"):
            call(service, *more)
        assert teach(service, *more)
    assert [row.attempt for row in call(history.list_attempts, mine)] == [done]
    call(attempts.finish_attempt, exam.attempt.id)
    assert call(attempts.read_summary, done).rows


def test_the_exam_of_one_student_keeps_no_other_from_practising(library, step) -> None:
    bert = perform(library, None, add_learner, "Bert")
    begun = perform(library, None, attempts.start_attempt, bert.id, QuizPlan(SetId("taster"), size=1))
    assert perform(library, None, attempts.open_step, begun.attempt.id).attempt.mode == "practice"


def test_an_open_exam_is_what_to_continue_before_a_practice_used_later(call, ada) -> None:
    practice = call(attempts.start_attempt, ada.id, QuizPlan(SetId("taster"), size=1))
    exam = call(attempts.start_attempt, ada.id, EXAM)
    call(attempts.show_question, practice.attempt.id, 1)
    assert call(attempts.find_open_attempt, ada.id).attempt.id == exam.attempt.id
    assert call(history.today, ada.id).open.attempt.id == exam.attempt.id
    call(attempts.finish_attempt, exam.attempt.id)
    assert call(attempts.find_open_attempt, ada.id).attempt.id == practice.attempt.id


def _revisions(library) -> int:
    with library.reading() as db:
        return db.execute(text("SELECT count(*) FROM response")).scalar_one()

import pytest

from app.domain.errors import AttemptClosed, FootnoteError, NotAllowed, NotFound
from app.domain.ids import SetId
from app.domain.kinds import single_choice
from app.services import attempts
from app.services.context import Actor, perform
from app.services.learners import add_learner
from app.services.views import QuizPlan
from tests.services.builders import BODIES, part, right, wrong

ALL = QuizPlan(SetId("river"), size=0)


@pytest.fixture
def step(call, ada):
    return call(attempts.start_attempt, ada.id, ALL)


def test_an_attempt_begins_with_nothing_answered(step, ada) -> None:
    assert (step.position, step.attempt.total, step.attempt.title) == (1, 8, "The river")
    assert step.attempt.learner == ada
    assert step.attempt.content_note == "It speaks of a flood."
    assert {cell.state for cell in step.panel} == {"unreached"}
    assert (step.response, step.saved, step.checked) == (None, None, None)
    assert (step.answered, step.unanswered, step.flags) == (0, 8, 0)


def test_before_the_answer_a_step_tells_the_source_but_nothing_of_its_content(step) -> None:
    (brief,) = step.sources
    assert (brief.source, brief.short, brief.places) == ("river", "the letter", 1)


@pytest.mark.parametrize("kind", BODIES)
def test_every_kind_is_graded_saved_and_reopened_as_it_was(call, step, kind) -> None:
    position = _position_of(call, step, kind)
    opened = call(attempts.open_step, step.attempt.id, position)
    checked = call(attempts.submit_response, step.attempt.id, position, right(opened), 1500)
    assert checked.checked.verdict == "correct"
    assert checked.checked.points == 1.0
    assert checked.panel[position - 1].state == "correct"
    assert checked.saved is not None
    assert checked.checked.explanation.value == f"Because of {kind.replace('_', '-')}."
    assert call(attempts.open_step, step.attempt.id, position) == checked


@pytest.mark.parametrize("kind", BODIES)
def test_a_wrong_response_earns_nothing(call, step, kind) -> None:
    position = _position_of(call, step, kind)
    checked = call(attempts.submit_response, step.attempt.id, position, BODIES[kind][3], 0)
    assert checked.checked.verdict == "wrong"
    assert checked.panel[position - 1].state == "wrong"


def test_the_stored_order_stays_and_holds_every_part(call, step) -> None:
    for position in range(1, 9):
        one = call(attempts.open_step, step.attempt.id, position)
        assert call(attempts.open_step, step.attempt.id, position).order == one.order
        if isinstance(one.shown.body, single_choice.Shown):
            assert sorted(one.order) == ["a", "b", "c", "d"]


def test_the_same_response_twice_is_taken_once_and_another_one_refused(call, step) -> None:
    first = call(attempts.submit_response, step.attempt.id, 1, right(step), 10)
    assert call(attempts.submit_response, step.attempt.id, 1, right(step), 10) == first
    with pytest.raises(NotAllowed, match="already_checked"):
        call(attempts.submit_response, step.attempt.id, 1, wrong(step), 10)
    assert call(attempts.open_step, step.attempt.id, 1) == first


def test_a_response_that_does_not_fit_is_refused_and_nothing_stays(call, step) -> None:
    position = _position_of(call, step, "single_choice")
    with pytest.raises(FootnoteError, match="response_does_not_fit"):
        call(attempts.submit_response, step.attempt.id, position, single_choice.Response(part("nowhere")), 0)
    assert call(attempts.open_step, step.attempt.id, position).response is None


def test_starting_twice_returns_the_attempt_that_nothing_was_answered_in(call, ada, step) -> None:
    assert call(attempts.start_attempt, ada.id, ALL).attempt.id == step.attempt.id
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    assert call(attempts.start_attempt, ada.id, ALL).attempt.id != step.attempt.id


def test_a_skipped_question_counts_nothing_and_can_be_answered_later(call, step) -> None:
    skipped = call(attempts.skip_question, step.attempt.id, 1)
    assert skipped.skipped
    assert skipped.panel[0].state == "skipped"
    assert call(attempts.skip_question, step.attempt.id, 1) == skipped
    answered = call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    assert not answered.skipped
    assert answered.panel[0].state == "correct"


def test_a_mark_is_set_and_taken_away(call, step) -> None:
    assert call(attempts.flag_question, step.attempt.id, 2, True).flags == 1
    assert call(attempts.flag_question, step.attempt.id, 2, True).panel[1].flagged
    taken = call(attempts.flag_question, step.attempt.id, 2, False)
    assert taken.flags == 0
    assert not taken.flagged


def test_a_shown_question_is_seen_and_returned_to(call, step, ada) -> None:
    call(attempts.show_question, step.attempt.id, 4)
    again = call(attempts.open_step, step.attempt.id, 0)
    assert again.position == 4
    assert again.panel[3].state == "seen"
    assert call(attempts.find_open_attempt, ada.id).position == 4


def test_finishing_counts_what_was_answered_and_closes(call, step) -> None:
    for position, answer in ((1, right), (2, wrong), (3, right)):
        one = call(attempts.open_step, step.attempt.id, position)
        call(attempts.submit_response, step.attempt.id, position, answer(one), 30_000)
    call(attempts.skip_question, step.attempt.id, 4)
    summary = call(attempts.finish_attempt, step.attempt.id)
    assert (summary.score, summary.max, summary.minutes) == (2.0, 3.0, 1.5)
    assert (summary.correct, summary.wrong, summary.skipped, summary.blank) == (2, 1, 5, 0)
    assert [row.position for row in summary.rows] == list(range(1, 9))
    assert sum(topic.max for topic in summary.topics) == 3.0
    assert summary.attempt.finished is not None
    assert call(attempts.finish_attempt, step.attempt.id) == summary
    assert call(attempts.read_summary, step.attempt.id) == summary
    for service, *rest in (
        (attempts.submit_response, 5, right(step), 0),
        (attempts.skip_question, 5),
        (attempts.flag_question, 5, True),
    ):
        with pytest.raises(AttemptClosed):
            call(service, step.attempt.id, *rest)


def test_a_finished_attempt_tells_the_answer_of_what_was_skipped(call, step) -> None:
    call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    assert call(attempts.open_step, step.attempt.id, 2).checked is None
    call(attempts.finish_attempt, step.attempt.id)
    skipped = call(attempts.open_step, step.attempt.id, 2)
    assert skipped.skipped
    assert skipped.checked.verdict == "blank"
    assert skipped.checked.explanation.value


def test_practice_saves_nothing_before_it_is_checked(call, step) -> None:
    with pytest.raises(NotAllowed, match="not_in_practice"):
        call(attempts.save_response, step.attempt.id, 1, right(step), 0)


def test_what_is_not_there_is_not_found(call, step, ada) -> None:
    with pytest.raises(NotFound, match="question_not_found"):
        call(attempts.open_step, step.attempt.id, 9)
    with pytest.raises(NotFound, match="attempt_not_found"):
        call(attempts.open_step, ada.id, 1)
    with pytest.raises(NotFound, match="set_not_found"):
        call(attempts.start_attempt, ada.id, QuizPlan(SetId("nowhere")))
    with pytest.raises(FootnoteError, match="no_questions"):
        call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), topic="nothing"))
    with pytest.raises(FootnoteError, match="attempt_open"):
        call(attempts.read_summary, step.attempt.id)


def test_another_students_attempt_is_not_theirs(library, call, step) -> None:
    bert = perform(library, None, add_learner, "Bert")
    other = Actor(name=bert.name, person=bert.id)
    for service, *rest in ((attempts.open_step, 1), (attempts.submit_response, 1, right(step), 0)):
        with pytest.raises(NotAllowed, match="not_yours"):
            perform(library, other, service, step.attempt.id, *rest)


def test_a_topic_or_all_sets_can_be_asked_for(call, ada) -> None:
    town = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), topic="town", size=0))
    assert town.attempt.total == 4
    everything = call(attempts.start_attempt, ada.id, QuizPlan(None, size=3))
    assert (everything.attempt.total, everything.attempt.set, everything.attempt.title) == (3, "", "")
    gathered = call(attempts.start_attempt, ada.id, QuizPlan(SetId("taster"), size=10))
    assert gathered.attempt.total == 2


def test_unseen_questions_come_first(call, ada) -> None:
    seen = set()
    for _ in range(2):
        step = call(attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=4))
        for position in range(1, 5):
            one = call(attempts.open_step, step.attempt.id, position)
            seen.add(one.question_id)
            call(attempts.submit_response, step.attempt.id, position, right(one), 0)
    assert len(seen) == 8


def _position_of(call, step, kind: str) -> int:
    return next(
        position
        for position in range(1, step.attempt.total + 1)
        if call(attempts.open_step, step.attempt.id, position).shown.kind == kind
    )


def test_what_an_answer_brings_back_is_what_is_stored_with_its_mark_and_skip(call, step) -> None:
    call(attempts.show_question, step.attempt.id, 2)
    call(attempts.flag_question, step.attempt.id, 2, True)
    skipped = call(attempts.skip_question, step.attempt.id, 2)
    checked = call(attempts.submit_response, step.attempt.id, 2, right(skipped), 5)
    assert (checked.flagged, checked.skipped, checked.panel[1].state) == (True, False, "correct")
    assert checked == call(attempts.open_step, step.attempt.id, 2)
    assert call(attempts.open_step, step.attempt.id).position == 2

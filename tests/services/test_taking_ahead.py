"""What is read ahead of an answer: the cards and words that it will bring, in a running practice alone."""

import pytest

from app.domain.errors import NotFound
from app.domain.ids import SetId
from app.services import attempts
from app.services.views import QuizPlan, Told
from tests.services.builders import right, wrong

PRACTICE = QuizPlan(SetId("river"), size=0)
EXAM = QuizPlan(SetId("river"), "exam", size=0)


@pytest.mark.parametrize("answer", [right, wrong])
def test_what_is_read_ahead_is_what_the_answer_brings_whatever_it_is(call, ada, answer) -> None:
    step = call(attempts.start_attempt, ada.id, PRACTICE)
    for position in range(1, step.attempt.total + 1):
        here = call(attempts.open_step, step.attempt.id, position)
        told = call(attempts.read_ahead, step.attempt.id, position)
        checked = call(attempts.submit_response, step.attempt.id, position, answer(here), 10).checked
        assert told == Told(checked.explanation, checked.note, checked.status, checked.cards)
        assert told.cards or not here.sources


def test_an_exam_tells_nothing_ahead_even_of_what_was_answered(call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, EXAM)
    assert call(attempts.read_ahead, step.attempt.id, 1) is None
    call(attempts.save_response, step.attempt.id, 1, right(step), 10)
    assert call(attempts.read_ahead, step.attempt.id, 1) is None


def test_a_question_that_is_not_there_cannot_be_read_ahead(call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, PRACTICE)
    with pytest.raises(NotFound):
        call(attempts.read_ahead, step.attempt.id, step.attempt.total + 1)


def test_cards_of_one_question_are_not_shown_at_another(call, ada) -> None:
    step = call(attempts.start_attempt, ada.id, PRACTICE)
    ahead = [call(attempts.read_ahead, step.attempt.id, position) for position in (1, 2, 1, 2)]
    assert ahead[0] == ahead[2] != ahead[1] == ahead[3]

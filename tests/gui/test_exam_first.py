"""While an exam runs, what was answered before it stays closed on every page, and the page says so."""

import pytest
from PySide6.QtCore import Qt

from app.domain.ids import SetId
from app.gui.shared.places import ResultPlace, TodayPlace
from app.gui.shared.result_page import ResultPage
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import ErrorState
from app.services import attempts
from app.services.views import QuizPlan
from tests.gui.desk_tools import open_house, take
from tests.gui.quiz_tools import quiz

CLOSED = "While an exam of yours runs, your other quizzes are closed."


def _begin_exam(house):
    plan = QuizPlan(SetId("river"), "exam", size=2)
    return house.call(attempts.start_attempt, house.learner.id, plan).attempt.id


@pytest.mark.parametrize("position", [1, 2])
def test_a_practice_begun_before_shows_no_explanation(qtbot, tmp_path, position) -> None:
    with quiz(qtbot, tmp_path) as stage:
        stage.answer()
        assert stage.page.explanation.isVisible()
        stage.page.leave()
        exam = _begin_exam(stage.house)
        stage.open(position)
        trouble = stage.page.trouble
        assert trouble.isVisible()
        assert trouble.sentence.text().startswith(CLOSED)
        assert not stage.page.explanation.isVisible()
        (way,) = trouble.findChildren(Button)
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
        assert stage.asked == [TodayPlace()]
        stage.house.call(attempts.finish_attempt, exam)
        stage.open(1)
        assert stage.page.explanation.isVisible()


def test_a_result_from_before_opens_when_the_exam_is_handed_in(qtbot, tmp_path) -> None:
    with open_house(tmp_path) as house:
        done = take(house, "rw").attempt.id
        exam = _begin_exam(house)
        page = ResultPage(house.desk)
        qtbot.addWidget(page)
        page.show()
        page.show_place(ResultPlace(done))
        state = page.findChild(ErrorState)
        assert state is not None
        assert state.sentence.text().startswith(CLOSED)
        house.call(attempts.finish_attempt, exam)
        (again,) = state.findChildren(Button)
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
        assert page.questions.isVisible()

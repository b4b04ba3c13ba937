import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.errors import FootnoteError
from app.domain.ids import SetId
from app.gui.main_window import MainWindow
from app.gui.shared.places import BeginPlace, QuizPlace, ResultPlace, TodayPlace
from app.gui.shared.result_page import ResultPage
from app.gui.shared.result_words import counts_of
from app.gui.widgets.bars import Meter
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import ErrorState
from app.gui.widgets.text import TextBlock
from app.services import attempts
from app.services.learners import add_learner, list_learners
from app.services.marks import reads
from app.services.views import QuizPlan
from tests.gui.desk_tools import dress, open_house, take
from tests.gui.layout_checks import look_at


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield dress
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path) as opened:
        yield opened


@pytest.fixture
def nameless(qtbot, tmp_path):
    (tmp_path / "nameless").mkdir()
    with open_house(tmp_path / "nameless", name="") as opened:
        yield opened


def _open(house, qtbot, summary, size=(1280, 744)):
    page = ResultPage(house.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_place(ResultPlace(summary.attempt.id))
    page.give_focus()
    qtbot.wait(1)
    return page


# --- What is shown ---


def test_the_score_stands_in_words_first_and_the_counts_add_up(house, qtbot):
    summary = take(house, "rrrrww--")
    page = _open(house, qtbot, summary)
    assert page.heading.title.text() == "The river"
    assert page.heading.sentence.text().startswith("Practice")
    assert page.score.score.text() == "4 of 6"
    words = [label.text().replace("\u00a0", " ") for label in page.score.labels]
    assert words == ["4 correct", "0 partly correct", "2 not quite", "2 skipped"]
    assert sum(count.number for count in counts_of(summary)) == 8 == len(page.questions.rows())
    assert page.score.sentence.text().replace("\u00a0", " ") == (
        "67 % of the points. 6 of 8 questions answered. In practice skipped questions count nothing."
    )


def test_an_exam_counts_an_empty_answer_and_says_so(house, qtbot):
    page = _open(house, qtbot, take(house, "rrrr----", mode="exam"))
    assert page.score.score.text() == "4 of 8"
    assert page.score.labels[-1].text() == "4\u00a0without an answer"
    assert page.score.sentence.text().endswith("In an exam an empty answer scores 0.")
    assert {row.word for row in page.questions.rows()} == {"Correct", "No answer"}
    assert page.questions.rows()[7].score == "0 of 1"


def test_where_all_was_skipped_nothing_is_counted(house, qtbot):
    page = _open(house, qtbot, take(house, "--------"))
    assert page.score.score.text() == "Nothing was counted"
    assert page.score.sentence.text().startswith("All 8\u00a0questions were skipped.")
    assert page.look.isHidden()


def test_partial_points_are_shown_to_one_place(house, qtbot, monkeypatch):
    summary = take(house, "rr------")
    import msgspec

    part = msgspec.structs.replace(
        summary,
        score=1.5,
        partly=1,
        correct=1,
        rows=(msgspec.structs.replace(summary.rows[0], score=0.5, state="partly"), *summary.rows[1:]),
    )
    monkeypatch.setattr(attempts, "read_summary", reads(lambda _ctx, _attempt: part))
    page = _open(house, qtbot, summary)
    assert page.score.score.text() == "1.5 of 2"
    assert page.score.sentence.text().startswith("75\u00a0% of the points. ")
    assert page.questions.rows()[0].score == "0.5 of 1"
    assert page.look.label == "Look at the first partly correct one"


def test_the_time_is_said_to_be_that_at_the_questions(house, qtbot, monkeypatch):
    import msgspec

    summary = msgspec.structs.replace(take(house, "rr------"), minutes=4.2, score=2.25, max=3.0)
    monkeypatch.setattr(attempts, "read_summary", reads(lambda _ctx, _attempt: summary))
    page = _open(house, qtbot, summary)
    texts = [block.text() for block in page.findChildren(TextBlock)]
    assert any(text.endswith("4\u00a0minutes at the questions") for text in texts)
    assert page.score.score.text() == "2.25 of 3"


def test_each_topic_has_its_number_before_its_bar(house, qtbot):
    summary = take(house, "rrrrrrrw")
    page = _open(house, qtbot, summary)
    meters = page.topics.findChildren(Meter)
    assert [meter.accessibleName() for meter in meters] == [
        f"{topic.title}: {topic.score:.0f} of {topic.max:.0f}" for topic in summary.topics
    ]
    assert len(meters) == 2
    assert sum(topic.max for topic in summary.topics) == 8


def test_one_topic_alone_is_not_said_twice(house, qtbot):
    page = _open(house, qtbot, take(house, "r", set="taster", size=1))
    assert page.topics.isHidden()


def test_every_question_is_spoken_whole(house, qtbot):
    page = _open(house, qtbot, take(house, "rw------"))
    first, second = page.questions.rows()[:2]
    assert first.spoken.startswith("Question 1. Correct. ")
    assert first.spoken.endswith("1 of 1 points")
    assert second.spoken.startswith("Question 2. Not quite. ")
    assert page.score.score.accessibleName().startswith("The river. Score: 1 of 2. 1")


# --- Opening ---


def test_a_row_opens_its_question_as_it_was_and_the_keyboard_comes_back_to_it(house, qtbot):
    summary = take(house, "rw------")
    page = _open(house, qtbot, summary)
    page.questions.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.questions, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        qtbot.keyClick(page.questions, Qt.Key.Key_Return)
    assert asked.args == [QuizPlace(summary.attempt.id, 2)]
    page.show_place(ResultPlace(summary.attempt.id))
    page.give_focus()
    assert page.questions.hasFocus()
    assert page.questions.current_row().position == 2


def test_another_attempt_begins_at_its_score(house, qtbot):
    one, other = take(house, "rw------"), take(house, "rr------", mode="exam")
    page = _open(house, qtbot, one)
    page.questions.go_to(5)
    page.show_place(ResultPlace(other.attempt.id))
    page.give_focus()
    assert page.score.score.hasFocus()
    assert page.score.score.text() == "2 of 8"


def test_the_first_not_quite_one_is_one_press_away(house, qtbot):
    summary = take(house, "rrw-w---")
    page = _open(house, qtbot, summary)
    assert page.look.label == "Look at the first not-quite one"
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        page.look.click()
    assert asked.args == [QuizPlace(summary.attempt.id, 3)]


@pytest.mark.parametrize(("mode", "set_id"), [("practice", "river"), ("exam", None)])
def test_another_ten_questions_come_from_the_same_set_in_the_same_mode(house, qtbot, mode, set_id):
    page = _open(house, qtbot, take(house, "r", mode=mode, set=set_id))
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        page.again.click()
    assert asked.args == [BeginPlace(QuizPlan(set_id, mode, None, 10))]


def test_back_to_today_is_the_one_primary_button(house, qtbot):
    page = _open(house, qtbot, take(house, "r-------"))
    assert [b.label for b in page.findChildren(Button) if b.kind == "primary" and b.isVisible()] == [
        "Back to Today"
    ]
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        page.today.click()
    assert asked.args == [TodayPlace()]


def test_a_teacher_goes_back_to_the_scores_and_sees_whose_result_it_is(house, qtbot):
    summary = take(house, "r-------")
    house.desk.sit_down(None, teacher=True)
    page = _open(house, qtbot, summary)
    assert page.today.label == "Back to the scores"
    assert page.again.isHidden()
    assert page.heading.sentence.text().startswith("Sample Student")
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        page.today.click()


def test_an_attempt_that_is_not_finished_goes_on_instead(house, qtbot):
    step = house.call(attempts.start_attempt, house.learner.id, QuizPlan(SetId("river"), "practice", None, 0))
    page = ResultPage(house.desk)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        page.show_place(ResultPlace(step.attempt.id))
    assert asked.args == [QuizPlace(step.attempt.id)]


def test_an_error_says_what_to_do_next(house, qtbot, monkeypatch):
    summary = take(house, "r-------")

    @reads
    def refuse(_ctx, _attempt):
        raise FootnoteError("locked")

    with monkeypatch.context() as broken:
        broken.setattr(attempts, "read_summary", refuse)
        page = _open(house, qtbot, summary)
        assert isinstance(page.state, ErrorState)
        assert page.both.isHidden()
        assert page.today.isVisible()
    page.state.findChildren(Button)[0].click()
    assert page.score.score.text() == "1 of 1"
    assert page.state.isHidden()


# --- The name ---


def test_a_student_without_a_name_is_asked_once_and_quietly(nameless, qtbot):
    page = _open(nameless, qtbot, take(nameless, "r-------"))
    assert page.name.isVisible()
    page.name.field.setFocus()
    qtbot.keyClicks(page.name.field, "Sample Student")
    with qtbot.waitSignal(page.message_posted, timeout=1000) as said:
        qtbot.keyClick(page.name.field, Qt.Key.Key_Return)
    assert said.args[0] == "Your history is kept under the name Sample Student."
    assert [one.name for one in nameless.call(list_learners)] == ["Sample Student"]
    assert nameless.desk.learner.name == "Sample Student"
    assert page.name.isHidden()
    assert page.today.hasFocus()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Please type a name."),
        ("   ", "Please type a name."),
        ("taken name", "There is already a student called Taken Name."),
        ("x" * 61, "This name is too long."),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_words(nameless, qtbot, typed, words):
    nameless.call(add_learner, "Taken Name")
    page = _open(nameless, qtbot, take(nameless, "r-------"))
    page.name.field.setText(typed)
    page.name.save.click()
    assert page.name.problem.text().startswith(words)
    assert page.name.problem.isVisible()
    assert page.name.field.hasFocus()
    qtbot.keyClicks(page.name.field, "Z")
    assert page.name.problem.isHidden()
    assert nameless.desk.learner.name == ""


def test_not_now_keeps_going_and_is_not_asked_again_here(nameless, qtbot):
    one, other = take(nameless, "r-------"), take(nameless, "w-------")
    page = _open(nameless, qtbot, one)
    page.name.not_now.click()
    assert page.name.isHidden()
    assert page.today.hasFocus()
    page.show_place(ResultPlace(other.attempt.id))
    assert page.name.isHidden()


def test_a_student_with_a_name_is_not_asked(house, qtbot):
    assert _open(house, qtbot, take(house, "r-------")).name.isHidden()


# --- Keyboard and look ---


def test_tab_goes_from_the_score_through_the_page_to_its_buttons(nameless, qtbot):
    page = _open(nameless, qtbot, take(nameless, "rw------"))
    reached = []
    for _ in range(7):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    wanted = [page.name.field, page.name.save, page.name.not_now, page.questions, page.today, page.again]
    assert reached == [*wanted, page.look]


def test_where_the_bar_is_narrow_only_its_first_button_stays_in_it(house, qtbot, look):
    look("light", 2.0)
    page = _open(house, qtbot, take(house, "rw------"), (820, 400))
    assert page.bar.isAncestorOf(page.today)
    assert not page.bar.isAncestorOf(page.again)
    assert page.column.isAncestorOf(page.look)
    page.resize(1600, 400)
    qtbot.wait(1)
    assert page.bar.isAncestorOf(page.look)
    assert page.bar.isAncestorOf(page.again)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (900, 440)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_every_text_has_its_room_and_contrast(qtbot, nameless, look, scheme, scale, width, height):
    look(scheme, scale)
    summary = take(nameless, "rrww----", mode="exam")
    window = MainWindow(nameless.desk)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.open(ResultPlace(summary.attempt.id))
    qtbot.wait(1)
    page = window.page
    assert isinstance(page, ResultPage)
    page.name.show_problem("Please type a name.")
    qtbot.wait(1)
    assert look_at(page) == []
    assert page.today.isVisible()

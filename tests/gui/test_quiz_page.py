from uuid import UUID

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.config import Settings
from app.domain import codec
from app.domain.ids import AttemptId, SourceId
from app.domain.kinds import single_choice
from app.domain.source import Locator
from app.gui.shared import keys_list, quiz_keys, quiz_page
from app.gui.shared.places import QuizPlace, ReaderPlace, ResultPlace, TodayPlace
from app.gui.widgets.kinds.choice_input import ChoiceInput
from app.services import attempts
from tests.gui.desk_tools import dress
from tests.gui.quiz_tools import FailingDisk, faults, quiz, right, settle, with_workers, wrong

ENTER = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def focused():
    return QApplication.focusWidget()


# --- Practice ---


def test_a_choice_by_its_letter_is_checked_by_enter_and_explained(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        assert not stage.page.explanation.isVisible()
        stage.choose(wrong)
        assert stage.on_disk(1) == []
        stage.key(ENTER)
        assert stage.step.checked.verdict == "wrong"
        assert stage.page.explanation.isVisible()
        assert len(stage.on_disk(1)) == 1
        assert focused() is stage.page.explanation.verdict
        assert focused().accessibleName() == "Not quite. The right answer: Choice b. Because of q0."


def test_a_second_enter_within_400_ms_does_nothing(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.answer()
        stage.key(ENTER, later=False)
        assert stage.step.position == 1
        stage.key(ENTER)
        assert stage.step.position == 2


def test_choosing_is_not_answering(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        rows = list(stage.page.response_input.rows().values())
        stage.key(Qt.Key.Key_Down)
        assert rows[0].hasFocus()
        stage.key(Qt.Key.Key_Down)
        assert rows[1].hasFocus()
        assert not any(row.isChecked() for row in rows)
        stage.key(Qt.Key.Key_Space)
        assert rows[1].isChecked()
        assert stage.on_disk(1) == []


def test_enter_without_an_answer_says_so_in_a_sentence(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.key(ENTER)
        assert stage.page.view.foot.notice.text() == "Choose an answer first, or skip this question."
        assert stage.step.checked is None
        stage.choose()
        assert stage.page.view.foot.notice.text() == ""


def test_a_skipped_question_counts_nothing_and_the_next_one_opens(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.page.view.foot.skip.click()
        settle()
        assert stage.step.position == 2
        assert stage.on_disk(1) == []
        assert stage.page.top.counts.text() == "0 of 3 answered, 1 skipped"
        stage.open(1)
        stage.answer()
        assert stage.step.checked.verdict == "correct"


def test_saved_is_said_only_of_what_is_on_disk(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        saved = stage.page.top.saved
        assert saved.text() == ""
        stage.choose()
        assert saved.text() == ""
        stage.key(ENTER)
        assert saved.text() == "Saved"
        assert saved.accessibleName() == "Saved. You can close now, all is saved."
        stage.key(ENTER)
        assert saved.text() == "Saved"
        stage.choose()
        assert saved.text() == ""


def test_what_cannot_be_saved_stays_on_the_screen_and_can_be_tried_again(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        disk = FailingDisk(stage)
        disk.broken = True
        stage.answer()
        notice = stage.page.view.foot.notice
        assert notice.text().startswith("There is no room left on the disk")
        assert stage.page.response_input.response() == right(stage.step)
        assert stage.page.top.saved.text() == ""
        assert not stage.page.explanation.isVisible()
        disk.broken = False
        stage.page.view.foot.retry_asked.emit()
        assert stage.step.checked.verdict == "correct"
        assert notice.text() == ""
        assert len(stage.on_disk(1)) == 1


def test_after_the_last_question_comes_the_result(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, kinds=("single_choice",) * 2) as stage:
        stage.answer()
        stage.key(ENTER)
        stage.answer(wrong)
        assert stage.page.view.foot.primary.label == "See the result"
        stage.key(ENTER)
        assert stage.asked == [ResultPlace(stage.attempt)]
        assert stage.house.call(attempts.read_summary, stage.attempt).correct == 1


def test_from_the_last_question_next_leads_to_one_that_was_passed_over(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.open(3)
        stage.answer()
        assert stage.page.view.foot.primary.label == "Next question"
        stage.key(ENTER)
        assert stage.step.position == 1


def test_coming_back_to_a_question_keeps_what_was_chosen(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.choose()
        stage.page.leave()
        stage.open(0)
        assert stage.page.response_input.response() == right(stage.step)
        assert stage.on_disk(1) == []
        stage.key(ENTER)
        assert stage.step.checked.verdict == "correct"


def test_the_next_question_is_read_while_the_explanation_is_read(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        disk = FailingDisk(stage)
        stage.answer()
        qtbot.waitUntil(lambda: disk.called.count("open_step") == 1)
        stage.key(ENTER)
        assert stage.step.position == 2
        qtbot.waitUntil(lambda: disk.called.count("open_step") == 1)


def test_a_mark_after_reading_ahead_is_not_lost(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.answer()
        stage.key(Qt.Key.Key_M)
        stage.key(ENTER)
        assert [cell.flagged for cell in stage.step.panel] == [True, False, False]


def test_the_answer_that_was_given_is_seen_again_in_its_order(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        order = list(stage.page.response_input.rows())
        stage.answer(wrong)
        stage.key(ENTER)
        stage.key(Qt.Key.Key_PageUp)
        assert stage.step.position == 1
        assert list(stage.page.response_input.rows()) == order
        assert stage.page.response_input.response() == wrong(stage.step)
        assert stage.page.explanation.isVisible()


def test_time_counts_only_while_the_window_has_the_focus(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        timer = stage.page.flow.saving.time
        timer._now = lambda: stage.clock
        timer.restart(running=True)
        stage.clock += 4
        timer.pause()
        stage.clock += 60
        assert timer.milliseconds() == 4000
        timer.go_on()
        stage.clock += 1
        assert timer.milliseconds() == 5000


# --- Keys ---


def test_m_marks_and_takes_the_mark_away(qtbot, tmp_path, monkeypatch):
    heard = []
    monkeypatch.setattr(quiz_page, "announce", lambda _widget, sentence: heard.append(sentence))
    with quiz(qtbot, tmp_path) as stage:
        stage.key(Qt.Key.Key_M)
        assert stage.step.flagged
        assert stage.page.view.panel.cells()[0].accessibleName().endswith("marked for later, you are here")
        assert stage.page.view.foot.mark.label == "Marked for later"
        stage.key(Qt.Key.Key_M)
        assert not stage.step.flagged
        stage.answer()
        assert heard == ["Marked for later", "No longer marked for later"]


def test_page_keys_move_and_say_where(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.key(Qt.Key.Key_PageDown)
        assert stage.step.position == 2
        assert focused().accessibleName().startswith("Question 2 of 3. Single choice")
        stage.key(Qt.Key.Key_PageUp)
        assert stage.step.position == 1
        stage.key(Qt.Key.Key_PageUp)
        assert stage.step.position == 1


def test_letters_go_into_a_text_field_and_do_nothing_else(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, kinds=("short_answer", "single_choice")) as stage:
        field = stage.page.response_input.field()
        assert field.hasFocus()
        QTest.keyClicks(field, "msr?abc")
        assert field.text() == "msr?abc"
        assert not stage.step.flagged
        assert stage.asked == []
        assert stage.page.keys.isHidden()
        field.clear()
        QTest.keyClicks(field, "karachays")
        stage.key(ENTER)
        assert stage.step.checked.verdict == "correct"


def test_single_keys_can_be_switched_off_and_enter_stays(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, settings=Settings(single_keys=False)) as stage:
        rows = list(stage.page.response_input.rows().values())
        for key in (Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_M, Qt.Key.Key_S, Qt.Key.Key_Question):
            stage.key(key)
        assert not any(row.isChecked() for row in rows)
        assert not stage.step.flagged
        assert stage.asked == []
        assert stage.page.keys.isHidden()
        stage.key(Qt.Key.Key_Down)
        stage.key(Qt.Key.Key_Space)
        stage.key(ENTER)
        assert stage.step.checked is not None


def test_the_list_of_keys_lies_over_the_page_until_it_is_closed(qtbot, tmp_path, monkeypatch):
    heard = []
    monkeypatch.setattr(keys_list, "announce", lambda _widget, sentence: heard.append(sentence))
    with quiz(qtbot, tmp_path) as stage:
        QTest.keyClicks(stage.page, "?")
        assert stage.page.keys.isVisible()
        assert len(heard) == 1
        assert all(f" {key}: {does}. " in heard[0] for key, does in quiz_keys.KEYS)
        stage.key(Qt.Key.Key_M)
        stage.key(Qt.Key.Key_PageDown)
        assert not stage.step.flagged
        assert stage.step.position == 1
        stage.key(Qt.Key.Key_Escape)
        assert stage.page.keys.isHidden()
        assert stage.page.isAncestorOf(focused())


def test_escape_leaves_the_page_alone_where_nothing_lies_on_top(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.choose()
        stage.key(Qt.Key.Key_Escape)
        assert stage.asked == []
        assert stage.page.response_input.response() == right(stage.step)


def test_r_returns_to_the_explanation(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.answer()
        stage.page.view.foot.mark.setFocus()
        stage.key(Qt.Key.Key_R)
        assert focused() is stage.page.explanation.verdict


def test_s_opens_the_source_without_evidence_before_checking_and_at_it_after(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.key(Qt.Key.Key_S)
        assert stage.asked == [ReaderPlace(SourceId("river"), stage.attempt, 1)]
        stage.answer()
        stage.key(Qt.Key.Key_S)
        assert stage.asked[1:] == [ReaderPlace(SourceId("river"), stage.attempt, 1, Locator(1, 1))]


@pytest.mark.parametrize("position", [1, 2])
def test_tab_leads_from_the_question_to_its_answers(qtbot, tmp_path, position):
    with quiz(qtbot, tmp_path) as stage:
        stage.open(position)
        assert focused() is stage.page.view.stem
        stage.key(Qt.Key.Key_Tab)
        assert focused() is next(iter(stage.page.response_input.rows().values()))


def test_an_arrow_leads_from_a_button_to_the_answers_and_never_to_another_button(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        rows = list(stage.page.response_input.rows().values())
        for button in (stage.page.view.foot.skip, stage.page.view.sources.closed.open):
            button.setFocus()
            stage.key(Qt.Key.Key_Down)
            assert focused() is rows[0]
            button.setFocus()
            stage.key(Qt.Key.Key_Right)
            assert focused() not in (stage.page.view.foot.mark, stage.page.view.foot.primary)


@pytest.mark.parametrize("row", range(4))
def test_tab_walks_from_the_answers_to_the_buttons_to_the_sources(qtbot, tmp_path, row):
    with quiz(qtbot, tmp_path) as stage:
        stage.key(Qt.Key(Qt.Key.Key_A + row))
        stops = [focused()]
        for _ in range(4):
            stage.key(Qt.Key.Key_Tab)
            stops.append(focused())
        foot, view = stage.page.view.foot, stage.page.view
        assert stops[1:] == [foot.primary, foot.mark, foot.skip, view.sources.closed.open]


def test_a_cell_of_the_panel_opens_its_question(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.page.view.panel.cells()[2].click()
        assert stage.step.position == 3
        assert [cell.state for cell in stage.step.panel] == ["seen", "unreached", "seen"]


# --- Exam ---


def test_in_an_exam_each_choice_is_saved_at_once_and_nothing_is_told(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam") as stage:
        stage.choose(wrong)
        stage.choose(right)
        assert len(stage.on_disk(1)) == 2
        assert stage.page.top.saved.text() == "Saved"
        stage.key(ENTER)
        assert stage.step.position == 2
        stage.key(Qt.Key.Key_PageUp)
        assert stage.page.response_input.response() == right(stage.step)
        assert stage.step.checked is None
        assert not stage.page.explanation.isVisible()
        assert stage.step.panel[0].state == "answered"


def test_typed_text_of_an_exam_is_saved_when_its_field_is_left(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam", kinds=("short_answer", "single_choice")) as stage:
        field = stage.page.response_input.field()
        QTest.keyClicks(field, "karach")
        assert stage.on_disk(1) == []
        assert stage.page.top.saved.text() == ""
        stage.page.view.foot.mark.setFocus()
        settle()
        assert len(stage.on_disk(1)) == 1
        assert stage.page.response_input.field().text() == "karach"


def test_typed_text_of_an_exam_is_saved_after_a_pause_as_a_new_revision(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam", kinds=("short_answer",)) as stage:
        assert stage.page.flow.saving._pause.interval() == 2000
        field = stage.page.response_input.field()
        for words in ("kara", "chays"):
            QTest.keyClicks(field, words)
            assert stage.page.flow.saving._pause.isActive()
            stage.page.flow.saving._pause.timeout.emit()
        assert ["kara" in text and "karachays" not in text for text in stage.on_disk(1)] == [True, False]
        assert field.hasFocus()
        assert stage.page.response_input.response().text == "karachays"


@pytest.mark.parametrize("how", ["leave", "next", "panel"])
def test_leaving_a_question_of_an_exam_saves_what_is_typed(qtbot, tmp_path, how):
    with quiz(qtbot, tmp_path, mode="exam", kinds=("short_answer", "single_choice")) as stage:
        QTest.keyClicks(stage.page.response_input.field(), "balkars")
        leave = {
            "leave": stage.page.leave,
            "next": lambda: stage.key(ENTER),
            "panel": lambda: stage.page.view.panel.cells()[1].click(),
        }
        leave[how]()
        assert len(stage.on_disk(1)) == 1


def test_a_choice_of_an_exam_that_cannot_be_saved_keeps_the_person_at_the_question(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam") as stage:
        disk = FailingDisk(stage)
        disk.broken = True
        stage.choose()
        assert stage.page.view.foot.notice.text().startswith("There is no room")
        stage.key(ENTER)
        assert stage.step.position == 1
        disk.broken = False
        stage.key(ENTER)
        assert stage.step.position == 2
        assert len(stage.on_disk(1)) == 1


def test_a_failure_after_leaving_is_told_where_the_person_is(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam", kinds=("short_answer",)) as stage:
        QTest.keyClicks(stage.page.response_input.field(), "balkars")
        disk = FailingDisk(stage)
        disk.broken = True
        stage.page.hide()
        stage.page.leave()
        assert stage.messages[-1].startswith("There is no room")
        disk.broken = False
        stage.page.show()
        stage.open(0)
        assert stage.page.response_input.response().text == "balkars"


def test_the_source_of_an_exam_stays_closed_and_says_why(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam") as stage:
        stage.key(Qt.Key.Key_S)
        assert stage.asked == []
        assert "stays closed" in stage.page.view.foot.notice.text()
        assert stage.page.view.sources.closed.open.isHidden()


def test_handing_in_is_asked_in_the_page_and_says_what_is_open(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam") as stage:
        stage.key(Qt.Key.Key_M)
        stage.open(3)
        stage.choose()
        stage.key(ENTER)
        foot = stage.page.view.foot
        assert foot.is_asking
        assert foot.question.sentence.text() == "Hand in? 2 unanswered, 1 marked. An empty answer scores 0."
        stage.key(Qt.Key.Key_Escape)
        assert not foot.is_asking
        stage.key(ENTER)
        foot.question.unanswered.click()
        assert stage.step.position == 1
        assert not foot.is_asking
        stage.page.hands.ask_hand_in()
        stage.key(ENTER)
        assert stage.asked == [ResultPlace(stage.attempt)]
        assert stage.house.call(attempts.read_summary, stage.attempt).blank == 2


def test_another_question_puts_the_hand_in_away_and_has_the_focus_at_once(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam") as stage:
        stage.page.view.foot.hand_in.click()
        settle()
        assert stage.page.view.foot.is_asking
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        passed = []
        noting = app.focusChanged.connect(lambda _old, new: passed.append(new))
        stage.open(2)
        QObject.disconnect(noting)
        assert not stage.page.view.foot.is_asking
        assert [one for one in passed if one is not None] == [stage.page.view.stem]


def test_a_finished_attempt_is_shown_as_it_was_and_takes_no_answer(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam", kinds=("single_choice",) * 2) as stage:
        stage.choose(wrong)
        stage.page.flow.finish()
        stage.open(1)
        assert stage.step.checked.verdict == "wrong"
        assert stage.page.explanation.isVisible()
        assert stage.page.top.saved.text() == ""
        before = stage.on_disk(1)
        stage.choose(right)
        assert stage.page.response_input.response() == wrong(stage.step)
        assert stage.page.view.foot.skip.isHidden()
        assert stage.page.view.foot.mark.isHidden()
        stage.key(Qt.Key.Key_M)
        assert not stage.step.flagged
        stage.key(ENTER)
        assert stage.step.position == 2
        assert stage.page.explanation.verdict.text() == "No answer"
        stage.key(ENTER)
        assert stage.asked[-1] == ResultPlace(stage.attempt)
        assert stage.on_disk(1) == before


# --- With real workers: results come later ---


def test_while_an_answer_is_on_its_way_a_second_enter_sends_nothing(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage, with_workers(stage) as workers:
        stage.choose(wrong)
        workers.hold()
        stage.key(ENTER)
        stage.key(ENTER)
        assert stage.page.top.saved.text() == ""
        assert not stage.page.explanation.isVisible()
        workers.go_on()
        qtbot.waitUntil(stage.page.explanation.isVisible)
        assert stage.step.position == 1
        assert len(stage.on_disk(1)) == 1


def test_quick_choices_of_an_exam_are_all_saved_in_order_before_saved_is_said(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, mode="exam") as stage, with_workers(stage) as workers:
        workers.hold()
        for choose in (wrong, right, wrong):
            stage.choose(choose)
        assert stage.page.top.saved.text() == ""
        stage.page.flow.go_to(2)
        assert stage.step.position == 1
        workers.go_on()
        qtbot.waitUntil(lambda: stage.step.position == 2)
        assert [codec.decode_response(text) for text in stage.on_disk(1)] == [
            wrong(stage.step),
            right(stage.step),
            wrong(stage.step),
        ]
        qtbot.waitUntil(lambda: stage.page.top.saved.text() == "Saved")


def test_a_question_that_was_passed_by_meanwhile_is_not_shown_late(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage, with_workers(stage) as workers:
        workers.hold()
        stage.page.flow.go_to(2)
        stage.page.flow.go_to(3)
        workers.go_on()
        qtbot.waitUntil(lambda: stage.step.position == 3)
        settle()
        assert stage.step.position == 3


# --- What is not there ---


def test_an_attempt_that_is_not_there_gets_a_sentence_and_a_way_on(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.page.show_place(QuizPlace(AttemptId(UUID(int=9)), 1))
        assert stage.page.trouble.isVisible()
        assert stage.page.trouble.sentence.text() == "This attempt is not in your Footnote data."
        stage.page.trouble.chosen.emit("today")
        assert stage.asked == [TodayPlace()]


def test_leaving_keeps_the_place(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.answer()
        stage.key(ENTER)
        stage.page.top.leave.click()
        assert stage.asked == [TodayPlace()]
        stage.page.leave()
        assert stage.house.call(attempts.find_open_attempt, stage.house.learner.id).position == 2


# --- Room ---


def test_a_question_with_four_choices_and_its_explanation_fits_without_scrolling(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.answer(wrong)
        columns = stage.page.view.columns
        assert columns.is_wide
        assert not columns.is_docked
        assert columns.middle.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("size", "scale"),
    [((900, 384), 1.0), ((900, 384), 2.0), ((1280, 744), 0.75), ((1280, 744), 3.0), ((640, 344), 1.0)],
)
def test_the_first_button_is_always_in_sight(qtbot, tmp_path, size, scale):
    with quiz(qtbot, tmp_path) as stage:
        dress(scale=scale)
        stage.resize(*size)
        stage.open(1)
        stage.answer(wrong)
        primary = stage.page.view.foot.primary
        corner = primary.mapTo(stage, primary.rect().bottomRight())
        assert stage.rect().contains(corner)
        assert primary.isVisible()
        column = stage.page.view.columns.middle.viewport()
        verdict = stage.page.explanation.verdict
        assert column.rect().contains(verdict.mapTo(column, verdict.rect().topLeft()))


@pytest.mark.parametrize(
    ("kind", "keys"),
    [("single_choice", "A"), ("matching", "BBBB"), ("short_answer", "WORD"), ("ordering", "")],
)
def test_in_a_low_window_what_was_checked_is_read_from_the_verdict_on(qtbot, tmp_path, kind, keys):
    with quiz(qtbot, tmp_path, kinds=(kind,)) as stage:
        stage.resize(900, 344)
        stage.open(1)
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or stage.page, key.lower())
        if kind == "ordering":
            stage.page.response_input.rows()[0].down.click()
        stage.page.check_answer()
        settle()
        assert stage.step.checked is not None
        view, told = stage.page.view.columns.middle.viewport(), stage.page.explanation
        top, end = (
            told.verdict.mapTo(view, QPoint(0, 0)).y(),
            told.mapTo(view, QPoint(0, told.height())).y(),
        )
        assert top >= 0
        assert end <= view.height() or top <= 12
        assert focused() is told.verdict


@pytest.mark.parametrize("kind", ["short_answer", "cloze"])
def test_a_field_that_has_the_focus_is_in_sight_also_with_large_text(qtbot, tmp_path, kind):
    with quiz(qtbot, tmp_path, kinds=("single_choice", kind)) as stage:
        dress(scale=2.0)
        stage.resize(900, 340)
        stage.open(2)
        field = focused()
        assert stage.page.response_input.isAncestorOf(field)
        assert field.visibleRegion().boundingRect().height() > field.height() / 2


def test_the_counts_and_the_topic_give_way_before_a_second_row(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        dress(scale=2.0)
        stage.resize(900, 384)
        stage.open(2)
        top, head = stage.page.top, stage.page.view.head
        assert stage.page.header().right == (top.saved, top.leave)
        assert head.height() < 2 * head.panel_button.height()
        dress()
        stage.resize(1280, 744)
        stage.open(3)
        assert stage.page.header().right == (top.counts, top.saved, top.leave)
        stage.resize(300, 744)
        assert stage.page.header().right == (top.saved, top.leave)


def test_in_one_column_the_panel_is_folded_behind_its_button(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.resize(900, 384)
        settle()
        button = stage.page.view.head.panel_button
        assert button.label == "Question 1 of 3"
        assert not stage.page.view.panel.isVisible()
        button.click()
        settle()
        assert stage.page.view.panel.isVisible()
        stage.page.view.panel.cells()[1].click()
        settle()
        assert stage.step.position == 2
        stage.key(Qt.Key.Key_Escape)
        assert not stage.page.view.panel.isVisible()
        stage.resize(1280, 744)
        settle()
        assert stage.page.view.panel.isVisible()


def test_every_kind_opens_is_checked_and_is_shown_again(qtbot, tmp_path):
    kinds = ("single_choice", "multiple_response", "true_false", "short_answer", "numerical", "matching")
    with quiz(qtbot, tmp_path, kinds=kinds) as stage:
        for position, kind in enumerate(kinds, start=1):
            stage.open(position)
            step = stage.house.call(attempts.submit_response, stage.attempt, position, right(stage.step))
            assert step.checked.verdict == "correct", kind
            stage.open(position)
            assert stage.page.explanation.verdict.text() == "Correct"
            assert stage.page.response_input.response() == right(stage.step)


def test_another_question_of_the_same_kind_begins_unchosen(qtbot, tmp_path):
    with quiz(qtbot, tmp_path) as stage:
        stage.answer()
        stage.key(ENTER)
        assert isinstance(stage.page.response_input, ChoiceInput)
        assert stage.page.response_input.response() == single_choice.Response()


@pytest.mark.parametrize(
    ("size", "scale", "scheme"),
    [
        ((1280, 744), 1.0, "light"),
        ((900, 384), 1.0, "dark"),
        ((1280, 732), 2.0, "dark"),
        ((900, 296), 2.0, "light"),
    ],
)
def test_nothing_is_cut_lies_over_another_or_is_too_faint(qtbot, tmp_path, size, scale, scheme):
    with quiz(qtbot, tmp_path, kinds=("single_choice", "multiple_response")) as stage:
        dress(scheme, scale)
        stage.resize(*size)
        for position, answer in ((1, wrong), (2, right)):
            stage.open(position)
            assert faults(stage.page) == []
            stage.house.call(attempts.submit_response, stage.attempt, position, answer(stage.step))
            stage.open(position)
            assert faults(stage.page) == []

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.config import Settings
from app.domain.errors import FootnoteError
from app.domain.glance import Glance, KnownLearner, KnownSet, OpenQuiz
from app.domain.ids import AttemptId, LearnerId, SetId
from app.gui.backend import Backend
from app.gui.shared.desk import Desk
from app.gui.shared.places import (
    BeginPlace,
    HistoryPlace,
    QuizPlace,
    ResultPlace,
    SetPlace,
    StartPlace,
    TodayPlace,
)
from app.gui.student import history_values, today_page, today_values
from app.gui.student.today_page import TodayPage
from app.gui.student.today_values import Stopped, suggest
from app.gui.theme import theme
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.services import attempts, history
from app.services.marks import reads
from app.services.views import AttemptRow, Learner, QuizPlan, SetRow, Today, TopicRow
from app.words.labels import MIX
from tests.gui.desk_tools import dress, open_house, take
from tests.gui.layout_checks import look_at
from tests.gui.settle import open_window

DAY = date(2026, 11, 22)
LEARNER = LearnerId(UUID(int=7))
LOOKS = [("light", 1.0), ("dark", 2.0), ("contrast", 1.0), ("light", 3.0)]


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
def page(house, qtbot):
    shown = TodayPage(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def _words(widget):
    return [block.text() for block in widget.findChildren(TextBlock) if block.isVisibleTo(widget)]


def _opened(page):
    places: list[Any] = []
    page.open_requested.connect(places.append)
    return places


def _set_row(slug, questions, seen):
    return SetRow(SetId(slug), slug.title(), "", "", questions, seen, 0, (), (), shipped=True)


def _today(*rows, finished=0):
    return Today(Learner(LEARNER, "Ada"), None, rows, (), finished, "")


def _attempt(number, percent, *, mode="practice", day=1):
    done = datetime(2026, 11, day, 12, tzinfo=UTC)
    counts = (percent / 10, 10.0, percent)
    return AttemptRow(
        AttemptId(UUID(int=number)),
        Learner(LEARNER, ""),
        SetId("a"),
        "A",
        mode,
        done,
        done,
        *counts,
        6,
        1,
        3,
        9.0,
    )


# --- What is suggested -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "finished", "title", "plan"),
    [
        # A new student begins with the first taste, asked whole.
        ([("river", 40, 0), ("taster", 10, 0)], 0, "Taster", QuizPlan(SetId("taster"), size=10)),
        ([("river", 40, 0), ("taster", 4, 0)], 0, "Taster", QuizPlan(SetId("taster"), size=4)),
        # Without a first taste: the first set with something new.
        ([("river", 40, 0)], 0, "River", QuizPlan(SetId("river"), size=10)),
        # What is begun comes before what is not.
        ([("river", 40, 0), ("town", 20, 5)], 3, "Town", QuizPlan(SetId("town"), size=10)),
        # No more questions than are new.
        ([("town", 20, 17)], 3, "Town", QuizPlan(SetId("town"), size=3)),
        # A first taste that was taken is not offered again.
        ([("taster", 10, 10), ("river", 40, 0)], 1, "River", QuizPlan(SetId("river"), size=10)),
        # All seen: a mix.
        ([("town", 20, 20), ("river", 5, 5)], 9, MIX, QuizPlan(None, size=10)),
    ],
)
def test_what_to_begin_with(rows, finished, title, plan) -> None:
    found = suggest(_today(*(_set_row(*row) for row in rows), finished=finished))
    assert found is not None
    assert (found.title, found.plan) == (title, plan)


def test_nothing_is_suggested_without_sets() -> None:
    assert suggest(_today()) is None


@pytest.mark.parametrize(
    ("questions", "seen", "words"),
    [
        (40, 0, "40\u00a0questions, all new to you. This quiz asks 10."),
        (40, 17, "17 of 40 questions seen; 23 are new to you. This quiz asks 10."),
        (40, 35, "35 of 40 questions seen; 5 are new to you. This quiz asks them."),
        (40, 39, "39 of 40 questions seen; 1 is new to you. This quiz asks it."),
        (1, 0, "1\u00a0question, new to you. This quiz asks it."),
    ],
)
def test_a_suggestion_adds_up(questions, seen, words) -> None:
    found = suggest(_today(_set_row("river", questions, seen), finished=1))
    assert found is not None
    assert found.sentence == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Question 8 of 18."),
        ({"flags": 2, "last": -1}, "Question 8 of 18. You stopped yesterday; two questions are marked."),
        ({"flags": 1, "last": -3}, "Question 8 of 18. You stopped on Thursday; one question is marked."),
        ({"flags": 0, "last": 0}, "Question 8 of 18. You stopped today."),
        (
            {"flags": 12, "last": -50},
            "Question 8 of 18. You stopped on 3\u00a0October; twelve questions are marked.",
        ),
        ({"flags": 0, "last": -400}, "Question 8 of 18. You stopped on 18\u00a0October\u00a02025."),
        ({"mode": "exam"}, "Exam, question 8 of 18."),
    ],
)
def test_where_an_attempt_stopped_in_words(changes, words) -> None:
    noon = datetime(2026, 11, 22, 12).astimezone()
    if "last" in changes:
        changes = changes | {"last": noon + timedelta(days=changes["last"])}
    one = Stopped(LEARNER, "A", "practice", 8, 18, 6, 1)._replace(**changes)
    assert today_values.stopped_sentence(one, DAY) == words


def test_sessions_are_no_longer_than_the_sets_are_large() -> None:
    def offered(*sizes):
        return today_values.sessions(
            tuple(today_values.SetLine(SetId("a"), "", "", size, None) for size in sizes)
        )

    assert offered(40) == ((5, 7), (10, 14), (20, 28))
    assert offered(10, 5) == ((5, 7), (10, 14))
    assert offered(3) == ((5, 3),)
    assert offered() == ()


def test_the_line_of_scores_goes_forward_in_time_and_leaves_out_what_has_no_score() -> None:
    rows = (
        _attempt(1, 70, day=20),
        msgspec.structs.replace(_attempt(2, 0, day=18), percent=None),
        _attempt(3, 40),
    )
    points = history_values.score_points(rows)
    assert [(point.score, point.when) for point in points] == [(40, "1\u00a0Nov"), (70, "20\u00a0Nov")]


# --- The page --------------------------------------------------------------------------------------------


def test_a_new_student_sees_what_to_begin_with_and_every_set(page, house, qtbot) -> None:
    places = _opened(page)
    page.show_place(TodayPlace())
    assert page.next.title.text() == "A taste"
    assert [row.accessibleName() for row in page.table.rows] == [
        f"{line.title}, {', '.join(line.sources)}, 0 of {line.questions} questions seen"
        for line in house.call(history.today, house.learner.id).sets
    ]
    assert "After your first quiz" in " ".join(_words(page.scores))
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert places == [BeginPlace(QuizPlan(SetId("taster"), size=2))]


def test_what_stopped_is_continued_with_enter_where_the_focus_is(page, house, qtbot) -> None:
    step = house.call(attempts.start_attempt, house.learner.id, QuizPlan(SetId("river"), size=0))
    house.call(attempts.skip_question, step.attempt.id, 1)
    house.call(attempts.flag_question, step.attempt.id, 2, True)
    house.call(attempts.show_question, step.attempt.id, 2)
    places = _opened(page)
    page.show_place(TodayPlace())
    page.give_focus()
    assert page.next.title.text() == step.attempt.title
    assert page.next.sentence.text() == "Question 2 of 8. You stopped today; one question is marked."
    assert page.next.counts.text() == "0 answered, 1 skipped"
    assert (page.next.line.value(), page.next.line.maximum()) == (1, 8)
    focus = QApplication.focusWidget()
    assert focus is page.next.button
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert places == [QuizPlace(step.attempt.id)]


def test_a_row_opens_its_set_and_a_session_a_mix(page, qtbot) -> None:
    places = _opened(page)
    page.show_place(TodayPlace())
    qtbot.mouseClick(page.table.rows[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.table.rows[1], Qt.Key.Key_Return)
    qtbot.keyClick(page.sessions.buttons[0], Qt.Key.Key_Space)
    assert [place.set for place in places[:2]] == [SetId("taster"), SetId("river")]
    qtbot.keyClick(page.table.rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.table.rows[1]
    assert all(isinstance(place, SetPlace) for place in places[:2])
    assert places[2] == BeginPlace(QuizPlan(None, size=7))


def test_scores_and_what_was_done_add_up(page, house, qtbot) -> None:
    summaries = [take(house, answers, size=4) for answers in ("rrrr", "rw", "----", "wwww")]
    places = _opened(page)
    page.show_place(TodayPlace())
    words = _words(page.scores)
    assert words[0] == "Your scores\u00a0\u00a0 3 of 4\u00a0quizzes"  # in one of them all was skipped
    assert "What you did\u00a0\u00a0 3 of 4\u00a0quizzes" in words
    assert "3 attempts" in page.scores.chart.text()
    newest = page.scores.rows[0]
    assert "0\u00a0%" in newest.accessibleName()
    assert "practice: 4 not quite" in newest.accessibleName()
    newest.click()
    page.scores.findChildren(type(page.next.button))[0].click()
    assert places == [ResultPlace(summaries[-1].attempt.id), HistoryPlace()]


def test_seen_counts_come_from_answers(page, house) -> None:
    take(house, "rw", size=4)
    page.show_place(TodayPlace())
    assert page.table.rows[1].accessibleName().endswith("2 of 8 questions seen")


def test_the_mix_has_a_name_where_it_is_shown(page, house) -> None:
    take(house, "rr", set=None, size=2)
    house.call(attempts.start_attempt, house.learner.id, QuizPlan(None, size=3))
    page.show_place(TodayPlace())
    assert page.next.title.text() == MIX
    assert page.scores.rows[0].accessibleName().startswith(MIX)


def test_another_student_sees_nothing_of_the_first(page, house) -> None:
    take(house, "rr", size=2)
    page.show_place(TodayPlace())
    assert page.scores.rows
    from app.services import learners

    house.desk.sit_down(house.call(learners.add_learner, "Another Sample"))
    page.show_place(TodayPlace())
    assert page.scores.rows == []
    assert page.table.rows[1].accessibleName().endswith("0 of 8 questions seen")


def test_without_a_student_it_asks_who_is_here(page, house, qtbot) -> None:
    house.desk.sit_down(None)
    with qtbot.waitSignal(page.open_requested) as asked:
        page.show_place(TodayPlace())
    assert asked.args == [StartPlace()]


def test_an_error_is_said_and_can_be_tried_again(page, house, qtbot, monkeypatch) -> None:
    def fails(_ctx, _learner):
        raise FootnoteError("locked")

    real = history.today
    monkeypatch.setattr(history, "today", reads(fails))
    page.show_place(TodayPlace())
    state = page.findChild(ErrorState)
    assert "Another program" in state.sentence.text()
    monkeypatch.setattr(history, "today", real)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.table is not None


def test_without_sets_it_says_who_can_load_some(page, house, monkeypatch) -> None:
    empty = _today()
    empty = msgspec.structs.replace(empty, learner=house.learner)

    def nothing(_ctx, _learner):
        return empty

    monkeypatch.setattr(history, "today", reads(nothing))
    page.show_place(TodayPlace())
    assert "teacher" in page.findChild(EmptyState).sentence.text()


# --- Before there is a service to ask ---------------------------------------------------------------------


def _glance(open_quizzes=()):
    sets = (KnownSet("taster", "A taste", 2), KnownSet("river", "The river", 8))
    return Glance(True, (KnownLearner(LEARNER, "Ada"),), open_quizzes, sets)


@pytest.fixture
def early(qtbot):
    """A page whose gate is not open yet."""
    backend = Backend(cast(Any, None))
    shown = TodayPage(Desk(backend, Settings()))
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    yield shown
    backend.deleteLater()


def test_a_glance_paints_sets_and_what_stopped(early) -> None:
    attempt = UUID(int=3)
    other = OpenQuiz(UUID(int=4), UUID(int=8), "Of another", "practice", 2, 9, 1, 0)
    mine = OpenQuiz(attempt, LEARNER, "The river", "practice", 8, 18, 6, 1)
    early.show_glance(_glance((other, mine)))
    assert early.next.title.text() == "The river"
    assert early.next.sentence.text() == "Question 8 of 18."
    assert [row.accessibleName() for row in early.table.rows] == [
        "A taste, 2\u00a0questions",
        "The river, 8\u00a0questions",
    ]


def test_what_is_pressed_early_waits_for_the_gate(early, house, qtbot) -> None:
    early.show_glance(_glance((OpenQuiz(UUID(int=3), LEARNER, "The river", "practice", 8, 18, 6, 1),)))
    places = _opened(early)
    qtbot.keyClick(early, Qt.Key.Key_Return)
    assert places == []
    early.desk = house.desk  # now there is one
    with qtbot.waitSignal(early.open_requested):
        early.show_place(TodayPlace())
    assert places == [QuizPlace(AttemptId(UUID(int=3)))]


def test_it_says_so_only_where_opening_takes_a_while(early, qtbot) -> None:
    early.desk.sit_down(Learner(LEARNER, "Ada"))
    early.show_place(TodayPlace())
    assert early.findChild(LoadingState) is None
    qtbot.waitUntil(lambda: early.findChild(LoadingState) is not None, timeout=5000)


def test_the_shell_and_the_first_pages_load_no_database() -> None:
    names = "app.gui.main_window, app.gui.student.start_page, app.gui.student.today_page"
    code = f"import sys, {names}; print([m for m in ('sqlalchemy', 'alembic') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- How it lies on the screen ----------------------------------------------------------------------------


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
@pytest.mark.parametrize("size", [(1280, 800), (900, 440)])
def test_nothing_overlaps_or_is_cut(house, qtbot, scheme, scale, size) -> None:
    for answers in ("rr", "rw", "ww", "r"):
        take(house, answers, size=3)
    step = house.call(attempts.start_attempt, house.learner.id, QuizPlan(SetId("river"), size=5))
    house.call(attempts.flag_question, step.attempt.id, 1, True)
    dress(scheme, scale)
    page = open_window(qtbot, house.desk, TodayPlace(), size)
    assert look_at(page) == []


def test_one_column_keeps_the_button_on_the_screen(house, qtbot) -> None:
    page = open_window(qtbot, house.desk, TodayPlace(), (900, 440))
    button = page.next.button
    assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
    assert page.sessions.mapTo(page, page.sessions.rect().topLeft()).y() > page.next.y()


def test_it_is_painted_anew_in_another_look(page, look) -> None:
    page.show_place(TodayPlace())
    before = page.next
    look("dark", 1.5)
    assert page.next is not before
    assert theme().text_scale == 1.5
    assert page.next.button.height() >= 60


def test_the_day_stands_in_the_heading(page, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(today_page, "_today", lambda: DAY)
    page.show_place(TodayPlace())
    qtbot.wait(1)
    assert "Sunday 22\u00a0November" in _words(page)


def test_topics_are_no_part_of_a_line() -> None:
    row = msgspec.structs.replace(
        _set_row("river", 8, 3), topics=(TopicRow("a", "A", 8, 3),), sources=("x", "y")
    )
    assert today_values.lines_of(_today(row)) == (
        today_values.SetLine(SetId("river"), "River", "x, y", 8, 3),
    )

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.config import Settings, read_settings
from app.domain.errors import FootnoteError
from app.domain.ids import SetId
from app.gui.shared.places import AboutPlace, AboutSetPlace, BeginPlace, QuizPlace, SetPlace, StartPlace
from app.gui.student.set_choices import EXAM, PRACTICE, SetChoices, fitting_size, size_options
from app.gui.student.set_page import SetPage
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import EmptyState, ErrorState
from app.gui.widgets.text import TextBlock
from app.services import attempts, history
from app.services.marks import reads
from app.services.views import QuizPlan, SetRow, TopicRow
from tests.gui.desk_tools import dress, open_house, take
from tests.gui.layout_checks import look_at
from tests.gui.settle import open_window

LOOKS = [("light", 1.0), ("dark", 2.0), ("contrast", 3.0)]
RIVER = SetId("river")


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
    shown = SetPage(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def _words(widget, qtbot):
    qtbot.wait(1)
    return [block.text() for block in widget.findChildren(TextBlock) if block.isVisibleTo(widget)]


def _opened(page):
    places: list[Any] = []
    page.open_requested.connect(places.append)
    return places


def _large(questions=38, *topics):
    rows = tuple(TopicRow(slug, slug.title(), count, seen) for slug, count, seen in topics)
    return SetRow(RIVER, "The river", "About it.", "", questions, 12, 3, (), rows, shipped=True)


# --- What may be chosen -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "sizes"),
    [
        (38, ["5", "10", "20", "All 38"]),
        (20, ["5", "10", "All 20"]),
        (11, ["5", "10", "All 11"]),
        (5, ["All 5"]),
        (1, ["All 1"]),
        (100_000, ["5", "10", "20", "500"]),
    ],
)
def test_only_sizes_that_there_are_questions_for(total, sizes) -> None:
    assert [words for _, words in size_options(total)] == sizes


def test_nobody_asks_for_all_of_a_mix() -> None:
    assert [words for _, words in size_options(57, mix=True)] == ["5", "10", "20"]


@pytest.mark.parametrize(
    ("wanted", "total", "size"), [(10, 38, "10"), (20, 12, "0"), (0, 38, "0"), (7, 38, "0")]
)
def test_the_last_size_is_kept_where_it_fits(wanted, total, size) -> None:
    assert fitting_size(wanted, size_options(total)) == size


def test_a_topic_that_is_too_small_changes_the_size_and_a_larger_one_brings_it_back(qtbot) -> None:
    choices = SetChoices(_large(38, ("town", 9, 0), ("water", 29, 2)), Settings(last_size=20))
    qtbot.addWidget(choices)
    assert (choices.plan(), choices.asked()) == (QuizPlan(RIVER, "practice", None, 20), 20)
    choices.topics.row("town").click()
    assert (choices.plan(), choices.asked()) == (QuizPlan(RIVER, "practice", "town", 0), 9)
    choices.topics.row("water").click()
    assert (choices.plan(), choices.asked()) == (QuizPlan(RIVER, "practice", "water", 20), 20)


def test_topics_that_share_questions_say_so(qtbot) -> None:
    shared = SetChoices(_large(10, ("town", 6, 0), ("water", 9, 0)), Settings())
    apart = SetChoices(_large(10, ("town", 6, 0), ("water", 4, 0)), Settings())
    for choices in (shared, apart):
        qtbot.addWidget(choices)
        choices.show()
    note = "A question may belong to more than one topic."
    assert note in _words(shared, qtbot)
    assert note not in _words(apart, qtbot)


def test_a_set_without_topics_offers_none(qtbot) -> None:
    choices = SetChoices(_large(10), Settings())
    qtbot.addWidget(choices)
    choices.show()
    assert "Topic" not in _words(choices, qtbot)
    assert choices.plan().topic is None


# --- The page --------------------------------------------------------------------------------------------


def _river_of(today):
    return next(row for row in today.sets if row.set == RIVER)


def test_it_says_what_the_set_is_and_where_it_comes_from(page, house, qtbot) -> None:
    row = _river_of(house.call(history.today, house.learner.id))
    page.show_place(SetPlace(RIVER))
    words = _words(page, qtbot)
    assert words[0] == row.title
    assert f"Content note: {row.content_note}" in words
    assert "All topics" in words
    assert f"{row.questions}\u00a0questions" in words
    assert PRACTICE in words
    assert EXAM in words
    places = _opened(page)
    source = house.call(history.read_intro, RIVER).sources[0]
    links = [button for button in page.findChildren(Button) if button.label == source.title]
    links[0].click()
    assert places == [AboutPlace(source.source)]


def test_what_was_seen_is_counted_by_topic(page, house, qtbot) -> None:
    take(house, "rr", size=3)
    page.show_place(SetPlace(RIVER))
    assert "8\u00a0questions, 2\u00a0seen" in _words(page, qtbot)


def test_enter_begins_with_what_is_chosen_and_it_is_remembered(page, house, qtbot) -> None:
    places = _opened(page)
    page.show_place(SetPlace(RIVER))
    assert QApplication.focusWidget() is page.bar.button
    exam = page.choices.modes
    exam.row("practice").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is exam.row("exam")
    assert (exam.row("practice").isChecked(), exam.row("exam").isChecked()) == (False, True)
    assert QAccessible.queryAccessibleInterface(exam.row("exam")).role() == QAccessible.Role.RadioButton
    assert page.bar.words.text() == "8\u00a0questions, exam."
    size = page.choices.sizes
    size.focusProxy().setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert page.bar.words.text() == "5\u00a0questions, exam."
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert places == [BeginPlace(QuizPlan(RIVER, "exam", None, 5))]
    assert (read_settings().last_mode, read_settings().last_size) == ("exam", 5)
    page.show_place(SetPlace(RIVER))
    assert page.choices.plan() == QuizPlan(RIVER, "exam", None, 5)


def test_choosing_a_topic_by_mouse(page, qtbot) -> None:
    places = _opened(page)
    page.show_place(SetPlace(RIVER))
    qtbot.wait(1)
    qtbot.mouseClick(page.choices.topics.row("town"), Qt.MouseButton.LeftButton)
    assert page.bar.words.text() == "4\u00a0questions, practice."
    page.bar.button.click()
    assert places == [BeginPlace(QuizPlan(RIVER, "practice", "town", 0))]


def test_tab_reaches_a_list_once(page, qtbot) -> None:
    page.show_place(SetPlace(RIVER))
    qtbot.wait(1)
    lists = page.choices.topics
    reached = [
        name for name in ("", "town", "water") if lists.row(name).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert reached == [""]


def test_in_a_low_window_what_is_chosen_comes_before_what_is_told(page, qtbot) -> None:
    page.show_place(SetPlace(RIVER))
    picked = page.choices
    about = next(one for one in page.findChildren(TextBlock) if one.role == "source_card")
    for height, choices_first in ((744, False), (384, True), (744, False)):
        page.resize(900, height)
        qtbot.wait(1)
        assert (_top(picked, page) < _top(about, page)) is choices_first
    assert page.choices is picked  # nothing that was chosen is lost


def _top(widget, page):
    return widget.mapTo(page.column.page, widget.rect().topLeft()).y()


def test_a_mix_of_all_sets(page, qtbot) -> None:
    places = _opened(page)
    page.show_place(SetPlace(None))
    assert _words(page, qtbot)[0] == "A mix of all sets"
    page.bar.button.click()
    assert places == [BeginPlace(QuizPlan(None, "practice", None, 5))]


def test_a_set_that_is_gone_is_said_with_a_way_back(page, qtbot) -> None:
    page.show_place(SetPlace(SetId("nowhere")))
    assert page.findChild(ErrorState).sentence.text() == "There is no question set called nowhere."
    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.bar.isHidden()


def test_a_set_without_questions_offers_no_quiz(page, house, monkeypatch) -> None:
    today = house.call(history.today, house.learner.id)
    bare = msgspec.structs.replace(
        today, sets=(msgspec.structs.replace(_river_of(today), questions=0, topics=()),)
    )

    def answer(_ctx, _learner):
        return bare

    monkeypatch.setattr(history, "today", reads(answer))
    page.show_place(SetPlace(RIVER))
    assert page.findChild(EmptyState) is not None
    assert page.bar.isHidden()


def test_while_an_exam_runs_the_page_offers_only_that(page, house, qtbot) -> None:
    exam = house.call(attempts.start_attempt, house.learner.id, QuizPlan(RIVER, "exam", size=3))
    places = _opened(page)
    page.show_place(SetPlace(SetId("taster")))
    state = page.findChild(EmptyState)
    assert state.sentence.text().startswith("An exam of yours is not handed in yet.")
    assert page.bar.isHidden()
    (way,) = state.findChildren(Button)
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert places == [QuizPlace(exam.attempt.id)]
    house.call(attempts.finish_attempt, exam.attempt.id)
    page.show_place(SetPlace(SetId("taster")))
    assert page.bar.isVisible()


def test_an_error_is_said(page, monkeypatch) -> None:
    def fails(_ctx, _set):
        raise FootnoteError("locked")

    monkeypatch.setattr(history, "read_intro", reads(fails))
    page.show_place(SetPlace(RIVER))
    assert "Another program" in page.findChild(ErrorState).sentence.text()


def test_without_a_student_it_asks_who_is_here(page, house, qtbot) -> None:
    house.desk.sit_down(None)
    with qtbot.waitSignal(page.open_requested) as asked:
        page.show_place(SetPlace(RIVER))
    assert asked.args == [StartPlace()]


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
@pytest.mark.parametrize("size", [(1280, 800), (900, 440)])
def test_nothing_overlaps_or_is_cut(house, qtbot, scheme, scale, size) -> None:
    take(house, "rr", size=3)
    dress(scheme, scale)
    page = open_window(qtbot, house.desk, SetPlace(RIVER), size)
    assert look_at(page) == []
    assert page.rect().contains(page.bar.button.mapTo(page, page.bar.button.rect().bottomRight()))


def test_from_a_set_one_comes_to_the_page_about_it(house, qtbot):
    page = SetPage(house.desk)
    qtbot.addWidget(page)
    page.show_place(SetPlace(RIVER))
    link = next(one for one in page.findChildren(Button) if one.label == "About this set")
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        link.click()
    assert asked.args == [AboutSetPlace(RIVER)]

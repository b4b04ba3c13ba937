from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.config import Settings, read_settings
from app.domain.errors import FootnoteError
from app.domain.glance import Glance, KnownLearner
from app.domain.ids import LearnerId, SetId
from app.gui.backend import Backend
from app.gui.shared.desk import Desk
from app.gui.shared.places import BeginPlace, DoorPlace, StartPlace, TodayPlace
from app.gui.student.example_card import ExampleCard
from app.gui.student.start_page import StartPage
from app.gui.student.who_is_here import NO_NAME
from app.gui.widgets.states import ErrorState
from app.services import learners
from app.services.marks import reads
from app.services.views import Learner, QuizPlan
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at
from tests.gui.settle import open_window, settle

LOOKS = [("light", 1.0), ("dark", 2.0), ("contrast", 3.0)]
TASTE = BeginPlace(QuizPlan(SetId("taster"), size=10))


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield dress
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path) as opened:
        opened.desk.sit_down(None)
        yield opened


@pytest.fixture
def early(qtbot):
    """A desk whose gate is not open yet."""
    backend = Backend(cast(Any, None))
    yield Desk(backend, Settings())
    backend.deleteLater()


def _page(desk, qtbot):
    shown = StartPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def page(house, qtbot):
    return _page(house.desk, qtbot)


def _opened(page):
    places: list[Any] = []
    page.open_requested.connect(places.append)
    return places


def _names(page):
    return [row.accessibleName() for row in page.who.rows]


def _add(house, *names):
    return [house.call(learners.add_learner, name) for name in names]


# --- The first start --------------------------------------------------------------------------------------


def test_the_first_start_is_one_button_that_enter_presses(early, qtbot) -> None:
    page = _page(early, qtbot)
    page.show_glance(Glance())
    page.give_focus()
    places = _opened(page)
    assert page.first.button.label == "Try 10 questions"
    assert QApplication.focusWidget() is page.first.button
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert places == []  # the gate is closed: it waits


def test_the_first_start_shows_its_button_first_and_an_answer_with_its_source(early, look, qtbot) -> None:
    page = _page(early, qtbot)
    page.show_glance(Glance())
    for scale, size, beside in ((1.0, (900, 384), True), (2.0, (900, 384), False)):
        look(scale=scale)
        page.resize(*size)
        settle(qtbot, page)
        button, example = page.first.button, page.first.findChild(ExampleCard)
        assert button.visibleRegion().boundingRect() == button.rect()
        assert (example.y() < button.mapTo(page.first, button.rect().bottomLeft()).y()) is beside
    page.resize(1280, 744)
    look()
    settle(qtbot, page)
    assert page.column.verticalScrollBar().maximum() == 0
    assert page.first.y() > 64  # calm: not at the edge of a large window


def test_what_was_pressed_before_the_gate_opened_is_done_then(early, house, qtbot) -> None:
    page = _page(early, qtbot)
    page.show_glance(Glance())
    page.first.button.click()
    page.desk = house.desk
    with qtbot.waitSignal(page.open_requested) as asked:
        page.show_place(StartPlace())
    assert asked.args == [TASTE]


def test_a_name_pressed_before_the_gate_opened_sits_down_then(early, house, qtbot) -> None:
    page = _page(early, qtbot)
    page.show_glance(
        Glance(True, (KnownLearner(house.learner.id, "Sample Student"), KnownLearner(UUID(int=1), "B")))
    )
    page.who.rows[0].click()
    page.desk = house.desk
    with qtbot.waitSignal(page.open_requested) as asked:
        page.show_place(StartPlace())
    assert asked.args == [TodayPlace()]
    assert house.desk.learner == house.learner


def test_the_first_start_leads_quietly_elsewhere(early, house, qtbot) -> None:
    page = _page(house.desk, qtbot)
    page.show_glance(Glance())
    places = _opened(page)
    page.first.door.click()
    assert places == [DoorPlace()]
    page.first.names.click()
    assert page.first is None
    assert page.who.rows == []
    assert QApplication.focusWidget() is page.who.field
    page.who.back_requested.emit()
    assert page.first is not None


# --- Who is here ------------------------------------------------------------------------------------------


def test_names_stand_in_rows_and_one_without_a_name_is_last(page, house) -> None:
    _add(house, "bela", "", "Ada")
    page.show_place(StartPlace())
    assert _names(page) == ["Ada", "bela", "Sample Student", NO_NAME]


def test_a_glance_shows_the_names(early, qtbot) -> None:
    page = _page(early, qtbot)
    page.show_glance(Glance(True, (KnownLearner(UUID(int=1), "Ada"), KnownLearner(UUID(int=2), ""))))
    assert _names(page) == ["Ada", NO_NAME]


def test_choosing_a_name_sits_down_and_opens_today(page, house, qtbot) -> None:
    ada = _add(house, "Ada")[0]
    page.show_place(StartPlace())
    places = _opened(page)
    qtbot.mouseClick(page.who.rows[0], Qt.MouseButton.LeftButton)
    assert house.desk.learner == ada
    assert house.desk.backend.actor.person == ada.id
    assert places == [TodayPlace()]
    assert read_settings().last_learner == str(ada.id)


def test_coming_back_lets_whoever_sat_there_stand_up(page, house) -> None:
    house.desk.sit_down(house.learner, teacher=True)
    page.show_place(StartPlace())
    assert house.desk.learner is None
    assert not house.desk.is_teacher
    assert house.desk.backend.actor.role == "student"


def test_who_was_here_last_has_the_focus_and_arrows_and_letters_move_it(page, house, qtbot) -> None:
    _add(house, "Ada", "Bela", "Bela's friend")
    page.show_place(StartPlace())
    page.give_focus()
    focus: Callable[[], Any] = QApplication.focusWidget
    assert focus().accessibleName() == "Sample Student"  # sat here last
    qtbot.keyClick(focus(), Qt.Key.Key_Down)
    assert focus().accessibleName() == "Sample Student"
    qtbot.keyClick(focus(), Qt.Key.Key_B)
    assert focus().accessibleName() == "Bela"
    qtbot.keyClick(focus(), Qt.Key.Key_B)
    assert focus().accessibleName() == "Bela's friend"
    qtbot.keyClick(focus(), Qt.Key.Key_B)
    assert focus().accessibleName() == "Bela"
    qtbot.keyClick(focus(), Qt.Key.Key_Up)
    assert focus().accessibleName() == "Ada"
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert house.desk.learner.name == "Ada"


def test_a_new_name_is_added_and_sits_down(page, house, qtbot) -> None:
    page.show_place(StartPlace())
    places = _opened(page)
    qtbot.keyClicks(page.who.field, "  Dana  <b>Ex</b> ")
    qtbot.keyClick(page.who.field, Qt.Key.Key_Return)
    assert house.desk.learner.name == "Dana <b>Ex</b>"
    assert places == [TodayPlace()]
    page.show_place(StartPlace())
    assert "Dana <b>Ex</b>" in _names(page)  # plain text, as it was typed


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Please type a name."),
        ("   ", "Please type a name."),
        ("sample student", "There is already a student called Sample Student."),
        ("x" * 61, "This name is too long."),
    ],
)
def test_a_name_that_does_not_do_is_explained_below_the_field(page, house, qtbot, name, sentence) -> None:
    page.show_place(StartPlace())
    qtbot.keyClicks(page.who.field, name)
    page.who.add.click()
    assert page.who._words.text().startswith(sentence)
    assert not page.who._problem.isHidden()
    assert QApplication.focusWidget() is page.who.field
    assert house.desk.learner is None
    qtbot.keyClicks(page.who.field, "A")
    assert page.who._problem.isHidden()


def test_an_error_is_said_and_can_be_tried_again(page, house, monkeypatch, qtbot) -> None:
    def fails(_ctx):
        raise FootnoteError("locked")

    real = learners.list_learners
    monkeypatch.setattr(learners, "list_learners", reads(fails))
    page.show_place(StartPlace())
    assert "Another program" in page.findChild(ErrorState).sentence.text()
    monkeypatch.setattr(learners, "list_learners", real)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _names(page) == ["Sample Student"]


def test_the_door_is_open_to_all_from_here(page) -> None:
    page.show_place(StartPlace())
    places = _opened(page)
    page.who.door.click()
    assert places == [DoorPlace()]


# --- How it lies on the screen ----------------------------------------------------------------------------


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
@pytest.mark.parametrize("size", [(1280, 800), (900, 440)])
@pytest.mark.parametrize("shown", ["first", "names", "who"])
def test_nothing_overlaps_or_is_cut(house, qtbot, scheme, scale, size, shown) -> None:
    dress(scheme, scale)
    page = open_window(qtbot, house.desk, StartPlace(), size)
    names = ("Ada", "Third Example With a Rather Long Double-Barrelled Name, Junior", "")
    page._show(
        [Learner(LearnerId(UUID(int=n)), name) for n, name in enumerate(names)] if shown == "who" else []
    )
    if shown == "names":
        page.first.names.click()
        page.who.show_problem("There is already a student called Ada. Choose that name, or type another.")
    settle(qtbot, page)
    assert look_at(page) == []

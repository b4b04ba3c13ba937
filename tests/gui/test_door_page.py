import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import FootnoteError
from app.gui.main_window import MainWindow
from app.gui.shared.places import DoorPlace, ImportPlace, SetsPlace, StartPlace
from app.gui.teacher import door_page
from app.gui.teacher.door_page import DoorPage
from app.gui.teacher.passphrase_form import NOT_LOCKED
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import ErrorState
from app.gui.widgets.text import TextBlock
from app.services import teaching
from app.services.context import TEACHER, perform
from app.services.marks import reads
from app.services.views import Door
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at
from tests.gui.settle import settle

SECRET = "four quiet herons"


class _Shown(DoorPage):
    """The page, with the places it asks for."""

    def __init__(self, desk):
        super().__init__(desk)
        self.places: list[object] = []
        self.open_requested.connect(self.places.append)


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
    shown = _Shown(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    return shown


def _open(page, qtbot, *paths):
    page.show_place(DoorPlace(paths))
    page.give_focus()
    qtbot.wait(1)


def _teach(house, service, *args):
    return perform(house.library, TEACHER, service, *args)


def _type(page, qtbot, text):
    field = page.window().focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _words(page):
    return [block.text() for block in page.column.findChildren(TextBlock) if block.isVisibleTo(page)]


def _button(page, label):
    return next(b for b in page.findChildren(Button) if b.label == label and b.isVisibleTo(page))


# --- The first entry ---


def test_a_passphrase_is_offered_at_first_and_set_by_keys_alone(page, house, qtbot):
    _open(page, qtbot)
    assert any("nobody can restore it; the students\u2019 data stay safe" in words for words in _words(page))
    _type(page, qtbot, SECRET)
    assert page.places == [], "Enter in the first field leads to the second"
    _type(page, qtbot, SECRET)
    assert page.places == [SetsPlace()]
    assert house.desk.is_teacher
    assert house.desk.learner is None
    assert house.desk.backend.actor.role == "teacher"
    assert _teach(house, teaching.door) == Door(locked=True, offered=True)
    assert _teach(house, teaching.check_passphrase, SECRET) is None


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        ("too short", "too short", "at least 10 characters"),
        ("          x", "          x", "at least 10 characters"),
        (SECRET, SECRET + "s", "not the same"),
        (SECRET, SECRET.upper(), "not the same"),
    ],
)
def test_a_passphrase_that_does_not_do_is_refused_in_words_and_nothing_is_stored(
    page, house, qtbot, first, second, problem
):
    _open(page, qtbot)
    page.form.field.setText(first)
    page.form.again.setText(second)
    page.primary.click()
    assert problem in page.form.problem.sentence()
    assert page.form.problem.isVisible()
    assert page.places == []
    assert not house.desk.is_teacher
    assert _teach(house, teaching.door) == Door(locked=False, offered=False)
    qtbot.keyClicks(page.window().focusWidget(), "x")
    assert page.form.problem.sentence() == "", "what was wrong is forgotten when something is typed"


def test_one_can_go_in_without_a_passphrase_and_is_told_what_that_means(page, house, qtbot):
    _open(page, qtbot)
    qtbot.mouseClick(_button(page, "Go in without one"), Qt.MouseButton.LeftButton)
    assert page.places == [SetsPlace()]
    assert house.desk.is_teacher
    assert _teach(house, teaching.door) == Door(locked=False, offered=True)

    house.desk.sit_down(house.learner)
    _open(page, qtbot)
    assert NOT_LOCKED in _words(page)
    assert page.form is None
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert page.places == [SetsPlace(), SetsPlace()]
    assert house.desk.is_teacher


def test_a_passphrase_can_still_be_set_at_an_open_door(page, house, qtbot):
    _teach(house, teaching.decline_passphrase)
    _open(page, qtbot)
    qtbot.mouseClick(_button(page, "Set a passphrase"), Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    _type(page, qtbot, SECRET)
    _type(page, qtbot, SECRET)
    assert page.places == [SetsPlace()]
    assert _teach(house, teaching.door).locked


# --- A locked door ---


def test_the_right_passphrase_opens_a_locked_door(page, house, qtbot):
    _teach(house, teaching.set_passphrase, SECRET)
    _open(page, qtbot)
    assert page.form.again is None
    assert NOT_LOCKED not in _words(page)
    assert page.form.field.echoMode() == QLineEdit.EchoMode.Password
    _type(page, qtbot, "four loud herons")
    assert page.form.problem.sentence() == "That is not the passphrase."
    assert page.places == []
    assert not house.desk.is_teacher
    _type(page, qtbot, SECRET)
    assert page.places == [SetsPlace()]


def test_five_wrong_tries_make_a_pause_and_no_lock(page, house, qtbot, monkeypatch):
    monkeypatch.setattr(door_page, "PAUSE_MS", 60_000)
    _teach(house, teaching.set_passphrase, SECRET)
    _open(page, qtbot)
    for _ in range(4):
        _type(page, qtbot, "a wrong passphrase")
    assert page.primary.isEnabled()
    _type(page, qtbot, "a wrong passphrase")
    assert not page.primary.isEnabled()
    assert "there is a pause" in page.form.problem.sentence()
    page.form.field.setText(SECRET)
    qtbot.keyClick(page.form.field, Qt.Key.Key_Return)
    assert page.places == [], "during the pause nothing is tried"
    page._pause.start(0)  # the minute is over
    qtbot.waitUntil(page.primary.isEnabled, timeout=5000)
    qtbot.keyClick(page.form.field, Qt.Key.Key_Return)
    assert page.places == [SetsPlace()]


def test_what_was_typed_does_not_stay_on_the_page(page, house, qtbot):
    _teach(house, teaching.set_passphrase, SECRET)
    _open(page, qtbot)
    page.form.seen.click()
    assert page.form.field.echoMode() == QLineEdit.EchoMode.Normal
    page.form.field.setText(SECRET)
    page.leave()
    assert page.form.text() == ""
    assert page.form.field.echoMode() == QLineEdit.EchoMode.Password


def test_the_tries_of_one_form_are_counted_when_the_page_is_opened_again(page, house, qtbot, monkeypatch):
    monkeypatch.setattr(door_page, "PAUSE_MS", 60_000)
    _teach(house, teaching.set_passphrase, SECRET)
    for _ in range(5):
        _open(page, qtbot)
        _type(page, qtbot, "a wrong passphrase")
    assert not page.primary.isEnabled()
    _open(page, qtbot)
    page.form.field.setText(SECRET)
    qtbot.keyClick(page.form.field, Qt.Key.Key_Return)
    assert page.places == []
    page._pause.start(0)  # the minute is over
    qtbot.waitUntil(page.primary.isEnabled, timeout=5000)


# --- Files that wait, trouble, the window ---


def test_dropped_files_are_named_and_opened_behind_the_door(page, house, qtbot):
    _teach(house, teaching.decline_passphrase)
    _open(page, qtbot, "/sample/town.yaml")
    assert any("what is in town.yaml" in words for words in _words(page))
    page.primary.click()
    assert page.places == [ImportPlace(("/sample/town.yaml",))]


def test_a_library_that_cannot_be_read_is_said_with_what_to_do(page, house, qtbot, monkeypatch):
    @reads
    def broken(_ctx):
        raise FootnoteError("damaged", path="sample.sqlite")

    with monkeypatch.context() as patch:
        patch.setattr(teaching, "door", broken)
        _open(page, qtbot)
    state = page.findChild(ErrorState)
    assert "sample.sqlite is damaged" in state.sentence.text()
    assert not page.bar.isVisible()
    assert page.window().focusWidget() is _button(page, "Try again")
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert page.form is not None


def test_the_window_leads_to_the_door_before_a_teachers_page(house, qtbot):
    window = MainWindow(house.desk)
    qtbot.addWidget(window)
    window.show()
    window.open(StartPlace())
    window.open(ImportPlace(("/sample/town.yaml",)))
    assert window.place == DoorPlace(("/sample/town.yaml",))
    assert isinstance(window.page, DoorPage)


@pytest.mark.parametrize(("size", "scale"), [((1280, 744), 1.0), ((900, 384), 1.0), ((1280, 744), 2.0)])
def test_everything_fits(house, qtbot, look, size, scale):
    look("light", scale)
    for service in (None, teaching.decline_passphrase):
        if service is not None:
            _teach(house, service)
        page = DoorPage(house.desk)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.show_place(DoorPlace(("/sample/a-rather-long-name-of-a-question-set.yaml",)))
        settle(qtbot, page)
        assert page.primary.isVisible()
        assert page.rect().contains(page.bar.geometry())
        assert look_at(page) == []

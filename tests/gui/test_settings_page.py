from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app import __version__
from app.config import Settings, read_settings
from app.domain.errors import FootnoteError
from app.gui.application import look_of
from app.gui.main_window import MainWindow
from app.gui.shared import settings_page, settings_words
from app.gui.shared.places import HelpPlace, SettingsPlace
from app.gui.shared.settings_page import SettingsPage
from app.gui.shared.settings_words import TEXT_STEPS, next_step
from app.gui.theme import LARGEST_TEXT, SMALLEST_TEXT, theme
from app.services.learners import add_learner, list_learners
from app.services.library_facts import LibraryFacts
from app.services.marks import reads
from app.services.reading import read_source
from app.services.views import ReaderView
from tests.gui.desk_tools import dress, open_house
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
def page(house, qtbot, qapp):
    house.desk.changed.connect(lambda: theme().apply(qapp, look_of(house.desk.settings)))
    return _open(house, qtbot)


def _open(house, qtbot):
    page = SettingsPage(house.desk)
    qtbot.addWidget(page)
    page.resize(1280, 744)
    page.show()
    page.show_place(SettingsPlace())
    page.give_focus()
    qtbot.wait(1)
    return page


# --- Text size ---


def test_the_text_grows_at_once_and_the_step_is_written_down(page, house):
    before = page.text_size.smaller.sizeHint().height()
    page.text_size.larger.click()
    assert house.desk.settings.text_scale == 1.1
    assert theme().text_scale == 1.1
    assert read_settings().text_scale == 1.1
    assert page.text_size.value.text() == "110\u00a0%"
    assert page.text_size.smaller.sizeHint().height() > before
    page.text_size.reset.setFocus()
    page.text_size.reset.click()
    assert page.text_size.smaller.hasFocus()
    assert house.desk.settings.text_scale == 1.0
    assert not page.text_size.reset.isVisible()


def test_steps_go_from_75_to_300_percent_and_no_further(page, house, qtbot):
    assert (TEXT_STEPS[0], TEXT_STEPS[-1]) == (SMALLEST_TEXT, LARGEST_TEXT)
    assert page.text_size.smaller.hasFocus()
    for _ in range(len(TEXT_STEPS)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        if not page.text_size.smaller.isEnabled():
            break
    assert house.desk.settings.text_scale == 0.75
    assert page.text_size.larger.hasFocus()
    while page.text_size.larger.isEnabled():
        qtbot.keyClick(page.text_size.larger, Qt.Key.Key_Return)
    assert house.desk.settings.text_scale == 3.0
    assert page.text_size.smaller.hasFocus()


@pytest.mark.parametrize(
    ("scale", "direction", "wanted"),
    [(1.0, 1, 1.1), (1.0, -1, 0.9), (1.05, 1, 1.1), (1.05, -1, 1.0), (3.0, 1, 3.0), (0.75, -1, 0.75)],
)
def test_a_size_between_two_steps_goes_to_the_next(scale, direction, wanted):
    assert next_step(scale, direction) == wanted


def test_what_was_pressed_stays_in_view_while_the_text_grows(page, qtbot):
    page.resize(900, 384)
    for _ in range(6):
        page.text_size.larger.click()
        page.text_size.larger.setFocus()
        qtbot.wait(1)
    button, view = page.text_size.larger, page.column.viewport()
    top = button.mapTo(view, button.rect().topLeft()).y()
    assert 0 <= top <= view.height() - 20


# --- Colours, movement, keys ---


@pytest.mark.parametrize("value", [value for value, _ in settings_words.SCHEMES])
def test_colours_change_at_once(page, house, value):
    _choose(page.scheme, value)
    assert house.desk.settings.scheme == read_settings().scheme == value
    assert theme().scheme == ("light" if value == "system" else value)


def test_movement_can_be_switched_off(page, house):
    _choose(page.motion, "reduced")
    assert read_settings().motion == "reduced"
    assert theme().reduced_motion


def test_single_keys_can_be_switched_off_by_keyboard(page, house, qtbot):
    assert page.single_keys.isChecked()
    page.single_keys.setFocus()
    qtbot.keyClick(page.single_keys, Qt.Key.Key_Space)
    assert read_settings().single_keys is False
    assert house.desk.settings.single_keys is False


def test_settings_made_elsewhere_are_shown(page, house):
    house.desk.set_settings(scheme="dark", single_keys=False, text_scale=1.5, motion="reduced")
    assert (page.scheme.value(), page.motion.value(), page.single_keys.isChecked()) == (
        "dark",
        "reduced",
        False,
    )
    assert page.text_size.value.text() == "150\u00a0%"


def test_the_keys_are_explained_one_press_away(page, qtbot):
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        page.keys_help.click()
    assert asked.args == [HelpPlace("keys")]


def _choose(select, value):
    select.setCurrentIndex(select.findData(value))
    select.chosen.emit(value)


# --- The name ---


def test_a_student_can_take_another_name(page, house, qtbot):
    assert page.name.field.text() == "Sample Student"
    page.name.field.setText("  Other   Sample ")
    qtbot.keyClick(page.name.field, Qt.Key.Key_Return)
    assert [one.name for one in house.call(list_learners)] == ["Other Sample"]
    assert house.desk.learner.name == "Other Sample"
    assert page.name.field.text() == "Other Sample"
    assert page.name.outcome.text() == "Saved. Your history is kept under the name Other Sample."
    assert page.name.outcome.isVisible()


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Please type a name."), ("TAKEN", "There is already a student called Taken.")],
)
def test_a_name_that_cannot_be_is_refused_in_words(page, house, typed, words):
    house.call(add_learner, "Taken")
    page.name.field.setText(typed)
    page.name.save.click()
    assert page.name.outcome.text().startswith(words)
    assert page.name.field.hasFocus()
    assert house.desk.learner.name == "Sample Student"


def test_nobody_here_has_no_name_to_change(page, house):
    house.desk.sit_down(None)
    page.show_place(SettingsPlace())
    assert not page.name_section.isVisible()
    house.desk.sit_down(house.learner, teacher=True)
    page.show_place(SettingsPlace())
    assert not page.name_section.isVisible()


# --- Data and versions ---


def test_where_the_data_lie_is_said_and_can_be_opened(page, house, monkeypatch):
    assert page.path.text() == str(house.library.path)
    opened = []

    def note(url):
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    page.open_folder.click()
    assert [Path(one) for one in opened] == [house.library.path.parent]


def test_a_folder_that_does_not_open_is_named(page, house, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with qtbot.waitSignal(page.message_posted, timeout=1000) as said:
        page.open_folder.click()
    assert str(house.library.path.parent) in said.args[0]


@pytest.mark.parametrize("sound", [True, False])
def test_versions_are_named_and_an_older_sqlite_has_its_sentence(house, qtbot, monkeypatch, sound):
    facts = LibraryFacts("/data/library.sqlite", 4_212_000, "3.40.1", sound)
    monkeypatch.setattr(settings_page, "describe_library", reads(lambda _ctx: facts))
    page = _open(house, qtbot)
    assert page.versions.text().splitlines()[0] == f"Footnote {__version__}"
    assert page.versions.text().splitlines()[2] == "SQLite 3.40.1"
    assert page.file_size.text() == "4.2\u00a0MB"
    assert page.sqlite_note.isHidden() is sound
    assert "before 3.51.3" in page.sqlite_note.text()


def test_where_the_library_cannot_be_described_the_reason_stands_there(house, qtbot, monkeypatch):
    @reads
    def refuse(_ctx):
        raise FootnoteError("locked")

    monkeypatch.setattr(settings_page, "describe_library", refuse)
    page = _open(house, qtbot)
    assert page.path.text().startswith("Another program holds your Footnote data")
    assert not page.open_folder.isVisible()
    assert page.versions.text().startswith("Footnote ")


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0\u00a0bytes"), (1_000, "1.0\u00a0KB"), (2_560_000_000, "2.6\u00a0GB")]
)
def test_a_size_is_said_in_a_fitting_unit(size, words):
    assert settings_words.size_words(size) == words


# --- How it looks ---


@pytest.mark.parametrize(
    ("scheme", "scale", "width", "height"),
    [
        ("light", 0.75, 900, 440),
        ("light", 1.0, 1280, 800),
        ("light", 1.0, 900, 440),
        ("light", 2.0, 1280, 800),
        ("light", 3.0, 900, 440),
        ("dark", 1.0, 1280, 800),
        ("dark", 2.0, 900, 440),
        ("contrast", 1.0, 1280, 800),
        ("contrast", 3.0, 1280, 800),
    ],
)
def test_every_text_has_its_room_and_contrast(qtbot, tmp_path, look, scheme, scale, width, height):
    look(scheme, scale)
    with open_house(tmp_path, settings=Settings(scheme=scheme, text_scale=scale)) as house:
        window = MainWindow(house.desk)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.open(SettingsPlace())
        qtbot.wait(1)
        page = window.page
        assert page is not None
        assert look_at(page) == []


def test_the_style_of_citing_holds_at_once_for_all_that_is_asked_then(page, house):
    page.citation.set_value("apa")
    page.citation.chosen.emit("apa")
    assert read_settings().citation_style == "apa"
    assert house.desk.backend.actor.style == "apa"
    views: list[ReaderView] = []
    house.desk.backend.call(page, views.append, read_source, "river")
    assert views[0].works[0][0].full == "Hill, A. (1999). Rivers."


def test_the_strip_beside_the_text_can_be_switched_off(page):
    assert page.heat_strip.isChecked()
    page.heat_strip.click()
    assert not read_settings().heat_strip

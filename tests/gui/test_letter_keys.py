import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.config import Letters, Settings, read_settings
from app.domain.ids import SourceId
from app.domain.source import Locator
from app.gui.shared import letter_keys, quiz_keys
from app.gui.shared.help_words import Keys, help_sections
from app.gui.shared.key_hints import hints_for
from app.gui.shared.places import ReaderPlace, SettingsPlace
from app.gui.shared.quiz_keys import keys_shown
from app.gui.shared.reader_keys import read_key
from app.gui.shared.reader_page import ReaderPage
from app.gui.shared.settings_page import SettingsPage
from app.gui.widgets.marks import KeyCap
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at
from tests.gui.quiz_tools import quiz

OTHERS = Letters(mark="X", source="Q", back="Z", next="L", before="H", found="F")


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(house, qtbot):
    return _open(house, qtbot)


def _open(house, qtbot):
    page = SettingsPage(house.desk)
    qtbot.addWidget(page)
    page.resize(1280, 744)
    page.show()
    page.show_place(SettingsPlace())
    page.single_keys.setFocus()
    qtbot.wait(1)
    return page


def focused():
    return QApplication.focusWidget()


def _type(letter):
    QTest.keyClicks(focused(), letter)


# --- Changing ---


def test_a_letter_is_changed_by_keys_alone_and_kept_for_the_next_start(page, house, qtbot):
    QTest.keyClick(page.single_keys, Qt.Key.Key_Tab)
    assert focused() is page.letters.fields["mark"]
    assert focused().accessibleName() == "Key: mark for later"
    _type("x")
    assert page.letters.fields["mark"].text() == "X"
    assert page.letters.outcome.text() == "X is the key now: mark for later."
    assert house.desk.settings.letters == read_settings().letters == Letters(mark="X")
    QTest.keyClick(page.letters.fields["mark"], Qt.Key.Key_Tab)
    _type("q")
    assert read_settings().letters == Letters(mark="X", source="Q")
    with_them = SettingsPage(house.desk)
    qtbot.addWidget(with_them)
    assert [field.text() for field in with_them.letters.fields.values()] == [*"XQRJKN"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("s", "S is already a key: open the source. Please type another letter."),
        ("j", "J is already a key: in a source: the next sentence. Please type another letter."),
        *((letter, f"{letter.upper()} chooses an answer. Please type another letter.") for letter in "aE"),
        *((sign, "Only a single letter can be a key here.") for sign in "1?/\u00df"),
    ],
)
def test_a_key_that_is_used_or_no_letter_is_refused_in_a_sentence(page, house, monkeypatch, typed, said):
    heard = []
    monkeypatch.setattr(letter_keys, "announce", lambda _widget, sentence: heard.append(sentence))
    field = page.letters.fields["mark"]
    field.setFocus()
    _type(typed)
    assert field.text() == "M"
    assert page.letters.outcome.isVisible()
    assert page.letters.outcome.text() == said
    assert heard == [said]
    assert house.desk.settings.letters == Letters()
    _type("x")  # the refused one leaves nothing behind
    assert house.desk.settings.letters.mark == "X"


def test_what_is_taken_away_or_pasted_leaves_a_letter(page, house):
    field = page.letters.fields["found"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "N"
    QApplication.clipboard().setText("hello")
    field.paste()
    assert (field.text(), house.desk.settings.letters) == ("N", Letters())
    QApplication.clipboard().setText("h")
    field.deselect()
    field.paste()
    assert (field.text(), house.desk.settings.letters.found) == ("H", "H")


def test_the_usual_keys_come_back_and_the_focus_stays(page, house):
    house.desk.set_settings(letters=OTHERS)
    assert page.letters.usual.isVisible()
    page.letters.usual.setFocus()
    QTest.keyClick(page.letters.usual, Qt.Key.Key_Space)
    assert read_settings().letters == house.desk.settings.letters == Letters()
    assert not page.letters.usual.isVisible()
    assert focused() is page.letters.fields["mark"]
    assert page.letters.fields["source"].text() == "S"


def test_without_single_keys_there_is_nothing_to_change(page, house):
    assert page.letters.isVisible()
    page.letters.fields["mark"].setFocus()
    _type("s")
    page.single_keys.setFocus()
    QTest.keyClick(page.single_keys, Qt.Key.Key_Space)
    assert not page.letters.isVisible()
    QTest.keyClick(page.single_keys, Qt.Key.Key_Space)
    assert page.letters.isVisible()
    assert not page.letters.outcome.isVisible()  # what was refused then is not said again


# --- What they do ---


def test_a_changed_letter_acts_and_is_painted_and_the_usual_one_does_not(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, settings=Settings(letters=OTHERS)) as stage:
        stage.key(Qt.Key.Key_M)
        assert not stage.step.flagged
        stage.key(Qt.Key.Key_X)
        assert stage.step.flagged
        assert stage.page.view.foot.mark._key == "X"
        assert ("X", "mark") in hints_for(stage.step, OTHERS)
        assert stage.page.view.hints._shown == hints_for(stage.step, OTHERS)
        stage.answer()
        assert stage.page.view.sources.stack._key == "Q"
        stage.page.view.stem.setFocus()
        stage.key(Qt.Key.Key_R)
        assert focused() is stage.page.view.stem
        stage.key(Qt.Key.Key_Z)
        assert focused() is stage.page.explanation.verdict
        QTest.keyClicks(stage.page, "?")
        assert "X: mark for later" in [cap.accessibleName() for cap in stage.page.keys.findChildren(KeyCap)]


def test_changed_letters_go_into_a_field_and_do_nothing_where_they_are_off(qtbot, tmp_path):
    settings = Settings(letters=OTHERS)
    with quiz(qtbot, tmp_path, kinds=("short_answer", "single_choice"), settings=settings) as stage:
        QTest.keyClicks(stage.page.response_input.field(), "xqz")
        assert stage.page.response_input.field().text() == "xqz"
        assert not stage.step.flagged
    off = Settings(letters=OTHERS, single_keys=False)
    (tmp_path / "off").mkdir()
    with quiz(qtbot, tmp_path / "off", settings=off) as stage:
        stage.key(Qt.Key.Key_X)
        assert not stage.step.flagged
        assert stage.page.view.foot.mark._key == ""


@pytest.mark.parametrize(
    ("text", "act"),
    [
        *[
            ("l", "next"),
            ("L", "next"),
            ("h", "before"),
            ("f", "next_hit"),
            ("F", "hit_before"),
            ("z", "back"),
        ],
        *[("/", "find"), ("j", None), ("k", None), ("n", None), ("N", None), ("r", None)],
    ],
)
def test_the_reader_takes_the_changed_letters(text, act):
    event = _event(text)
    assert read_key(event, single_keys=True, typing=False, letters=OTHERS) == act
    assert read_key(event, single_keys=False, typing=False, letters=OTHERS) is None


def test_the_page_of_a_source_moves_by_the_changed_letters_and_paints_them(house, qtbot):
    house.desk.set_settings(letters=OTHERS)
    page = ReaderPage(house.desk)
    qtbot.addWidget(page)
    page.resize(1280, 744)
    page.show()
    page.show_place(ReaderPlace(SourceId("river")))
    page.give_focus()
    qtbot.wait(1)
    assert [cap.text() for cap in page.parts.keys.findChildren(KeyCap)] == ["L", "H", "/"]
    QTest.keyClick(page, Qt.Key.Key_J)
    assert page.spread.current is None
    QTest.keyClick(page, Qt.Key.Key_L)
    assert page.spread.current == Locator(1, 1)


def test_the_lists_of_keys_name_the_letters_that_act():
    assert dict(keys_shown(single_keys=True, letters=OTHERS))["X"] == "mark for later"
    assert {"M", "S", "R"}.isdisjoint(dict(keys_shown(single_keys=True, letters=OTHERS)))
    assert len(keys_shown(single_keys=True, letters=OTHERS)) == len(quiz_keys.KEYS)
    blocks = help_sections(single_keys=True, letters=OTHERS)[0].blocks
    tables = {block.heading: dict(block.rows) for block in blocks if isinstance(block, Keys)}
    assert tables["Quiz"]["X"] == "mark for later"
    sources = tables["Sources"]
    assert sources["L"] == "the next sentence"
    assert sources["Shift F"] == "the place before"
    assert {"J", "K", "N", "R", "Shift N"}.isdisjoint(sources)


# --- How it looks ---


@pytest.mark.parametrize(("scale", "scheme"), [(1.0, "light"), (2.0, "dark")])
def test_every_row_has_its_room_in_a_small_window(qtbot, tmp_path, scale, scheme):
    dress(scheme, scale)
    wide = OTHERS._replace(mark="W")
    with open_house(tmp_path, settings=Settings(letters=wide, text_scale=scale, scheme=scheme)) as house:
        page = _open(house, qtbot)
        page.resize(900, 440)
        for name in ("mark", "found"):
            page.letters.fields[name].setFocus()
            _type("s")
            qtbot.wait(20)
            for part in (page.letters.outcome, page.letters.fields[name]):
                assert part.visibleRegion().boundingRect().height() == part.height()
        assert look_at(page) == []


def _event(text):
    shift = Qt.KeyboardModifier.ShiftModifier if text.isupper() else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, 0, shift, text)

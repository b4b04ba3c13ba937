from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.config import Settings
from app.domain.errors import FootnoteError
from app.domain.kinds import numerical
from app.domain.rules.dates import score_year
from app.domain.rules.multiple_response import Ticks, balanced
from app.domain.rules.ordering import kendall
from app.domain.typed.compare import allowed_slips
from app.domain.typed.normal import form_of
from app.gui.main_window import MainWindow
from app.gui.shared.help_page import HelpPage
from app.gui.shared.help_words import Keys, Terms, Words, help_sections
from app.gui.shared.places import HelpPlace
from app.gui.shared.quiz_keys import KEYS, KEYS_OF_KIND
from app.gui.theme import theme
from app.gui.widgets.marks import KeyCap
from app.gui.widgets.text import TextBlock
from app.services import history
from app.services.marks import reads
from app.words import labels
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at

TOPICS = ["keys", "words", "content", "marking", "stored", "licence"]


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield dress
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path) as opened:
        yield opened


def _open(house, qtbot, topic="", size=(1280, 744)):
    page = HelpPage(house.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_place(HelpPlace(topic))
    page.give_focus()
    qtbot.wait(1)
    return page


def _texts(page):
    return [block.text() for block in page.section.findChildren(TextBlock)]


# --- Finding a section ---


def test_the_keyboard_goes_from_the_list_into_a_section(house, qtbot):
    page = _open(house, qtbot)
    assert page.sections.hasFocus()
    assert page.topic == "keys"
    qtbot.keyClick(page.sections, Qt.Key.Key_Down)
    qtbot.keyClick(page.sections, Qt.Key.Key_Return)
    assert page.topic == "words"
    assert page.section.heading.text() == "Words"
    assert page.section.heading.hasFocus()


def test_a_click_in_the_list_shows_a_section(house, qtbot):
    page = _open(house, qtbot)
    at = page.sections.visualRect(page.sections.model().index(3, 0)).center()
    qtbot.mouseClick(page.sections.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.topic == TOPICS[3]


def test_a_link_opens_its_section_at_once(house, qtbot):
    page = _open(house, qtbot, "stored")
    assert page.section.heading.text() == "What is stored"
    assert page.section.heading.hasFocus()


def test_an_unknown_topic_opens_the_help_as_it_was(house, qtbot):
    assert _open(house, qtbot, "no such topic").topic == "keys"


def test_where_it_is_narrow_sections_are_chosen_from_a_list(house, qtbot):
    page = _open(house, qtbot, size=(700, 400))
    assert page.sections.isHidden() or not page.sections.isVisible()
    assert page.jump.hasFocus()
    page.jump.setCurrentIndex(page.jump.findData("licence"))
    page.jump.chosen.emit("licence")
    assert page.topic == "licence"
    page.resize(1280, 744)
    qtbot.wait(1)
    assert page.sections.isVisible()
    assert not page.jump.isVisible()


def test_a_section_can_be_read_to_its_end_by_keyboard(house, qtbot):
    page = _open(house, qtbot, "words", size=(900, 384))
    bar = page.column.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    page._go_to("licence")
    assert bar.value() == 0


# --- What it says ---


def test_every_key_of_the_quiz_is_listed_with_what_it_does(house, qtbot):
    page = _open(house, qtbot, "keys")
    caps = [cap.accessibleName() for cap in page.section.findChildren(KeyCap)]
    rows = [*KEYS, *(row for rows in KEYS_OF_KIND.values() for row in rows)]
    assert all(f"{key}: {does}" in caps for key, does in rows)


def test_keys_that_are_switched_off_are_not_listed(house, qtbot):
    page = _open(house, qtbot, "keys")
    house.desk.set_settings(single_keys=False)
    caps = {cap.text() for cap in page.section.findChildren(KeyCap)}
    assert not {"M", "S", "J", "/"} & caps
    assert {"Enter", "Esc", "Page Down"} <= caps
    assert "Single keys are switched off in Settings" in _texts(page)[1]


def test_every_label_is_explained_with_its_word(house, qtbot):
    page = _open(house, qtbot, "words")
    shown = set(_texts(page))
    for meanings in (labels.STATUS_MEANING, labels.VOICE_MEANING, labels.CITATION_STATE_MEANING):
        assert set(meanings.values()) <= shown
    terms = [
        term
        for block in help_sections(single_keys=True)[1].blocks
        if isinstance(block, Terms)
        for term in block.rows
    ]
    words = {term.word for term in terms}
    assert set(labels.STATUS.values()) | set(labels.VOICE.values()) <= words
    assert {labels.VERDICT[code] for code in ("correct", "partly", "wrong", "skipped", "blank")} <= words


def test_content_notes_of_the_sets_stand_in_the_help(house, qtbot):
    page = _open(house, qtbot, "content")
    assert "It speaks of a flood." in _texts(page)
    assert "The river" in _texts(page)


def test_without_the_notes_the_help_can_still_be_read(house, qtbot, monkeypatch):
    @reads
    def refuse(_ctx, _set):
        raise FootnoteError("locked")

    monkeypatch.setattr(history, "read_intro", refuse)
    page = _open(house, qtbot, "content")
    assert any("a skipped question counts nothing" in text for text in _texts(page))


def test_every_kind_of_question_has_a_paragraph_on_its_marking():
    marking = {section.topic: section for section in help_sections(single_keys=True)}["marking"]
    headings = [block.heading for block in marking.blocks if isinstance(block, Words) and block.heading]
    assert sorted(headings) == sorted(labels.KIND.values())


def test_the_examples_on_marking_are_true():
    assert balanced(Ticks(hits=2, alarms=1, keys=3, distractors=2)) == Fraction(1, 6)
    assert balanced(Ticks(hits=3, alarms=2, keys=3, distractors=2)) == 0
    assert kendall([0, 2, 1, 3]) == Fraction(2, 3)
    slips = [allowed_slips(form_of("x" * letters)) for letters in (4, 5, 8, 9)]
    assert slips == [0, 1, 1, 2]
    given = {"5 March 1953": 1, "1950s": 0, "1943 or 1944": 0, "about 1953": 0, "53": 0, "1953": 1}
    key = numerical.Key("1953")
    scored = {text: score_year(key, numerical.Response(text)).fraction for text in given}
    assert scored == given


def test_no_sentence_shouts():
    for section in help_sections(single_keys=True):
        for block in section.blocks:
            said = [block.text] if isinstance(block, Words) else [str(row) for row in block.rows]
            assert all("!" not in text for text in said)
            assert isinstance(block, Words | Keys | Terms)


# --- How it looks ---


def test_a_line_of_text_is_short_enough_to_read(house, qtbot):
    page = _open(house, qtbot, "marking")
    block = next(text for text in page.section.findChildren(TextBlock) if text.role == "explanation")
    lines = block.height() / theme().line_height("explanation")
    assert 62 <= len(block.text()) / lines <= 76


@pytest.mark.parametrize(
    ("topic", "scheme", "scale", "width", "height"),
    [
        ("keys", "light", 1.0, 1280, 800),
        ("keys", "dark", 2.0, 900, 440),
        ("words", "light", 1.0, 900, 440),
        ("words", "dark", 1.0, 1280, 800),
        ("words", "contrast", 1.0, 1280, 800),
        ("words", "light", 2.0, 1280, 800),
        ("words", "light", 3.0, 900, 440),
        ("marking", "light", 0.75, 1280, 800),
        ("marking", "contrast", 2.0, 900, 440),
    ],
)
def test_every_text_has_its_room_and_contrast(qtbot, tmp_path, look, topic, scheme, scale, width, height):
    look(scheme, scale)
    with open_house(tmp_path, settings=Settings(scheme=scheme, text_scale=scale)) as house:
        window = MainWindow(house.desk)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.open(HelpPlace(topic))
        qtbot.wait(1)
        page = window.page
        assert page is not None
        assert look_at(page) == []


def test_the_section_grows_with_the_text_at_once(house, qtbot, look):
    page = _open(house, qtbot, "keys")
    before = page.section.findChildren(KeyCap)[0].height()
    page.section.heading.setFocus()
    look("dark", 1.5)
    qtbot.wait(1)
    assert page.section.findChildren(KeyCap)[0].height() > before
    assert page.section.heading.hasFocus()

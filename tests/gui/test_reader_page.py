import gc
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from app.domain.errors import FootnoteError
from app.domain.ids import SetId, SourceId
from app.domain.source import Locator
from app.formats.bank import read_bank
from app.gui.main_window import MainWindow
from app.gui.shared.places import AboutPlace, QuizPlace, ReaderPlace
from app.gui.shared.reader_page import ReaderPage
from app.gui.shared.reader_states import BEFORE_ANSWER, WHILE_WAITING
from app.gui.widgets.buttons import Button
from app.gui.widgets.reader_chunk import SentenceSpot
from app.gui.widgets.sentence_note import SentenceNote
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.services import attempts, reading
from app.services.context import TEACHER, perform
from app.services.marks import reads
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at, too_wide
from tests.services.builders import TEXT, right

ROOT = Path(__file__).resolve().parents[2]
FLOOD = Locator(1, 1)


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
def shipped(house):
    """The house with the question sets that come with the program."""
    perform(house.library, TEACHER, bring_up_to_date, read_bank(ROOT / "questions"), {"shipped": "1"})
    return house


@pytest.fixture
def page(house, qtbot):
    shown = ReaderPage(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def step(house):
    return house.call(attempts.start_attempt, house.learner.id, QuizPlan(SetId("river"), "practice", None, 0))


@pytest.fixture
def answered(house, step):
    house.call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    return ReaderPlace(SourceId("river"), step.attempt.id, 1, FLOOD)


@pytest.fixture
def original(tmp_path):
    path = tmp_path / "river.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def go(page, qtbot, place=ReaderPlace(SourceId("river"))):  # noqa: B008 (a place cannot be changed)
    page.show_place(place)
    page.give_focus()
    qtbot.wait(1)


def press(page, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(page.window().focusWidget() or page, key)


def notes(page):
    return [one for one in page.findChildren(SentenceNote) if one.isVisibleTo(page)]


def said(page):
    """What the sentence that has the keyboard focus says to a screen reader."""
    here = page.window().focusWidget()
    return here.accessibleName() if isinstance(here, SentenceSpot) else ""


def texts(page):
    return [chunk.block.text() for chunk in dict.fromkeys(page.spread.text._chunks.values())]


def here(page):
    return str(page.spread.current) if page.spread.current is not None else ""


def found(page):
    return here(page), page.parts.find_bar.count.text()


def state(page):
    return page.parts.instead if page.parts.instead.isVisibleTo(page) else None


# --- What is shown ---


def test_the_summary_flows_by_paragraph_with_its_sentence_numbers(page, qtbot):
    go(page, qtbot)
    first, second = texts(page)
    assert first.replace("\u00a0", " ") == "1 The water came up in spring. 2 It reached the low streets."
    assert (
        second.replace("\u00a0", " ") == "1  a There was a mayor. b The town wrote for aid. 2 Aid was late."
    )
    assert page.head.title.text() == "A letter about the river"
    assert page.head.length.text() == "2\u00a0paragraphs, 4\u00a0sentences"
    assert page.head.about.label == "About this essay"


def test_notes_stand_in_the_margin_beside_their_sentences_and_do_not_overlap(page, qtbot):
    go(page, qtbot)
    placed = notes(page)
    assert [str(note.sentence.at) for note in placed] == ["1.1", "1.2", "2.1"]
    for note in placed:
        line = page.spread.text.y() + page.spread.text.first_line(note.sentence.at)
        assert note.y() >= round(line - note.head_middle()) - 1
        assert note.x() > page.spread.text.geometry().right()
    for one, other in pairwise(placed):
        assert one.geometry().bottom() < other.y()


def test_a_note_opens_on_a_click_and_the_one_before_it_closes(page, qtbot):
    go(page, qtbot)
    first, second, _ = notes(page)
    assert not first.opened
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert (first.opened, second.opened) == (False, True)
    assert "Not all of them." in [block.text() for block in second.findChildren(type(page.head.title))]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert (first.opened, second.opened) == (True, False)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not first.opened


def test_a_click_on_a_sentence_number_opens_its_note(page, qtbot):
    go(page, qtbot)
    at = Locator(1, 2)
    chunk = page.spread.text._chunks[at]
    number = chunk.number_area(at).translated(-chunk.block.pos().toPointF()).center().toPoint()
    qtbot.mouseClick(chunk.block, Qt.MouseButton.LeftButton, pos=number)
    assert page.spread.current == at
    assert page.spread.is_open(at)


def test_below_a_thousand_pixels_notes_go_under_their_sentence(page, qtbot):
    go(page, qtbot)
    page.resize(900, 384)
    assert page.spread.inline
    assert notes(page) == []
    press(page, qtbot, "j")
    (note,) = notes(page)
    assert note.sentence.at == FLOOD
    top = page.spread.text.area(FLOOD).bottom()
    assert note.geometry().top() >= top
    assert note.geometry().bottom() < page.spread.text.area(Locator(1, 2)).top()
    press(page, qtbot, Qt.Key.Key_Return)
    assert notes(page) == []
    press(page, qtbot, Qt.Key.Key_Return)
    assert [one.sentence.at for one in notes(page)] == [FLOOD]
    page.resize(1280, 744)
    assert [one.opened for one in notes(page)] == [True, False, False]


def test_the_head_moves_above_the_text_where_there_is_no_room_beside_it(page, qtbot):
    go(page, qtbot)
    assert page.parts.wide
    assert page.head.parentWidget() is page.parts.side.widget()
    page.resize(900, 384)
    qtbot.wait(1)
    assert not page.parts.wide
    assert page.head.parentWidget() is page.parts.main.widget()
    assert page.head.isVisibleTo(page)


# --- Before and after an answer ---


def test_before_the_answer_nothing_tells_it_and_a_sentence_says_why(page, qtbot, step):
    go(page, qtbot, ReaderPlace(SourceId("river"), step.attempt.id, 1))
    assert notes(page) == []
    assert page.parts.notice.isVisibleTo(page)
    assert page.parts.notice.text() == BEFORE_ANSWER
    assert page.parts.works.rows() == []
    assert not any(letter in texts(page)[1] for letter in ("a There", "b The"))
    names = " ".join(spot.accessibleName() for spot in page.findChildren(SentenceSpot))
    assert "The water came up" in names
    assert not any(word in names for word in ("Established", "Too simple", "Evidence", "Note", "ask"))
    press(page, qtbot, "j", "j")
    assert page.spread.current == Locator(1, 2)
    assert notes(page) == []


def test_while_other_questions_wait_only_the_sentence_that_was_answered_says_what_it_is_worth(
    page, qtbot, answered
):
    go(page, qtbot, answered)
    assert [one.opened for one in notes(page)] == [True]
    assert page.parts.notice.isVisibleTo(page)
    assert page.parts.notice.text() == WHILE_WAITING
    names = " ".join(spot.accessibleName() for spot in page.findChildren(SentenceSpot))
    assert "Established" in names
    assert not any(word in names for word in ("Too simple", "Not all of them", "ask"))
    go(page, qtbot)
    assert len(notes(page)) == 1
    assert page.parts.notice.text() == WHILE_WAITING


def test_after_the_quiz_the_reader_is_at_the_evidence_with_its_note_open(page, qtbot, house, answered):
    house.call(attempts.finish_attempt, answered.attempt)
    go(page, qtbot, answered)
    assert page.spread.current == FLOOD
    assert [one.opened for one in notes(page)] == [True, False, False]
    assert said(page).startswith(
        "1.1. Established. Evidence starts: The water came up in spring. Evidence ends."
    )
    assert not page.parts.notice.isVisibleTo(page)


def test_coming_back_to_the_same_place_after_the_answer_shows_the_evidence(page, qtbot, house, step):
    place = ReaderPlace(SourceId("river"), step.attempt.id, 1)
    go(page, qtbot, place)
    assert notes(page) == []
    house.call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    go(page, qtbot, place)
    assert len(notes(page)) == 1
    assert page.spread.current == FLOOD


def test_in_an_exam_the_sources_are_closed(page, qtbot, house):
    step = house.call(attempts.start_attempt, house.learner.id, QuizPlan(SetId("river"), "exam", None, 0))
    go(page, qtbot, ReaderPlace(SourceId("river"), step.attempt.id, 1))
    assert isinstance(state(page), EmptyState)
    assert state(page).title.text() == "The sources are closed now"
    assert not page.spread.isVisibleTo(page)


# --- The way back ---


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, "r"])
def test_keys_lead_back_to_the_question(page, qtbot, answered, key):
    go(page, qtbot, answered)
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        press(page, qtbot, key)


def test_the_back_button_names_the_question(page, qtbot, answered):
    go(page, qtbot, answered)
    assert page.parts.back.label == "Back to question\u00a01"
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        page.parts.back.click()


def test_without_a_question_there_is_no_way_back_to_one(page, qtbot):
    go(page, qtbot)
    assert not page.parts.back.isVisibleTo(page)
    with qtbot.assertNotEmitted(page.back_requested):
        press(page, qtbot, Qt.Key.Key_Escape, "r")


def test_single_keys_can_be_switched_off(page, qtbot, answered, house):
    house.desk.set_settings(single_keys=False)
    go(page, qtbot, answered)
    with qtbot.assertNotEmitted(page.back_requested):
        press(page, qtbot, "r")
    press(page, qtbot, "j", "/")
    assert page.spread.current == FLOOD
    assert not page.parts.find_bar.field.hasFocus()
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        press(page, qtbot, Qt.Key.Key_Escape)


# --- Moving ---


def test_j_and_k_move_by_sentence_and_are_read_aloud(page, qtbot):
    go(page, qtbot)
    press(page, qtbot, "j")
    assert said(page).startswith(
        "1.1. Established. The water came up in spring. Note: The letter cites Hill 1999"
    )
    press(page, qtbot, "j")
    assert said(page).startswith("1.2. Too simple. It reached the low streets. Note: Not all of them.")
    assert [one.opened for one in notes(page)] == [False, True, False]
    press(page, qtbot, "k", "k")
    assert page.spread.current == FLOOD
    press(page, qtbot, "j", "j", "j", "j", "j")
    assert page.spread.current == Locator(2, 2)


def test_the_tab_key_stops_once_in_the_text(page, qtbot):
    go(page, qtbot)
    stops = [one for one in page.findChildren(SentenceSpot) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert page.spread.current == FLOOD


def test_arrows_scroll_a_long_text(page, qtbot, shipped):
    go(page, qtbot, ReaderPlace(SourceId("genocides")))
    bar = page.parts.main.verticalScrollBar()
    press(page, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert bar.value() > 0
    press(page, qtbot, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(page, qtbot, Qt.Key.Key_PageUp)
    assert 0 < bar.value() < bar.maximum()
    press(page, qtbot, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_step_brings_the_sentence_into_view_and_j_goes_on_from_what_is_seen(page, qtbot, shipped):
    go(page, qtbot, ReaderPlace(SourceId("genocides")))
    for _ in range(30):
        press(page, qtbot, "j")
        assert page.parts.in_view(page.spread.sentence_area(page.spread.current))
    press(page, qtbot, Qt.Key.Key_End, "j")
    assert page.spread.current.paragraph == 8


def test_a_place_far_down_is_in_view_at_once(page, qtbot, shipped):
    at = Locator(7, 10)
    go(page, qtbot, ReaderPlace(SourceId("genocides"), None, 0, at))
    assert page.spread.current == at
    assert page.parts.in_view(page.spread.sentence_area(at))
    assert page.parts.main.verticalScrollBar().value() > 0


# --- Works and sources ---


def test_works_lead_to_their_places(page, qtbot):
    go(page, qtbot)
    assert page.parts.works.rows() == ["Hill 1999"]
    (row,) = [one for one in page.parts.works.findChildren(QPushButton) if one.text() == "Hill 1999"]
    row.click()
    assert page.spread.current == FLOOD


def test_works_of_the_paragraph_in_view_stand_first(page, qtbot, shipped):
    go(page, qtbot, ReaderPlace(SourceId("genocides"), None, 0, Locator(7, 12)))
    rows = page.parts.works.rows()
    assert {"Richardson 2002", "Tikhomirov 2013"} <= set(rows[:10])
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        next(one for one in page.parts.works.findChildren(Button) if one.label.startswith("All ")).click()
    assert asked.args == [AboutPlace(SourceId("genocides"))]


def test_another_source_can_be_chosen(page, qtbot, shipped):
    go(page, qtbot, ReaderPlace(SourceId("genocides")))
    names = [page.head.source.itemText(i) for i in range(page.head.source.count())]
    assert {"The essay", "The fragment", "The background notes"} <= set(names)
    page.head.source.setCurrentIndex(names.index("The fragment"))
    page.head.source.activated.emit(names.index("The fragment"))
    assert page.view.source == "purge"
    assert page.head.length.text() == "3\u00a0paragraphs, 26\u00a0sentences"
    ends = [label.text() for label in page.findChildren(type(page.head.title)) if "[\u2026]" in label.text()]
    assert len(ends) == 3


def test_our_own_notes_have_no_original(page, qtbot, shipped):
    go(page, qtbot, ReaderPlace(SourceId("background")))
    assert not page.head.tabs.isVisibleTo(page)
    assert not page.head.attach.isVisibleTo(page)
    assert page.head.about.label == "About these notes"


# --- Finding ---


def test_finding_goes_from_sentence_to_sentence(page, qtbot):
    go(page, qtbot)
    press(page, qtbot, "/")
    field = page.parts.find_bar.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "the ")
    assert here(page) == ""  # letters are text here, no keys
    press(page, qtbot, Qt.Key.Key_Return)
    assert page.finding.hits == [FLOOD, Locator(1, 2), Locator(2, 1)]
    assert found(page) == ("1.1", "1 of 3")
    press(page, qtbot, Qt.Key.Key_Return)
    assert found(page) == ("1.2", "2 of 3")
    press(page, qtbot, Qt.Key.Key_Escape)  # empties the field
    assert page.finding.hits == []


def test_n_goes_on_and_round_and_capital_n_back(page, qtbot):
    go(page, qtbot)
    press(page, qtbot, "/")
    qtbot.keyClicks(page.parts.find_bar.field, "aid")
    press(page, qtbot, Qt.Key.Key_Return)
    assert page.finding.hits == [Locator(2, 1), Locator(2, 2)]
    page.give_focus()
    press(page, qtbot, "n")
    assert page.spread.current == Locator(2, 2)
    press(page, qtbot, "n")
    assert page.spread.current == Locator(2, 1)
    qtbot.keyClick(page.window().focusWidget(), "N", Qt.KeyboardModifier.ShiftModifier)
    assert page.spread.current == Locator(2, 2)


def test_words_of_a_note_are_found_and_the_note_opens(page, qtbot):
    go(page, qtbot)
    page.finding.search("not all of them")
    assert page.spread.current == Locator(1, 2)
    assert page.spread.is_open(Locator(1, 2))


def test_what_is_not_there_is_said(page, qtbot):
    go(page, qtbot)
    press(page, qtbot, "/")
    qtbot.keyClicks(page.parts.find_bar.field, "volcano")
    press(page, qtbot, Qt.Key.Key_Return)
    assert page.parts.find_bar.count.text() == "Not found"
    assert here(page) == ""


def test_escape_in_an_empty_field_goes_to_the_text_and_not_back(page, qtbot, answered):
    go(page, qtbot, answered)
    press(page, qtbot, "/")
    with qtbot.assertNotEmitted(page.back_requested):
        press(page, qtbot, Qt.Key.Key_Escape)
    assert said(page).startswith("1.1.")


# --- The original ---


def test_without_a_copy_the_tab_explains_and_offers_to_attach_one(page, qtbot):
    go(page, qtbot)
    page.head.tabs.chosen.emit("original")
    assert isinstance(state(page), EmptyState)
    assert "you do not need it" in state(page).sentence.text()
    assert not page.spread.isVisibleTo(page)
    (button,) = [one for one in state(page).findChildren(Button) if one.label == "I have the original"]
    button.click()
    dialogs = page.findChildren(QFileDialog)
    assert len(dialogs) == 1
    assert dialogs[0].isVisible()
    dialogs[0].reject()


def test_the_exact_words_are_highlighted_in_a_persons_own_copy(page, qtbot, house, answered, original):
    house.call(attempts.finish_attempt, answered.attempt)
    go(page, qtbot, answered)
    with qtbot.waitSignal(page.message_posted, timeout=1000) as posted:
        page.attach(str(original))
    assert posted.args[0] == "Found 1 of 1 quoted phrases in your copy."
    assert page.head.copy.text() == posted.args[0]
    assert page.head.tabs.value() == "original"
    marked = [
        chunk.running.text[span.start : span.end]
        for chunk in dict.fromkeys(page.spread.text._chunks.values())
        for span in chunk.running.spans
        if span.highlight
    ]
    assert marked == ["rose in March 1887"]
    page.give_focus()
    assert "Evidence starts: rose in March 1887, evidence ends." in said(page)
    assert [str(note.sentence.at) for note in notes(page)] == ["1.1", "1.2", "2.1"]


def test_before_the_answer_a_copy_shows_no_highlight(page, qtbot, step, original):
    go(page, qtbot, ReaderPlace(SourceId("river"), step.attempt.id, 1))
    page.attach(str(original))
    assert page.view.has_original
    spans = [span for chunk in page.spread.text._chunks.values() for span in chunk.running.spans]
    assert not any(span.highlight for span in spans)
    assert notes(page) == []
    assert page.parts.notice.text() == BEFORE_ANSWER


def test_words_that_are_not_in_a_copy_are_never_highlighted(page, qtbot, answered, original):
    go(page, qtbot, answered)
    page.attach(str(original))
    view = page.view
    spoiled = tuple(type(one)(one.at, one.text.replace("1887", "1888")) for one in view.original)
    page._show(page._place, type(view)(**{**as_fields(view), "original": spoiled, "verified": 0}))
    assert page.head.copy.text() == "This looks like another version: 0 of 1 quoted phrases found."
    (note,) = notes(page)
    assert note.opened
    assert note.sentence.entries[0].word == "Not found in this copy"
    spans = [span for chunk in page.spread.text._chunks.values() for span in chunk.running.spans]
    assert not any(span.highlight for span in spans)


def as_fields(view):
    return {name: getattr(view, name) for name in view.__struct_fields__}


def test_a_dropped_text_is_attached_and_a_question_set_is_left_to_the_window(page, qtbot, original, tmp_path):
    go(page, qtbot)
    page.dropEvent(drop(original))
    assert page.view.has_original
    questions = tmp_path / "set.yaml"
    questions.write_text("set: x\n", encoding="utf-8")
    event = drop(questions)
    event.setAccepted(False)
    page.dropEvent(event)
    assert not event.isAccepted()


def sparse(path, size):
    with path.open("wb") as file:
        file.truncate(size)
    return path


KEPT: list[QMimeData] = []


def drop(path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    KEPT.append(data)  # the event does not keep it
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)


def test_a_file_that_is_not_the_original_is_refused_in_a_sentence(page, qtbot, house, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Nothing that anybody quotes.", encoding="utf-8")
    go(page, qtbot)
    with qtbot.waitSignal(house.desk.backend.error_occurred, timeout=1000) as failed:
        page.attach(str(other))
    assert failed.args[0].code == "original_not_recognised"
    with qtbot.waitSignal(house.desk.backend.error_occurred, timeout=1000) as failed:
        page.attach(str(tmp_path / "gone.txt"))
    assert failed.args[0].code == "file_not_found"
    with qtbot.waitSignal(house.desk.backend.error_occurred, timeout=1000) as failed:
        page.attach(str(sparse(tmp_path / "large.txt", 3 << 30)))
    assert failed.args[0].code == "file_too_large"
    assert page.spread.isVisibleTo(page)


# --- Other states ---


def test_a_source_that_cannot_be_read_says_so_and_can_be_tried_again(page, qtbot, monkeypatch):
    real = reading.read_source

    @reads
    def broken(_ctx, *_args):
        raise FootnoteError("source_not_found", source="river")

    monkeypatch.setattr(reading, "read_source", broken)
    go(page, qtbot)
    assert isinstance(state(page), ErrorState)
    assert "river" in state(page).sentence.text()
    monkeypatch.setattr(reading, "read_source", real)
    state(page).chosen.emit("again")
    assert page.spread.isVisibleTo(page)
    assert len(texts(page)) == 2


def test_a_library_without_sources_says_so(page, qtbot, monkeypatch):
    @reads
    def empty(_ctx, *_args):
        raise FootnoteError("source_not_found", source="")

    monkeypatch.setattr(reading, "read_source", empty)
    go(page, qtbot, ReaderPlace())
    assert state(page).title.text() == "There are no sources yet"


def test_what_takes_long_says_so_and_what_does_not_says_nothing(page, qtbot, house, monkeypatch):
    calls = []
    monkeypatch.setattr(house.desk.backend, "call", lambda *args, **kinds: calls.append(args))
    page.show_place(ReaderPlace(SourceId("river")))
    assert not isinstance(state(page), LoadingState)
    qtbot.waitUntil(lambda: isinstance(state(page), LoadingState), timeout=3000)
    view = house.call(reading.read_source, "river")
    calls[0][1](view)
    assert page.spread.isVisibleTo(page)
    assert state(page) is None


# --- In the window ---


def test_the_window_opens_the_reader_and_goes_back_to_the_question(house, qtbot, answered):
    window: Any = MainWindow(house.desk)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.open(QuizPlace(answered.attempt, 1))
    window.open(answered)
    assert isinstance(window.page, ReaderPage)
    window.page.head.about.click()
    assert window.place == AboutPlace(SourceId("river"))
    window.go_back()
    assert window.place == answered
    press(window.page, qtbot, "r")
    assert window.place == QuizPlace(answered.attempt, 1)


@pytest.mark.parametrize(
    ("scheme", "width", "height", "scale"),
    [
        ("light", 1280, 744, 1.0),
        ("dark", 1280, 744, 1.0),
        ("contrast", 1280, 744, 1.0),
        ("light", 1280, 744, 2.0),
        ("light", 900, 384, 1.0),
        ("dark", 900, 384, 2.0),
        ("light", 1100, 700, 1.0),
    ],
)
def test_text_stays_in_its_box_and_readable(shipped, page, qtbot, look, scheme, width, height, scale):
    look(scheme, scale)
    page.resize(width, height)
    go(page, qtbot, ReaderPlace(SourceId("genocides"), None, 0, Locator(4, 5)))
    page.parts.find_bar.field.setText("famine")
    page.finding.search("famine")
    qtbot.wait(1)
    assert look_at(page) == []


def test_the_page_follows_the_theme_while_it_is_shown(page, qtbot, look, shipped):
    go(page, qtbot, ReaderPlace(SourceId("genocides"), None, 0, Locator(4, 5)))
    before = page.spread.height()
    look("dark", 1.5)
    qtbot.wait(1)
    assert page.spread.height() > before
    look("light", 1.0)
    qtbot.wait(1)
    assert page.spread.height() == before
    assert too_wide(page) == []


def test_the_measure_is_60_to_75_characters(page, qtbot, shipped):
    go(page, qtbot, ReaderPlace(SourceId("genocides")))
    chunk = next(iter(page.spread.text._chunks.values()))
    text = chunk.block.text()
    lines = {round(chunk.block.rects(i, i + 1)[0].top()): 0 for i in range(len(text))}
    full = len(text) / len(lines)
    assert 60 <= full <= 75


def test_leaving_and_opening_leaves_no_widgets_behind(page, qtbot, shipped):
    counts = []
    for _ in range(3):
        for name in ("genocides", "purge"):
            go(page, qtbot, ReaderPlace(SourceId(name)))
        QApplication.sendPostedEvents(None, 52)  # deferred deletion
        gc.collect()
        counts.append(len(page.findChildren(SentenceNote)) + len(page.findChildren(SentenceSpot)))
    assert counts[0] == counts[1] == counts[2]

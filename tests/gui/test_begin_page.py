from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.config import read_settings
from app.domain.errors import FootnoteError
from app.domain.ids import LearnerId, SetId, SourceId
from app.domain.source import About
from app.gui.shared.places import AboutPlace, BeginPlace, QuizPlace, TodayPlace
from app.gui.student.before_you_begin import BeforeYouBegin
from app.gui.student.begin_page import BeginPage, plan_words
from app.gui.student.notes_seen import unseen_notes, unseen_sources, with_seen
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import ErrorState
from app.gui.widgets.text import TextBlock
from app.services import attempts, history, learners
from app.services.marks import reads
from app.services.views import ContentNote, Intro, QuizPlan, SourceIntro
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at
from tests.gui.settle import open_window

LOOKS = [("light", 1.0), ("dark", 2.0), ("contrast", 3.0)]
RIVER = SetId("river")
PLAN = QuizPlan(RIVER, size=5)
ABOUT = About(
    "Unknown. It reads like a letter.", "Unknown.", "A letter about a flood.", errors="It contains errors."
)
SOURCES = (
    SourceIntro(SourceId("letter"), "A letter from the lower town", "the letter", "essay", ABOUT),
    SourceIntro(SourceId("answer"), "The mayor's answer", "the answer", "document", ABOUT),
    SourceIntro(SourceId("notes"), "Editors' notes", "the notes", "notes", ABOUT),
)
NOTES = (
    ContentNote(RIVER, "The river", "It speaks of a flood."),
    ContentNote(SetId("town"), "The town", "Of fire."),
)


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
    shown = BeginPage(house.desk)
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


def _open_attempt(house):
    return house.call(attempts.find_open_attempt, house.learner.id)


# --- What was seen ----------------------------------------------------------------------------------------


def test_each_student_sees_each_note_and_source_once() -> None:
    ada, bela = LearnerId(UUID(int=1)), LearnerId(UUID(int=2))
    intro = Intro(None, "", NOTES, SOURCES)
    first = Intro(RIVER, "", NOTES[:1], SOURCES[:1])
    seen = with_seen(first, (), ada)
    assert unseen_notes(intro, seen, ada) == NOTES[1:]
    assert unseen_sources(intro, seen, ada) == SOURCES[1:]
    assert unseen_notes(intro, seen, bela) == NOTES
    assert unseen_sources(intro, seen, None) == SOURCES
    assert with_seen(first, seen, ada) == seen


@pytest.mark.parametrize(
    ("title", "plan", "words"),
    [
        ("The river", PLAN, "The river. 5\u00a0questions, practice."),
        ("The river", QuizPlan(RIVER, "exam", None, 0), "The river. All questions, exam."),
        ("", QuizPlan(None, size=1), "A mix of all sets. 1\u00a0question, practice."),
    ],
)
def test_what_is_about_to_begin_in_words(title, plan, words) -> None:
    assert plan_words(title, plan) == words


# --- Before the first question ----------------------------------------------------------------------------


def test_the_note_and_the_source_stand_before_the_first_quiz(page, house, qtbot) -> None:
    page.show_place(BeginPlace(PLAN))
    words = _words(page, qtbot)
    source = house.call(history.read_intro, RIVER).sources[0]
    assert words[0] == "Before you begin"
    assert "It speaks of a flood." in words
    assert source.title in words
    assert f"Author: {source.about.author}" in words
    assert QApplication.focusWidget() is page.bar.button
    assert _open_attempt(house) is None


def test_enter_begins_the_quiz_and_the_note_does_not_come_again(page, house, qtbot) -> None:
    places = _opened(page)
    page.show_place(BeginPlace(PLAN))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    begun = _open_attempt(house).attempt
    assert places == [QuizPlace(begun.id)]
    assert (begun.total, begun.mode, begun.set) == (5, "practice", RIVER)
    assert read_settings().notes_seen == house.desk.settings.notes_seen != ()
    page.leave()
    page.show_place(BeginPlace(QuizPlan(RIVER, "exam", None, 3)))
    assert page.before is None
    assert len(places) == 2
    assert _open_attempt(house).attempt.mode == "exam"


def test_a_second_student_sees_the_note_too(page, house) -> None:
    page.show_place(BeginPlace(PLAN))
    page.bar.button.click()
    house.desk.sit_down(house.call(learners.add_learner, "Another Sample"))
    page.leave()
    page.show_place(BeginPlace(PLAN))
    assert page.before is not None


def test_back_from_the_quiz_begins_no_second_one(page, house, qtbot) -> None:
    places = _opened(page)
    place = BeginPlace(PLAN)
    page.show_place(place)
    page.bar.button.click()
    page.leave()
    with qtbot.waitSignal(page.back_requested):
        page.show_place(place)
    assert len(places) == 1


def test_the_first_student_of_all_sits_down_without_a_name(page, house) -> None:
    house.desk.sit_down(None)
    places = _opened(page)
    page.show_place(BeginPlace(PLAN))
    assert [one.name for one in house.call(learners.list_learners)] == ["Sample Student"]
    page.bar.button.click()
    assert house.desk.learner.name == ""
    assert house.desk.backend.actor.person == house.desk.learner.id
    assert isinstance(places[0], QuizPlace)
    page.leave()
    page.show_place(BeginPlace(QuizPlan(RIVER, size=3)))
    assert page.before is None


def test_a_link_tells_more_about_a_source(page, house) -> None:
    places = _opened(page)
    page.show_place(BeginPlace(PLAN))
    source, link = next(iter(page.before.links.items()))
    link.click()
    assert places == [AboutPlace(source)]
    page.leave()
    page.show_place(BeginPlace(PLAN))  # coming back, it is still to be seen
    assert page.before is not None


def test_editors_notes_take_a_line_and_documents_a_card_each(qtbot) -> None:
    shown = BeforeYouBegin(NOTES, SOURCES)
    qtbot.addWidget(shown)
    shown.show()
    words = _words(shown, qtbot)
    assert words.count("Author: Unknown. It reads like a letter.") == 2
    assert "Editors' notes: A letter about a flood." in words
    assert [name for name in ("The river", "The town") if name in words] == ["The river", "The town"]


def test_one_note_needs_no_heading(qtbot) -> None:
    shown = BeforeYouBegin(NOTES[:1], ())
    qtbot.addWidget(shown)
    shown.show()
    assert _words(shown, qtbot) == ["It speaks of a flood."]


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (QuizPlan(RIVER, topic="nothing"), "There are no questions here yet."),
        (QuizPlan(SetId("nowhere")), "There is no question set called nowhere."),
    ],
)
def test_what_cannot_begin_is_said_with_ways_out(page, house, qtbot, plan, sentence) -> None:
    places = _opened(page)
    page.show_place(BeginPlace(plan))
    if page.before is not None:
        page.bar.button.click()
    state = page.findChild(ErrorState)
    assert state.sentence.text().startswith(sentence)
    assert page.bar.isHidden()
    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    state.chosen.emit("today")
    assert places == [TodayPlace()]
    assert _open_attempt(house) is None


@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_while_an_exam_runs_no_other_quiz_begins(page, house, qtbot, mode) -> None:
    exam = house.call(attempts.start_attempt, house.learner.id, QuizPlan(RIVER, "exam", size=3))
    places = _opened(page)
    page.show_place(BeginPlace(QuizPlan(SetId("taster"), mode, size=1)))
    if page.before is not None:
        qtbot.mouseClick(page.bar.button, Qt.MouseButton.LeftButton)
    state = page.findChild(ErrorState)
    assert state.sentence.text().startswith("An exam of yours is not handed in yet.")
    way = next(one for one in state.findChildren(Button) if one.text() == "Go to Today")
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert places == [TodayPlace()]
    assert _open_attempt(house).attempt.id == exam.attempt.id


def test_nothing_opens_once_the_page_was_left(page, house, monkeypatch) -> None:
    places = _opened(page)
    house.desk.set_settings(notes_seen=with_seen(house.call(history.read_intro, RIVER), (), house.learner.id))
    late = []
    monkeypatch.setattr(
        house.desk.backend,
        "call",
        lambda owner, done, service, *args, failed=None: late.append((done, service, args)),
    )
    page.show_place(BeginPlace(PLAN))
    page.leave()
    done, service, args = late.pop()
    done(house.call(service, *args))
    assert places == []
    assert late == []


def test_an_error_while_asking_is_said(page, monkeypatch) -> None:
    def fails(_ctx, _set):
        raise FootnoteError("locked")

    monkeypatch.setattr(history, "read_intro", reads(fails))
    page.show_place(BeginPlace(PLAN))
    assert "Another program" in page.findChild(ErrorState).sentence.text()


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
@pytest.mark.parametrize("size", [(1280, 800), (900, 440)])
def test_nothing_overlaps_or_is_cut(house, qtbot, monkeypatch, scheme, scale, size) -> None:
    def answer(_ctx, _set):
        return Intro(None, "", NOTES, SOURCES)

    monkeypatch.setattr(history, "read_intro", reads(answer))
    dress(scheme, scale)
    page = open_window(qtbot, house.desk, BeginPlace(QuizPlan(None)), size)
    assert page.before is not None
    assert look_at(page) == []
    assert page.rect().contains(page.bar.button.mapTo(page, page.bar.button.rect().bottomRight()))

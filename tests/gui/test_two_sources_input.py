import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from app.domain.kinds import two_sources
from app.services.views import OriginalSentence
from tests.gui.desk_tools import dress
from tests.gui.input_tools import (
    LOOKS,
    faults,
    in_look,
    key,
    page_stops,
    settle,
    spoken_description,
    stage,
)
from tests.gui.step_builders import STARTED, step_for
from tests.gui.step_samples import NOTES, STORY, TWO_SOURCES, at


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def rows(window, number):
    return list(window.input.passages[number].rows().values())


def relations(window):
    return list(window.input.relation.rows().values())


def press(window, text):
    event = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key(ord(text.upper())), Qt.KeyboardModifier.NoModifier, text
    )
    return window.input.press_key(event)


def click(row):
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())


def test_keys_alone_answer_it(qtbot):
    window = stage(qtbot, step_for("two_sources"))
    assert press(window, "1")  # of the first passage, for nothing has the focus
    window.setFocus()
    assert press(window, "1")  # 2.1 ends so as well, but 1.1 stands first in the passage that is still open
    assert window.input.response() == two_sources.Response(None, (at("3.11"), at("1.1")))
    assert press(window, "1")  # the focus is in the second passage: on to the next that ends so
    assert press(window, "c")
    assert window.input.response() == two_sources.Response("contradict", (at("3.11"), at("2.1")))
    assert relations(window)[2].hasFocus()
    key(Qt.Key.Key_Space)
    assert window.told.now() == ["changed"] * 4
    assert not press(window, "e")


def test_arrows_lead_through_both_passages_and_the_relations(qtbot):
    window = stage(qtbot, step_for("two_sources"))
    order = [*rows(window, 0), *rows(window, 1), *relations(window)]
    assert page_stops(window) == [order[0], rows(window, 1)[0], relations(window)[0]]
    window.input.give_focus()
    down = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    for row in [*order[1:], order[0]]:
        assert window.input.press_key(down)
        assert row.hasFocus()
    assert window.input.response() == two_sources.Response()


def test_the_mouse_alone_answers_it(qtbot):
    window = stage(qtbot, step_for("two_sources"))
    for row in (rows(window, 1)[1], rows(window, 0)[0], rows(window, 0)[2], relations(window)[1]):
        click(row)
    assert window.input.response() == two_sources.Response("differ_in_certainty", (at("3.11"), at("2.1")))


def test_passages_that_have_nothing_to_do_with_each_other_need_no_sentence(qtbot):
    window = stage(qtbot, step_for("two_sources", response=TWO_SOURCES.response))
    assert not window.input.note.isVisibleTo(window)
    press(window, "d")
    assert window.input.response() == two_sources.Response("unrelated")
    assert window.input.note.isVisibleTo(window)
    assert not press(window, "9")
    click(rows(window, 0)[0])
    assert window.input.response() == two_sources.Response("unrelated")
    press(window, "a")  # the sentences chosen before are still there
    assert window.input.response() == TWO_SOURCES.response
    assert not window.input.note.isVisibleTo(window)


def test_after_checking_the_relation_and_each_place_say_what_became_of_them(qtbot):
    window = stage(qtbot, step_for("two_sources", checked=True))
    assert [row.face.state for row in relations(window)] == ["wrong", "faded", "missed", "faded"]
    said = "1 of 4. Your answer. The story says that the old town did not end."
    assert spoken_description(relations(window)[0]) == said
    assert [row.mark_words() for row in rows(window, 0)] == ["", "", "Your sentence"]
    assert rows(window, 0)[2].state == "correct"
    assert [row.mark_words() for row in rows(window, 1)] == ["Right as well", "Your sentence"]
    assert window.input.has_more_reasons()
    window.input.show_all_reasons(True)
    assert all(row.face.reason.text() for row in relations(window))


def test_a_place_that_was_not_right_is_shown_beside_the_right_one(qtbot):
    response = two_sources.Response("contradict", (at("3.9"), None))
    window = stage(qtbot, step_for("two_sources", checked=True, response=response))
    assert [row.state for row in rows(window, 0)] == ["wrong", "faded", "missed"]
    assert [row.mark_words() for row in rows(window, 1)] == ["A right sentence", "A right sentence"]


def test_where_the_passages_are_unrelated_no_place_is_marked(qtbot):
    unrelated = two_sources.Key("unrelated")
    step = step_for("two_sources", checked=True, key=unrelated, response=TWO_SOURCES.response)
    window = stage(qtbot, step)
    assert {row.state for number in (0, 1) for row in rows(window, number)} == {"faded"}
    assert relations(window)[3].face.state == "missed"


def test_a_handed_in_attempt_cannot_be_changed(qtbot):
    window = stage(qtbot, step_for("two_sources", response=TWO_SOURCES.response, finished=STARTED))
    for row in (rows(window, 0)[0], relations(window)[3]):
        click(row)
    assert not press(window, "b")
    assert window.input.response() == TWO_SOURCES.response
    assert window.told.now() == []


def test_each_passage_has_its_own_switch_to_the_original(qtbot):
    window = stage(qtbot, step_for("two_sources"))
    window.input.show_originals((tuple(OriginalSentence(one.at, "So.") for one in STORY.sentences), ()))
    first, second = (one.head.switch.isVisibleTo(window) for one in window.input.passages)
    assert (first, second) == (True, False)


def test_they_stand_side_by_side_where_there_is_room(qtbot):
    window = stage(qtbot, step_for("two_sources"), 640)
    first, second = window.input.passages
    assert first.geometry().right() < second.x()
    assert first.height() == second.height()
    window.resize(400, 600)
    settle()
    assert first.geometry().bottom() < second.y()
    assert {one.head.title.text().split("\u00a0")[0] for one in (first, second)} == {"The story", "The notes"}
    assert len(second.rows()) == len(NOTES.sentences)


@pytest.mark.parametrize(("width", "scale", "scheme"), [LOOKS[2], LOOKS[4], (900, 1.5, "contrast")])
@pytest.mark.parametrize("checked", [False, True])
def test_fits_and_can_be_read_in_every_look(qtbot, width, scale, scheme, checked):
    response = TWO_SOURCES.response if checked else two_sources.Response("unrelated")
    step = step_for("two_sources", checked=checked, response=response)
    window = in_look(scheme, scale, lambda: stage(qtbot, step, width))
    if checked:
        window.input.show_all_reasons(True)
    settle()
    assert faults(window) == []

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest

from app.domain.kinds import source_support
from app.domain.source import Locator
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
    spoken_name,
    stage,
)
from tests.gui.step_builders import STARTED, step_for
from tests.gui.step_samples import SOURCE_SUPPORT


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def rows(window):
    return list(window.input.answers.rows().values())


def press(window, text):
    event = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key(ord(text.upper())), Qt.KeyboardModifier.NoModifier, text
    )
    return window.input.press_key(event)


def test_what_the_document_says_stands_beside_what_the_work_says(qtbot):
    window = stage(qtbot, step_for("source_support"))
    claim, work = window.input.claim, window.input.work
    assert (claim.heading.text(), claim.words.text(), claim.place.text()) == (
        "What the story says",
        "It calls the pier the first one.",
        "Paragraph\u00a01, sentence\u00a03",
    )
    assert work.words.text() == "Berg describes a jetty that is drawn on a map of 1840."
    assert work.place.text() == "Berg 1950, p.\u00a031. Maps of a town"
    assert claim.geometry().right() < work.x()
    window.resize(380, 700)
    settle()
    assert claim.geometry().bottom() < work.y()


def test_the_four_answers_are_said_in_words(qtbot):
    window = stage(qtbot, step_for("source_support"))
    assert [spoken_name(row) for row in rows(window)] == [
        "A. It says the same",
        "B. It says so in part",
        "C. It says otherwise",
        "D. It does not speak of this",
    ]
    assert QAccessible.queryAccessibleInterface(rows(window)[0]).role() == QAccessible.Role.RadioButton
    assert page_stops(window) == [rows(window)[0]]


def test_keys_alone_choose(qtbot):
    window = stage(qtbot, step_for("source_support"))
    assert press(window, "c")
    assert window.input.response() == source_support.Response("contradicts")
    assert press(window, "1")
    assert window.input.response() == source_support.Response("supports")
    down = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert window.input.press_key(down)
    assert window.input.response() == source_support.Response("supports")
    key(Qt.Key.Key_Space)
    assert window.input.response() == source_support.Response("partly")
    assert window.told.now() == ["changed"] * 3
    assert [press(window, text) for text in "e05"] == [False] * 3


def test_the_mouse_alone_chooses(qtbot):
    window = stage(qtbot, step_for("source_support"))
    QTest.mouseClick(rows(window)[3], Qt.MouseButton.LeftButton)
    assert window.input.response() == source_support.Response("not_addressed")


def test_after_checking_each_answer_says_what_became_of_it(qtbot):
    window = stage(qtbot, step_for("source_support", checked=True))
    assert [row.face.state for row in rows(window)] == ["faded", "wrong", "missed", "faded"]
    assert spoken_description(rows(window)[1]) == "2 of 4. Your answer. Only one of them can be the first."
    assert window.input.has_more_reasons()
    window.input.show_all_reasons(True)
    assert spoken_description(rows(window)[0]).endswith("A jetty of 1840 is older than the pier.")
    assert not press(window, "a")
    assert window.input.response() == SOURCE_SUPPORT.response


def test_a_handed_in_attempt_cannot_be_changed(qtbot):
    window = stage(qtbot, step_for("source_support", response=SOURCE_SUPPORT.response, finished=STARTED))
    QTest.mouseClick(rows(window)[3], Qt.MouseButton.LeftButton)
    assert window.input.response() == SOURCE_SUPPORT.response
    assert window.told.now() == []


def test_the_original_is_offered_where_a_copy_is_attached(qtbot):
    window = stage(qtbot, step_for("source_support"))
    claim = window.input.claim
    assert not claim.switch.isVisibleTo(window)
    window.input.show_originals(((OriginalSentence(Locator(1, 3), "So it stands there."),),))
    assert claim.switch.isVisibleTo(window)
    assert claim.words.text() == "It calls the pier the first one."
    QTest.mouseClick(claim.switch.findChildren(type(claim.switch.focusProxy()))[1], Qt.MouseButton.LeftButton)
    assert claim.words.text() == "So it stands there."


@pytest.mark.parametrize(("width", "scale", "scheme"), [LOOKS[2], LOOKS[4]])
def test_fits_and_can_be_read_in_every_look(qtbot, width, scale, scheme):
    step = step_for("source_support", checked=True)
    window = in_look(scheme, scale, lambda: stage(qtbot, step, width))
    window.input.show_all_reasons(True)
    window.input.show_originals(((OriginalSentence(Locator(1, 3), "So it stands there."),),))
    settle()
    assert faults(window) == []

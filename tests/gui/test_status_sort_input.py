import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.ids import PartId
from app.domain.kinds import status_sort
from app.gui.widgets.kinds.status_sort_input import Legend, Slot
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
from tests.gui.step_samples import STATUS_SORT, ids

B, H = ids("b h")
SHOWN, KEY = STATUS_SORT.shown, STATUS_SORT.key
assert isinstance(SHOWN, status_sort.Shown)
assert isinstance(KEY, status_sort.Key)
STATEMENTS, STATUSES, VOICES, REASONS = SHOWN.statements, KEY.statuses, KEY.voices, KEY.feedback
popup = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def asking(ask, **fields):
    key_body = status_sort.Key(
        ids("h b"),
        STATUSES if ask != "voice" else {},
        VOICES if ask != "status" else {},
        REASONS,
    )
    return step_for("status_sort", body=status_sort.Shown(STATEMENTS, ask), key=key_body, **fields)


def test_the_five_standings_are_offered_in_words(qtbot):
    window = stage(qtbot, asking("status"))
    rows = window.input.rows()
    assert list(rows) == [Slot(B, "status"), Slot(H, "status")]
    row = rows[Slot(B, "status")]
    assert [(one.letter, one.words) for one in row.offered()] == [
        ("A", "Established"),
        ("B", "Too simple"),
        ("C", "Historians disagree"),
        ("D", "One author\u2019s view"),
        ("E", "Wrong in the essay"),
    ]
    assert {row.accessibleName(), spoken_description(row)} == {
        "The bridge was the end of the old town., 1 of 2"
    }
    assert len(window.input.findChildren(Legend)) == 1


def test_keys_alone_sort_the_statements(qtbot):
    window = stage(qtbot, asking("status"))
    window.input.give_focus()
    key(Qt.Key.Key_D)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_1)
    assert window.input.response() == status_sort.Response({B: "opinion", H: "established"})
    key(Qt.Key.Key_Down)  # round the end
    assert QApplication.focusWidget() is window.input.rows()[Slot(B, "status")]
    assert spoken_name(window.input.rows()[Slot(H, "status")]) == "A. Established"
    key(Qt.Key.Key_Delete)
    assert window.input.response() == status_sort.Response({H: "established"})
    assert window.told.now() == ["changed"] * 3
    key(Qt.Key.Key_Return)  # checking is the page's
    assert window.unwanted == [Qt.Key.Key_Return]


def test_a_figure_pressed_elsewhere_sorts_the_first_that_is_open(qtbot):
    window = stage(qtbot, asking("voice", response=status_sort.Response({}, {B: "scholar"})))
    window.setFocus()
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier)
    assert window.input.press_key(event)
    assert window.input.response() == status_sort.Response({}, {B: "scholar", H: "regime"})
    beyond = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier)
    assert not window.input.press_key(beyond)  # there are three voices


@popup
def test_the_mouse_alone_sorts_a_statement(qtbot):
    window = stage(qtbot, asking("status"))
    row = window.input.rows()[Slot(H, "status")]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.view().isVisible())
    qtbot.wait(
        QApplication.doubleClickInterval() + 50
    )  # Qt takes an early release for that of the first press
    spot = row.view().visualRect(row.model().index(5, 0)).center()
    qtbot.mouseMove(row.view().viewport(), spot)
    qtbot.mouseClick(row.view().viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: not row.view().isVisible())
    assert window.input.response() == status_sort.Response({H: "inaccurate"})


def test_standing_and_voice_are_asked_one_after_the_other(qtbot):
    window = stage(qtbot, asking("both", response=STATUS_SORT.response))
    rows = window.input.rows()
    assert list(rows) == [Slot(B, "status"), Slot(B, "voice"), Slot(H, "status"), Slot(H, "voice")]
    assert page_stops(window) == list(rows.values())
    said = rows[Slot(H, "voice")].accessibleName()
    assert said == "Who says it?, The harbour was dug in 1862. 2 of 2"
    assert window.input.response() == STATUS_SORT.response
    window.input.give_focus()  # where something is still open
    assert rows[Slot(B, "voice")].hasFocus()
    assert window.told.now() == []


def test_after_checking_each_statement_shows_given_and_right(qtbot):
    window = stage(qtbot, step_for("status_sort", checked=True))
    boxes = window.input.boxes()
    assert window.input.rows() == {}
    assert [(box.words.text(), box.state) for box in boxes.values()] == [
        ("The bridge was the end of the old town.", "partly"),
        ("The harbour was dug in 1862.", "correct"),
    ]
    assert boxes[B].outcomes() == [
        "Yours: One author\u2019s view",
        "Nothing chosen",
        "Right: A scholar says it",
    ]
    assert boxes[B].reasons() == ["The doctor saw it so."]
    assert boxes[H].reasons() == []
    assert window.input.has_more_reasons()
    window.input.show_all_reasons(True)
    assert boxes[H].reasons() == ["The parish book has the year."]
    assert window.input.response() == STATUS_SORT.response


@pytest.mark.parametrize(
    ("given", "state", "outcomes"),
    [
        ({B: "opinion"}, "correct", ["Yours: One author\u2019s view"]),
        ({B: "contested"}, "wrong", ["Right: One author\u2019s view", "Yours: Historians disagree"]),
        ({H: "opinion"}, "blank", ["Nothing chosen", "Right: One author\u2019s view"]),
    ],
)
def test_a_statement_is_right_wrong_or_left_open(qtbot, given, state, outcomes):
    window = stage(qtbot, asking("status", checked=True, response=status_sort.Response(given)))
    box = window.input.boxes()[PartId("b")]
    assert (box.state, box.outcomes()) == (state, outcomes)


def test_a_handed_in_attempt_cannot_be_changed(qtbot):
    given = status_sort.Response({B: "opinion"})
    window = stage(qtbot, asking("status", response=given, finished=STARTED))
    assert not any(row.isEnabled() for row in window.input.rows().values())
    assert window.input.response() == given


@pytest.mark.parametrize(("width", "scale", "scheme"), LOOKS[1:4])
@pytest.mark.parametrize("checked", [False, True])
def test_fits_and_can_be_read_in_every_look(qtbot, width, scale, scheme, checked):
    step = step_for("status_sort", checked=checked, response=STATUS_SORT.response)
    window = in_look(scheme, scale, lambda: stage(qtbot, step, width))
    if checked:
        window.input.show_all_reasons(True)
    settle()
    assert faults(window) == []

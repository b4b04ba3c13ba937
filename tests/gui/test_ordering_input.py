import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from app.domain.ids import PartId
from app.domain.kinds import ordering
from app.gui.theme import Look, theme
from app.gui.widgets.kinds import order_list
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
    tab_stops,
)
from tests.gui.step_builders import STARTED, step_for
from tests.gui.step_samples import ids

SHOWN = ids("home ends dies deported abolished")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
UP, DOWN, SPACE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space


@pytest.fixture(autouse=True)
def look(qapp):
    theme().apply(qapp, Look())
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme().apply(qapp, Look())


@pytest.fixture
def said(monkeypatch):
    """What a screen reader is told."""
    heard: list[str] = []
    monkeypatch.setattr(order_list, "announce", lambda _widget, sentence: heard.append(sentence))
    return heard


def order(window) -> tuple[PartId, ...]:
    response = window.input.response()
    assert isinstance(response, ordering.Response)
    return response.order


def lines(window) -> tuple[PartId, ...]:
    """The items from top to bottom as they lie on the screen."""
    return tuple(row.part for row in sorted(window.input.rows(), key=lambda row: row.y()))


def focused(window) -> PartId:
    return next(row.part for row in window.input.rows() if row.hasFocus())


def test_shows_the_stored_order_and_counts_as_not_given_until_something_is_moved(qtbot):
    window = stage(qtbot, step_for("ordering"))
    assert lines(window) == SHOWN
    assert order(window) == ()
    assert window.input.keep.isVisible()
    assert not window.input.kept.isVisible()
    given = ordering.Response(tuple(reversed(SHOWN)))
    window.show_question(step_for("ordering", response=given))
    assert lines(window) == given.order
    assert window.input.response() == given
    assert window.input.kept.isVisible()
    window.show_question(step_for("ordering", checked=True, response=given))
    assert window.input.response() == given
    assert window.told.now() == []


@pytest.mark.parametrize("modifier", [ALT, CTRL])
def test_alt_or_ctrl_with_an_arrow_moves_the_item_and_the_focus_goes_with_it(qtbot, said, modifier):
    window = stage(qtbot, step_for("ordering"))
    window.input.give_focus()
    key(DOWN, modifier)
    settle()
    assert lines(window) == order(window) == ids("ends home dies deported abolished")
    assert focused(window) == PartId("home")
    assert said == ["The return home is authorised, second of five"]
    assert window.told.now() == ["changed"]
    key(UP, modifier)
    key(UP, modifier)  # it is first already
    assert order(window) == SHOWN
    assert window.told.now() == ["changed"]


def test_arrows_move_the_focus_and_nothing_else(qtbot):
    window = stage(qtbot, step_for("ordering"))
    window.input.give_focus()
    places = []
    for pressed in (DOWN, DOWN, UP, Qt.Key.Key_End, DOWN, Qt.Key.Key_Home, UP):
        key(pressed)
        places.append(SHOWN.index(focused(window)) + 1)
    assert places == [2, 3, 2, 5, 5, 1, 1]
    assert window.told.now() == []
    assert order(window) == ()


def test_space_picks_up_arrows_move_and_space_puts_down(qtbot, said):
    window = stage(qtbot, step_for("ordering"))
    window.input.give_focus()
    key(SPACE)
    row = window.input.rows()[0]
    assert spoken_description(row) == "Picked up. Arrows move it, Space puts it down."
    key(DOWN)
    key(DOWN)
    key(SPACE)
    assert spoken_description(row) == ""
    assert order(window) == ids("ends dies home deported abolished")
    assert said[0] == "Picked up, first of five. Arrows move it, Space puts it down."
    assert said[-1] == "Put down, third of five."
    key(DOWN)
    assert focused(window) == PartId("deported")  # arrows lead again
    assert window.told.now() == ["changed", "changed"]


def test_enter_puts_down_first_and_is_the_pages_after_that(qtbot):
    window = stage(qtbot, step_for("ordering"))
    window.input.give_focus()
    key(SPACE)
    key(DOWN)
    key(Qt.Key.Key_Return)
    assert window.unwanted == []
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_M)
    assert window.unwanted == [Qt.Key.Key_Return, Qt.Key.Key_M]
    assert "submitted" not in window.told.now()


def test_escape_puts_a_picked_item_back(qtbot):
    window = stage(qtbot, step_for("ordering"))
    window.input.give_focus()
    key(SPACE)
    key(DOWN)
    key(DOWN)
    key(Qt.Key.Key_Escape)
    settle()
    assert lines(window) == SHOWN
    assert order(window) == ()
    assert window.input.keep.isVisible()
    assert focused(window) == PartId("home")
    key(Qt.Key.Key_Escape)  # nothing is picked up now: it is the page's
    assert window.unwanted == [Qt.Key.Key_Escape]


def test_the_buttons_move_by_mouse_alone(qtbot):
    window = stage(qtbot, step_for("ordering"))
    rows = window.input.rows()
    qtbot.mouseClick(rows[4].up, Qt.MouseButton.LeftButton)
    settle()
    qtbot.mouseClick(rows[0].down, Qt.MouseButton.LeftButton)
    settle()
    assert lines(window) == order(window) == ids("ends home dies abolished deported")
    assert window.told.now() == ["changed", "changed"]


def test_the_first_has_no_button_up_and_the_last_none_down(qtbot):
    window = stage(qtbot, step_for("ordering"))
    visible = [(row.up.isVisible(), row.down.isVisible()) for row in window.input.rows()]
    assert visible == [(False, True), (True, True), (True, True), (True, True), (True, False)]
    key_row = window.input.rows()[0]
    assert spoken_name(key_row.down) == "Move down: The return home is authorised"


def drag(qtbot, row, to: QPoint) -> None:
    """Press on a row and draw the mouse, in steps, to a place on the screen."""
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = row.mapToGlobal(QPoint(80, row.height() // 2))
    qtbot.mousePress(row, left, pos=row.mapFromGlobal(start))
    for step in range(1, 6):
        where = start + (to - start) * step / 5
        at, none = row.mapFromGlobal(where).toPointF(), Qt.MouseButton.NoButton
        moved = QMouseEvent(QMouseEvent.Type.MouseMove, at, where.toPointF(), none, left, nothing)
        QApplication.sendEvent(row, moved)
        settle()
    qtbot.mouseRelease(row, left)
    settle()


def test_an_item_is_dragged_over_others(qtbot):
    window = stage(qtbot, step_for("ordering"))
    rows = window.input.rows()
    below = rows[3].mapToGlobal(rows[3].rect().center() + QPoint(0, 6))
    drag(qtbot, rows[0], below)
    assert lines(window) == order(window) == ids("ends dies deported home abolished")
    assert set(window.told.now()) == {"changed"}


def test_a_click_moves_nothing(qtbot):
    window = stage(qtbot, step_for("ordering"))
    row = window.input.rows()[2]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert focused(window) == PartId("dies")
    assert order(window) == ()
    assert window.told.now() == []


def test_keep_this_order_makes_it_the_answer(qtbot):
    window = stage(qtbot, step_for("ordering"))
    window.input.give_focus()
    key(Qt.Key.Key_Tab)
    assert window.input.keep.hasFocus()
    before = window.input.height()
    key(SPACE)
    settle()
    assert order(window) == SHOWN
    assert window.told.now() == ["changed"]
    assert window.input.kept.isVisible()
    assert not window.input.keep.isVisible()
    assert window.input.height() == before  # nothing below moves
    assert focused(window) == PartId("home")


def test_the_list_is_one_tab_stop_that_stays_with_the_item(qtbot):
    window = stage(qtbot, step_for("ordering"))
    window.setFocus()
    assert tab_stops(window) == [window.input.rows()[0], window.input.keep]
    window.input.rows()[0].setFocus()
    key(DOWN)
    window.setFocus()
    assert tab_stops(window) == [window.input.rows()[1], window.input.keep]


def test_an_arrow_pressed_elsewhere_leads_into_the_list(qtbot):
    window = stage(qtbot, step_for("ordering"))
    window.setFocus()
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, DOWN, Qt.KeyboardModifier.NoModifier)
    assert window.input.press_key(pressed)
    assert focused(window) == PartId("home")
    letter = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert not window.input.press_key(letter)


def test_each_item_is_spoken_with_its_place(qtbot):
    window = stage(qtbot, step_for("ordering"))
    assert [spoken_name(row) for row in window.input.rows()][2] == "Stalin dies, third of five"


def test_after_checking_items_stand_in_the_right_order_with_the_place_given(qtbot):
    window = stage(qtbot, step_for("ordering", checked=True))
    boxes = window.input.boxes()
    assert window.input.rows() == []
    assert list(boxes) == list(ids("ends deported abolished dies home"))
    assert [box.state for box in boxes.values()] == ["correct", "correct", "correct", "wrong", "wrong"]
    tied = "In its place (second or third, in any order)"
    assert [box.outcomes() for box in boxes.values()] == [
        ["In its place"], [tied], [tied],
        ["Right place: fourth", "Your place: fifth"], ["Right place: fifth", "Your place: fourth"],
    ]  # fmt: skip
    assert spoken_name(boxes[PartId("dies")]) == "Stalin dies. Right place: fourth. Your place: fifth"


def test_reasons_of_items_in_their_place_are_folded(qtbot):
    window = stage(qtbot, step_for("ordering", checked=True))
    boxes = window.input.boxes()
    assert [box.reasons() for box in boxes.values()] == [[], [], [], ["5 March 1953."], ["January 1957."]]
    assert window.input.has_more_reasons()
    window.input.show_all_reasons(True)
    assert next(box.reasons() for box in boxes.values()) == ["2 February 1943."]
    assert all(box.reasons() for box in boxes.values())
    window.input.show_all_reasons(False)
    assert boxes[PartId("ends")].reasons() == []


def test_a_blank_answer_shows_the_right_order(qtbot):
    window = stage(qtbot, step_for("ordering", checked=True, blank=True))
    boxes = window.input.boxes()
    assert {box.state for box in boxes.values()} == {"blank"}
    assert boxes[PartId("deported")].outcomes() == ["Right place: second or third, in any order"]
    assert order(window) == ()
    assert window.input.has_more_reasons()


def test_a_handed_in_attempt_cannot_be_changed(qtbot):
    given = ordering.Response(tuple(reversed(SHOWN)))
    window = stage(qtbot, step_for("ordering", response=given, finished=STARTED))
    row = window.input.rows()[0]
    assert not row.isEnabled()
    assert not row.down.isVisible()
    assert window.input.response() == given


def test_the_page_finds_the_tab_stops_in_reading_order(qtbot):
    window = stage(qtbot, step_for("ordering"))
    assert page_stops(window) == [window.input.rows()[0], window.input.keep]
    window.show_question(step_for("ordering", checked=True))
    assert page_stops(window) == list(window.input.boxes().values())


@pytest.mark.parametrize(("width", "scale", "scheme"), LOOKS)
@pytest.mark.parametrize("checked", [False, True])
def test_fits_and_can_be_read_in_every_look(qtbot, width, scale, scheme, checked):
    window = in_look(scheme, scale, lambda: stage(qtbot, step_for("ordering", checked=checked), width))
    if checked:
        window.input.show_all_reasons(True)
        settle()
    assert faults(window) == []


def test_a_move_out_of_sight_scrolls(qtbot):
    window = stage(qtbot, step_for("ordering"))
    window.resize(536, 140)
    settle()
    window.input.give_focus()
    for _ in range(4):
        key(DOWN, ALT)
    settle()
    row = window.input.rows()[4]
    assert row.hasFocus()
    top = row.mapTo(window, QPoint(0, 0)).y()
    assert top >= 0
    assert top + row.height() <= window.height()


def test_runs_from_right_to_left_where_the_program_does(qtbot, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = stage(qtbot, step_for("ordering"))
    row = window.input.rows()[1]
    assert row.up.x() < row.words.x()
    assert row.down.x() < row.up.x()

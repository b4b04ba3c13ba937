import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.domain.ids import PartId
from app.domain.kinds import matching
from app.domain.kinds.matching import Side
from app.domain.text import Text
from app.gui.theme import Look, theme
from app.gui.widgets.kinds import chooser
from app.gui.widgets.text import TextBlock
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

P1, P2, P3 = ids("p1 p2 p3")
T1, T2, T3, T4 = ids("t1 t2 t3 t4")
# The order shown is t3 t1 t4 t2, so A is t3, B is t1, C is t4, D is t2.
popup = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def look(qapp):
    theme().apply(qapp, Look())
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme().apply(qapp, Look())


def pairs(window) -> dict[PartId, PartId]:
    response = window.input.response()
    assert isinstance(response, matching.Response)
    return response.pairs


def test_shows_the_stored_pairs_without_telling_of_a_change(qtbot):
    given = matching.Response({P1: T1, P3: T1})
    window = stage(qtbot, step_for("matching", response=given))
    assert window.input.response() == given
    window.show_question(step_for("matching", checked=True, response=given))
    assert window.input.response() == given
    window.show_question(step_for("matching"))
    assert window.input.response() == matching.Response({})
    assert window.told.now() == []


def test_premises_and_targets_stand_in_their_stored_orders(qtbot):
    window = stage(qtbot, step_for("matching", premises=(P3, P1, P2)))
    rows = list(window.input.rows().values())
    assert [row.premise() for row in rows] == ["Chechens", "Koreans", "Crimean Tatars"]
    offered = [(one.letter, one.id) for one in rows[0].offered()]
    assert offered == [("A", T3), ("B", T1), ("C", T4), ("D", T2)]


def test_a_letter_or_a_figure_chooses_and_delete_clears(qtbot):
    window = stage(qtbot, step_for("matching"))
    window.input.give_focus()
    key(Qt.Key.Key_B)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_4)
    assert pairs(window) == {P1: T1, P2: T2}
    assert window.told.now() == ["changed", "changed"]
    key(Qt.Key.Key_Delete)
    key(Qt.Key.Key_Delete)  # there is nothing left to clear
    assert pairs(window) == {P1: T1}
    assert window.told.now() == ["changed"]
    assert window.unwanted == []


def test_what_a_letter_chose_is_said(qtbot, monkeypatch):
    heard = []
    monkeypatch.setattr(chooser, "announce", lambda _widget, sentence: heard.append(sentence))
    monkeypatch.setattr(chooser, "tell_new_name", lambda widget: heard.append(widget))
    window = stage(qtbot, step_for("matching"))
    row = window.input.rows()[P1]
    row.setFocus()
    key(Qt.Key.Key_B)
    assert heard == [row, row.currentText()]
    assert row.currentText().startswith("B. ")
    key(Qt.Key.Key_Delete)
    assert heard[2:] == [row, chooser.NOTHING]


def test_a_letter_beyond_the_targets_is_the_pages(qtbot):
    window = stage(qtbot, step_for("matching"))
    window.input.give_focus()
    for pressed in (
        Qt.Key.Key_E,
        Qt.Key.Key_M,
        Qt.Key.Key_5,
        Qt.Key.Key_0,
        Qt.Key.Key_Return,
    ):
        key(pressed)
    key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pairs(window) == {}
    assert window.told.now() == []
    assert window.unwanted == [
        Qt.Key.Key_E, Qt.Key.Key_M, Qt.Key.Key_5, Qt.Key.Key_0, Qt.Key.Key_Return, Qt.Key.Key_Control, Qt.Key.Key_A
    ]  # fmt: skip


def test_arrows_move_between_premises_and_choose_nothing(qtbot):
    window = stage(qtbot, step_for("matching"))
    rows = list(window.input.rows().values())
    window.input.give_focus()
    assert QApplication.focusWidget() is rows[0]
    key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[2]
    assert window.told.now() == []


@popup
def test_space_opens_the_list_and_enter_there_chooses(qtbot):
    window = stage(qtbot, step_for("matching"))
    window.input.give_focus()
    row = window.input.rows()[P1]
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: row.view().isVisible())
    for _ in range(2):
        qtbot.keyClick(row.view(), Qt.Key.Key_Down)
    qtbot.keyClick(row.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not row.view().isVisible())
    assert pairs(window) == {P1: T1}
    assert window.told.now() == ["changed"]
    assert window.unwanted == []


@popup
def test_the_mouse_alone_chooses_and_clears(qtbot):
    window = stage(qtbot, step_for("matching"))
    row = window.input.rows()[P2]
    for line, wanted in ((4, {P2: T2}), (0, {})):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: row.view().isVisible())
        qtbot.wait(
            QApplication.doubleClickInterval() + 50
        )  # Qt takes an early release for that of the first press
        spot = row.view().visualRect(row.model().index(line, 0)).center()
        qtbot.mouseMove(row.view().viewport(), spot)
        qtbot.mouseClick(row.view().viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.waitUntil(lambda: not row.view().isVisible())
        assert pairs(window) == wanted
    assert window.told.now() == ["changed", "changed"]


def test_the_wheel_scrolls_and_never_chooses(qtbot):
    window = stage(qtbot, step_for("matching"))
    row = window.input.rows()[P1]
    row.setFocus()
    spot = row.rect().center().toPointF()
    event = QWheelEvent(
        spot, row.mapToGlobal(spot), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(row, event)
    assert pairs(window) == {}


def test_a_letter_pressed_elsewhere_fills_the_first_empty_premise(qtbot):
    window = stage(qtbot, step_for("matching", response=matching.Response({P1: T1})))
    window.setFocus()

    def pressed(code: Qt.Key) -> QKeyEvent:
        return QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier)

    assert window.input.press_key(pressed(Qt.Key.Key_D))
    assert pairs(window) == {P1: T1, P2: T2}
    assert QApplication.focusWidget() is window.input.rows()[P2]
    assert not window.input.press_key(pressed(Qt.Key.Key_Return))
    assert not window.input.press_key(pressed(Qt.Key.Key_Delete))


def test_each_premise_is_one_tab_stop_with_its_name_place_and_target(qtbot):
    window = stage(qtbot, step_for("matching", response=matching.Response({P1: T1})))
    rows = list(window.input.rows().values())
    window.setFocus()
    assert tab_stops(window) == rows
    assert {rows[0].accessibleName(), spoken_description(rows[0])} == {"Koreans, 1 of 3"}
    assert spoken_name(rows[0]) == "B. The Soviet Far East"
    assert [row.currentText() for row in rows] == [
        "B. The Soviet Far East",
        "Nothing chosen",
        "Nothing chosen",
    ]


def test_targets_are_listed_once_beside_the_premises_and_above_them_where_it_is_narrow(qtbot):
    window = stage(qtbot, step_for("matching"), 560)
    row = window.input.rows()[P1]
    targets = row.parent().targets
    assert spoken_name(targets.findChildren(TextBlock)[0]) == "A. The North Caucasus"
    assert targets.x() > row.geometry().right()
    window.resize(360, 600)
    settle()
    assert targets.geometry().bottom() < row.y()


def colours_below_the_premise(row) -> set[str]:
    image = row.grab().toImage()
    lower = range(image.height() - theme().line_height("meta") - 10, image.height() - 4)
    return {image.pixelColor(x, y).name() for y in lower for x in range(60, image.width() - 60)}


def test_where_it_is_narrow_the_premise_says_its_target_in_words(qtbot):
    window = stage(qtbot, step_for("matching"), 560)
    beside = window.input.rows()[P1].height()
    window.resize(360, 600)
    settle()
    row = window.input.rows()[P1]
    assert row.height() > beside
    before = row.height()
    row.setFocus()
    key(Qt.Key.Key_B)
    settle()
    assert row.height() == before  # choosing moves nothing
    assert theme().colour("ink2").name() in colours_below_the_premise(row)
    key(Qt.Key.Key_Delete)
    assert theme().colour("ink3").name() in colours_below_the_premise(row)


def test_after_checking_each_premise_shows_given_and_right(qtbot):
    window = stage(qtbot, step_for("matching", checked=True))
    boxes = window.input.boxes()
    assert window.input.rows() == {}
    assert [(box.words.text(), box.state) for box in boxes.values()] == [
        ("Koreans", "correct"), ("Crimean Tatars", "wrong"), ("Chechens", "blank")
    ]  # fmt: skip
    assert boxes[P1].outcomes() == ["Yours: The Soviet Far East"]
    assert boxes[P2].outcomes() == [
        "Right: A peninsula in the Black Sea", "Yours: The shores of Lake Baikal"
    ]  # fmt: skip
    assert boxes[P3].outcomes() == ["Nothing chosen", "Right: The North Caucasus"]
    assert spoken_name(boxes[P1]) == "Koreans. Yours: The Soviet Far East"


def test_reasons_of_what_was_given_wrong_are_open_and_the_others_folded(qtbot):
    window = stage(qtbot, step_for("matching", checked=True))
    boxes = window.input.boxes()
    wrong = [
        "They were deported from Crimea in May 1944.",
        "Deportees were sent to Siberia; none of these peoples came from there.",
    ]
    assert [box.reasons() for box in boxes.values()] == [[], wrong, []]
    assert spoken_description(boxes[P2]) == " ".join(wrong)
    assert window.input.has_more_reasons()
    window.input.show_all_reasons(True)
    assert [len(box.reasons()) for box in boxes.values()] == [1, 2, 1]
    window.input.show_all_reasons(False)
    assert [len(box.reasons()) for box in boxes.values()] == [0, 2, 0]


def test_a_spare_target_that_nobody_chose_is_said_to_belong_to_none(qtbot):
    window = stage(qtbot, step_for("matching", checked=True, response=matching.Response({P1: T1})))
    spare = window.input.boxes()[T4]
    assert (spare.words.text(), spare.outcomes(), spare.reasons()) == (
        "The shores of Lake Baikal", ["Belongs to none"], []
    )  # fmt: skip
    window.input.show_all_reasons(True)
    assert spare.reasons() == ["Deportees were sent to Siberia; none of these peoples came from there."]


def test_without_reasons_there_are_none_to_unfold(qtbot):
    wanted = matching.Key({P1: T1, P2: T2, P3: T3}, (P1, P2, P3), (T1, T2, T3, T4))
    window = stage(qtbot, step_for("matching", checked=True, key=wanted))
    assert not window.input.has_more_reasons()


def test_a_handed_in_attempt_cannot_be_changed(qtbot):
    window = stage(qtbot, step_for("matching", response=matching.Response({P1: T1}), finished=STARTED))
    assert not any(row.isEnabled() for row in window.input.rows().values())
    assert window.input.response() == matching.Response({P1: T1})


def test_the_page_finds_the_tab_stops_in_reading_order(qtbot):
    window = stage(qtbot, step_for("matching"))
    assert page_stops(window) == list(window.input.rows().values())
    window.show_question(step_for("matching", checked=True))
    assert page_stops(window) == list(window.input.boxes().values())


@pytest.mark.parametrize(("width", "scale", "scheme"), LOOKS)
@pytest.mark.parametrize("checked", [False, True])
def test_fits_and_can_be_read_in_every_look(qtbot, width, scale, scheme, checked):
    step = step_for("matching", checked=checked, response=matching.Response({P1: T1, P2: T4}))
    window = in_look(scheme, scale, lambda: stage(qtbot, step, width))
    if checked:
        window.input.show_all_reasons(True)
        settle()
    assert faults(window) == []


@popup
def test_a_long_target_wraps_in_the_opened_list(qtbot):
    long = Side(
        T1, Text("A place whose description needs far more room than any list has, and then some more")
    )
    body = matching.Shown(
        (Side(P1, Text("Koreans")), Side(P2, Text("Chechens"))), (long, Side(T2, Text("Here")))
    )
    window = stage(qtbot, step_for("matching", body=body, order=(T1, T2), premises=(P1, P2)), 360)
    row = window.input.rows()[P1]
    row.showPopup()
    heights = [row.view().visualRect(row.model().index(line, 0)).height() for line in range(3)]
    row.hidePopup()
    assert heights[1] > heights[2]
    assert row.view().width() <= window.width()


def test_runs_from_right_to_left_where_the_program_does(qtbot, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = stage(qtbot, step_for("matching"), 560)
    row = window.input.rows()[P1]
    assert row.geometry().right() == row.parent().width() - 1
    assert row.parent().targets.geometry().right() < row.x()


def test_where_there_is_hardly_room_a_target_stands_below_its_letter(qtbot):
    window = in_look("light", 3.0, lambda: stage(qtbot, step_for("matching"), 240))
    targets = window.input.rows()[P1].parent().targets
    first = targets.findChildren(TextBlock)[0]
    assert first.x() == 0
    assert first.y() >= theme().size(28)

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest

from app.domain.ids import PartId
from app.domain.kinds import multiple_response, single_choice, true_false
from app.gui.widgets.kinds.choice_row import make_choice_row
from tests.gui.desk_tools import dress
from tests.gui.input_tools import (
    LOOKS,
    in_look,
    key,
    settle,
    spoken_description,
    spoken_name,
    stage,
    tab_stops,
)
from tests.gui.quiz_tools import faults
from tests.gui.step_builders import step_for
from tests.gui.step_samples import choices, ids, texts

LONG = "They had been free to go home since 1948, when the decree on their exile was withdrawn by the authorities."


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def rows(window):
    return list(window.input.rows().values())


def press(window, event_key, text=""):
    """Give a key to the input as the page does; tell whether it was used."""
    event = QKeyEvent(QKeyEvent.Type.KeyPress, event_key, Qt.KeyboardModifier.NoModifier, text)
    return window.input.press_key(event)


def many_choices(count):
    names = [f"c{number}" for number in range(count)]
    body = single_choice.Shown(choices(**{name: f"Answer {name}" for name in names}))
    key_body = single_choice.Key(PartId("c0"), ids(" ".join(names)))
    return step_for("single_choice", body=body, key=key_body, order=ids(" ".join(names)))


def test_choices_stand_in_the_stored_order_with_letters(qtbot):
    window = stage(qtbot, step_for("single_choice", order=ids("c a d b")))
    assert list(window.input.rows()) == list(ids("c a d b"))
    assert [spoken_name(row)[:2] for row in rows(window)] == ["A.", "B.", "C.", "D."]
    assert [spoken_description(row) for row in rows(window)] == ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]


def test_letters_and_figures_choose_and_are_told_once(qtbot):
    window = stage(qtbot, step_for("single_choice"))
    assert press(window, Qt.Key.Key_B, "b")
    assert window.input.response() == single_choice.Response(PartId("b"))
    assert press(window, Qt.Key.Key_4, "4")
    assert window.input.response() == single_choice.Response(PartId("d"))
    assert [row.isChecked() for row in rows(window)] == [False, False, False, True]
    assert window.told.now() == ["changed", "changed"]
    assert not press(window, Qt.Key.Key_E, "e")
    assert not press(window, Qt.Key.Key_9, "9")


def test_with_six_choices_figures_choose_and_letters_do_not(qtbot):
    window = stage(qtbot, many_choices(6))
    assert [spoken_name(row)[:2] for row in rows(window)] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert press(window, Qt.Key.Key_6, "6")
    assert not press(window, Qt.Key.Key_A, "a")
    assert window.input.response() == single_choice.Response(PartId("c5"))


def test_an_arrow_moves_without_choosing_and_return_is_left_to_the_page(qtbot):
    window = stage(qtbot, step_for("single_choice"))
    rows(window)[1].click()
    window.told.now()
    rows(window)[1].setFocus()
    key(Qt.Key.Key_Down)
    assert press(window, Qt.Key.Key_Down)
    assert rows(window)[2].hasFocus()
    assert window.input.response() == single_choice.Response(PartId("b"))
    key(Qt.Key.Key_Return)
    assert Qt.Key.Key_Return in window.unwanted
    assert window.told.now() == []
    key(Qt.Key.Key_Space)
    assert window.input.response() == single_choice.Response(PartId("c"))


def test_a_click_on_the_words_chooses(qtbot):
    window = stage(qtbot, step_for("single_choice"))
    row = rows(window)[2]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert window.input.response() == single_choice.Response(PartId("c"))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert window.input.response() == single_choice.Response(PartId("c"))


def test_several_can_be_taken_and_put_back(qtbot):
    window = stage(qtbot, step_for("multiple_response"))
    for letter in "CAC":
        press(window, Qt.Key(ord(letter)), letter.lower())
    assert window.input.response() == multiple_response.Response(ids("a"))
    role = QAccessible.queryAccessibleInterface(rows(window)[0]).role()
    assert role == QAccessible.Role.CheckBox


def test_true_and_false(qtbot):
    window = stage(qtbot, step_for("true_false"))
    assert window.input.response() == true_false.Response(None)
    press(window, Qt.Key.Key_2, "2")
    assert window.input.response() == true_false.Response(answer=False)
    role = QAccessible.queryAccessibleInterface(rows(window)[0]).role()
    assert role == QAccessible.Role.RadioButton


def test_tab_stops_once_where_one_is_taken_and_at_each_where_several_may_be(qtbot):
    window = stage(qtbot, step_for("single_choice"))
    assert tab_stops(window) == [rows(window)[0]]
    rows(window)[2].click()
    rows(window)[2].clearFocus()
    assert tab_stops(window) == [rows(window)[2]]
    several = stage(qtbot, step_for("multiple_response"))
    assert set(tab_stops(several)) == set(rows(several))


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("single_choice", single_choice.Response(PartId("d"))),
        ("multiple_response", multiple_response.Response(ids("b d"))),
        ("true_false", true_false.Response(answer=True)),
    ],
)
def test_a_stored_response_is_shown_and_not_told(qtbot, kind, response):
    window = stage(qtbot, step_for(kind, response=response))
    assert window.input.response() == response
    assert window.told.now() == []


def test_after_checking_each_choice_says_what_became_of_it(qtbot):
    window = stage(qtbot, step_for("single_choice", checked=True))
    assert [spoken_description(row) for row in rows(window)] == [
        "1 of 4. Your answer. A decree of 1948 did the opposite: it declared the exile permanent.",
        "2 of 4. Correct answer",
        "3 of 4",
        "4 of 4",
    ]
    assert window.input.has_more_reasons()
    window.input.show_all_reasons(True)
    assert spoken_description(rows(window)[3]) == "4 of 4. Beria was arrested in June 1953."
    window.input.show_all_reasons(False)
    assert spoken_description(rows(window)[3]) == "4 of 4"


def test_after_checking_several_choices_tell_taken_from_overlooked(qtbot):
    window = stage(qtbot, step_for("multiple_response", checked=True))
    marks = [row.face.words.mark.text() for row in rows(window) if not row.face.words.mark.isHidden()]
    assert marks == ["Chosen, and right", "Chosen, not right", "Right, not chosen"]


def test_a_checked_choice_can_be_reached_and_read_but_not_changed(qtbot):
    window = stage(qtbot, step_for("single_choice", checked=True))
    before = window.input.response()
    assert not press(window, Qt.Key.Key_B, "b")
    rows(window)[3].setFocus()
    assert press(window, Qt.Key.Key_Down)
    assert rows(window)[0].hasFocus()
    assert press(window, Qt.Key.Key_Down)
    assert rows(window)[1].hasFocus()
    key(Qt.Key.Key_Space)
    rows(window)[3].click()
    assert window.input.response() == before
    assert window.told.now() == []


def test_an_unanswered_question_of_a_finished_attempt_takes_no_answer(qtbot):
    from datetime import UTC, datetime

    window = stage(qtbot, step_for("multiple_response", finished=datetime(2026, 1, 1, tzinfo=UTC)))
    assert not press(window, Qt.Key.Key_A, "a")
    rows(window)[0].click()
    assert window.input.response() == multiple_response.Response()


def test_checking_keeps_the_choices_that_are_on_the_screen(qtbot):
    step = step_for("single_choice")
    window = stage(qtbot, step)
    before = rows(window)
    window.show_question(step_for("single_choice", checked=True))
    assert rows(window) == before
    window.show_question(step)
    assert rows(window) == before
    assert window.input.response() == single_choice.Response()
    assert not any(row.isChecked() for row in before)


def test_another_question_leaves_nothing_of_the_one_before(qtbot):
    window = stage(qtbot, step_for("single_choice", checked=True))
    window.show_question(step_for("true_false"))
    assert len(rows(window)) == 2
    assert [row for row in window.input.children() if hasattr(row, "face") and row.isVisible()] == rows(
        window
    )
    assert rows(window)[0].face.words.mark.isHidden()


@pytest.mark.parametrize("width", [260, 300, 340, 420, 536, 700])
@pytest.mark.parametrize("words", ["Yes", LONG, LONG[:60], "Constantinopolitanisation " * 4])
def test_a_mark_never_breaks_the_words_anew_and_never_lies_over_them(qtbot, words, width):
    row = make_choice_row("A", words, several=False)
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    settle()
    before = row.face.words.block.rects(0, len(words))
    row.face.show(state="wrong", mark="Your answer", reason="")
    row.resize(width, row.heightForWidth(width))
    settle()
    assert row.face.words.block.rects(0, len(words)) == before
    mark, block = row.face.words.mark, row.face.words.block
    for rect in block.rects(0, len(words)):
        assert not rect.toAlignedRect().intersects(mark.geometry())
    assert block.rect().contains(mark.geometry())


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("kind", ["single_choice", "multiple_response", "true_false"])
def test_the_letter_stands_beside_the_words_and_not_over_them(qtbot, kind, direction):
    window = stage(qtbot, step_for(kind))
    window.setLayoutDirection(direction)
    settle()
    for row in rows(window):
        badge, block = row.face.badge_rect().toRect(), row.face.words.block
        words = block.rect().translated(block.mapTo(row, block.rect().topLeft()))
        assert row.rect().contains(badge)
        assert not words.intersects(badge)


def test_choosing_changes_no_size(qtbot):
    window = stage(qtbot, step_for("single_choice"))
    before = [row.geometry() for row in rows(window)]
    rows(window)[1].click()
    settle()
    assert [row.geometry() for row in rows(window)] == before


@pytest.mark.parametrize(("width", "scale", "scheme"), LOOKS)
@pytest.mark.parametrize("checked", [False, True])
def test_everything_fits_at_every_size(qtbot, width, scale, scheme, checked):
    body = single_choice.Shown(choices(a=LONG, b="No", c="Perhaps", d=LONG[:50]))
    key_body = single_choice.Key(PartId("b"), ids("a b c d"), texts(a="A decree did the opposite. " * 3))
    step = step_for("single_choice", checked=checked, body=body, key=key_body)
    window = in_look(scheme, scale, lambda: stage(qtbot, step, width))
    assert faults(window) == []

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.kinds import numerical, short_answer
from app.gui.theme import Look, theme
from app.gui.widgets.kinds.answer_field import LONGEST
from app.services.views import Step
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
    type_words,
)
from tests.gui.step_builders import step_for

TYPED = short_answer.Response
KINDS = ["short_answer", "numerical"]


@pytest.fixture(autouse=True)
def look(qapp):
    theme().apply(qapp, Look())
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme().apply(qapp, Look())


def checked_words(typed: str) -> Step:
    return step_for("short_answer", checked=True, response=TYPED(typed))


@pytest.mark.parametrize("response", [TYPED("Karachays"), numerical.Response(" 13 ")])
def test_shows_what_was_typed_without_telling_of_a_change(qtbot, response):
    kind = "numerical" if isinstance(response, numerical.Response) else "short_answer"
    window = stage(qtbot, step_for(kind, response=response))
    assert window.input.response() == response
    window.show_question(step_for(kind, checked=True, response=response))
    assert window.input.response() == response
    window.show_question(step_for(kind))
    assert window.input.response() == type(response)("")
    assert window.told.now() == []


def test_typing_is_told_as_a_change_and_leaving_as_text_left(qtbot):
    window = stage(qtbot, step_for("short_answer"))
    window.input.give_focus()
    type_words("Kar")
    assert window.told.now() == ["changed"] * 3
    assert window.input.response() == TYPED("Kar")
    window.setFocus()
    assert window.told.now() == ["text_left"]
    window.input.give_focus()
    window.setFocus()
    assert window.told.now() == []  # nothing was typed in between


def test_half_a_character_where_the_field_is_full_is_no_part_of_the_answer(qtbot):
    window = stage(qtbot, step_for("short_answer"))
    field = window.input.field()
    field.setText("a" * (LONGEST - 1) + "\U0001d50a")
    assert field.cursorPosition() == LONGEST
    assert window.input.response() == TYPED("a" * (LONGEST - 1))


def test_enter_is_told_once_and_no_key_of_the_page_is_taken_for_it(qtbot):
    window = stage(qtbot, step_for("short_answer"))
    window.input.give_focus()
    type_words("m a 1 s?")
    window.told.now()
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Enter)
    assert window.told.now() == ["submitted", "submitted"]
    assert window.unwanted == []
    assert window.input.response() == TYPED("m a 1 s?")


def test_the_field_says_what_it_is_for(qtbot):
    window = stage(qtbot, step_for("short_answer"))
    assert spoken_name(window.input.field()) == "Your answer"
    assert window.input.holds_text()
    window.show_question(step_for("numerical"))
    assert spoken_name(window.input.field()) == "Your number, in years"
    window.show_question(step_for("numerical", body=numerical.Shown("year")))
    assert spoken_name(window.input.field()) == "Your year"
    assert window.input.field().placeholderText() == "A year"


def test_the_unit_stands_behind_the_field_and_below_it_where_it_is_narrow(qtbot):
    window = stage(qtbot, step_for("numerical"))
    field, unit = window.input.field(), window.input.field().parent().unit
    assert unit.text() == "years"
    assert unit.x() > field.geometry().right()
    assert abs(unit.geometry().center().y() - field.geometry().center().y()) <= 1
    window.resize(180, 400)
    settle()
    assert unit.y() > field.geometry().bottom()


def test_a_right_answer_is_one_box(qtbot):
    window = stage(qtbot, checked_words("karachays"))
    [box] = window.input.boxes()
    assert (box.state, box.words.text(), box.outcomes()) == ("correct", "karachays", ["Your answer"])
    assert window.input.field() is None
    assert not window.input.has_more_reasons()


def test_a_slip_of_the_hand_says_what_it_was_accepted_as(qtbot):
    window = stage(qtbot, checked_words("Karachyas"))
    [box] = window.input.boxes()
    assert box.state == "correct"
    assert box.outcomes() == ["Your answer, accepted as: Karachays"]


def test_a_slip_in_another_accepted_form_is_told_once(qtbot):
    window = stage(qtbot, checked_words("Karahcai"))
    [box] = window.input.boxes()
    assert box.outcomes() == ["Your answer, accepted as: Karachai"]


def test_another_accepted_form_is_shown_beside_the_usual_one(qtbot):
    window = stage(qtbot, checked_words("Karachai"))
    given, usual = window.input.boxes()
    assert (given.state, given.outcomes()) == ("correct", ["Your answer"])
    assert (usual.words.text(), usual.outcomes()) == ("Karachays", ["Also written so"])


def test_a_foreseen_answer_has_the_authors_reason_and_the_right_answer_below(qtbot):
    window = stage(qtbot, checked_words("Kalmyks"))
    given, right = window.input.boxes()
    assert (given.state, given.outcomes()) == ("wrong", ["Your answer"])
    assert given.reasons() == ["The Kalmyks were deported in December 1943."]
    assert (right.state, right.words.text(), right.outcomes()) == ("correct", "Karachays", ["Correct answer"])
    assert right.y() > given.geometry().bottom()
    assert spoken_name(given) == "Kalmyks. Your answer"
    assert spoken_description(given) == "The Kalmyks were deported in December 1943."


def test_a_number_is_shown_with_its_unit_and_words_are_not(qtbot):
    window = stage(qtbot, step_for("numerical", checked=True))
    assert [box.words.text() for box in window.input.boxes()] == ["10\u00a0years", "13\u00a0years"]
    window.show_question(step_for("numerical", checked=True, response=numerical.Response("a dozen")))
    given, _right = window.input.boxes()
    assert given.words.text() == "a dozen"
    assert given.reasons()[0].startswith("This could not be read as a number.")


def test_an_empty_answer_is_said_to_be_one(qtbot):
    window = stage(qtbot, step_for("short_answer", checked=True, blank=True))
    given, right = window.input.boxes()
    assert (given.state, given.outcomes()) == ("blank", ["No answer"])
    assert right.words.text() == "Karachays"


def test_partial_credit_is_marked_as_partly_right(qtbot):
    wanted = numerical.Key("1953", less_precise="1/2")
    body = numerical.Shown("year")
    step = step_for(
        "numerical", body=body, key=wanted, checked=True, response=numerical.Response("the 1950s")
    )
    window = stage(qtbot, step)
    given, right = window.input.boxes()
    assert (given.state, given.outcomes()) == ("partly", ["Your answer, partly right"])
    assert given.reasons() == ["It agrees, but it is less exact than what was asked."]
    assert right.words.text() == "1953"


def test_nothing_can_be_typed_once_it_was_checked_or_handed_in(qtbot):
    window = stage(qtbot, checked_words("Kalmyks"))
    window.input.give_focus()
    assert QApplication.focusWidget() is window.input.boxes()[0]
    type_words("x")
    assert window.input.response() == TYPED("Kalmyks")
    window.show_question(
        step_for("short_answer", response=TYPED("Kalmyks"), finished=step_for("true_false").attempt.started)
    )
    assert not window.input.field().isEnabled()


def test_tab_leads_to_the_field_and_afterwards_to_each_box(qtbot):
    window = stage(qtbot, step_for("numerical"))
    assert tab_stops(window) == [window.input.field()]
    window.show_question(checked_words("Kalmyks"))
    assert tab_stops(window) == window.input.boxes()


def test_the_page_finds_the_tab_stops_in_reading_order(qtbot):
    window = stage(qtbot, step_for("short_answer"))
    assert page_stops(window) == [window.input.field()]
    window.show_question(step_for("short_answer", checked=True))
    assert page_stops(window) == window.input.boxes()


@pytest.mark.parametrize(("width", "scale", "scheme"), LOOKS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("checked", [False, True])
def test_fits_and_can_be_read_in_every_look(qtbot, width, scale, scheme, kind, checked):
    window = in_look(scheme, scale, lambda: stage(qtbot, step_for(kind, checked=checked), width))
    assert faults(window) == []


def test_the_field_has_a_border_that_can_be_seen_in_both_schemes(qtbot):
    for scheme in ("light", "dark"):
        window = in_look(scheme, 1.0, lambda: stage(qtbot, step_for("short_answer")))
        field = window.input.field()
        window.setFocus()
        image = field.grab().toImage()
        assert image.pixelColor(image.width() // 2, 0) == theme().colour("line")


def test_the_field_grows_with_the_text_while_it_is_shown(qtbot, qapp):
    window = stage(qtbot, step_for("short_answer", response=TYPED("Karachays")), 900)
    small = window.input.field().height()
    theme().apply(qapp, Look(text_scale=2.0))
    settle()
    assert window.input.field().height() == 2 * small
    assert window.input.field().font().pixelSize() == theme().font("choice").pixelSize()


def test_runs_from_right_to_left_where_the_program_does(qtbot, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = stage(qtbot, step_for("numerical"))
    field, unit = window.input.field(), window.input.field().parent().unit
    assert field.geometry().right() == window.input.width() - 1
    assert unit.geometry().right() < field.x()

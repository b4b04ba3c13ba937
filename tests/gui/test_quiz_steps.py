"""What can be done at a step, what a key asks for, and how long somebody was there."""

from datetime import UTC, datetime

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.gui.shared import quiz_words
from app.gui.shared.active_time import ActiveTime
from app.gui.shared.key_hints import hints_for
from app.gui.shared.quiz_flow import merged, with_seen
from app.gui.shared.quiz_keys import KEYS, KEYS_OF_KIND, is_typing, keys_shown, may_choose, read_key
from app.gui.shared.quiz_steps import actions_for, first_unanswered, next_position
from app.services.views import Cell
from tests.gui.step_builders import step_for

FINISHED = datetime(2026, 1, 1, tzinfo=UTC)
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def panel(*states):
    return tuple(Cell(number, state, flagged=False) for number, state in enumerate(states, start=1))


def event(key, text="", modifiers=NONE):
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers, text)


@pytest.mark.parametrize(
    ("fields", "given", "primary", "quiet"),
    [
        ({}, False, "check", "mark skip"),
        ({"checked": True}, False, "next", "mark"),
        ({"position": 3, "panel": panel("correct", "skipped", "seen")}, True, "check", "mark skip"),
        (
            {"position": 3, "checked": True, "panel": panel("correct", "skipped", "wrong")},
            False,
            "finish",
            "mark",
        ),
        ({"position": 3, "checked": True, "panel": panel("correct", "seen", "wrong")}, False, "next", "mark"),
        (
            {"position": 3, "skipped": True, "panel": panel("correct", "wrong", "skipped")},
            False,
            "finish",
            "mark",
        ),
        (
            {"position": 3, "skipped": True, "panel": panel("correct", "wrong", "skipped")},
            True,
            "check",
            "mark skip",
        ),
        ({"mode": "exam"}, False, "next", "mark hand_in"),
        ({"mode": "exam", "position": 3}, True, "hand_in", "mark"),
        ({"finished": FINISHED}, False, "next", ""),
        ({"finished": FINISHED, "position": 3}, False, "result", ""),
    ],
)
def test_which_button_comes_first(fields, given, primary, quiet):
    actions = actions_for(step_for("single_choice", **fields), given=given)
    assert actions.primary == primary
    assert [name for name in ("mark", "skip", "hand_in") if getattr(actions, name)] == quiet.split()


def test_next_after_the_last_one_is_the_first_that_is_open_in_practice_only():
    states = panel("skipped", "unreached", "correct")
    assert next_position(step_for("single_choice", position=3, panel=states)) == 2
    assert next_position(step_for("single_choice", position=3, panel=states, mode="exam")) is None
    assert next_position(step_for("single_choice", position=1, panel=states)) == 2


def test_the_first_question_of_an_exam_without_an_answer():
    step = step_for("single_choice", mode="exam", panel=panel("answered", "seen", "unreached"))
    assert first_unanswered(step) == 2
    assert first_unanswered(msgspec.structs.replace(step, panel=panel("answered"))) is None


@pytest.mark.parametrize(
    ("key", "text", "act"),
    [
        (Qt.Key.Key_Return, "\r", "go"),
        (Qt.Key.Key_Enter, "\r", "go"),
        (Qt.Key.Key_M, "m", "mark"),
        (Qt.Key.Key_M, "M", "mark"),
        (Qt.Key.Key_S, "s", "source"),
        (Qt.Key.Key_R, "r", "explanation"),
        (Qt.Key.Key_Question, "?", "keys"),
        (Qt.Key.Key_PageDown, "", "forward"),
        (Qt.Key.Key_Escape, "", "close"),
        (Qt.Key.Key_A, "a", None),
        (Qt.Key.Key_Tab, "\t", None),
    ],
)
def test_each_key_asks_for_one_thing(key, text, act):
    assert read_key(event(key, text), single_keys=True, typing=False) == act
    assert read_key(event(key, text, CONTROL), single_keys=True, typing=False) is None
    always = act if act in ("go", "forward", "close") else None
    assert read_key(event(key, text), single_keys=True, typing=True) == always
    assert read_key(event(key, text), single_keys=False, typing=False) == always


def test_letters_and_figures_choose_only_where_single_keys_act_and_arrows_always():
    assert may_choose(event(Qt.Key.Key_A, "a"), single_keys=True, typing=False)
    assert not may_choose(event(Qt.Key.Key_A, "a"), single_keys=False, typing=False)
    assert not may_choose(event(Qt.Key.Key_A, "a"), single_keys=True, typing=True)
    assert may_choose(event(Qt.Key.Key_Down), single_keys=False, typing=False)


def test_somebody_types_where_text_can_be_changed(qtbot):
    field, button = QLineEdit(), QPushButton()
    qtbot.addWidget(field)
    qtbot.addWidget(button)
    assert is_typing(field)
    field.setReadOnly(True)
    assert not is_typing(field)
    assert not is_typing(button)
    assert not is_typing(None)


def test_the_list_of_keys_names_only_those_that_work():
    assert keys_shown(single_keys=True) == KEYS
    assert {key for key, _ in keys_shown(single_keys=False)} == {
        "Space", "\u2191 \u2193", "Enter", "Page Up", "Page Down", "Esc",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "fields", "first"),
    [
        ("single_choice", {}, ("A\u2013D", "choose")),
        ("true_false", {}, ("A\u2013B", "choose")),
        ("matching", {}, ("A\u2013D", "choose")),
        ("single_choice", {"checked": True}, ("S", "open source")),
        ("short_answer", {"checked": True}, ("S", "open source")),
    ],
)
def test_the_keys_at_the_foot_of_the_panel_are_those_of_the_moment(kind, fields, first):
    hints = hints_for(step_for(kind, **fields))
    assert hints[0] == first
    assert hints[-1] == ("?", "all keys")


@pytest.mark.parametrize("kind", ["ordering", "matching", "status_sort", "cloze"])
def test_a_question_of_parts_lists_its_own_keys_first_and_none_twice(kind):
    shown = keys_shown(single_keys=True, kind=kind)
    assert shown[: len(KEYS_OF_KIND[kind])] == KEYS_OF_KIND[kind]
    assert len({key for key, _ in shown}) == len(shown)
    assert {"Enter", "Page Down", "M", "?"} <= {key for key, _ in shown}


def test_the_panel_says_how_a_line_is_picked_up_and_moved():
    hints = hints_for(step_for("ordering"))
    assert hints[:4] == [
        ("\u2191 \u2193", "to a line"),
        ("Space", "pick it up"),
        ("\u2191 \u2193", "move it"),
        ("Space", "put it down"),
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "first"),
    [
        ("short_answer", {}, ("Enter", "check")),
        ("numerical", {"mode": "exam"}, ("Enter", "next")),
        ("cloze", {}, ("\u2191 \u2193", "gap to gap")),
    ],
)
def test_where_one_types_no_key_is_promised_that_would_go_into_the_field(kind, fields, first):
    hints = hints_for(step_for(kind, **fields))
    assert hints[0] == first
    assert not {"?", "M", "S", "R"} & {key for key, _ in hints}


def test_counts_and_progress_add_up():
    step = step_for("single_choice", answered=1, panel=panel("correct", "skipped", "seen"))
    assert quiz_words.counts(step) == "1 of 3 answered, 1 skipped"
    assert quiz_words.progress(step) == pytest.approx(2 / 3)
    exam = step_for(
        "single_choice", mode="exam", flags=2, panel=panel("answered", "seen", "seen"), answered=1
    )
    assert quiz_words.counts(exam) == "1 of 3 answered, 2 marked"
    assert quiz_words.before_handing_in(exam) == "2 unanswered, 2 marked"
    done = step_for("single_choice", mode="exam", answered=3)
    assert quiz_words.before_handing_in(done) == "All questions are answered"


def test_a_topic_is_never_shown_as_a_slug():
    assert quiz_words.about(step_for("cloze", topic="forced-trust")) == "Fill the gaps  \u00b7  Forced trust"
    assert quiz_words.about(step_for("cloze", topic="The Kalmyks")) == "Fill the gaps  \u00b7  The Kalmyks"


def test_what_was_stored_elsewhere_changes_the_counts_and_not_the_answer_on_the_page():
    here = step_for("single_choice", position=2, panel=panel("seen", "seen", "unreached"))
    stored = step_for(
        "multiple_response", position=1, answered=1, flagged=True, panel=panel("correct", "seen", "seen")
    )
    step = merged(here, stored)
    assert (step.answered, step.panel) == (1, stored.panel)
    assert (step.position, step.shown, step.flagged) == (2, here.shown, False)


def test_a_question_that_was_on_the_screen_is_seen_whatever_was_read_ahead():
    step = with_seen(step_for("single_choice", panel=panel("correct", "unreached", "unreached")), {1, 2})
    assert [cell.state for cell in step.panel] == ["correct", "seen", "unreached"]


def test_time_is_counted_in_milliseconds_and_only_while_it_runs():
    now = [10.0]
    clock = ActiveTime(lambda: now[0])
    clock.restart(running=True)
    now[0] += 1.5
    clock.pause()
    clock.pause()
    now[0] += 100
    clock.go_on()
    clock.go_on()
    now[0] += 0.25
    assert clock.milliseconds() == 1750
    clock.restart(running=False)
    now[0] += 5
    assert clock.milliseconds() == 0

"""What the quiz page makes ready in advance: the next input, measures that are kept, layouts that wait."""

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.gui.shared.quiz_inputs import QuizInputs
from app.gui.theme import Look, theme
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.held import held
from app.gui.widgets.kinds.marked_box import MarkedBox, Outcome
from app.gui.widgets.kinds.matching_input import MatchingInput
from app.gui.widgets.text import TextBlock
from tests.gui.desk_tools import dress
from tests.gui.step_builders import step_for
from tests.gui.step_samples import SAMPLES

KINDS = ("single_choice", "true_false", "ordering", "matching", "cloze", "short_answer")


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


@pytest.fixture
def view(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("kind", KINDS)
def test_an_input_that_was_made_ready_is_taken_once_and_shows_the_question(view, kind):
    inputs, step = QuizInputs(view, lambda _given: None), step_for(kind)
    inputs.prepare(step, None, 536)
    given, is_filled = inputs.take(step, None)
    fresh, unfilled = QuizInputs(view, lambda _given: None).take(step, None)
    fresh.show_question(step)
    assert is_filled
    assert not unfilled
    assert given.response() == fresh.response()
    assert given.isHidden()
    assert inputs.take(step, given) == (given, False)


@pytest.mark.parametrize(
    "other",
    [
        lambda step: msgspec.structs.replace(step, position=step.position + 1),
        lambda step: msgspec.structs.replace(step, response=SAMPLES["ordering"].response),
        lambda _step: step_for("ordering"),
    ],
)
def test_an_input_made_ready_for_something_else_is_filled_anew(view, other):
    inputs, step = QuizInputs(view, lambda _given: None), step_for("ordering")
    inputs.prepare(step, None, 536)
    assert inputs.take(other(step), None)[1] is False


def test_what_was_made_ready_in_another_look_is_filled_anew(view, qapp):
    inputs, step = QuizInputs(view, lambda _given: None), step_for("ordering")
    inputs.prepare(step, None, 536)
    theme().apply(qapp, Look("dark", 1.5))
    assert inputs.take(step, None)[1] is False


def test_the_input_on_the_page_is_never_made_ready(view):
    inputs, step = QuizInputs(view, lambda _given: None), step_for("matching")
    now, _ = inputs.take(step, None)
    now.show_question(step)
    assert isinstance(now, MatchingInput)
    before = [row.premise() for row in now.rows().values()]
    inputs.prepare(step_for("matching"), now, 536)
    assert [row.premise() for row in now.rows().values()] == before
    assert inputs.take(step, now) == (now, False)


def test_a_text_is_measured_anew_when_it_changes(qtbot, qapp):
    block = TextBlock("short", "meta")
    qtbot.addWidget(block)
    line = block.heightForWidth(120)
    block.set_text("words " * 40)
    tall = block.heightForWidth(120)
    assert tall > 3 * line
    theme().apply(qapp, Look("light", 2.0))
    assert block.heightForWidth(120) > tall


def test_a_row_is_measured_anew_when_a_part_comes_or_goes(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowRow(holder, gap=10, line_gap=0)
    first, second = QLabel("first words"), QLabel("second words")
    row.addWidget(first)
    row.addWidget(second)
    holder.show()
    narrow = first.sizeHint().width() + 5
    both, wide = row.heightForWidth(narrow), row.sizeHint().width()
    second.hide()
    assert row.heightForWidth(narrow) < both
    assert row.sizeHint().width() < wide
    second.show()
    assert (row.heightForWidth(narrow), row.sizeHint().width()) == (both, wide)


def test_a_box_is_measured_anew_when_its_reasons_are_shown(qtbot):
    box = MarkedBox("Some words", "1")
    qtbot.addWidget(box)
    box.show_outcomes("wrong", [Outcome("wrong", "Your answer")])
    low = box.heightForWidth(400)
    box.show_reasons(["A reason that takes a line of its own."])
    high = box.heightForWidth(400)
    box.show_reasons([])
    assert low == box.heightForWidth(400)
    assert high > low


def test_layouts_that_were_held_are_laid_out_at_the_end(qtbot):
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    parts = [QLabel(f"line {number}") for number in range(4)]
    for part in parts:
        column.addWidget(part)
        part.hide()
    whole.show()
    with held(column):
        for part in parts:
            part.show()
        assert len({part.y() for part in parts}) == 1
    assert len({part.y() for part in parts}) == 4
    assert column.isEnabled()

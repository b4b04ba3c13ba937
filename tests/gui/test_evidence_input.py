import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest

from app.domain.ids import PartId
from app.domain.kinds import evidence
from app.domain.kinds.passage import Passage
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
    tab_stops,
)
from tests.gui.step_builders import STARTED, step_for
from tests.gui.step_samples import EVIDENCE, STORY, at

ALONE = evidence.Shown(STORY, "contradicts")
KEY = EVIDENCE.key
assert isinstance(KEY, evidence.Key)
ALONE_KEY = evidence.Key(KEY.places, KEY.listed, KEY.feedback)
FIRST, RIGHT, LAST = at("3.9"), at("3.10"), at("3.11")


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def alone(**fields):
    return step_for("evidence", body=ALONE, key=ALONE_KEY, **fields)


def rows(window):
    return list(window.input.passage.rows().values())


def answers(window):
    return list(window.input.answers.rows().values())


def press(window, text):
    """Give a figure or letter to the input as the page does; tell whether it was used."""
    event = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key(ord(text.upper())), Qt.KeyboardModifier.NoModifier, text
    )
    return window.input.press_key(event)


def test_the_sentences_of_the_passage_stand_with_their_places(qtbot):
    window = stage(qtbot, alone())
    assert [row.place for row in rows(window)] == ["3.9", "3.10", "3.11"]
    first = "3.9. The story dates the bridge to 1934. It adds that the town was proud of it."
    assert spoken_name(rows(window)[0]) == first
    assert [spoken_description(row) for row in rows(window)] == ["1 of 3", "2 of 3", "3 of 3"]
    roles = {QAccessible.queryAccessibleInterface(row).role() for row in rows(window)}
    assert roles == {QAccessible.Role.RadioButton}
    assert window.input.passage.head.title.text().endswith("our summary, paragraph\u00a03")
    assert not window.input.answers.isVisibleTo(window)


def test_keys_alone_choose_a_sentence(qtbot):
    window = stage(qtbot, alone())
    window.input.give_focus()
    key(Qt.Key.Key_Down)
    assert window.input.response() == evidence.Response()  # arrows move and choose nothing
    assert press(window, "0")  # 3.10 ends so
    assert rows(window)[1].hasFocus()
    assert window.input.response() == evidence.Response(RIGHT)
    for pressed in (QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),):
        assert window.input.press_key(pressed)
    assert rows(window)[2].hasFocus()
    key(Qt.Key.Key_Space)
    assert window.input.response() == evidence.Response(LAST)
    assert window.told.now() == ["changed", "changed"]
    assert not press(window, "5")
    assert not press(window, "a")  # no answer is asked


def test_the_mouse_alone_chooses_one_sentence_and_one_answer(qtbot):
    window = stage(qtbot, step_for("evidence"))
    for row in (rows(window)[0], rows(window)[2], answers(window)[0], answers(window)[1]):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert window.input.response() == evidence.Response(LAST, PartId("b"))
    assert [row.isChecked() for row in rows(window)] == [False, False, True]
    assert window.told.now() == ["changed"] * 4


def test_letters_choose_the_answer_and_figures_the_sentence(qtbot):
    window = stage(qtbot, step_for("evidence"))
    assert press(window, "c")
    assert press(window, "1")
    assert window.input.response() == evidence.Response(LAST, PartId("c"))
    assert not press(window, "d")


def test_a_figure_that_ends_two_numbers_goes_from_one_to_the_other(qtbot):
    sentences = tuple(
        one
        for place in ("3.1", "3.11")
        for one in (STORY.sentences[0].__class__(at(place), ("It says so.",)),)
    )
    body = evidence.Shown(Passage(STORY.source, at("3.1"), at("3.11"), sentences=sentences), "supports")
    window = stage(qtbot, step_for("evidence", body=body, order=()))
    chosen = []
    for _ in range(3):
        press(window, "1")
        chosen.append(window.input.response().place)
    assert chosen == [at("3.1"), at("3.11"), at("3.1")]


def test_tab_stops_once_at_the_answers_and_once_at_the_passage(qtbot):
    window = stage(qtbot, step_for("evidence"))
    assert page_stops(window) == [answers(window)[0], rows(window)[0]]
    rows(window)[2].click()
    rows(window)[2].clearFocus()
    assert set(tab_stops(window)) == {answers(window)[0], rows(window)[2]}


def test_a_stored_response_is_shown_and_not_told(qtbot):
    given = evidence.Response(LAST, PartId("c"))
    window = stage(qtbot, step_for("evidence", response=given))
    assert window.input.response() == given
    window.show_question(step_for("evidence"))
    assert window.input.response() == evidence.Response()
    assert window.told.now() == []


def test_nothing_tells_the_right_sentence_before_the_answer(qtbot):
    window = stage(qtbot, step_for("evidence"))
    assert {row.state for row in rows(window)} == {"open"}
    assert [row.mark_words() for row in rows(window)] == ["", "", ""]
    assert not window.input.has_more_reasons()


def test_after_checking_each_sentence_says_what_became_of_it(qtbot):
    window = stage(qtbot, step_for("evidence", checked=True))
    assert [(row.state, row.mark_words(), row.reason.text()) for row in rows(window)] == [
        ("wrong", "Your sentence", "This sentence dates the bridge."),
        ("missed", "The right sentence", ""),
        ("faded", "", ""),
    ]
    assert spoken_description(rows(window)[0]) == "1 of 3. Your sentence. This sentence dates the bridge"
    assert answers(window)[1].face.state == "correct"
    assert window.input.has_more_reasons()
    window.input.show_all_reasons(True)
    assert rows(window)[1].reason.text() == "The doctor saw it end."
    window.input.show_all_reasons(False)
    assert rows(window)[1].reason.text() == ""


@pytest.mark.parametrize(
    ("place", "choice", "state", "said"),
    [
        (RIGHT, "b", "correct", "You found the claim, and who contradicts it."),
        (FIRST, "b", "partly", "The sentence that contradicts it is another."),
        (RIGHT, "a", "partly", "The story itself claims the opposite."),
        (FIRST, "a", "wrong", "Read the last two sentences once more."),
    ],
)
def test_each_way_that_answer_and_sentence_go_is_told(qtbot, place, choice, state, said):
    response = evidence.Response(place, PartId(choice))
    window = stage(qtbot, step_for("evidence", checked=True, response=response))
    box = window.input.outcome
    assert (box.state, box.reasons()) == (state, [said])
    right = {True: "is right", False: "is not right"}
    assert box.outcomes() == [f"The answer {right[choice == 'b']}", f"The sentence {right[place == RIGHT]}"]


def test_where_several_are_right_the_others_are_said_to_be_right_as_well(qtbot):
    several = evidence.Key((FIRST, RIGHT), (FIRST, RIGHT))
    step = step_for("evidence", body=ALONE, key=several, checked=True, response=evidence.Response(RIGHT))
    window = stage(qtbot, step)
    assert [row.mark_words() for row in rows(window)] == ["Right as well", "Your sentence", ""]
    assert window.input.outcome is None


def test_what_is_checked_or_handed_in_cannot_be_changed(qtbot):
    given = evidence.Response(FIRST, PartId("b"))
    for step in (step_for("evidence", checked=True), step_for("evidence", response=given, finished=STARTED)):
        window = stage(qtbot, step)
        QTest.mouseClick(rows(window)[2], Qt.MouseButton.LeftButton)
        answers(window)[0].click()
        assert not press(window, "1")
        assert window.input.response() == given
        assert window.told.now() == []


def test_the_original_is_offered_where_it_is_known_whole(qtbot):
    window = stage(qtbot, alone(response=evidence.Response(RIGHT)))
    switch = window.input.passage.head.switch
    own = tuple(OriginalSentence(one.at, f"Original {one.at}.") for one in STORY.sentences)
    window.input.show_originals((own[:2],))
    assert not switch.isVisibleTo(window)
    window.input.show_originals((own,))
    assert switch.isVisibleTo(window)
    assert rows(window)[1].words.text().startswith("It quotes")  # our summary first
    QTest.mouseClick(switch.findChildren(type(switch.focusProxy()))[1], Qt.MouseButton.LeftButton)
    assert [row.words.text() for row in rows(window)] == ["Original 3.9.", "Original 3.10.", "Original 3.11."]
    assert window.input.response() == evidence.Response(RIGHT)
    assert window.told.now() == []
    window.input.show_originals(((),))
    assert rows(window)[1].words.text().startswith("It quotes")


@pytest.mark.parametrize(("width", "scale", "scheme"), [LOOKS[0], LOOKS[2], LOOKS[3]])
@pytest.mark.parametrize("checked", [False, True])
def test_fits_and_can_be_read_in_every_look(qtbot, width, scale, scheme, checked):
    step = step_for("evidence", checked=checked, response=EVIDENCE.response)
    window = in_look(scheme, scale, lambda: stage(qtbot, step, width))
    window.input.show_originals((tuple(OriginalSentence(one.at, "So it is.") for one in STORY.sentences),))
    if checked:
        window.input.show_all_reasons(True)
    settle()
    assert faults(window) == []

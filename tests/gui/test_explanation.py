from datetime import UTC, datetime

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.ids import PartId
from app.domain.kinds import multiple_response, ordering, short_answer, single_choice
from app.domain.question import ShownQuestion
from app.domain.text import Text
from app.gui.widgets.explanation import Explanation, spoken_verdict
from app.gui.widgets.marking_words import has_marking, marking_line, points_words
from app.gui.widgets.right_answer import right_answer
from tests.gui.desk_tools import dress
from tests.gui.step_builders import checked_for, step_for
from tests.gui.step_samples import SAMPLES, ids


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def shown(qtbot, step, *, has_reasons=False):
    explanation = Explanation()
    qtbot.addWidget(explanation)
    explanation.resize(536, 600)
    explanation.show()
    explanation.show_checked(step, has_reasons=has_reasons)
    return explanation


def with_checked(step, **changes):
    return msgspec.structs.replace(step, checked=msgspec.structs.replace(step.checked, **changes))


@pytest.mark.parametrize(
    ("response", "word"),
    [
        (multiple_response.Response(ids("a c")), "Correct"),
        (multiple_response.Response(ids("a")), "Partly correct"),
        (multiple_response.Response(ids("b")), "Not quite"),
    ],
)
def test_the_verdict_is_a_word(qtbot, response, word):
    explanation = shown(qtbot, step_for("multiple_response", checked=True, response=response))
    assert explanation.verdict.text() == word
    assert explanation.explanation.text().startswith("The matter was settled in January 1957.")


def test_the_verdict_is_spoken_whole_with_the_right_answer():
    assert spoken_verdict(step_for("single_choice", checked=True)) == (
        "Not quite. The right answer: He had died in March 1953. The matter was settled in January 1957. "
        "Stalin had died nearly four years before."
    )


def test_a_slip_of_the_hand_is_told(qtbot):
    step = step_for("short_answer", checked=True, response=short_answer.Response("Karachyas"))
    explanation = shown(qtbot, step)
    spoken = explanation.verdict.accessibleName()
    assert "Accepted as: Karachays." in spoken
    assert "The right answer" not in spoken
    exact = step_for("short_answer", checked=True, response=short_answer.Response("Karachays"))
    explanation.show_checked(exact, has_reasons=False)
    assert "Accepted as" not in explanation.verdict.accessibleName()


@pytest.mark.parametrize(
    ("status", "note", "button", "opened"),
    [
        ("established", "A note.", True, False),
        ("contested", "Two sides.", True, True),
        ("opinion", "One voice.", True, True),
        ("contested", "", False, False),
    ],
)
def test_the_debate_is_open_only_where_the_matter_is_not_established(qtbot, status, note, button, opened):
    step = with_checked(step_for("single_choice", checked=True), status=status, note=Text(note))
    explanation = shown(qtbot, step)
    assert explanation.historians.isVisible() == button
    assert explanation.note.isVisible() == opened
    if button:
        explanation.historians.click()
        assert explanation.note.isVisible() != opened


def test_other_reasons_are_asked_for_and_folded_again_at_the_next_question(qtbot):
    step = step_for("single_choice", checked=True)
    explanation = shown(qtbot, step, has_reasons=True)
    asked: list[bool] = []
    explanation.reasons_toggled.connect(asked.append)
    explanation.reasons.setFocus()
    QTest.keyClick(explanation.reasons, Qt.Key.Key_Return)
    assert asked == [True]
    assert explanation.reasons.accessibleName() == "Reasons for the other choices, open"
    explanation.show_checked(step, has_reasons=True)
    assert asked == [True]
    assert explanation.reasons.accessibleName() == "Reasons for the other choices, folded"
    explanation.show_checked(step, has_reasons=False)
    assert explanation.reasons.isHidden()


def test_how_it_was_marked_is_folded_and_in_one_sentence(qtbot):
    step = step_for("multiple_response", checked=True, response=multiple_response.Response(ids("a")))
    explanation = shown(qtbot, step)
    assert explanation.marking.isHidden()
    explanation.how_marked.click()
    assert explanation.marking.isVisible()
    assert explanation.marking.text().startswith(
        "1 of 2 right ones, none wrong: 1/2 of a point; rule: balanced"
    )


def test_a_correction_is_told_with_its_day_and_reason(qtbot):
    day = datetime(2026, 3, 4, 12, tzinfo=UTC)
    step = with_checked(step_for("single_choice", checked=True), corrected=day, reason="The key was another.")
    assert shown(qtbot, step).corrected.text() == "Corrected on 4\u00a0March\u00a02026: The key was another."


def test_what_was_skipped_or_left_empty_has_a_word_and_no_explanation(qtbot):
    explanation = shown(qtbot, step_for("single_choice", skipped=True))
    assert explanation.verdict.text() == "Skipped"
    assert explanation.explanation.text() == "This question was skipped. It counts nothing."
    explanation.show_checked(step_for("single_choice"), has_reasons=False)
    assert explanation.verdict.text() == "No answer"
    assert explanation.explanation.isHidden()


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("single_choice", "He had died in March 1953."),
        ("multiple_response", "Chechens; Kalmyks"),
        ("true_false", "True"),
        ("short_answer", "Karachays"),
        ("numerical", "13 years"),
        (
            "matching",
            "Koreans: The Soviet Far East; Crimean Tatars: A peninsula in the Black Sea; "
            "Chechens: The North Caucasus",
        ),
        (
            "ordering",
            "The battle of Stalingrad ends; then The Kalmyk republic is abolished and The Kalmyk people are "
            "deported; then Stalin dies; then The return home is authorised",
        ),
        ("cloze", "Holodomor; 1932; Molotov; spring and early summer"),
    ],
)
def test_the_right_answer_of_every_kind_can_be_said(kind, answer):
    sample = SAMPLES[kind]
    assert right_answer(ShownQuestion(Text(""), sample.shown), sample.key) == answer


@pytest.mark.parametrize(
    ("points", "most", "words"),
    [
        (0.0, 1.0, "no point"),
        (1.0, 1.0, "1 point"),
        (0.333333333, 1.0, "1/3 of a point"),
        (1.333333333, 2.0, "1⅓ of 2 points"),
        (-0.5, 1.0, "\u22121/2 of a point"),
        (0.0, 2.5, "0 of 2½ points"),
    ],
)
def test_points_are_said_as_fractions(points, most, words):
    assert points_words(points, most) == words


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("multiple_response", "1 of 2 right ones, 1 wrong: no point; rule: balanced"),
        ("matching", "1 of 3 pairs right: 1/3 of a point; rule: pairs"),
        ("ordering", "3 of 5 lines in their place: "),
        ("cloze", "1 of 4 gaps right: 1/4 of a point; rule: gaps"),
    ],
)
def test_the_marking_counts_what_was_right(kind, start):
    checked = step_for(kind, checked=True).checked
    assert checked is not None
    assert has_marking(kind, checked)
    assert marking_line(kind, checked).startswith(start)


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("ordering", ordering.Response(ids("ends abolished deported dies home"))),
        ("single_choice", single_choice.Response(PartId("a"))),
    ],
)
def test_nothing_is_said_on_marking_where_all_or_nothing_was_earned(kind, response):
    checked = step_for(kind, checked=True, response=response).checked
    assert checked is not None
    assert not has_marking(kind, checked)


def test_a_checked_question_with_a_blank_answer_says_no_answer(qtbot):
    sample = SAMPLES["single_choice"]
    checked = checked_for(ShownQuestion(Text(sample.stem), sample.shown), sample.key, None)
    assert shown(qtbot, step_for("single_choice", checked=checked, blank=True)).verdict.text() == "No answer"

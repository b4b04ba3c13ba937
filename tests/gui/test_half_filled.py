"""A half-filled answer: what is still empty is said once, and the second Enter checks it as it is."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.domain.ids import PartId
from app.domain.kinds import cloze, evidence, matching, status_sort, two_sources
from app.domain.source import Locator
from app.gui.shared.half_filled import still_empty
from tests.gui.desk_tools import dress
from tests.gui.quiz_tools import quiz
from tests.gui.step_samples import SAMPLES

ENTER = Qt.Key.Key_Return
AT = Locator(1, 2)


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def _shown(kind: str) -> Any:
    return SAMPLES[kind].shown


def _said(kind, response):
    return still_empty(_shown(kind), response).replace("\u00a0", " ")


def _one_of(parts, value):
    return {parts[0].id: value}


def test_the_empty_parts_are_counted():
    lines, gaps = _shown("matching"), _shown("cloze").gaps
    target = lines.targets[0].id
    matched = matching.Response(_one_of(lines.premises, target))
    assert _said("matching", matched).startswith(f"{len(lines.premises) - 1} lines are still empty. Enter")
    one_left = matching.Response({premise.id: target for premise in lines.premises[1:]})
    assert _said("matching", one_left).startswith("1 line is still empty. Enter")
    given = {gaps[0].id: "1928", gaps[1].id: " "}
    filled = cloze.Response({gap.id: given.get(gap.id, "a") for gap in gaps})
    assert _said("cloze", filled).startswith("1 gap is still empty. Enter")
    statements = _shown("status_sort").statements
    sorted_one = status_sort.Response(_one_of(statements, "established"))
    asked = len(statements) * (2 if _shown("status_sort").ask == "both" else 1)
    assert _said("status_sort", sorted_one).startswith(f"{asked - 1} ")


@pytest.mark.parametrize(
    ("response", "beginning"),
    [
        (two_sources.Response("agree"), "No sentence is chosen yet. "),
        (two_sources.Response("agree", (AT, None)), "No sentence is chosen in the second passage. "),
        (two_sources.Response("agree", (None, AT)), "No sentence is chosen in the first passage. "),
        (two_sources.Response(None, (AT, AT)), "How the two stand to each other is not chosen yet. "),
    ],
)
def test_what_is_missing_between_two_sources_is_named(response, beginning):
    assert _said("two_sources", response) == f"{beginning}Enter again checks all the same."


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        *((kind, SAMPLES[kind].response) for kind in ("single_choice", "multiple_response", "ordering")),
        ("matching", matching.Response()),
        ("two_sources", two_sources.Response("unrelated")),
        ("two_sources", two_sources.Response("agree", (AT, AT))),
    ],
)
def test_nothing_is_said_of_a_whole_answer_or_an_empty_one(kind, response):
    assert _said(kind, response) == ""


def test_a_sentence_without_its_answer_is_asked_about_only_where_one_belongs_to_it():
    shown = _shown("evidence")
    alone = evidence.Shown(shown.passage, shown.relation)
    assert still_empty(alone, evidence.Response(place=AT)) == ""
    together = evidence.Shown(shown.passage, shown.relation, _shown("single_choice"))
    assert still_empty(together, evidence.Response(place=AT)).startswith("No answer is chosen yet. ")
    chosen = evidence.Response(choice=PartId("a"))
    assert still_empty(together, chosen).startswith("No sentence is chosen yet. ")


def test_the_first_enter_says_what_is_empty_and_the_second_checks(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, kinds=("matching",)) as stage:
        notice = stage.page.view.foot.notice
        stage.key(Qt.Key.Key_A)
        stage.key(ENTER)
        assert notice.text() == "1\u00a0line is still empty. Enter again checks all the same."
        stage.key(ENTER, later=False)
        assert stage.step.checked is None  # a key that was held a moment too long is no second Enter
        stage.key(Qt.Key.Key_Delete)
        stage.key(Qt.Key.Key_B)
        assert notice.text() == ""
        stage.key(ENTER)
        assert stage.step.checked is None  # another answer is asked about anew
        stage.key(ENTER)
        assert stage.step.checked is not None
        assert len(stage.on_disk(1)) == 1


def test_a_whole_answer_is_checked_at_once_and_an_exam_never_asks(qtbot, tmp_path):
    with quiz(qtbot, tmp_path, kinds=("matching",)) as stage:
        for key in (Qt.Key.Key_A, Qt.Key.Key_Down, Qt.Key.Key_B, ENTER):
            stage.key(key)
        assert stage.step.checked is not None
    with quiz(qtbot, tmp_path / "exam", mode="exam", kinds=("matching", "single_choice")) as stage:
        stage.key(Qt.Key.Key_A)
        stage.key(ENTER)
        assert stage.step.position == 2
        assert stage.page.view.foot.notice.text() == ""

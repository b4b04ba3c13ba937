"""The kinds that weigh sources on the quiz page, over a real library: answered by keys alone, and seen again."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt

from app.domain.ids import SetId
from app.domain.kinds import is_blank
from app.gui.shared.key_hints import hints_for
from app.gui.shared.places import QuizPlace, ReaderPlace, ResultPlace
from app.gui.shared.result_page import ResultPage
from app.services import attempts, reading
from app.services.context import TEACHER, perform
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from tests.gui.desk_tools import dress, open_house
from tests.gui.quiz_tools import QuizStage, settle
from tests.unit.harbour import FOLDER, read, with_weighing
from tools.weighing_responses import some_weighing

KINDS = ("evidence", "two_sources", "status_sort", "source_support")


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


@contextmanager
def weighing(qtbot, folder, mode="practice", *, attached=False):
    """Open an attempt at the four questions; `attached` keeps a copy of the town's story."""
    with open_house(folder) as house:
        perform(house.library, TEACHER, bring_up_to_date, read(with_weighing()), {})
        if attached:
            data = (FOLDER / "documents" / "harbour.txt").read_bytes()
            perform(house.library, TEACHER, reading.attach_original, data, "harbour.txt")
        plan = QuizPlan(SetId("weighing"), mode, None, 0)
        stage = QuizStage(house, house.call(attempts.start_attempt, house.learner.id, plan))
        qtbot.addWidget(stage)
        with qtbot.waitActive(stage):
            stage.show()
            stage.activateWindow()
        yield stage
        stage.page.leave()


def open_kind(stage, kind):
    """Open the question of a kind and return its position."""
    for position in range(1, len(KINDS) + 1):
        if stage.house.call(attempts.open_step, stage.attempt, position).shown.kind == kind:
            stage.open(position)
            return position
    raise LookupError(kind)


def type_keys(stage, keys):
    """Press keys one after the other: letters and figures, "v" for an arrow down and ">" for Tab."""
    named = {"v": Qt.Key.Key_Down, ">": Qt.Key.Key_Tab}
    for one in keys:
        stage.key(named.get(one) or Qt.Key(ord(one)))


def right_keys(stage, kind):
    """Return the keys that answer a question rightly."""
    match kind:
        case "evidence":
            words = {
                row.face.words.block.text(): row for row in stage.page.response_input.answers.rows().values()
            }
            return words["It did not"].face.letter + "2"
        case "two_sources":
            return "3>11C"
        case "status_sort":
            letters = {
                "The harbour was dug in 1862.": "AA",
                "The bridge was the end of the old town.": "DB",
                "The pier of Captain Holm was the first.": "CA",
            }
            texts = {one.id: one.text.plain() for one in stage.step.shown.body.statements}
            return "v".join("v".join(letters[texts[part]]) for part in stage.step.order)
        case _:
            return "C"


@pytest.mark.parametrize("kind", KINDS)
def test_keys_alone_answer_it_rightly_and_lead_to_its_source(qtbot, tmp_path, kind):
    with weighing(qtbot, tmp_path) as stage:
        open_kind(stage, kind)
        assert not stage.page.response_input.has_more_reasons()
        type_keys(stage, right_keys(stage, kind))
        assert not stage.page.explanation.isVisible()  # choosing is not answering
        stage.key(Qt.Key.Key_Return)
        assert stage.step.checked.verdict == "correct"
        assert stage.page.explanation.verdict.isVisible()
        stage.key(Qt.Key.Key_S)
        assert isinstance(stage.asked[-1], ReaderPlace)
        assert stage.asked[-1].focus == stage.step.checked.cards[0].at


def test_enter_without_an_answer_says_what_is_missing(qtbot, tmp_path):
    said = {}
    with weighing(qtbot, tmp_path) as stage:
        for kind in KINDS:
            open_kind(stage, kind)
            stage.key(Qt.Key.Key_Return)
            assert stage.step.checked is None
            said[kind] = stage.page.view.foot.notice.text()
    assert len(set(said.values())) == len(KINDS)
    assert all(words.endswith("first, or skip this question.") for words in said.values())


def test_the_keys_that_choose_are_shown_beside_the_question(qtbot, tmp_path):
    shown = {}
    with weighing(qtbot, tmp_path) as stage:
        for kind in KINDS:
            open_kind(stage, kind)
            shown[kind] = [key for key, _does in hints_for(stage.step)][:2]
    assert shown == {
        "evidence": ["A\u2013C", "1\u20133"],
        "two_sources": ["1\u20133", "A\u2013D"],
        "status_sort": ["A\u2013E", "\u2191 \u2193"],
        "source_support": ["A\u2013D", "Enter"],
    }


def test_in_an_exam_each_choice_is_kept_and_marked_after_handing_in(qtbot, tmp_path):
    with weighing(qtbot, tmp_path, "exam") as stage:
        positions = {kind: open_kind(stage, kind) for kind in KINDS}
        for kind, position in positions.items():
            stage.open(position)
            type_keys(stage, right_keys(stage, kind))
        for kind, position in positions.items():
            stage.open(position)
            assert stage.step.checked is None
            assert not is_blank(stage.page.response_input.response()), kind
            assert stage.page.response_input.response() == stage.step.response
        summary = stage.house.call(attempts.finish_attempt, stage.attempt)
        assert (summary.correct, summary.score) == (4, 4)
        for position in positions.values():
            stage.page.show_place(QuizPlace(stage.attempt, position))
            settle()
            assert stage.step.checked.verdict == "correct"
            before = stage.page.response_input.response()
            type_keys(stage, "1B")
            assert stage.page.response_input.response() == before


def test_the_result_lists_them_and_opens_each_as_it_was(qtbot, tmp_path):
    with weighing(qtbot, tmp_path) as stage:
        for position in range(1, len(KINDS) + 1):
            given = some_weighing(stage.house.call(attempts.open_step, stage.attempt, position).shown.body)
            stage.house.call(attempts.submit_response, stage.attempt, position, given, 0)
        stage.house.call(attempts.finish_attempt, stage.attempt)
        page = ResultPage(stage.house.desk)
        qtbot.addWidget(page)
        page.show_place(ResultPlace(stage.attempt))
        settle()
        assert {row.word for row in page.questions.rows()} <= {"Not quite", "Partly correct"}
        assert len(page.questions.rows()) == len(KINDS)
        for kind in KINDS:
            open_kind(stage, kind)
            assert stage.page.response_input.response() == some_weighing(stage.step.shown.body)
            assert stage.step.checked.verdict in ("wrong", "partly")


def test_the_original_is_offered_where_a_copy_is_attached(qtbot, tmp_path):
    with weighing(qtbot, tmp_path, attached=True) as stage:
        open_kind(stage, "evidence")
        head = stage.page.response_input.passage.head
        assert head.switch.isVisible()
        last = list(stage.page.response_input.passage.rows().values())[-1]
        head.switch.findChildren(type(head.switch.focusProxy()))[1].click()
        assert last.words.text().startswith("It was not.")
        type_keys(stage, right_keys(stage, "evidence"))
        stage.key(Qt.Key.Key_Return)
        assert stage.step.checked.verdict == "correct"
        assert last.words.text().startswith("It was not.")  # checking does not turn the page back
        open_kind(stage, "two_sources")
        switches = [one.head.switch.isVisible() for one in stage.page.response_input.passages]
        assert switches == [True, False]


def test_without_a_copy_our_summary_stands_alone(qtbot, tmp_path):
    with weighing(qtbot, tmp_path) as stage:
        open_kind(stage, "evidence")
        assert not stage.page.response_input.passage.head.switch.isVisible()

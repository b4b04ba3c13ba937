import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.domain.errors import FootnoteError
from app.domain.ids import SetId, SourceId
from app.domain.question import Correction
from app.gui.shared.about_set_page import COPIED, NO_CORRECTIONS, NO_REVIEW, AboutSetPage, WorkEntry
from app.gui.shared.places import AboutPlace, AboutSetPlace
from app.gui.shared.reader_states import ELSEWHERE_UNANSWERED
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import ErrorState
from app.gui.widgets.text import TextBlock
from app.services import about_sets, attempts
from app.services.context import TEACHER, perform
from app.services.marks import reads
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from tests.gui.desk_tools import dress, open_house
from tests.gui.layout_checks import look_at
from tests.services.builders import bank, question, question_set, reference

RIVER = SetId("river")
REVIEWED = "Not yet reviewed by a historian or a reader from an affected community."
HILL = "Hill, Ann. 1999. Rivers."


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield dress
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path) as opened:
        yield opened


@pytest.fixture
def corrected(house):
    own = question_set(
        question("single-choice"),
        reviewed=REVIEWED,
        corrections=(Correction("2026-01-03", "single-choice", "The year was 1886."),),
    )
    work = reference(doubt="The year is a guess.", identification="low", seen="identified")
    perform(house.library, TEACHER, bring_up_to_date, bank(own, references={work.id: work}), {"new": "1"})
    return house


@pytest.fixture
def page(house, qtbot):
    shown = AboutSetPage(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def go(page, qtbot, name=RIVER):
    page.show_place(AboutSetPlace(name))
    page.give_focus()
    qtbot.wait(1)


def words(page):
    return [one.text() for one in page.column.page.findChildren(TextBlock) if one.isVisibleTo(page)]


def test_it_tells_who_reviewed_what_and_each_correction_with_its_day_and_question(page, qtbot, corrected):
    go(page, qtbot)
    said = words(page)
    assert "The questions" in said
    assert REVIEWED in said
    assert NO_REVIEW in said  # of the letter nothing is known
    assert "3 January 2026" in " ".join(said).replace("\u00a0", " ")
    assert "The year was 1886.\n\u201cStem of single-choice\u201d" in said
    assert NO_CORRECTIONS not in said


def test_without_corrections_it_says_so(page, qtbot):
    go(page, qtbot)
    assert NO_CORRECTIONS in words(page)


def test_a_work_stands_with_its_doubt_and_unfolds_the_questions_that_rest_on_it(page, qtbot, corrected):
    go(page, qtbot)
    (entry,) = page.column.page.findChildren(WorkEntry)
    assert entry.reference.text() == HILL
    doubtful = "Identified, not seen. Perhaps the work that is meant. The year is a guess."
    assert doubtful in words(page)
    assert "Stem of single-choice" not in words(page)
    assert entry.fold.label == "1\u00a0question rests on it"
    entry.fold.click()
    assert "Stem of single-choice" in words(page)
    entry.fold.click()
    assert "Stem of single-choice" not in words(page)


def test_the_list_is_copied_in_the_style_that_was_chosen(page, qtbot, house):
    house.desk.set_settings(citation_style="apa")
    go(page, qtbot)
    page.copy.click()
    assert page.copy.label == COPIED
    assert QGuiApplication.clipboard().text() == "Hill, A. (1999). Rivers."
    house.desk.set_settings(citation_style="chicago")
    go(page, qtbot)
    page.copy.click()
    assert QGuiApplication.clipboard().text() == HILL


def test_while_a_question_waits_it_tells_neither_works_nor_corrections(page, qtbot, corrected):
    plan = QuizPlan(RIVER, "practice", None, 0)
    step = corrected.call(attempts.start_attempt, corrected.learner.id, plan)
    corrected.call(attempts.show_question, step.attempt.id, 1)
    go(page, qtbot)
    said = " ".join(words(page))
    assert ELSEWHERE_UNANSWERED in said
    assert "1886" not in said
    assert HILL not in said


def test_the_ways_back_and_to_the_source(page, qtbot):
    go(page, qtbot)
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        page.back.click()
    link = next(one for one in page.findChildren(Button) if one.label == "About A letter about the river")
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        link.click()
    assert asked.args == [AboutPlace(SourceId("river"))]


def test_an_unknown_set_says_so_and_can_be_tried_again(page, qtbot, monkeypatch):
    real = about_sets.about_set

    @reads
    def broken(_ctx, name):
        raise FootnoteError("set_not_found", set=name)

    monkeypatch.setattr(about_sets, "about_set", broken)
    go(page, qtbot)
    (state,) = [one for one in page.findChildren(ErrorState) if one.isVisibleTo(page)]
    monkeypatch.setattr(about_sets, "about_set", real)
    state.chosen.emit("again")
    qtbot.wait(1)
    assert HILL in words(page)


@pytest.mark.parametrize(
    ("scheme", "width", "height", "scale"),
    [("light", 1280, 744, 1.0), ("dark", 900, 384, 2.0), ("contrast", 900, 384, 1.0)],
)
def test_text_stays_in_its_box_and_readable(corrected, page, qtbot, look, scheme, width, height, scale):
    look(scheme, scale)
    page.resize(width, height)
    go(page, qtbot)
    for entry in page.column.page.findChildren(WorkEntry):
        entry.fold.click()
    qtbot.wait(20)
    assert look_at(page) == []

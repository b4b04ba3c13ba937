"""The strip beside the text: what it shows and says, how it is used, and when it keeps silent."""

from itertools import pairwise
from typing import get_args

import pytest
from PySide6.QtCore import QPoint, Qt

from app.config import read_settings
from app.domain.coverage import Covered
from app.domain.ids import SetId, SourceId
from app.domain.source import About, Claim, Locator
from app.gui.shared.about_page import AboutPage
from app.gui.shared.places import AboutPlace, ReaderPlace
from app.gui.shared.reader_page import ReaderPage
from app.gui.shared.reader_states import BEFORE_ANSWER, ELSEWHERE_UNANSWERED, WHILE_WAITING
from app.gui.widgets.heat_legend import HIDE
from app.gui.widgets.heat_strip import HeatCell, HeatStrip, place_cells
from app.gui.widgets.states import EmptyState
from app.gui.widgets.text import TextBlock
from app.services import attempts
from app.services.context import TEACHER, perform
from app.services.coverage import read_coverage
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from tests.gui.desk_tools import dress, open_house
from tests.services.builders import bank, question, question_set, right, source

RIVER = SourceId("river")


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
def page(house, qtbot):
    shown = ReaderPage(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def step(house):
    return house.call(attempts.start_attempt, house.learner.id, QuizPlan(SetId("river"), "practice", None, 0))


@pytest.fixture
def strip(qtbot):
    levels = get_args(Covered)
    cells = [HeatCell(Locator(1 + i // 8, 1 + i % 8), i % 3 * 3, levels[i % 3]) for i in range(24)]
    shown = HeatStrip()
    qtbot.addWidget(shown)
    shown.resize(40, 400)
    shown.set_cells(cells)
    shown.show()
    return shown


def go(page, qtbot, place=ReaderPlace(RIVER)):  # noqa: B008 (a place cannot be changed)
    page.show_place(place)
    page.give_focus()
    qtbot.wait(1)


def test_each_sentence_has_the_level_that_the_coverage_of_the_library_gives_it(page, qtbot, house):
    go(page, qtbot)
    (covered,) = perform(house.library, TEACHER, read_coverage).sources
    expected = [(one.at, one.count, one.level) for one in covered.sentences]
    assert [tuple(cell) for cell in page.parts.strip.cells] == expected
    assert {cell.level for cell in page.parts.strip.cells} > {"never"}
    for level, words in page.parts.legend.words.items():
        assert words.text().endswith(f": {len(covered.at_level(level))}")


def test_the_part_in_view_is_marked_and_a_click_goes_to_a_sentence(page, qtbot, house):
    many = tuple(Claim(Locator(number, 1), "a", f"Sentence {number}. " * 12) for number in range(1, 30))
    long = bank(question_set(question()), sources={RIVER: source(claims=many)})
    perform(house.library, TEACHER, bring_up_to_date, long, {"long": "1"})
    go(page, qtbot)
    strip = page.parts.strip
    first, last = strip.view
    assert first == Locator(1, 1)
    assert last < Locator(29, 1)
    target = strip.box(27).center().toPoint()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=target)
    assert page.spread.current == Locator(28, 1)
    qtbot.waitUntil(lambda: strip.view[0] <= Locator(28, 1) <= strip.view[1])
    assert strip.view[0] > Locator(1, 1)


def test_keys_move_in_the_strip_and_enter_goes_there(strip, qtbot):
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    assert strip.accessibleName().endswith(": 1.3, asked often, 6 questions".replace(" q", "\u00a0q"))
    with qtbot.waitSignal(strip.chosen, timeout=1000) as asked:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert asked.args == [Locator(1, 3)]
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    assert ": 3.8, " in strip.accessibleName()
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert strip.accessibleName().endswith(": 1.1, not asked")


def test_keys_begin_where_the_view_begins(strip, qtbot):
    strip.set_view(Locator(2, 3), Locator(2, 5))
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert ": 2.2, " in strip.accessibleName()


def test_a_level_is_told_by_shape_too(strip, qtbot):
    drawn = strip.grab().toImage()
    ratio = drawn.devicePixelRatio()

    def colours(index, x):
        spot = QPoint(round(x * ratio), round(strip.box(index).center().y() * ratio))
        return drawn.pixelColor(spot).name()

    left = strip.box(0).left()
    ground = colours(0, left - 2)
    assert colours(1, left - 2) == ground
    assert colours(2, left - 2) != ground  # the over-tested one is wider
    assert colours(0, left + 5) != colours(1, left + 5)


@pytest.mark.parametrize("height", [30.0, 200.0, 2000.0])
def test_cells_lie_in_their_order_inside_the_strip(strip, height):
    placed = place_cells(strip.cells, height)
    assert len(placed) == len(strip.cells)
    assert all(top + high <= below for (top, high), (below, _) in pairwise(placed))
    assert all(high > 0 for _, high in placed)
    assert placed[-1][0] + placed[-1][1] <= height + 0.01


def test_the_strip_is_switched_off_and_on_and_stays_so(page, qtbot):
    go(page, qtbot)
    legend = page.parts.legend
    assert page.parts.strip.isVisibleTo(page)
    assert legend.switch.label == HIDE
    legend.switch.click()
    assert not page.parts.strip.isVisibleTo(page)
    assert not read_settings().heat_strip
    legend.switch.click()
    assert page.parts.strip.isVisibleTo(page)


# --- Before an answer ---


def silent(page):
    return not page.parts.strip.isVisibleTo(page) and not page.parts.legend.isVisibleTo(page)


def test_before_the_answer_there_is_no_strip_from_the_question_nor_by_another_way(page, qtbot, house, step):
    house.call(attempts.show_question, step.attempt.id, 1)
    go(page, qtbot, ReaderPlace(RIVER, step.attempt.id, 1))
    assert silent(page)
    assert page.parts.notice.text() == BEFORE_ANSWER
    go(page, qtbot, ReaderPlace(RIVER))
    assert silent(page)
    assert page.view is not None
    assert page.parts.notice.text() == ELSEWHERE_UNANSWERED
    assert not page.view.questions_at
    house.call(attempts.submit_response, step.attempt.id, 1, right(step), 0)
    go(page, qtbot, ReaderPlace(RIVER, step.attempt.id, 1))
    assert silent(page)  # others of the quiz wait
    assert page.parts.notice.text() == WHILE_WAITING
    house.call(attempts.finish_attempt, step.attempt.id)
    go(page, qtbot, ReaderPlace(RIVER, step.attempt.id, 1))
    assert page.parts.strip.isVisibleTo(page)


def test_from_the_page_about_a_source_the_way_leads_to_a_reader_without_notes(qtbot, house, step):
    house.call(attempts.show_question, step.attempt.id, 1)
    told = About(author="Nobody knows.", errors="The year is wrong.")
    corrected = bank(question_set(question()), sources={RIVER: source(about=told)})
    perform(house.library, TEACHER, bring_up_to_date, corrected, {"told": "1"})
    about = AboutPage(house.desk)
    qtbot.addWidget(about)
    about.show_place(AboutPlace(RIVER))
    said = " ".join(block.text() for block in about.column.page.findChildren(TextBlock))
    assert ELSEWHERE_UNANSWERED in said
    assert "Nobody knows." in said
    assert "Hill, Ann" not in said
    assert "The year is wrong." not in said
    with qtbot.waitSignal(about.open_requested, timeout=1000) as asked:
        about.read.click()
    reader = ReaderPage(house.desk)
    qtbot.addWidget(reader)
    go(reader, qtbot, asked.args[0])
    assert silent(reader)


def test_our_own_notes_are_closed_before_the_answer(page, qtbot, house, step):
    house.call(attempts.show_question, step.attempt.id, 1)
    notes = bank(question_set(question()), sources={RIVER: source(kind="notes", title="Our notes")})
    perform(house.library, TEACHER, bring_up_to_date, notes, {"notes": "1"})
    go(page, qtbot)
    state = page.parts.instead
    assert isinstance(state, EmptyState)
    assert state.title.text() == "Our notes are closed now"
    assert page.head.length.text() == ""
    assert "The water came up" not in " ".join(
        chunk.block.text() for chunk in page.spread.text._chunks.values()
    )

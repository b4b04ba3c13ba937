import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.gui.theme import theme
from app.gui.widgets.panel import CELLS_SHOWN, Panel, legend_states, stretch_around
from app.services.views import Cell
from tests.gui.desk_tools import dress


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield
    dress()


def cells(*states, flagged=()):
    return tuple(Cell(number, state, number in flagged) for number, state in enumerate(states, start=1))


def shown(qtbot, all_cells, here=1, mode="practice", *, finished=False):
    panel = Panel()
    qtbot.addWidget(panel)
    panel.set_panel(all_cells, here, mode, finished=finished)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def test_each_cell_says_what_became_of_its_question(qtbot):
    all_cells = cells("correct", "wrong", "partly", "skipped", "seen", "unreached", flagged=(2,))
    names = [cell.accessibleName() for cell in shown(qtbot, all_cells, here=5).cells()]
    assert names == [
        "Question 1, Correct",
        "Question 2, Not quite, marked for later",
        "Question 3, Partly correct",
        "Question 4, Skipped",
        "Question 5, Seen, you are here",
        "Question 6, Not reached",
    ]


@pytest.mark.parametrize("state", ["correct", "wrong", "partly", "skipped", "blank", "answered"])
def test_each_state_is_drawn_differently_from_a_question_not_answered(qtbot, state):
    panel = shown(qtbot, cells("seen", state))
    plain, other = (cell.grab().toImage() for cell in panel.cells())
    assert drawn(plain) < drawn(other)


def test_a_mark_and_the_place_are_drawn(qtbot):
    panel = shown(qtbot, cells("seen", "seen", "seen", flagged=(3,)), here=2)
    plain, here, flagged = (cell.grab().toImage() for cell in panel.cells())
    accent = theme().colour("accent").rgb()
    assert count(plain, accent) == 0
    assert count(here, accent) > 0
    assert count(flagged, accent) > 0


def test_a_click_or_enter_opens_the_question(qtbot):
    panel = shown(qtbot, cells("seen", "unreached", "unreached"))
    chosen: list[int] = []
    panel.position_chosen.connect(chosen.append)
    panel.cells()[2].click()
    panel.cells()[1].setFocus()
    QTest.keyClick(panel.cells()[1], Qt.Key.Key_Return)
    assert chosen == [3, 2]


def test_tab_reaches_the_panel_once_and_arrows_walk_through_it(qtbot):
    panel = shown(qtbot, cells(*["unreached"] * 10), here=2)
    stops = [cell for cell in panel.cells() if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [cell.cell.position for cell in stops] == [2]
    panel.give_focus()
    for key, position in [
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Down, 7),
        (Qt.Key.Key_Left, 6),
        (Qt.Key.Key_Up, 2),
    ]:
        QTest.keyClick(panel.window().focusWidget(), key)
        assert panel.window().focusWidget().cell.position == position
    for _ in range(5):
        QTest.keyClick(panel.window().focusWidget(), Qt.Key.Key_Up)
    assert panel.window().focusWidget().cell.position == 2


def test_a_long_attempt_is_shown_in_stretches(qtbot):
    panel = shown(qtbot, cells(*["unreached"] * 150), here=70)
    assert [cell.cell.position for cell in panel.cells()] == list(range(61, 121))
    panel._later.click()
    assert [cell.cell.position for cell in panel.cells()] == list(range(121, 151))
    assert panel._later.isHidden()
    panel._earlier.click()
    panel._earlier.click()
    assert panel.cells()[0].cell.position == 1
    assert panel._earlier.isHidden()


@given(st.integers(1, 2000).flatmap(lambda total: st.tuples(st.integers(1, total), st.just(total))))
def test_a_stretch_holds_its_position_and_no_more_than_fit(at):
    position, total = at
    stretch = stretch_around(position, total)
    assert 1 <= stretch.first <= position <= stretch.last <= total
    assert stretch.last - stretch.first < CELLS_SHOWN
    assert stretch.first % CELLS_SHOWN == 1


def test_the_legend_of_an_open_exam_has_no_results():
    assert legend_states("exam", finished=False) == ("answered", "flagged")
    assert "wrong" in legend_states("exam", finished=True)
    assert "blank" not in legend_states("practice", finished=False)


def drawn(image):
    """Count what is drawn in the lower half, where the result stands."""
    sheet = theme().colour("sheet").rgb()
    columns, rows = range(4, image.width() - 4), range(image.height() * 3 // 5, image.height() - 3)
    return sum(image.pixel(x, y) != sheet for x in columns for y in rows)


def count(image, rgb):
    return sum(image.pixel(x, y) == rgb for x in range(image.width()) for y in range(image.height()))

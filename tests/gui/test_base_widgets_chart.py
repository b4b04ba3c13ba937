from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible

from app.gui.theme import Look, theme
from app.gui.widgets.chart_maths import (
    Frame,
    ScorePoint,
    grid_y,
    percent,
    pick_dates,
    place_points,
    summarise,
)
from app.gui.widgets.line_chart import LineChart

FRAME = Frame(left=40, top=8, width=400, height=100)
POINTS = [
    ScorePoint(38, "practice", "2 Oct"),
    ScorePoint(40, "exam", "21 Oct"),
    ScorePoint(74, "practice", "21 Nov"),
]


@pytest.mark.parametrize(("score", "y"), [(100, 8), (50, 58), (0, 108), (-20, 108), (140, 8)])
def test_a_score_has_its_height_and_stays_in_the_frame(score, y):
    assert grid_y(FRAME, score) == y


@given(st.lists(st.floats(0, 100), min_size=1, max_size=60))
def test_points_stand_in_the_frame_at_even_distances(scores):
    places = place_points(FRAME, [ScorePoint(score, "practice", "") for score in scores], 10)
    assert len(places) == len(scores)
    assert all(40 <= x <= 440 and 8 <= y <= 108 for x, y in places)
    steps = [after[0] - before[0] for before, after in pairwise(places)]
    assert all(step == pytest.approx(steps[0]) and step > 0 for step in steps)


def test_a_single_attempt_stands_at_the_right():
    assert place_points(FRAME, POINTS[:1], 10) == [(430, grid_y(FRAME, 38))]


@given(count=st.integers(0, 500), width=st.floats(1, 2000), label=st.floats(1, 200))
def test_dates_include_the_first_and_the_last_and_are_few(count, width, label):
    picked = pick_dates(count, width, label)
    assert picked == sorted(set(picked))
    assert len(picked) <= 5
    if count:
        assert picked[0] == 0
        assert picked[-1] == count - 1


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (74, "74\u00a0%"),
        (73.6, "74\u00a0%"),
        (62.5, "63\u00a0%"),
        (0.3, "1\u00a0%"),
        (99.7, "99\u00a0%"),
        (100, "100\u00a0%"),
        (0, "0\u00a0%"),
        (-6, "\u22126\u00a0%"),
    ],
)
def test_a_score_is_written_with_a_true_minus_and_a_space_that_does_not_break(score, words):
    assert percent(score) == words


def test_the_line_is_told_in_words():
    assert summarise([]) == "No scores yet."
    assert summarise(POINTS[:1]) == "One attempt: 38\u00a0% on 2 Oct, practice."
    assert summarise(POINTS[:2]).endswith("on 2 Oct. The highest: 40\u00a0% on 21 Oct.")
    assert "The latest: 40\u00a0% on 21 Oct, exam." in summarise(POINTS[:2])
    assert summarise(POINTS) == (
        "3 attempts from 2 Oct to 21 Nov. The latest: 74\u00a0% on 21 Nov, practice. "
        "The lowest: 38\u00a0% on 2 Oct. The highest: 74\u00a0% on 21 Nov."
    )


def test_the_chart_is_heard_as_its_summary_and_drawn_in_the_accent(qapp, qtbot):
    theme().apply(qapp, Look())
    chart = LineChart()
    qtbot.addWidget(chart)
    chart.resize(500, 180)
    empty = chart.grab().toImage()
    chart.set_points(POINTS)
    drawn = chart.grab().toImage()
    heard = QAccessible.queryAccessibleInterface(chart).text(QAccessible.Text.Name)
    assert heard == summarise(POINTS)
    accent = theme().colour("accent")
    places = place_points(chart._frame(), POINTS, 10)
    x, y = places[-1]
    assert drawn.pixelColor(round(x), round(y)) == accent
    assert empty.pixelColor(round(x), round(y)) != accent
    first_x, first_y = places[0]
    assert drawn.pixelColor(round(first_x), round(first_y)) == theme().colour("sheet")


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_the_points_of_the_chart_grow_with_the_text(qapp, qtbot, scale):
    theme().apply(qapp, Look(text_scale=scale))
    chart = LineChart()
    qtbot.addWidget(chart)
    chart.resize(900, 400)
    chart.set_points([*POINTS, POINTS[-1]])
    drawn, accent = chart.grab().toImage(), theme().colour("accent")
    x, y = place_points(chart._frame(), chart._points, 10 * scale)[-1]
    theme().apply(qapp, Look())
    across = [column for column in range(drawn.width()) if drawn.pixelColor(column, round(y)) == accent]
    assert 5 * scale - 2.5 <= max(across) - x <= 5 * scale

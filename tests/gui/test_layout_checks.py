"""The checks of the screens see what they are for: each is shown something broken."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.gui.theme import Look, theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.text import TextBlock
from tests.gui.layout_checks import button_out_of_sight, look_at


@pytest.fixture
def sheet(qtbot: Any, qapp: QApplication) -> Iterator[QWidget]:
    """An empty window in the light look."""
    theme().apply(qapp, Look("light", 1.0, reduced_motion=True))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    yield window
    theme().apply(qapp, Look())


Break = Callable[[QWidget], Any]


def _sound(window: QWidget) -> None:
    row = QVBoxLayout(window)
    row.addWidget(TextBlock("A sentence that may take more than one line where the window is narrow."))
    row.addWidget(Button("Check answer", "primary", "Enter"))


def _narrow(window: QWidget) -> None:
    label = QLabel("Words that need more room than they have", window)
    label.setGeometry(10, 10, 40, 20)


def _low(window: QWidget) -> None:
    block = TextBlock("Words that need more lines than they have room for in this box", parent=window)
    block.setGeometry(10, 10, 80, 20)


def _wide_column(window: QWidget) -> None:
    area = QScrollArea(window)
    area.setGeometry(0, 0, 200, 200)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    column = QWidget()
    column.resize(400, 100)
    area.setWidget(column)


def _sticks_out(window: QWidget) -> None:
    Button("Check answer", parent=window).setGeometry(350, 10, 120, 36)


def _overlaps(window: QWidget) -> None:
    Button("Check answer", parent=window).setGeometry(10, 10, 130, 36)
    Button("Skip", parent=window).setGeometry(100, 20, 80, 36)


def _button_below(window: QWidget) -> None:
    area = QScrollArea(window)
    area.setGeometry(0, 0, 400, 300)
    column = QWidget()
    column.resize(380, 900)
    Button("Check answer", "primary", parent=column).setGeometry(10, 800, 130, 40)
    area.setWidget(column)


def _cut(window: QWidget) -> None:
    Button("Check answer", parent=window).setGeometry(10, 10, 70, 36)


def _over_words(window: QWidget) -> None:
    # Neither the boxes nor their parents tell: the words of one lie inside the other.
    holder = QWidget(window)
    holder.setGeometry(0, 0, 300, 60)
    TextBlock("The first line of a choice", parent=holder).setGeometry(0, 0, 200, 22)
    TextBlock("The letter of a choice", parent=window).setGeometry(4, 3, 200, 22)


def _faint(window: QWidget) -> None:
    row = QHBoxLayout(window)
    row.addWidget(TextBlock("Words in the colour of a hairline", colour="hair"))


def _faint_below(window: QWidget) -> None:
    area = QScrollArea(window)
    area.setGeometry(0, 0, 300, 100)
    column = QWidget()
    column.resize(280, 900)
    TextBlock("Words out of sight", colour="hair", parent=column).setGeometry(0, 800, 200, 22)
    area.setWidget(column)


@pytest.mark.parametrize(
    ("broken", "check"),
    [
        (_narrow, "too_wide"),
        (_low, "too_wide"),
        (_wide_column, "too_wide"),
        (_sticks_out, "beyond_parent"),
        (_overlaps, "overlapping"),
        (_cut, "cut_short"),
        (_low, "out_of_box"),
        (_over_words, "over_each_other"),
        (_faint, "faint"),
        (_faint_below, "faint"),
    ],
)
def test_a_check_sees_what_is_broken(sheet: QWidget, broken: Break, check: str) -> None:
    broken(sheet)
    sheet.show()
    QApplication.processEvents()
    assert any(line.startswith(f"{check}: ") for line in look_at(sheet))


def test_a_check_sees_a_button_that_is_out_of_sight(sheet: QWidget) -> None:
    _button_below(sheet)
    sheet.show()
    QApplication.processEvents()
    assert len(button_out_of_sight(sheet)) == 1


def test_the_checks_find_nothing_in_a_sound_window(sheet: QWidget) -> None:
    _sound(sheet)
    sheet.show()
    QApplication.processEvents()
    assert look_at(sheet) + button_out_of_sight(sheet) == []

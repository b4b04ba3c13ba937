"""A row whose words do not fit tells them in full in a tooltip, and only then."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.gui.widgets.row_list import RowList

TITLE = "The Great Purge, as a fragment tells it"


class OneLine:
    uniform = True

    def height(self, _row: str, _width: int, _direction: Any) -> int:
        return 40

    def spoken(self, row: str) -> str:
        return row

    def draw(self, canvas: Any, row: str, *, active: bool) -> None:
        canvas.text(0, 24, canvas.width, row, "interface", "ink")


@pytest.fixture
def rows(qtbot: Any) -> RowList:
    made = RowList("Attempts", OneLine())
    qtbot.addWidget(made)
    made.set_rows([TITLE, "Short"])
    made.show()
    return made


def ask(rows: RowList, row: int) -> str:
    QToolTip.hideText()
    spot = QPoint(40, 40 * row + 20)
    viewport = rows.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, spot, viewport.mapToGlobal(spot)))
    return QToolTip.text() if QToolTip.isVisible() else ""


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_shortened_row_is_told_in_full(rows: RowList) -> None:
    rows.resize(180, 100)
    QApplication.processEvents()
    assert ask(rows, 0) == TITLE
    assert rows.shortened(0) == (TITLE,)


def test_a_row_that_fits_has_nothing_to_tell(rows: RowList) -> None:
    rows.resize(180, 100)
    QApplication.processEvents()
    assert rows.shortened(1) == ()
    rows.resize(600, 100)
    QApplication.processEvents()
    assert rows.shortened(0) == ()
    assert ask(rows, 0) == ""

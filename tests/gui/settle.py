"""Showing a page in a window, and waiting until it is laid out: Qt does that in several rounds of events."""

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from app.gui.main_window import MainWindow
from app.gui.shared.desk import Desk
from app.gui.shared.places import Place
from app.gui.widgets.page import PageColumn


def open_window(qtbot: Any, desk: Desk, place: Place, size: tuple[int, int]) -> Any:
    """Show a place in a window of a size and return its page."""
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.open(place)
    settle(qtbot, window)
    return window.page


def settle(qtbot: Any, page: QWidget) -> None:
    """Wait until the columns of a page are as high as their contents ask for."""

    def laid_out() -> bool:
        QApplication.processEvents()
        return all(
            column.page.height() >= column.page.heightForWidth(column.page.width())
            for column in page.findChildren(PageColumn)
        )

    qtbot.waitUntil(laid_out, timeout=20_000)
    QApplication.processEvents()

"""What a person typed is shown as it was typed: no page takes a name for HTML, which could read files."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QToolTip, QWidget

from app.gui.shared.places import (
    DoorPlace,
    HistoryPlace,
    ResultPlace,
    ScoresPlace,
    SettingsPlace,
    StartPlace,
    TodayPlace,
)
from app.gui.shared.who_menu import WhoMenu
from app.gui.student.history_values import file_name
from app.gui.widgets.row_list import RowList
from app.gui.widgets.tips import plain_tip
from app.words.days import local_day
from tests.gui.desk_tools import dress, open_house, take
from tests.gui.settle import open_window
from tests.gui.test_shortened_rows import OneLine, ask

NAME = "<b>x</b><img src=file:///etc/passwd>"


@pytest.fixture(autouse=True)
def look(qapp):
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path, name=NAME) as opened:
        take(opened, "rw")
        yield opened


def read_as_html(root: QWidget) -> list[str]:
    """Return what a label or a tooltip would take for HTML."""
    labels = [one for one in root.findChildren(QLabel) if one.textFormat() != Qt.TextFormat.PlainText]
    tips = [one.toolTip() for one in (root, *root.findChildren(QWidget))]
    return [text for text in (*(one.text() for one in labels), *tips) if "<b>" in text or "<img" in text]


def said(root: QWidget) -> str:
    """Return every word on a page: of labels, buttons and rows."""
    words = [one.accessibleName() for one in root.findChildren(QWidget)]
    words += [one.text() for one in root.findChildren(QLabel)]
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if isinstance(model, QAbstractItemModel):
            words += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return "\n".join(words)


@pytest.mark.parametrize(
    "place", [StartPlace(), TodayPlace(), HistoryPlace(), SettingsPlace(), ScoresPlace(), DoorPlace(())]
)
def test_a_page_shows_a_name_as_it_was_typed(house, qtbot, place) -> None:
    if isinstance(place, ScoresPlace):
        house.desk.sit_down(None, teacher=True)
    page = open_window(qtbot, house.desk, place, (1280, 800))
    assert read_as_html(page.window()) == []
    if isinstance(place, StartPlace | ScoresPlace):
        assert NAME in said(page)


def test_a_result_names_the_student_as_typed(house, qtbot) -> None:
    summary = take(house, "r")
    house.desk.sit_down(None, teacher=True)
    page = open_window(qtbot, house.desk, ResultPlace(summary.attempt.id), (1280, 800))
    assert NAME in said(page)
    assert read_as_html(page.window()) == []


def test_the_menu_of_the_person_names_them_as_typed(house, qtbot) -> None:
    menu = WhoMenu(house.desk)
    qtbot.addWidget(menu)
    assert menu.button.accessibleName() == f"{NAME}: menu"
    assert read_as_html(menu) == []


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_tooltip_shows_angle_brackets_and_reads_no_file(qtbot) -> None:
    rows = RowList("Names", OneLine())
    qtbot.addWidget(rows)
    rows.set_rows([f"{NAME} and all the others that do not fit"])
    rows.resize(120, 100)
    rows.show()
    QApplication.processEvents()
    told = ask(rows, 0)
    QToolTip.hideText()
    assert told.startswith("<qt>&lt;b>x&lt;/b>&lt;img")
    assert plain_tip("Fish & chips\nand <i>more</i>") == "<qt>Fish &amp; chips<br>and &lt;i>more&lt;/i></qt>"
    assert plain_tip("The Great Purge") == "The Great Purge"


def test_a_file_for_a_name_lies_in_the_folder_that_was_chosen() -> None:
    proposed = file_name(NAME, local_day(datetime(2026, 1, 2, tzinfo=UTC)))
    assert not set(proposed) & set("/\\:<>")

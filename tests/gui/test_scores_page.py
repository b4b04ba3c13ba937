import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import FootnoteError
from app.gui.main_window import MainWindow
from app.gui.shared.attempt_filters import Chosen, filter_of
from app.gui.shared.places import QuizPlace, ResultPlace, ScoresPlace, SetsPlace
from app.gui.shared.result_page import ResultPage
from app.gui.teacher.scores_page import ScoresPage
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.services import history
from app.services.context import perform
from app.services.learners import add_learner
from app.services.marks import reads
from tests.gui.desk_tools import House, at, dress, open_house, take
from tests.gui.layout_checks import look_at
from tests.gui.settle import settle


class _Shown(ScoresPage):
    """The page, with the places it asks for and what it says."""

    def __init__(self, desk):
        super().__init__(desk)
        self.places: list[object] = []
        self.messages: list[tuple[object, ...]] = []
        self.open_requested.connect(self.places.append)
        self.message_posted.connect(lambda *message: self.messages.append(message))


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield dress
    dress()


@pytest.fixture
def house(qtbot, tmp_path):
    with open_house(tmp_path) as opened:
        opened.desk.sit_down(None, teacher=True)
        yield opened


@pytest.fixture
def taken(house, monkeypatch):
    """Let two students take three quizzes on three days; the last one is of today."""
    now = datetime.now(UTC)
    second = _student(house, "Sample Student B")
    at(monkeypatch, now - timedelta(days=40))
    first = take(house, "rrww")
    at(monkeypatch, now - timedelta(days=3))
    other = take(second, "rr", mode="practice", set="taster")
    at(monkeypatch, now)
    last = take(second, "wwww", mode="practice")
    return [one.attempt for one in (last, other, first)]


@pytest.fixture
def page(house, qtbot):
    shown = _Shown(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    return shown


def _student(house, name):
    learner = perform(house.library, None, add_learner, name)
    return House(
        house.desk,
        house.library,
        learner,
        lambda service, *args: perform(house.library, None, service, *args),
    )


def _open(page, qtbot):
    page.show_place(ScoresPlace())
    page.give_focus()
    qtbot.wait(1)


def _choose(select, words):
    select.setCurrentIndex(select.findText(words))
    select.activated.emit(select.currentIndex())


def _place(window) -> object:
    return window.place


def _who(page):
    return [line.who for line in page.table.lines()]


def _button(page, label):
    return next(b for b in page.findChildren(Button) if b.label == label and b.isVisibleTo(page))


# --- What is shown ---


def test_the_attempts_of_all_students_stand_in_the_table_the_latest_first(page, taken, qtbot):
    _open(page, qtbot)
    assert [line.attempt for line in page.table.lines()] == [head.id for head in taken]
    assert _who(page) == ["Sample Student B", "Sample Student B", "Sample Student"]
    assert page.table.lines()[0].spoken.startswith("Sample Student B. ")
    assert page.heading.sentence.text().startswith("3\u00a0attempts by 2\u00a0students since ")
    assert page.filters.count.text() == "3\u00a0attempts"


@pytest.mark.parametrize(
    ("filter_name", "words", "left"),
    [
        ("who", "Sample Student B", [0, 1]),
        ("who", "Sample Student", [2]),
        ("set", "A first taste", [1]),
        ("mode", "Practice only", [0, 1, 2]),
        ("mode", "Exams only", []),
        ("since", "Today", [0]),
        ("since", "The last 7 days", [0, 1]),
        ("since", "The last 12 months", [0, 1, 2]),
    ],
)
def test_each_filter_leaves_what_it_says(page, house, taken, qtbot, filter_name, words, left):
    _open(page, qtbot)
    select = getattr(page.filters, filter_name)
    if filter_name == "set":
        words = next(select.itemText(n) for n in range(select.count()) if select.itemData(n) == "taster")
    _choose(select, words)
    assert [line.attempt for line in page.table.lines()] == [taken[n].id for n in left]
    assert page.filters.count.text().startswith(f"{len(left)}\u00a0")
    if not left:
        assert page.findChild(EmptyState).title.text() == "No attempts under this filter"
        assert page.filters.isVisible()
        assert not page.export_button.isVisible()
    qtbot.wait(1)
    qtbot.mouseClick(page.filters.clear_button, Qt.MouseButton.LeftButton)
    assert len(page.table.lines()) == 3
    assert page.filters.chosen() == Chosen()


def test_filters_work_together_and_stay_when_one_comes_back(page, taken, qtbot):
    _open(page, qtbot)
    _choose(page.filters.who, "Sample Student B")
    _choose(page.filters.since, "Today")
    assert [line.attempt for line in page.table.lines()] == [taken[0].id]
    _open(page, qtbot)
    assert [line.attempt for line in page.table.lines()] == [taken[0].id]
    assert page.heading.sentence.text().startswith("3\u00a0attempts by 2\u00a0students"), (
        "the heading counts all"
    )


def test_a_row_opens_the_result_and_that_opens_each_question(house, taken, qtbot):
    window = MainWindow(house.desk)
    qtbot.addWidget(window)
    window.show()
    window.open(ScoresPlace())
    qtbot.wait(1)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert _place(window) == ResultPlace(taken[1].id)
    assert isinstance(window.page, ResultPage)
    window.page.questions.opened.emit(window.page.questions.rows()[0])
    assert _place(window) == QuizPlace(taken[1].id, 1)
    window.go_back()
    window.go_back()
    assert _place(window) == ScoresPlace()


def test_what_is_shown_is_exported_as_a_table(page, taken, qtbot, tmp_path):
    _open(page, qtbot)
    _choose(page.filters.who, "Sample Student")
    qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(tmp_path / "scores.csv"))
    dialog.close()
    text = (tmp_path / "scores.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["learner"] for row in rows} == {"Sample Student"}
    assert {row["attempt"] for row in rows} == {str(taken[2].id)}
    assert page.messages[0][0] == "Exported to scores.csv."


# --- States ---


def test_without_attempts_the_page_says_what_will_stand_here(page, qtbot):
    _open(page, qtbot)
    assert page.findChild(EmptyState).title.text() == "No attempts yet"
    assert page.window().focusWidget() is _button(page, "Go to the question sets")
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert page.places == [SetsPlace()]


def test_trouble_is_said_with_a_way_to_try_again(page, taken, qtbot, monkeypatch):
    @reads
    def broken(_ctx, _wanted):
        raise FootnoteError("damaged", path="sample.sqlite")

    with monkeypatch.context() as patch:
        patch.setattr(history, "list_attempts", broken)
        _open(page, qtbot)
    assert "sample.sqlite is damaged" in page.findChild(ErrorState).sentence.text()
    qtbot.mouseClick(_button(page, "Try again"), Qt.MouseButton.LeftButton)
    assert len(page.table.lines()) == 3


def test_waiting_is_shown_only_after_a_while(page, house, qtbot, monkeypatch):
    monkeypatch.setattr(house.desk.backend, "call", lambda *_args, **_named: None)
    page.show_place(ScoresPlace())
    assert page.findChild(LoadingState) is None
    qtbot.waitUntil(lambda: page.findChild(LoadingState) is not None, timeout=5000)


def test_an_answer_that_comes_late_is_not_shown_over_a_newer_one(page, house, taken, qtbot, monkeypatch):
    _open(page, qtbot)
    answers = []
    monkeypatch.setattr(
        house.desk.backend, "call", lambda _owner, done, *_args, **_named: answers.append(done)
    )
    _choose(page.filters.who, "Sample Student")
    _choose(page.filters.who, "Sample Student B")
    rows = [
        perform(
            house.library,
            house.desk.backend.actor,
            history.list_attempts,
            filter_of(Chosen(who=who), datetime.now(UTC)),
        )
        for who in _ids(page)
    ]
    answers[1](rows[1])
    answers[0](rows[0])
    assert set(_who(page)) == {"Sample Student B"}


def _ids(page):
    select = page.filters.who
    return [select.itemData(select.findText(name)) for name in ("Sample Student", "Sample Student B")]


@pytest.mark.parametrize(("size", "scale"), [((1280, 744), 1.0), ((900, 384), 1.0), ((1280, 744), 2.0)])
def test_everything_fits(house, taken, qtbot, look, size, scale):
    look("light", scale)
    page = ScoresPage(house.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_place(ScoresPlace())
    _choose(page.filters.since, "The last 7 days")
    settle(qtbot, page)
    assert look_at(page) == []

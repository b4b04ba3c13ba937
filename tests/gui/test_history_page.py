import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import FootnoteError
from app.gui.main_window import MainWindow
from app.gui.shared.attempt_filters import MIX, Chosen
from app.gui.shared.attempt_lines import attempt_line
from app.gui.shared.places import HistoryPlace, ResultPlace, TodayPlace
from app.gui.student import history_values
from app.gui.student.history_page import HistoryPage
from app.gui.theme import theme, tokens
from app.gui.widgets.attempt_columns import columns_for
from app.gui.widgets.attempt_table import AttemptTable
from app.gui.widgets.buttons import Button
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.services import history
from app.services.marks import reads
from app.services.views import AttemptFilter
from tests.gui.desk_tools import at, dress, open_house, take
from tests.gui.layout_checks import look_at
from tests.gui.settle import settle

TODAY = date(2026, 11, 22)


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
    shown = HistoryPage(house.desk)
    qtbot.addWidget(shown)
    shown.resize(1280, 744)
    shown.show()
    return shown


def _open(page, qtbot):
    page.show_place(HistoryPlace())
    page.give_focus()
    qtbot.wait(1)


def _press(page, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(page.window().focusWidget(), key)


def _titles(page):
    return [line.title for line in page.table.lines()]


# --- What is shown ---


def test_attempts_stand_in_the_table_the_latest_first_with_their_counts(page, house, qtbot, monkeypatch):
    now = datetime.now(UTC)
    at(monkeypatch, now - timedelta(days=2))
    take(house, "rrrrww--")
    at(monkeypatch, now - timedelta(days=1))
    take(house, "rw", set="taster")
    _open(page, qtbot)
    first, second = page.table.lines()
    assert (first.title, second.title) == ("A taste", "The river")
    assert second.counts == (4, 0, 2)
    assert second.score == "67\u00a0%"
    assert second.share == pytest.approx(4 / 6, abs=1e-3)
    assert second.time == "3\u00a0min"
    assert "The river" in second.spoken
    assert "4 correct, 0 partly correct, 2 not quite" in second.spoken
    assert page.filters.count.text() == "2\u00a0attempts"
    assert page.heading.sentence.text().startswith("2\u00a0attempts since ")


def test_the_line_of_scores_runs_from_the_oldest_to_the_latest(page, house, qtbot):
    take(house, "rrww----")
    take(house, "rrrr----", mode="exam")
    _open(page, qtbot)
    assert "The latest: 50\u00a0%" in page.scores.chart.text()
    assert page.scores.chart.text().startswith("2 attempts")
    assert not page.scores.chart.isHidden()


def test_one_score_is_a_sentence_and_no_line(page, house, qtbot):
    take(house, "r-------")
    _open(page, qtbot)
    assert page.scores.chart.isHidden()
    assert page.scores.sentence.text() == "The line begins with the second score."


def test_a_practice_in_which_all_was_skipped_has_no_score(page, house, qtbot):
    take(house, "--------")
    _open(page, qtbot)
    (line,) = page.table.lines()
    assert (line.score, line.share, line.counts) == ("no score", None, (0, 0, 0))
    assert page.scores.sentence.text() == "Nothing was scored yet: skipped questions count nothing."


def test_without_an_attempt_there_is_one_thing_to_do(page, qtbot):
    _open(page, qtbot)
    assert isinstance(page.state, EmptyState)
    assert page.state.title.text() == "No attempts yet"
    assert page.table.isHidden()
    assert page.export_button.isHidden()
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        _press(page, qtbot, Qt.Key.Key_Return)
    assert asked.args == [TodayPlace()]


def test_an_error_says_what_to_do_next(page, house, qtbot, monkeypatch):
    take(house, "r-------")

    @reads
    def refuse(_ctx, _wanted):
        raise FootnoteError("locked")

    with monkeypatch.context() as broken:
        broken.setattr(history, "list_attempts", refuse)
        _open(page, qtbot)
        assert isinstance(page.state, ErrorState)
        assert page.state.sentence.text().startswith("Another program holds your Footnote data")
    page.state.findChildren(Button)[0].click()
    assert _titles(page) == ["The river"]
    assert page.state.isHidden()


def test_waiting_is_said_after_a_moment_and_not_before(page, house, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(house.desk.backend, "call", lambda *args, **_more: asked.append(args))
    _open(page, qtbot)
    assert not isinstance(page.state, LoadingState)
    qtbot.waitUntil(lambda: isinstance(page.state, LoadingState) and page.state.isVisible(), timeout=3000)
    _owner, done, *_rest = asked[0]
    done(())
    assert isinstance(page.state, EmptyState)


def test_another_student_sees_nothing_of_the_one_before(page, house, qtbot):
    take(house, "r-------")
    _open(page, qtbot)
    from app.services.learners import add_learner

    house.desk.backend.actor = None
    other = house.call(add_learner, "Another Sample")
    house.desk.sit_down(other)
    _open(page, qtbot)
    assert page.table.lines() == ()
    assert page.state.title.text() == "No attempts yet"


# --- Filters ---


def test_filters_leave_what_they_say_and_count_it(page, house, qtbot, monkeypatch):
    now = datetime.now(UTC)
    at(monkeypatch, now - timedelta(days=40))
    take(house, "r-------")
    at(monkeypatch, now)
    take(house, "rr------", mode="exam")
    take(house, "r", set="taster")
    take(house, "r", set=None)
    _open(page, qtbot)
    bar = page.filters
    offered = [bar.set.itemText(n) for n in range(bar.set.count())]
    assert offered == ["All sets", "A taste", "The river", "A mix of all sets"]
    assert not bar.clear_button.isVisible()
    _choose(bar.set, "river")
    assert _titles(page) == ["The river", "The river"]
    _choose(bar.since, "30")
    assert [line.kind for line in page.table.lines()] == ["exam"]
    assert bar.count.text() == "1\u00a0attempt"
    assert page.heading.sentence.text().startswith("4\u00a0attempts since ")
    bar.clear_button.click()
    assert len(page.table.lines()) == 4
    _choose(bar.set, MIX)
    assert _titles(page) == ["A mix of all sets"]
    bar.clear_button.click()
    assert bar.chosen() == Chosen()


def test_a_filter_that_leaves_nothing_can_be_cleared(page, house, qtbot):
    take(house, "r-------")
    _open(page, qtbot)
    _choose(page.filters.mode, "exam")
    assert page.state.title.text() == "No attempts under this filter"
    assert page.table.isHidden()
    page.state.findChildren(Button)[0].click()
    assert _titles(page) == ["The river"]
    assert page.state.isHidden()


def test_a_filter_holds_when_one_comes_back(page, house, qtbot):
    take(house, "r-------")
    take(house, "r-------", mode="exam")
    _open(page, qtbot)
    _choose(page.filters.mode, "exam")
    _open(page, qtbot)
    assert [line.kind for line in page.table.lines()] == ["exam"]


def _choose(select, value):
    select.setCurrentIndex(select.findData(value))
    select.chosen.emit(value)


# --- Opening ---


def test_the_keyboard_walks_the_table_and_opens_an_attempt(page, house, qtbot):
    done = [take(house, answers).attempt.id for answers in ("r", "rw", "rwr")]
    _open(page, qtbot)
    assert page.table.list.hasFocus()
    _press(page, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        _press(page, qtbot, Qt.Key.Key_Return)
    assert asked.args == [ResultPlace(done[1])]
    _press(page, qtbot, Qt.Key.Key_End)
    assert page.table.list.current_row().attempt == done[0]
    _press(page, qtbot, Qt.Key.Key_Home)
    assert page.table.list.current_row().attempt == done[2]


def test_a_click_opens_an_attempt(page, house, qtbot):
    done = take(house, "r-------").attempt.id
    _open(page, qtbot)
    place = page.table.list.visualRect(page.table.list.model().index(0, 0)).center()
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        qtbot.mouseClick(page.table.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [ResultPlace(done)]


def test_the_keyboard_comes_back_to_the_attempt_that_was_open(page, house, qtbot):
    done = [take(house, answers).attempt.id for answers in ("r", "rw", "rwr")]
    _open(page, qtbot)
    _press(page, qtbot, Qt.Key.Key_Down)
    _open(page, qtbot)
    assert page.table.list.current_row().attempt == done[1]


def test_where_the_table_lies_below_the_window_the_page_keeps_its_beginning(page, house, qtbot):
    take(house, "r-------")
    take(house, "rr------")
    page.resize(900, 300)
    _open(page, qtbot)
    assert page.hasFocus()
    assert page.column.verticalScrollBar().value() == 0
    _press(page, qtbot, Qt.Key.Key_Down)
    assert page.table.list.hasFocus()
    assert page.column.verticalScrollBar().value() > 0
    assert page.table.list.shows_first()


def test_in_a_low_window_the_line_is_lower_and_the_first_attempt_in_sight(page, house, qtbot):
    for answers in ("r-------", "rr------"):
        take(house, answers)
    heights = []
    for height in (744, 384):
        page.resize(900, height)
        _open(page, qtbot)
        settle(qtbot, page)
        heights.append(page.scores.chart.height())
    assert heights[1] < heights[0] / 2
    assert page.heading.title.visibleRegion().boundingRect().height() > 0
    assert page.table.list.shows_first()


def test_a_single_letter_is_left_to_the_page(page, house, qtbot):
    take(house, "r-------")
    _open(page, qtbot)
    seen = []
    page.keyPressEvent = lambda event: seen.append(event.text())
    _press(page, qtbot, Qt.Key.Key_M)
    assert seen == ["m"]


# --- Export ---


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_what_is_shown_is_exported_to_the_file_chosen(page, house, qtbot, tmp_path, ending):
    take(house, "rw------")
    take(house, "rrr-----", mode="exam")
    _open(page, qtbot)
    _choose(page.filters.mode, "exam")
    page.export_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name.startswith("history-sample-student-")
    target = tmp_path / f"chosen.{ending}"
    with qtbot.waitSignal(page.message_posted, timeout=1000) as said:
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert said.args[:2] == [f"Exported to chosen.{ending}.", "Open the folder"]
    text = target.read_bytes().decode("utf-8-sig")
    if ending == "json":
        (one,) = json.loads(text)
        assert (one["learner"], one["mode"], len(one["responses"])) == (
            "Sample Student",
            "exam",
            8,
        )  # the blank ones too
    else:
        rows = list(csv.DictReader(io.StringIO(text)))
        assert {row["mode"] for row in rows} == {"exam"}
        assert len(rows) == 8


def test_a_file_that_cannot_be_written_is_said_and_leaves_nothing(page, house, qtbot, tmp_path):
    take(house, "r-------")
    _open(page, qtbot)
    page.export_button.click()
    dialog = page.findChild(QFileDialog)
    with qtbot.waitSignal(page.message_posted, timeout=1000) as said:
        dialog.fileSelected.emit(str(tmp_path / "no such folder" / "a.csv"))
    dialog.close()
    assert "cannot be written" in said.args[0]
    assert not (tmp_path / "no such folder").exists()


def test_a_name_for_the_file_holds_nothing_that_a_file_name_cannot():
    assert history_values.file_name('A/B: "C"', TODAY) == "history-a-b---c-2026-11-22"
    assert history_values.file_name("", TODAY) == "history-2026-11-22"


# --- The table itself ---


def test_a_thousand_attempts_are_painted_only_where_they_are_seen(page, house, qtbot, monkeypatch):
    take(house, "rw------")
    row = house.call(history.list_attempts, AttemptFilter(learner=house.learner.id))[0]
    page.table.set_lines([attempt_line(row, TODAY)._replace(attempt=number) for number in range(1000)])
    page.table.show()
    painted = []
    draw = page.table.list._painter.draw

    def note(canvas, row, *, active):
        painted.append(row.attempt)
        draw(canvas, row, active=active)

    monkeypatch.setattr(page.table.list._painter, "draw", note)
    page.grab()
    qtbot.wait(1)
    assert 0 < len(set(painted)) < 60
    assert page.table.list.height() == 1000 * 42


def test_the_rows_are_a_sound_model_and_read_aloud_whole(page, house, qtbot):
    take(house, "rw------")
    take(house, "rr------", mode="exam")
    _open(page, qtbot)
    model = page.table.list.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("The river. ")
    assert "Exam. 25\u00a0%. 2 correct, 0 partly correct, 0 not quite." in spoken


@pytest.mark.parametrize("who", [False, True])
@pytest.mark.parametrize("width", [300, 500, 640, 836, 1000, 1216, 2400])
def test_columns_share_the_width_and_leave_room_for_the_title(width, who):
    columns = columns_for(width, who=who)
    if columns is None:
        assert width < 900
        return
    assert columns.starts["time"] + columns.time <= width
    assert columns.title >= 150
    assert (columns.who > 0) == who


def test_where_columns_do_not_fit_a_row_takes_three_lines(qtbot, house):
    take(house, "r-------")
    row = house.call(history.list_attempts, AttemptFilter(learner=house.learner.id))[0]
    table = AttemptTable("Attempts", who=True)
    qtbot.addWidget(table)
    table.set_lines([attempt_line(row, TODAY)])
    table.resize(1240, 300)
    table.show()
    assert table.heads.isVisible()
    one_line = table.list.height()
    table.resize(520, 300)
    qtbot.wait(1)
    assert not table.heads.isVisible()
    assert table.list.height() > 2 * one_line - 10


# --- How it looks ---


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (900, 440)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_every_text_has_its_room_and_contrast(qtbot, house, look, scheme, scale, width, height):
    look(scheme, scale)
    take(house, "rrw-----")
    take(house, "rrrw----", mode="exam")
    window = MainWindow(house.desk)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.open(HistoryPlace())
    qtbot.wait(1)
    page = window.page
    assert page is not None
    assert look_at(page) == []


def test_the_page_follows_another_theme_at_once(page, house, qtbot, look):
    take(house, "rrw-----")
    take(house, "rrw-----")
    _open(page, qtbot)
    before = page.table.list.height()
    look("dark", 1.5)
    qtbot.wait(1)
    assert page.table.list.height() > before
    ground = page.window().grab().toImage().pixelColor(4, page.height() - 4)
    assert ground == theme().colour("paper")


@pytest.mark.parametrize("scheme", tokens.SCHEMES)
@pytest.mark.parametrize("colour", ["ink", "ink2", "accent", "right", "part", "wrong"])
def test_what_is_painted_in_a_row_can_be_read_where_the_row_is_chosen(scheme, colour):
    assert tokens.contrast(tokens.value(colour, scheme), tokens.value("accent_soft", scheme)) >= 4.5

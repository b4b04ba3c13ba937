import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.gui.theme import Look, theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.fields import TextField
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.labels import SavedMark
from app.gui.widgets.message_bar import MessageBar
from app.gui.widgets.page import ActionBar, PageColumn, PageHeading
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.gui.widgets.top_bar import TopBar

VIEWS = [("summary", "Our summary"), ("original", "The original"), ("both", "Both")]


@pytest.fixture(autouse=True)
def look(qapp):
    theme().apply(qapp, Look())
    yield
    theme().apply(qapp, Look())


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def leaves_of(widget: QWidget) -> list[QWidget]:
    """The visible widgets that hold no others; the focus ring lies over them on purpose."""
    found = [w for w in widget.findChildren(QWidget) if w.isVisible() and w.objectName() != "focus_ring"]
    return [w for w in found if not w.findChildren(QWidget)]


# --- Laying out ----------------------------------------------------------------------------------------


def test_a_row_goes_on_below_where_the_width_ends(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowRow(holder, gap=12, line_gap=8)
    buttons = [Button(f"Button {number}") for number in range(5)]
    for button in buttons:
        row.addWidget(button)
    one_line = row.sizeHint().width()
    assert row.heightForWidth(one_line) == 36
    assert row.heightForWidth(one_line - 1) == 36 * 2 + 8
    holder.resize(250, row.heightForWidth(250))
    holder.show()
    boxes = [button.geometry() for button in buttons]
    assert all(holder.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.setGeometry(holder.rect())
    assert buttons[0].geometry().right() == holder.rect().right()


def test_a_column_keeps_its_parts_at_their_own_height_and_can_be_emptied(qtbot):
    column = PageColumn()
    qtbot.addWidget(column)
    column.resize(700, 600)
    text, card = TextBlock("A sentence.", "explanation"), Card()
    card.body.addWidget(TextBlock("In a card.", "meta"))
    column.add(text)
    column.space(24)
    column.add(card)
    column.show()
    assert text.height() == theme().line_height("explanation")
    assert card.height() == theme().line_height("meta") + 48
    assert card.y() - text.geometry().bottom() > 24
    assert text.x() == 32
    column.clear()
    assert column.body.count() == 1
    assert isinstance(column, QScrollArea)


def test_a_very_low_page_begins_sooner_and_with_a_smaller_title(qtbot):
    column = PageColumn()
    qtbot.addWidget(column)
    heading = PageHeading("Today")
    column.add(heading)
    seen = []
    for height in (600, 300, 200, 600):
        column.resize(800, height)
        column.show()
        seen.append((column.body.contentsMargins().top(), heading.title.role))
    assert seen == [(32, "page_title"), (16, "page_title"), (16, "stem"), (32, "page_title")]


def test_a_bar_of_actions_keeps_to_one_row_and_the_rest_stands_on_the_page(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    whole, column, bar = QVBoxLayout(window), PageColumn(), ActionBar()
    first, words = Button("Import 6 questions", "primary"), Button("6 new, 1 stays out", "quiet")
    save, cancel = Button("Save the problems as a list", "quiet"), Button("Cancel", "quiet")
    whole.addWidget(column, 1)
    whole.addWidget(bar)
    for widget in (first, words):
        bar.add(widget)
    for widget in (save, cancel):
        bar.add_right(widget)
    bar.spill_into(column)
    window.resize(1000, 500)
    window.show()
    everything, in_bar = [first, words, save, cancel], []
    for width in (1000, 560, 400, 1000):
        window.resize(width, 500)
        QApplication.processEvents()
        in_bar.append([one for one in everything if bar.isAncestorOf(one)])
    assert in_bar == [everything, [first, words, cancel], [first, cancel], everything]
    assert all(one.isVisible() for one in everything)
    assert bar.height() == 68


def test_a_readable_column_is_no_wider_than_asked(qapp, qtbot):
    column = PageColumn(widest=600)
    qtbot.addWidget(column)
    text = TextBlock("word " * 200, "reader")
    column.add(text)
    column.resize(1200, 500)
    column.show()
    assert text.width() == 600
    theme().apply(qapp, Look(text_scale=1.5))
    qtbot.waitUntil(lambda: text.width() == 900)


@pytest.mark.parametrize("width", [1280, 900, 640])
@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_nothing_in_the_top_bar_overlaps_or_leaves_it(qapp, qtbot, width, scale):
    theme().apply(qapp, Look(text_scale=scale))
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.set_tabs([("today", "Today"), ("reader", "Sources"), ("history", "History")])
    right = [QLabel("6 of 18 answered"), SavedMark(), Button("Leave, keep my place", "link")]
    for label in right[:1]:
        label.setFont(theme().font("meta"))
    for dress in (
        lambda: bar.set_current("today"),
        lambda: bar.set_title("The Kalmyks, 1943–57", "practice"),
    ):
        dress()
        bar.set_right(right)
        bar.resize(width, bar.height())
        bar.show()
        QApplication.processEvents()
        boxes = [w.rect().translated(w.mapTo(bar, w.rect().topLeft())) for w in leaves_of(bar)]
        assert len(boxes) > len(right)
        assert all(bar.rect().contains(box) for box in boxes)
        assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_the_top_bar_says_which_tab_and_rests_when_nothing_changes(qtbot, monkeypatch):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1280, 56)
    bar.set_tabs([("today", "Today"), ("history", "History")])
    bar.set_current("history")
    bar.show()
    tabs = {tab.text(): tab for tab in bar.findChildren(QPushButton)}
    with qtbot.waitSignal(bar.tab_chosen, timeout=1000) as caught:
        qtbot.keyClick(tabs["Today"], Qt.Key.Key_Return)
    assert caught.args == ["today"]
    assert tabs["History"].accessibleDescription() == "You are here"
    for _ in range(5):
        QApplication.processEvents()
    asked: list[int] = []
    monkeypatch.setattr(bar._grid, "addWidget", lambda *_args: asked.append(1))
    for _ in range(5):
        QApplication.processEvents()
    assert asked == []


def test_the_bar_of_actions_grows_where_its_words_wrap(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    bar = ActionBar()
    bar.add(Button("Import 46 questions", "primary", "Enter"))
    words = TextBlock("34 new, 12 changed. The 3 with a problem stay out; one step undoes all of it.", "meta")
    bar.add(words)
    bar.add_right(Button("Cancel", "quiet"))
    column.addStretch(1)
    column.addWidget(bar)
    window.resize(1280, 400)
    window.show()
    assert bar.height() == 68
    window.resize(420, 400)
    QApplication.processEvents()
    assert bar.height() > 68
    assert words.height() >= words.heightForWidth(words.width())


# --- States and messages -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [EmptyState, ErrorState])
def test_a_state_says_what_is_chosen(qtbot, kind):
    state = kind(
        "No reviews today", "The next four are due on Tuesday.", [("sets", "Choose a set"), ("no", "Later")]
    )
    qtbot.addWidget(state)
    state.show()
    buttons = state.findChildren(Button)
    assert [button.label for button in buttons] == ["Choose a set", "Later"]
    with qtbot.waitSignal(state.chosen, timeout=1000) as caught:
        buttons[0].click()
    assert caught.args == ["sets"]
    state.set_state("Nothing here", "Yet.")
    assert [t.text() for t in state.findChildren(TextBlock)] == ["Nothing here", "Yet."]


def test_waiting_shows_how_far_it_is_and_can_be_stopped(qtbot):
    state = LoadingState("Reading chapter-3.yaml", cancel="Cancel")
    qtbot.addWidget(state)
    state.show()
    assert not state.line.isVisible()
    state.set_progress(31, 54, "31 of 54 questions")
    assert state.line.isVisible()
    assert state.line.share == pytest.approx(31 / 54)
    assert state.sentence.text() == "31 of 54 questions"
    with qtbot.waitSignal(state.cancelled, timeout=1000):
        state.findChildren(Button)[0].click()


def test_a_message_can_be_acted_on_or_put_away(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.text() == ""
    bar.show_message("54 questions were imported.", "Undo import of chapter-3.yaml")
    act, close = bar.findChildren(Button)
    with qtbot.waitSignal(bar.acted, timeout=1000):
        act.click()
    assert bar.text() == ""
    bar.show_message("The file could not be read.", tone="problem")
    assert bar.text() == "The file could not be read."
    assert act.isHidden()
    with qtbot.waitSignal(bar.closed, timeout=1000):
        close.click()
    assert bar.isHidden()


def test_the_heading_of_a_page_hides_an_empty_sentence(qtbot):
    heading = PageHeading("Today")
    qtbot.addWidget(heading)
    assert heading.sentence.isHidden()
    heading.set_heading("History", "14 attempts since 2 October.")
    assert not heading.sentence.isHidden()
    assert heading.title.text() == "History"


def test_a_field_has_a_name_and_a_border_that_can_be_seen(qtbot):
    field = TextField("Your name")
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    image = field.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0) == theme().colour("line")
    assert name_of(field) == "Your name"


def test_a_row_measures_anew_what_was_put_in_or_taken_out(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    row, first, second = FlowRow(holder, gap=10), Button("First"), Button("Second")
    row.addWidget(first)
    alone = row.sizeHint().width()
    row.addWidget(second)
    assert row.sizeHint().width() == alone + 10 + second.sizeHint().width()
    row.takeAt(1)
    assert row.sizeHint().width() == alone


def test_a_state_is_a_card_of_readable_width_at_the_leading_edge(qtbot):
    state = EmptyState(
        "No attempts yet", "After your first quiz it stands here. " * 12, [("go", "Go to Today")]
    )
    qtbot.addWidget(state)
    state.resize(1216, 240)
    state.show()
    QApplication.processEvents()
    paper, sheet = theme().colour("sheet").name(), state.grab().toImage()
    assert sheet.pixelColor(710, 120).name() == paper
    assert sheet.pixelColor(730, 120).name() != paper
    assert state.sentence.geometry().right() < 720
    state.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    state.resize(1200, 240)
    QApplication.processEvents()
    assert state.sentence.x() >= 1200 - 720


def test_a_field_that_gets_the_focus_comes_into_sight(qtbot):
    column, field = PageColumn(), TextField("Passphrase")
    qtbot.addWidget(column)
    column.space(400)
    column.add(field)
    column.resize(400, 200)
    column.show()
    qtbot.waitUntil(column.isActiveWindow)
    field.setFocus()
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())

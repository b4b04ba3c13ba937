import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.gui.theme import Look, theme
from app.gui.widgets.bars import Meter, ProgressLine
from app.gui.widgets.buttons import Button
from app.gui.widgets.check import CheckRow
from app.gui.widgets.fields import SearchField, Select
from app.gui.widgets.glyphs import GLYPHS, draw_glyph
from app.gui.widgets.labels import SavedMark, StatusLabel, VerdictLabel
from app.gui.widgets.marks import Avatar, Badge, KeyCap
from app.gui.widgets.segmented import Segmented

VIEWS = [("summary", "Our summary"), ("original", "The original"), ("both", "Both")]


@pytest.fixture(autouse=True)
def look(qapp):
    theme().apply(qapp, Look())
    yield
    theme().apply(qapp, Look())


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def picture(name: str) -> bytes:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        draw_glyph(painter, QRectF(0, 0, 32, 32), name, theme().colour("ink"))
    return bytes(image.constBits())


def middle_row(widget: QWidget) -> set[str]:
    widget.resize(widget.sizeHint())
    image = widget.grab().toImage()
    return {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}


# --- Buttons -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", ["primary", "second", "quiet", "link"])
def test_keys_press_a_button_once(qtbot, key, kind):
    button, pressed = Button("Check answer", kind, "Enter"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    button.show()
    qtbot.keyClick(button, key)
    assert pressed == [1]


@pytest.mark.qt_log_ignore("Keyboard event not accepted by receiving widget")
def test_a_disabled_button_is_not_pressed_and_looks_so(qtbot):
    button, pressed = Button("Check answer", "primary", "Enter"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    button.show()
    assert theme().colour("accent").name() in middle_row(button)
    button.setEnabled(False)
    assert theme().colour("accent").name() not in middle_row(button)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []


@pytest.mark.parametrize(("kind", "height"), [("primary", 40), ("second", 36), ("quiet", 32), ("link", 32)])
def test_buttons_have_the_heights_of_the_design_and_grow_with_the_text(qapp, qtbot, kind, height):
    button = Button("Words", kind, "S")
    qtbot.addWidget(button)
    width = button.sizeHint().width()
    assert button.sizeHint().height() == height
    theme().apply(qapp, Look(text_scale=2.0))
    assert button.sizeHint().height() == 2 * height
    assert button.sizeHint().width() > 1.8 * width


def test_a_key_cap_makes_room_in_the_button_and_is_spoken(qtbot):
    button = Button("Open in the reader", "second")
    qtbot.addWidget(button)
    bare = button.sizeHint().width()
    button.set_key("S")
    assert button.sizeHint().width() > bare + 20
    spoken = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
    assert spoken == "Key: S"


def test_an_ampersand_is_shown_and_no_shortcut(qtbot):
    button = Button("Rights & duties")
    qtbot.addWidget(button)
    assert button.label == "Rights & duties"
    assert name_of(button) == "Rights & duties"
    assert button.shortcut().isEmpty()


# --- Switches ------------------------------------------------------------------------------------------


def test_arrow_keys_move_the_switch_and_stop_at_its_ends(qtbot):
    chosen: list[str] = []
    switch = Segmented("View", VIEWS)
    qtbot.addWidget(switch)
    switch.chosen.connect(chosen.append)
    switch.show()
    keys = [
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
        Qt.Key.Key_Left,
    ]
    for key in keys:
        qtbot.keyClick(switch.focusProxy(), key)
    assert chosen == ["original", "both", "original", "summary"]
    assert switch.value() == "summary"


def test_sideways_keys_are_mirrored_right_to_left(qtbot):
    switch = Segmented("View", VIEWS)
    qtbot.addWidget(switch)
    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    switch.show()
    qtbot.keyClick(switch.focusProxy(), Qt.Key.Key_Left)
    assert switch.value() == "original"


def test_the_switch_is_announced_as_radio_buttons_and_one_is_on(qtbot):
    switch = Segmented("View", VIEWS)
    qtbot.addWidget(switch)
    positions = [child for child in switch.children() if isinstance(child, QWidget)]
    assert [name_of(one) for one in positions] == [words for _, words in VIEWS]
    assert {role_of(one) for one in positions} == {QAccessible.Role.RadioButton}
    states = [QAccessible.queryAccessibleInterface(one).state().checked for one in positions]
    assert states == [1, 0, 0]


def test_setting_the_switch_is_silent_and_enter_does_not_choose(qtbot):
    chosen: list[str] = []
    switch = Segmented("Sure", VIEWS, optional=True)
    qtbot.addWidget(switch)
    switch.chosen.connect(chosen.append)
    assert switch.value() == ""
    switch.set_value("both")
    switch.show()
    qtbot.keyClick(switch.focusProxy(), Qt.Key.Key_Return)
    assert chosen == []
    assert switch.value() == "both"


def test_a_setting_is_switched_by_mouse_and_keys(qtbot):
    row = CheckRow("Single keys", "1 to 9 choose, Enter checks.")
    qtbot.addWidget(row)
    row.resize(400, row.heightForWidth(400))
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert row.isChecked()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    assert row.heightForWidth(160) > row.heightForWidth(400)
    assert role_of(row) == QAccessible.Role.CheckBox


# --- Fields --------------------------------------------------------------------------------------------


def test_search_comes_after_a_pause_at_once_on_enter_and_empty_on_escape(qtbot):
    found: list[str] = []
    field = SearchField("Search questions")
    qtbot.addWidget(field)
    field.searched.connect(found.append)
    field.show()
    qtbot.keyClicks(field, "ka")
    assert found == []
    qtbot.waitUntil(lambda: found == ["ka"], timeout=3000)
    qtbot.keyClicks(field, "l")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert found == ["ka", "kal", ""]
    assert name_of(field) == "Search questions"


def test_a_filter_says_what_a_person_takes_and_keeps_it_among_new_options(qtbot):
    chosen: list[str] = []
    select = Select("Set", [("", "All sets"), ("purge", "The Great Purge")])
    qtbot.addWidget(select)
    select.chosen.connect(chosen.append)
    select.show()
    select.setFocus()
    qtbot.keyClick(select, Qt.Key.Key_Down)
    assert chosen == ["purge"]
    select.set_options([("", "All sets"), ("famine", "The famine"), ("purge", "The Great Purge")])
    assert select.value() == "purge"
    select.set_value("gone")
    assert select.value() == ""
    assert chosen == ["purge"]


def test_an_active_filter_looks_different(qtbot):
    select = Select("When", [("", "Any time"), ("a", "Since May")])
    qtbot.addWidget(select)
    soft = theme().colour("accent_soft")
    resting = select.grab().toImage()
    select.set_value("a")
    active = select.grab().toImage()
    assert resting.pixelColor(6, resting.height() // 2) == theme().colour("sheet")
    assert active.pixelColor(6, active.height() // 2) == soft


# --- Shapes, labels and bars ---------------------------------------------------------------------------


def test_every_state_has_a_shape_of_its_own_even_without_colour(qapp):
    pictures: dict[bytes, str] = {}
    for name in GLYPHS.keys() - {"blank"}:  # an answer left empty and one skipped are one shape
        assert pictures.setdefault(picture(name), name) == name
    assert len(pictures) == len(GLYPHS) - 1


def test_saved_is_said_only_when_told_and_keeps_its_place(qtbot):
    mark = SavedMark()
    qtbot.addWidget(mark)
    width, empty = mark.sizeHint().width(), mark.grab().toImage()
    assert mark.text() == ""
    mark.set_saved(True)
    assert mark.text() == "Saved"
    assert mark.sizeHint().width() == width
    assert mark.grab().toImage() != empty
    mark.set_saved(False)
    assert mark.grab().toImage() == empty


def test_labels_speak_their_words(qtbot):
    verdict, status = VerdictLabel("wrong", "Not quite"), StatusLabel("contested", "Historians disagree")
    verdict.set_verdict("wrong", "Not quite", "Not quite. The right answer is B.")
    for label in (verdict, status):
        qtbot.addWidget(label)
    assert name_of(verdict) == "Not quite. The right answer is B."
    assert name_of(status) == "Historians disagree"
    assert name_of(Avatar("Marta")) == "Marta"
    assert Avatar("  élodie ").text() == "É"
    assert KeyCap("Enter").sizeHint().width() > KeyCap("S").sizeHint().width()
    assert Badge("A").sizeHint().width() == 28


@pytest.mark.parametrize(("done", "total", "share"), [(0, 10, 0.0), (5, 10, 0.5), (12, 10, 1.0), (3, 0, 0.0)])
def test_progress_has_a_share_and_a_sentence(qtbot, done, total, share):
    line = ProgressLine()
    qtbot.addWidget(line)
    line.set_progress(done, total, "so far")
    assert line.share == share
    assert name_of(line) == "so far"
    assert role_of(line) == QAccessible.Role.ProgressBar


def test_a_meter_with_too_few_answers_has_words_and_no_bar(qtbot):
    meter = Meter()
    qtbot.addWidget(meter)
    meter.set_meter(0.9, "90 %")
    assert theme().colour("accent").name() in middle_row(meter)
    meter.set_meter(None, "11 attempts: too few to judge")
    assert theme().colour("accent").name() not in middle_row(meter)
    assert name_of(meter) == "11 attempts: too few to judge"

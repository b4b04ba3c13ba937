import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.theme import Look, theme
from app.gui.widgets.text import Span, TextBlock
from app.gui.widgets.text_lines import cut_qt, qt_offset

SENTENCE = "The words behind an answer are shown where they stand, with a fill and a line under them."


@pytest.fixture(autouse=True)
def look(qapp):
    theme().apply(qapp, Look())
    yield
    theme().apply(qapp, Look())


def shown(qtbot, block: TextBlock, width: int) -> TextBlock:
    qtbot.addWidget(block)
    block.resize(width, block.heightForWidth(width))
    return block


def colours_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def has_ink_outside(image: QImage, width: int, height: int, paper: QColor) -> bool:
    return any(
        image.pixelColor(x, y) != paper
        for x in range(image.width())
        for y in range(image.height())
        if x >= width or y >= height
    )


@pytest.mark.parametrize("role", ["reader", "choice", "small", "page_title"])
@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
def test_each_line_takes_the_line_height_of_its_role(qapp, qtbot, role, scale):
    theme().apply(qapp, Look(text_scale=scale))
    block = shown(qtbot, TextBlock(SENTENCE, role), 300)
    lines = len({rect.top() for rect in block.rects(0, len(SENTENCE))})
    assert lines > 1
    assert block.height() == lines * theme().line_height(role)
    assert block.heightForWidth(10_000) == theme().line_height(role)


def test_a_narrower_block_is_never_lower(qtbot):
    block = shown(qtbot, TextBlock(SENTENCE * 3, "explanation"), 500)
    heights = [block.heightForWidth(width) for width in range(60, 1200, 20)]
    assert heights == sorted(heights, reverse=True)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120), width=st.integers(40, 400))
def test_no_text_leaves_its_box(qapp, text, width):
    block = TextBlock(text, "choice")
    block.resize(width, block.heightForWidth(width))
    for rect in block.rects(0, len(text)):
        assert rect.left() >= -1
        assert rect.right() <= width + 1
        assert rect.bottom() <= block.height()


def test_an_unbroken_word_is_wrapped_anywhere(qtbot):
    word = "Donaudampfschiffahrtsgesellschaft" * 4
    block = shown(qtbot, TextBlock(word, "choice"), 120)
    rects = block.rects(0, len(word))
    assert len(rects) > 3
    assert all(rect.right() <= 121 for rect in rects)
    assert block.height() == len(rects) * theme().line_height("choice")


def test_the_layout_gives_a_block_the_height_it_needs(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    block = TextBlock(SENTENCE * 4, "reader")
    column.addWidget(block)
    column.addStretch(1)
    qtbot.addWidget(window)
    for width in (320, 700):
        window.resize(width, 900)
        column.activate()
        window.grab()
        assert block.height() == block.heightForWidth(width)


def test_rects_of_a_span_tell_where_its_words_stand(qtbot):
    block = shown(qtbot, TextBlock("one two three", "choice"), 400)
    one, two, three = (block.rects(*span)[0] for span in ((0, 3), (4, 7), (8, 13)))
    assert one.left() == 0
    assert one.right() < two.left() < two.right() < three.left() < three.right() <= block.natural_width()
    assert block.rects(4, 4) == []


def test_rects_count_python_letters_beyond_the_basic_plane(qtbot):
    plain = shown(qtbot, TextBlock("ab cd", "choice"), 400)
    wide = shown(qtbot, TextBlock("\U0001d11eb cd", "choice"), 400)
    widths = [block.rects(3, 5)[0].width() for block in (plain, wide)]
    assert widths[0] == pytest.approx(widths[1], abs=0.6)
    assert wide.rects(3, 5)[0].right() == pytest.approx(wide.natural_width(), abs=1.5)


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40), data=st.data())
def test_offsets_of_qt_and_python_agree(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert cut_qt(text, qt_offset(text, start), qt_offset(text, end)) == text[start:end]


def test_evidence_is_filled_and_underlined_and_its_words_stay_ink(qtbot):
    block = shown(qtbot, TextBlock(SENTENCE, "reader", "ink2"), 400)
    before = colours_of(block.grab().toImage())
    block.set_spans([Span(4, 9, highlight=True)])
    rect = block.rects(4, 9)[0].toAlignedRect()
    image = block.grab().toImage()
    after = colours_of(image.copy(rect))
    assert theme().colour("hl").name() not in before
    assert {theme().colour("hl").name(), theme().colour("ink").name()} <= after
    low = [image.pixelColor(rect.center().x(), y) for y in range(rect.bottom() - 5, rect.bottom() + 1)]
    assert any(abs(c.blue() - theme().colour("hl_line").blue()) < 30 for c in low)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_block_takes_the_colours_of_the_scheme_at_once(qapp, qtbot, scheme):
    block = shown(qtbot, TextBlock("Hamburg", "page_title"), 300)
    theme().apply(qapp, Look(scheme=scheme))
    assert theme().colour("ink").name() in colours_of(block.grab().toImage())


def test_a_span_may_have_another_role(qtbot):
    block = shown(qtbot, TextBlock("12 Words", "reader"), 400)
    before, height = block.rects(0, 2)[0].width(), block.height()
    block.set_spans([Span(0, 2, role="sentence_number", colour="ink3")])
    assert block.rects(0, 2)[0].width() < before
    assert block.heightForWidth(400) == height


def test_a_new_text_forgets_the_spans_of_the_old(qtbot):
    block = shown(qtbot, TextBlock("old words here", "choice"), 300)
    block.set_spans([Span(0, 14, highlight=True)])
    block.set_text("new")
    assert theme().colour("hl").name() not in colours_of(block.grab().toImage())
    assert block.text() == "new"


def test_text_is_plain_and_is_what_a_screen_reader_hears(qtbot):
    block = shown(qtbot, TextBlock("<b>1 < 2 & 3</b>", "choice"), 300)
    heard = QAccessible.queryAccessibleInterface(block)
    assert heard.text(QAccessible.Text.Name) == "<b>1 < 2 & 3</b>"
    assert heard.role() == QAccessible.Role.StaticText


def test_a_person_selects_with_the_mouse_and_copies(qtbot):
    block = shown(qtbot, TextBlock("one two three", "choice"), 400)
    block.show()
    start, end = (block.rects(*span)[0] for span in ((4, 7), (4, 7)))
    press = QPoint(round(start.left()), 10)
    release = QPoint(round(end.right()), 10)
    qtbot.mousePress(block, Qt.MouseButton.LeftButton, pos=press)
    qtbot.mouseMove(block, release)
    qtbot.mouseRelease(block, Qt.MouseButton.LeftButton, pos=release)
    block._select(block._selection[0], block._lines(400).offset_at(QPointF(release)))
    assert block.selected_text() == "two"
    qtbot.keyClick(block, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "two"


def test_a_person_selects_with_the_keyboard(qtbot):
    block = shown(qtbot, TextBlock("one two", "choice"), 400)
    block.show()
    qtbot.mouseClick(block, Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    for _ in range(3):
        qtbot.keyClick(block, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert block.selected_text() == "one"
    qtbot.keyClick(block, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert block.selected_text() == "one two"


def test_a_click_on_a_link_says_which(qtbot):
    block = shown(qtbot, TextBlock("after Naimark 2010, here", "meta"), 400)
    block.set_spans([Span(6, 18, link="naimark-2010")])
    block.show()
    inside = block.rects(6, 18)[0].center().toPoint()
    with qtbot.waitSignal(block.link_activated, timeout=1000) as caught:
        qtbot.mouseClick(block, Qt.MouseButton.LeftButton, pos=inside)
    assert caught.args == ["naimark-2010"]
    with qtbot.assertNotEmitted(block.link_activated):
        qtbot.mouseClick(block, Qt.MouseButton.LeftButton, pos=QPoint(2, 5))


def test_words_end_at_the_right_where_the_window_runs_right_to_left(qtbot):
    block = shown(qtbot, TextBlock("one", "choice"), 400)
    assert block.rects(0, 3)[0].left() == 0
    block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert block.rects(0, 3)[0].right() == pytest.approx(400, abs=1)


def test_nothing_is_drawn_below_or_beside_the_box(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    block = TextBlock("Wwwwwwwwwwwwwwwwwwwwwwwwwwwwww " * 2, "page_title", parent=window)
    block.setGeometry(0, 0, 150, block.heightForWidth(150))
    assert not has_ink_outside(window.grab().toImage(), 150, block.height(), theme().colour("paper"))

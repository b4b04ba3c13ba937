import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from app.gui.theme import ROLES, Look, theme, tokens
from app.gui.theme.fonts import SANS, SERIF, make_font
from app.gui.theme.icons import app_icon, draw_icon, icon_names


@pytest.fixture(autouse=True)
def look(qapp):
    theme().apply(qapp, Look())
    yield
    theme().apply(qapp, Look())


def ink(font: QFont, text: str = "Hamburg 1989") -> int:
    image = QImage(400, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    with QPainter(image) as painter:
        painter.setFont(font)
        painter.drawText(QPointF(4, 40), text)
    return sum(255 - value for value in bytes(image.constBits()))


@pytest.mark.parametrize("scheme", tokens.SCHEMES)
@pytest.mark.parametrize(("text", "ground"), tokens.TEXT_PAIRS)
def test_text_is_readable_in_every_scheme(scheme, text, ground):
    assert tokens.contrast(tokens.value(text, scheme), tokens.value(ground, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", tokens.SCHEMES)
@pytest.mark.parametrize(("line", "ground"), tokens.LINE_PAIRS)
def test_lines_that_mean_something_can_be_seen_in_every_scheme(scheme, line, ground):
    assert tokens.contrast(tokens.value(line, scheme), tokens.value(ground, scheme)) >= 3


def test_high_contrast_reaches_seven_to_one_for_text():
    weakest = min(
        tokens.contrast(tokens.value(text, "contrast"), tokens.value(ground, "contrast"))
        for text, ground in tokens.TEXT_PAIRS
    )
    assert weakest >= 7


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#777777", "#FFFFFF", 4.48)],
)
def test_contrast_is_reckoned_as_wcag_does(first, second, expected):
    assert tokens.contrast(first, second) == pytest.approx(expected, abs=0.01)
    assert tokens.contrast(second, first) == tokens.contrast(first, second)


@pytest.mark.parametrize(
    ("light", "heavy"),
    [
        ("interface", "interface_medium"),
        ("interface_medium", "interface_strong"),
        ("meta", "meta_strong"),
    ],
)
def test_a_heavier_sans_draws_more_ink(light, heavy):
    assert ink(make_font(heavy, 1.5)) > ink(make_font(light, 1.5)) * 1.05


def test_a_heavier_serif_draws_more_ink():
    assert ink(make_font("card_title", 1.0)) > ink(make_font("stem_small", 1.0)) > 0


def test_an_app_font_keeps_its_weight_under_the_style_sheet(qapp):
    strong = theme().font("interface_strong")
    assert strong.variableAxisValue(QFont.Tag("wght")) == 600
    assert qapp.font().variableAxisValue(QFont.Tag("wght")) == 400


@pytest.mark.parametrize("role", ROLES)
def test_every_role_finds_its_own_family(role):
    assert QFontInfo(theme().font(role)).family().startswith(ROLES[role].family)
    assert ROLES[role].family in (SANS, SERIF)


@pytest.mark.parametrize("role", ["interface", "meta", "small", "figure"])
def test_figures_of_the_sans_are_equally_wide(role):
    from app.gui.widgets.paint import text_width

    assert text_width(role, "1111") == text_width(role, "8888")


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.75), (0.75, 0.75), (2.0, 2.0), (3.0, 3.0), (9.0, 3.0)])
def test_text_goes_from_75_to_300_percent(qapp, asked, given):
    theme().apply(qapp, Look(text_scale=asked))
    assert theme().text_scale == given
    assert theme().font("choice").pixelSize() == round(15 * given)
    assert theme().line_height("choice") == round(22 * given)


def test_the_live_theme_says_when_it_has_changed(qapp, qtbot):
    before, revision = theme().colour("paper").name(), theme().revision
    with qtbot.waitSignal(theme().changed, timeout=1000):
        theme().apply(qapp, Look(scheme="dark", reduced_motion=True))
    assert theme().scheme == "dark"
    assert theme().reduced_motion
    assert theme().colour("paper").name() != before
    assert theme().revision > revision
    assert qapp.palette().window().color() == theme().colour("paper")


def test_without_movement_nothing_blinks_and_lists_open_at_once(qapp):
    blink, combo = qapp.cursorFlashTime(), Qt.UIEffect.UI_AnimateCombo
    qapp.setEffectEnabled(combo, True)
    moves = qapp.isEffectEnabled(combo)
    theme().apply(qapp, Look(reduced_motion=True))
    assert (qapp.cursorFlashTime(), qapp.isEffectEnabled(combo)) == (0, False)
    theme().apply(qapp, Look())
    assert (qapp.cursorFlashTime(), qapp.isEffectEnabled(combo)) == (blink, moves)
    assert blink > 0


def test_an_unknown_system_scheme_is_light(qapp):
    theme().apply(qapp, Look(scheme="system"))
    assert theme().scheme == "light"


def test_all_line_icons_can_be_drawn_in_any_colour(qapp):
    names = icon_names()
    assert {"check", "chevron-down", "arrow-left", "search", "close"} <= set(names)
    for name in names:
        image = QImage(32, 32, QImage.Format.Format_ARGB32)
        image.fill(0)
        with QPainter(image) as painter:
            draw_icon(painter, image.rect().toRectF(), name, theme().colour("accent"))
        seen = {
            image.pixelColor(x, y).name()
            for x in range(32)
            for y in range(32)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert seen <= {theme().colour("accent").name()}
        assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)), name
    assert not app_icon().isNull()


def test_an_arrow_is_mirrored_for_right_to_left(qapp):
    pictures = []
    for turned in (False, True):
        image = QImage(33, 33, QImage.Format.Format_ARGB32)
        image.fill(0)
        with QPainter(image) as painter:
            draw_icon(
                painter, image.rect().toRectF(), "chevron-left", theme().colour("ink"), from_right=turned
            )
        pictures.append(image)
    columns = [
        sum(x * image.pixelColor(x, y).alpha() for x in range(33) for y in range(33)) for image in pictures
    ]
    weights = [
        sum(image.pixelColor(x, y).alpha() for x in range(33) for y in range(33)) for image in pictures
    ]
    left, right = (c / w for c, w in zip(columns, weights, strict=True))
    assert left < 16 < right


def test_the_ring_follows_the_focus_and_lies_outside(qapp, qtbot):
    from app.gui.widgets.buttons import Button

    window = QWidget()
    window.resize(300, 200)
    first, second = Button("One", parent=window), Button("Two", parent=window)
    first.setGeometry(20, 20, 100, 36)
    second.setGeometry(20, 80, 120, 36)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2000)
    second.setFocus()
    qtbot.waitUntil(second.hasFocus, timeout=2000)
    ring = [w for w in window.findChildren(QWidget, "focus_ring") if w.isVisible()]
    assert [w.geometry().getRect() for w in ring] == [(16, 76, 128, 44)]
    second.move(40, 100)
    assert ring[0].geometry().topLeft().toTuple() == (36, 96)
    second.hide()
    QApplication.processEvents()
    assert not [w for w in window.findChildren(QWidget, "focus_ring") if w.isVisible() and w.y() == 96]

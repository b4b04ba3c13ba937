"""What must hold of every screen: text inside its box, no sibling over another, contrast as drawn."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from app.gui.shared.keys_list import KeysList
from app.gui.theme import theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.row_list import RowList
from tests.gui.drawn_words import Drawing, Words, draw

LEAST_CONTRAST = 4.5
_SLACK = 1
_INK_SLACK = 2.0
_SMALLEST_INK = 24.0


def look_at(window: QWidget) -> list[str]:
    """Return all that is wrong with what a window shows now."""
    found = []
    for check in (too_wide, beyond_parent, overlapping):
        found += [f"{check.__name__}: {line}" for line in check(window)]
    made = drawings(window)
    for drawn in (out_of_box, cut_short, over_each_other, faint):
        found += [f"{drawn.__name__}: {line}" for line in drawn(made)]
    return found


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget below a root that is on the screen, or would be after scrolling."""
    for child in root.findChildren(QWidget):
        if child.isVisibleTo(root) and not child.isWindow() and child.width() > 0 and child.height() > 0:
            yield child


def name_of(widget: QWidget) -> str:
    """Return words that let a person find the widget."""
    where = " < ".join(type(parent).__name__ for parent in _parents(widget)[:4])
    return f"{type(widget).__name__} {text_of(widget)[:60]!r} {widget.width()}x{widget.height()} in {where}"


def text_of(widget: QWidget) -> str:
    """Return what a widget shows in words."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


# --- Boxes ---


def too_wide(root: QWidget) -> list[str]:
    """Return the widgets whose text needs more room than their box has, and columns wider than what shows them."""
    found = [name_of(widget) for widget in visible_widgets(root) if text_of(widget) and _overflows(widget)]
    for area, column in columns_in(root):
        spare = column.width() - area.viewport().width()
        if spare > _SLACK:
            found.append(f"{name_of(area)} shows a column that is {spare} wider")
    return found


def _overflows(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return False  # a field scrolls
    need = widget.minimumSizeHint()
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height() + _SLACK
    return need.width() > widget.width() + _SLACK or need.height() > widget.height() + _SLACK


def beyond_parent(root: QWidget) -> list[str]:
    """Return the widgets that stick out of the widget that holds them (what scrolls may)."""
    found = []
    for widget in visible_widgets(root):
        parent = widget.parentWidget()
        if parent is None or _is_overlay(widget) or _scrolls(parent):
            continue
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(widget.geometry()):
            found.append(f"{name_of(widget)} at {_box(widget.geometry())} outside {_box(parent.rect())}")
    return found


def overlapping(root: QWidget) -> list[str]:
    """Return the pairs of visible siblings that lie over each other."""
    found = []
    for parent in [root, *visible_widgets(root)]:
        if isinstance(parent, QAbstractScrollArea | QComboBox | QLineEdit):
            continue
        for one, other in combinations(_laid_in(parent, root), 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > _SLACK and shared.height() > _SLACK:
                found.append(f"{name_of(one)} and {name_of(other)} share {_box(shared)}")
    return found


def _laid_in(parent: QWidget, root: QWidget) -> list[QWidget]:
    return [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisibleTo(root)
        and not child.isWindow()
        and not _is_overlay(child)
        and not child.geometry().isEmpty()
    ]


def button_out_of_sight(root: QWidget) -> list[str]:
    """Return the primary buttons that cannot be seen whole without scrolling."""
    found = []
    cover = _cover_of(root)
    for button in visible_widgets(root):
        if isinstance(button, Button) and button.kind == "primary" and not _is_under(button, cover):
            whole, shown = button.rect(), button.visibleRegion().boundingRect()
            if shown != whole:
                found.append(f"{name_of(button)} shows {_box(shown)}")
    return found


# --- What is drawn ---


def drawings(root: QWidget) -> list[Drawing]:
    """Draw a window, and apart from it every column that scrolls, whole."""
    first = draw(root, theme().colour("paper").rgb())
    made = [first]
    for area, column in columns_in(root):
        corner = area.viewport().mapTo(root, QPoint(1, 1))
        ground = first.image.pixel(corner) if root.rect().contains(corner) else first.image.pixel(1, 1)
        made.append(draw(column, ground))
    return made


def columns_in(root: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
    """Yield the visible areas that scroll one widget, with that widget."""
    for area in root.findChildren(QScrollArea):
        column = area.widget()
        if column is not None and area.isVisibleTo(root) and not area.viewport().size().isEmpty():
            yield area, column


def out_of_box(made: Iterable[Drawing]) -> list[str]:
    """Return the lines of text that were drawn beyond the edge of their widget."""
    found = []
    for words in _each(made):
        room = QRectF(words.widget.rect()).adjusted(-_INK_SLACK, -_INK_SLACK, _INK_SLACK, _INK_SLACK)
        if not room.contains(words.place):
            found.append(f"{words.text[:60]!r} at {_box(words.place)} in {name_of(words.widget)}")
    return found


def cut_short(made: Iterable[Drawing]) -> list[str]:
    """Return the texts that end in dots and that no tooltip tells in full."""
    return [
        f"{words.text!r} for {words.whole!r} in {name_of(words.widget)}"
        for words in _each(made)
        if words.whole != words.text and not _is_told_in_full(words)
    ]


def _is_told_in_full(words: Words) -> bool:
    rows = words.widget.parentWidget()
    if isinstance(rows, RowList):  # each row has a tooltip of its own
        return any(words.whole in "\n".join(rows.shortened(number)) for number in range(len(rows.rows())))
    return bool(words.widget.toolTip())


def over_each_other(made: Iterable[Drawing]) -> list[str]:
    """Return the pairs of lines of text that were drawn over each other."""
    found = []
    for drawing in made:
        placed = [(words, _place_in(words, drawing.of)) for words in _of(drawing)]
        placed.sort(key=lambda pair: pair[1].top())
        for index, (one, box) in enumerate(placed):
            for other, other_box in placed[index + 1 :]:
                if other_box.top() >= box.bottom():
                    break
                shared = box.intersected(other_box)
                if shared.width() > _INK_SLACK and shared.height() > _INK_SLACK * 2:
                    found.append(f"{one.text[:40]!r} and {other.text[:40]!r} share {_box(shared)}")
    return found


def faint(made: Iterable[Drawing], least: float = LEAST_CONTRAST) -> list[str]:
    """Return the texts whose drawn pixels have too little contrast with what is behind them."""
    found = []
    for drawing in made:
        places = [(words.widget, words.text, _place_in(words, drawing.of)) for words in _of(drawing)]
        heard = {id(widget) for widget, _, _ in places}
        cover = _cover_of(drawing.of)
        places += [
            (widget, text_of(widget), QRectF(_area(widget, drawing.of)))
            for widget in visible_widgets(drawing.of)
            if text_of(widget).strip()
            and id(widget) not in heard
            and not _in_other_column(widget, drawing.of)
        ]
        for widget, text, place in places:
            area = place.toAlignedRect().intersected(drawing.image.rect())
            if area.width() * area.height() < _SMALLEST_INK or not widget.isEnabled():
                continue
            if _is_under(widget, cover):
                continue
            ratio = drawn_contrast(drawing.image.copy(area))
            if ratio < least:
                found.append(f"{ratio:.2f}: {text[:60]!r} in {name_of(widget)}")
    return found


def drawn_contrast(image: QImage) -> float:
    """Return the contrast between the commonest colour of a picture and the one farthest from it."""
    small = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(small.constBits()).cast("I"))
    ground = counted.most_common(1)[0][0]
    darkest, lightest = min(counted, key=_luminance), max(counted, key=_luminance)
    return max(contrast(ground, darkest), contrast(ground, lightest))


def contrast(one: int, other: int) -> float:
    """Return the contrast ratio of two RGB values (WCAG 2: 1 to 21)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(rgb: int) -> float:
    parts = (((rgb >> shift) & 255) / 255 for shift in (16, 8, 0))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _each(made: Iterable[Drawing]) -> Iterator[Words]:
    for drawing in made:
        yield from _of(drawing)


def _of(drawing: Drawing) -> list[Words]:
    """Return what belongs to a drawing itself: what its columns scroll is in their own drawings."""
    return [words for words in drawing.words if not _in_other_column(words.widget, drawing.of)]


def _in_other_column(widget: QWidget, root: QWidget) -> bool:
    inner: QWidget | None = widget
    while inner is not None and inner is not root:
        parent = inner.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        if isinstance(area, QScrollArea) and area.widget() is inner:
            return True
        inner = parent
    return False


def _place_in(words: Words, root: QWidget) -> QRectF:
    corner = words.widget.mapTo(root, QPoint(0, 0)) if words.widget is not root else QPoint(0, 0)
    return words.place.translated(corner)


def _area(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _parents(widget: QWidget) -> list[QWidget]:
    found = []
    parent = widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def _scrolls(parent: QWidget) -> bool:
    return isinstance(parent, QAbstractScrollArea) or isinstance(parent.parentWidget(), QAbstractScrollArea)


def _is_overlay(widget: QWidget) -> bool:
    """Tell whether a widget is meant to lie over others: the ring of the focus, the list of keys."""
    return widget.objectName() == "focus_ring" or isinstance(widget, KeysList)


def _cover_of(root: QWidget) -> KeysList | None:
    """Return the list of keys where it lies over a page."""
    return next((one for one in root.window().findChildren(KeysList) if one.isVisible()), None)


def _is_under(widget: QWidget, cover: KeysList | None) -> bool:
    page = cover.parentWidget() if cover is not None else None
    return page is not None and page.isAncestorOf(widget) and not cover.isAncestorOf(widget)  # type: ignore[union-attr]


def _box(rect: QRect | QRectF) -> str:
    return f"{rect.x():.0f},{rect.y():.0f} {rect.width():.0f}x{rect.height():.0f}"

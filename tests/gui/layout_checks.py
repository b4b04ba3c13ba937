"""What must hold of every screen: text inside its box, no sibling over another, contrast as drawn."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QWidget

from app.gui.widgets.text import TextBlock

OVERLAY = "overlay"
LEAST_CONTRAST = 4.5
_SMALLEST_TEXT_AREA = 60


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget below a root that is on the screen, at least in part."""
    for child in root.findChildren(QWidget):
        if child.isVisibleTo(root) and not child.isWindow() and child.width() > 0 and child.height() > 0:
            yield child


def name_of(widget: QWidget) -> str:
    """Return words that let a person find the widget."""
    text = text_of(widget)
    where = " > ".join(type(parent).__name__ for parent in _parents(widget))
    return f"{type(widget).__name__} {text[:60]!r} {widget.width()}x{widget.height()} in {where}"


def text_of(widget: QWidget) -> str:
    """Return what a widget shows in words."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def too_wide(root: QWidget) -> list[str]:
    """Return the widgets whose text needs more room than their box has."""
    return [name_of(widget) for widget in visible_widgets(root) if text_of(widget) and _overflows(widget)]


def _overflows(widget: QWidget) -> bool:
    if isinstance(widget, TextBlock):
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    if isinstance(widget, QLineEdit):
        return False  # a field scrolls
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    need = widget.minimumSizeHint()
    return need.width() > widget.width() + 1 or need.height() > widget.height() + 1


def beyond_parent(root: QWidget) -> list[str]:
    """Return the widgets that stick out of the widget that holds them (what scrolls may)."""
    found = []
    for widget in visible_widgets(root):
        parent = widget.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea) or _is_overlay(widget):
            continue
        if isinstance(parent, QAbstractScrollArea):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(f"{name_of(widget)} at {widget.geometry()} outside {parent.rect()}")
    return found


def overlapping(root: QWidget) -> list[str]:
    """Return the pairs of visible siblings that lie over each other."""
    found = []
    for parent in [root, *visible_widgets(root)]:
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisibleTo(root)
            and not child.isWindow()
            and not _is_overlay(child)
            and not child.geometry().isEmpty()
        ]
        if isinstance(parent, QAbstractScrollArea | QComboBox | QLineEdit):
            continue
        for index, one in enumerate(children):
            for other in children[index + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > 1 and shared.height() > 1:
                    found.append(
                        f"{name_of(one)} and {name_of(other)} share {shared.width()}x{shared.height()}"
                    )
    return found


def faint(root: QWidget, least: float = LEAST_CONTRAST) -> list[str]:
    """Return the texts whose drawn pixels have too little contrast with what is behind them."""
    image = root.grab().toImage()
    scale = image.devicePixelRatio()
    found = []
    for widget in visible_widgets(root):
        if not text_of(widget).strip() or not widget.isEnabled() or isinstance(widget, QComboBox):
            continue
        area = _shown_area(widget, root)
        if area.width() * area.height() < _SMALLEST_TEXT_AREA or area.height() < 8:
            continue
        pixels = QRect(
            round(area.x() * scale),
            round(area.y() * scale),
            round(area.width() * scale),
            round(area.height() * scale),
        )
        ratio = drawn_contrast(image.copy(pixels))
        if ratio < least:
            found.append(f"{ratio:.2f}: {name_of(widget)}")
    return found


def drawn_contrast(image: QImage) -> float:
    """Return the contrast between the commonest colour of a picture and the one farthest from it."""
    if image.isNull():
        return 21.0
    small = image.convertToFormat(QImage.Format.Format_RGB32)
    counted: Counter[int] = Counter()
    view = memoryview(small.constBits()).cast("I")
    counted.update(view)
    ground = counted.most_common(1)[0][0]
    return max(contrast(ground, pixel) for pixel in counted)


def contrast(one: int, other: int) -> float:
    """Return the contrast ratio of two RGB values (WCAG 2: 1 to 21)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: int) -> float:
    colour = QColor.fromRgb(rgb)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _shown_area(widget: QWidget, root: QWidget) -> QRect:
    """Return the part of a widget that is on the screen, in the root's coordinates."""
    area = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    for parent in _parents(widget):
        if parent is root:
            break
        area = area.intersected(QRect(parent.mapTo(root, QPoint(0, 0)), parent.size()))
    return area.intersected(root.rect())


def _parents(widget: QWidget) -> list[QWidget]:
    found = []
    parent = widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def _is_overlay(widget: QWidget) -> bool:
    return bool(widget.property(OVERLAY)) or widget.objectName() == "focus_ring"

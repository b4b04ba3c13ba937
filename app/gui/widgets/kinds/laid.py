"""Widgets that lay out their own children: rows with a badge, and columns whose height follows their width."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QSizePolicy, QStyle, QWidget

from app.gui.theme import theme
from app.gui.widgets.item_layout import ItemLayout
from app.gui.widgets.marks import BADGE

PAD_X, PAD_Y, GAP = 16, 10, 12
_LEAST_WORDS = 136  # with less room beside the badge, words go below it
_SMALLEST_WIDTH = 120
_USUAL_WIDTH = 536
_LAID_AGAIN = (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)


class SelfLaid(QLabel):
    """Lays out its own children: `arrange` returns the height at a width, and moves them where asked to.

    A label without text, for a screen reader says the name of a label and may pass over that of a bare widget.
    """

    tells_changes = False
    """Whether it lays its children out by itself whenever one of them changes: then they need not ask for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._revision = -1
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self, width: int, *, move: bool) -> int:
        """Return the height that is needed at a width; with `move`, put each child in its place."""
        raise NotImplementedError

    def lay_again(self) -> None:
        """Place the children anew and ask for the room they need now."""
        self.measure_again()
        if self.parent() is not None:  # else it is not in its place yet, and is laid out when it comes there
            self.arrange(self.width(), move=True)
        self.updateGeometry()

    def measure_again(self) -> None:
        """Forget the heights: a child is another, or another size."""
        self._heights.clear()

    def put(self, child: QWidget, place: QRect) -> None:
        """Place a child, mirrored where the widget runs from right to left."""
        child.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._revision != theme().revision:
            self._revision = theme().revision
            self.measure_again()
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self.arrange(width, move=False)
        return height

    def sizeHint(self) -> QSize:
        width = theme().size(_USUAL_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST_WIDTH, theme().size(BADGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in _LAID_AGAIN and not (self.tells_changes and kind == QEvent.Type.LayoutRequest):
            before = self._heights.get(self.width())
            self.measure_again()
            self.arrange(self.width(), move=True)
            if before != self.heightForWidth(self.width()):
                self.updateGeometry()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        self.measure_again()
        super().changeEvent(event)


class ReadingOrder(ItemLayout):
    """Names the children of a widget that places them itself in reading order, for whoever walks layouts (Tab does)."""

    def __init__(self, owner: QWidget, children: Sequence[QWidget]) -> None:
        super().__init__(owner)
        self._owner = owner
        for child in children:
            self.addWidget(child)

    def heightForWidth(self, width: int) -> int:
        return self._owner.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._owner.sizeHint()


class RowSpots(NamedTuple):
    """Where the parts of a row lie, from the leading edge: its badge, its words, and what stands at its end."""

    badge: QRect
    left: int
    top: int
    width: int
    end: QRect

    def height(self, words: int) -> int:
        """Return the height of the row whose words are so high."""
        padding = theme().size(PAD_Y)
        lowest = max(self.badge.bottom() + 1 + padding, self.end.bottom() + 1 + self.end.top())
        return max(self.top + words + padding + theme().size(3), lowest)


def row_spots(width: int, *, badge: bool = True, end: QSize | None = None) -> RowSpots:
    """Return where the parts of a row lie; where it is narrow its words go below the badge."""
    size = theme().size
    end = end or QSize(0, 0)
    pad_x, pad_y = min(size(PAD_X), width // 14), size(PAD_Y)
    side = size(BADGE) if badge else 0
    left = pad_x + (side + size(GAP) if badge else 0)
    used = end.width() + size(GAP) if end.width() else 0
    badge_spot = QRect(pad_x, pad_y, side, side)
    end_top = max(0, pad_y + (side - end.height()) // 2)
    end_spot = QRect(width - pad_x - end.width(), end_top, end.width(), end.height())
    room = width - left - used - pad_x
    if (badge or used) and room < size(_LEAST_WORDS):
        top = max(badge_spot.bottom(), end_spot.bottom()) + 1 + size(4)
        return RowSpots(badge_spot, pad_x, top, max(1, width - 2 * pad_x), end_spot)
    # A badge is 28 high and a line 22: three pixels set the first line on the badge's middle.
    return RowSpots(badge_spot, left, pad_y + size(3), max(1, room), end_spot)


def stack_height(parts: Sequence[QWidget], width: int, gap: int) -> int:
    """Return the height of widgets under each other."""
    heights = [_height_of(part, width) for part in parts if not part.isHidden()]
    return sum(heights) + gap * max(0, len(heights) - 1)


def stack(owner: SelfLaid, parts: Sequence[QWidget], area: QRect, gap: int) -> int:
    """Place widgets under each other from the top of an area, and return the height they take."""
    y = area.top()
    for part in parts:
        if part.isHidden():
            continue
        height = _height_of(part, area.width())
        owner.put(part, QRect(area.left(), y, area.width(), height))
        y += height + gap
    return max(0, y - gap - area.top())


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page so far that a widget is seen, once it lies in its place."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        parent.ensureWidgetVisible(widget, 0, theme().size(GAP))


def plain_modifiers(modifiers: Qt.KeyboardModifier) -> Qt.KeyboardModifier:
    """Return the modifiers that matter: the keypad's keys are the same keys."""
    return modifiers & ~Qt.KeyboardModifier.KeypadModifier


def _height_of(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()

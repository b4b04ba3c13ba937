"""Two things side by side, or one below the other where the width does not hold both."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from app.gui.theme import theme
from app.gui.widgets.direction import visual_rect
from app.gui.widgets.item_layout import ItemLayout


class Spread(ItemLayout):
    """Lays out two items; both get the height of the higher one where they stand side by side.

    `shares` divides the width; a second share of 0 gives the second item just what it asks for. `narrow` is the
    width at 100 % text from which they stand side by side.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        shares: tuple[int, int] = (2, 1),
        gap: int = 48,
        line_gap: int = 24,
        narrow: int = 840,
    ) -> None:
        super().__init__(parent)
        self._shares, self._gap, self._line_gap, self._narrow = shares, gap, line_gap, narrow

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() for item in self.shown()) + self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self.shown()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item, place in zip(self.shown(), self._places(rect.width()), strict=True):
            spot = place.translated(rect.topLeft())
            item.setGeometry(visual_rect(direction, rect, spot))

    def is_narrow(self, width: int) -> bool:
        """Tell whether a width holds only one of the two beside the other."""
        return len(self.shown()) < 2 or width < theme().size(self._narrow)

    def _places(self, width: int) -> list[QRect]:
        """Return where the items lie in a width, from the top left."""
        items = self.shown()
        if self.is_narrow(width):
            return self._stack(items, width)
        left, right = self._widths(items[1], width)
        height = max(_height(items[0], left), _height(items[1], right))
        return [QRect(0, 0, left, height), QRect(width - right, 0, right, height)]

    def _stack(self, items: list[QLayoutItem], width: int) -> list[QRect]:
        places, top = [], 0
        for number, item in enumerate(items):
            own = number == 1 and self._shares[1] == 0
            wide = min(width, item.sizeHint().width()) if own else width
            height = _height(item, wide)
            places.append(QRect(0, top, wide, height))
            top += height + self._line_gap
        return places

    def _widths(self, second: QLayoutItem, width: int) -> tuple[int, int]:
        second_share = self._shares[1]
        room = width - self._gap
        right = second.sizeHint().width() if not second_share else room * second_share // sum(self._shares)
        return room - right, right


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

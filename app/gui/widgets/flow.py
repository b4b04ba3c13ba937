"""A row that goes on in a next line where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from app.gui.widgets.direction import visual_rect
from app.gui.widgets.item_layout import ItemLayout


class FlowRow(ItemLayout):
    """Lays widgets side by side, centred on their line, and begins a new line where one does not fit."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None

    def invalidate(self) -> None:
        """Forget the measures: something in the row is another, or another size."""
        self._heights, self._hint = {}, None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._height_at(width)
        return height

    def _height_at(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        lines = self._lines(inner)
        return (
            sum(self._height(line, inner) for line in lines)
            + self._line_gap * max(0, len(lines) - 1)
            + (margins.top() + margins.bottom())
        )

    def sizeHint(self) -> QSize:
        if self._hint is None:
            hints = [item.sizeHint() for item in self.shown()]
            width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
            height = max((hint.height() for hint in hints), default=0)
            self._hint = QSize(width, height).grownBy(self.contentsMargins())
        return self._hint

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self.shown()]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        area = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        y = area.top()
        for line in self._lines(area.width()):
            height, x = self._height(line, area.width()), area.left()
            for item in line:
                size = self._size(item, area.width())
                spot = QRect(QPoint(x, y + (height - size.height()) // 2), size)
                item.setGeometry(visual_rect(direction, area, spot))
                x += size.width() + self._gap
            y += height + self._line_gap

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self.shown():
            need = self._size(item, width).width()
            if lines and used + self._gap + need <= width:
                lines[-1].append(item)
                used += self._gap + need
            else:
                lines.append([item])
                used = need
        return lines

    def _height(self, line: list[QLayoutItem], width: int) -> int:
        return max(self._size(item, width).height() for item in line)

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        hint = item.sizeHint()
        if hint.width() <= width:
            return hint
        height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
        return QSize(max(1, width), height)

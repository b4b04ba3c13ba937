"""A list of rows that open something, as high as all its rows: the page around it scrolls, not the list.

Only rows on the screen are painted, so that thousands stay fast. Arrow keys, Page Up, Page Down, Home and End move,
Enter opens. Each row is one item with its whole sentence for a screen reader.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QImage, QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.paint import draw_box
from app.gui.widgets.row_canvas import RowCanvas
from app.gui.widgets.tips import plain_tip

BLEED = 12
"""How far a row's ground reaches beyond its text at either side."""

_Index = QModelIndex | QPersistentModelIndex
_ROOM_AROUND = 24


class RowPainter(Protocol):
    """Knows what a row looks like. Widths are those of the text, without what bleeds beyond it."""

    uniform: bool
    """Whether all rows are as high as the first."""

    def height(self, row: Any, width: int, direction: Qt.LayoutDirection) -> int:
        """Return the height of a row."""
        ...

    def draw(self, canvas: RowCanvas, row: Any, *, active: bool) -> None:
        """Draw a row; `active` is one under the mouse or with the focus."""
        ...

    def spoken(self, row: Any) -> str:
        """Return the row as one sentence."""
        ...


class RowList(QListView):
    """Shows rows with a painter; `opened(row)` is emitted for a click and for Enter."""

    opened = Signal(object)

    def __init__(self, name: str, painter: RowPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = painter
        self._rows = _Rows(painter, self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self, painter))
        self.setAccessibleName(name)
        self.setProperty(NO_RING, True)  # the row with the focus draws its own
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(painter.uniform)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_opened)
        theme().changed.connect(self._fit)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self._rows.set_rows(rows)
        self._fit()

    def rows(self) -> tuple[Any, ...]:
        """Give the rows as they are shown."""
        return self._rows.rows

    def current_row(self) -> Any | None:
        """Give the row that the keyboard is at."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def go_to(self, number: int) -> None:
        """Put the keyboard at a row, counted from 0, without opening it."""
        if 0 <= number < len(self._rows.rows):
            self.setCurrentIndex(self._rows.index(number))

    def shows_first(self) -> bool:
        """Tell whether the first row is on the screen."""
        page = _page_around(self)
        if page is None or not self._rows.rows:
            return bool(self._rows.rows)
        top = self.viewport().mapTo(page, QPoint(0, 0)).y()
        first = self._painter.height(self._rows.rows[0], self.text_width(), self.layoutDirection())
        return top >= 0 and top + first <= page.viewport().height()

    def text_width(self) -> int:
        """Give the width that the text of a row has."""
        return max(1, self.viewport().width() - 2 * BLEED)

    def shortened(self, number: int) -> tuple[str, ...]:
        """Give in full the words of a row that its cells have no room for."""
        height = self._painter.height(self._rows.rows[number], self.text_width(), self.layoutDirection())
        sketch = QImage(1, 1, QImage.Format.Format_RGB32)
        with QPainter(sketch) as painter:
            canvas = RowCanvas(painter, QRectF(0, 0, self.text_width(), height), self.layoutDirection())
            self._painter.draw(canvas, self._rows.rows[number], active=False)
        return tuple(canvas.cut)

    # --- Keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._on_opened(self.currentIndex())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn_page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()  # a single key belongs to the page

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._rows.rows and event.reason() != _BY_MOUSE:
            self.go_to(0)
        super().focusInEvent(event)
        self._show_current()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._show_current()

    def _on_opened(self, index: _Index) -> None:
        if index.isValid():
            self.opened.emit(self._rows.rows[index.row()])

    def _turn_page(self, step: int) -> None:
        index = self.currentIndex()
        page = _page_around(self)
        if not index.isValid() or page is None:
            return
        rows = max(1, page.viewport().height() // max(1, self.visualRect(index).height()) - 1)
        self.go_to(min(max(index.row() + step * rows, 0), len(self._rows.rows) - 1))

    def _show_current(self) -> None:
        """Scroll the page so that the row with the keyboard is on the screen."""
        index, page = self.currentIndex(), _page_around(self)
        content = page.widget() if page is not None else None
        if not index.isValid() or page is None or content is None:
            return
        box = self.visualRect(index)
        at = self.viewport().mapTo(content, box.center())
        page.ensureVisible(at.x(), at.y(), 0, box.height() // 2 + _ROOM_AROUND)

    # --- Height ---

    def sizeHint(self) -> QSize:
        return QSize(theme().size(320), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(120), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(self._height())
        self.viewport().update()

    def _height(self) -> int:
        rows, width, direction = self._rows.rows, self.text_width(), self.layoutDirection()
        if not rows:
            return 0
        if self._painter.uniform:
            return len(rows) * self._painter.height(rows[0], width, direction)
        return sum(self._painter.height(row, width, direction) for row in rows)


class _Rows(QAbstractListModel):
    """The rows, each with its sentence."""

    def __init__(self, painter: RowPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Any, ...] = ()
        self._painter = painter

    def set_rows(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _SPOKEN and index.isValid():
            return self._painter.spoken(self.rows[index.row()])
        return None


class _Delegate(QStyledItemDelegate):
    """Paints the ground of a row, and lets the painter draw what stands in it; a tooltip tells what was shortened."""

    def __init__(self, view: RowList, painter: RowPainter) -> None:
        super().__init__(view)
        self._view, self._painter = view, painter

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        focused = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        active = focused or bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        inside = QRectF(option.rect).adjusted(BLEED, 0, -BLEED, 0)
        canvas = RowCanvas(painter, inside, self._view.layoutDirection())
        if active:
            ground = QRectF(option.rect).adjusted(0, 0, 0, -1)
            border = theme().colour("accent") if focused else None
            fill = theme().colour("accent_soft")
            draw_box(painter, ground, tokens.RADIUS_BUTTON, fill=fill, border=border, width=tokens.FOCUS_LINE)
        else:
            canvas.hairline(inside.height() - 1)
        self._painter.draw(canvas, self._view.rows()[index.row()], active=active)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = plain_tip("\n".join(self._view.shortened(index.row())))
        QToolTip.showText(event.globalPos(), words, view.viewport())
        return True

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self._view
        height = self._painter.height(view.rows()[index.row()], view.text_width(), view.layoutDirection())
        return QSize(view.viewport().width(), height)


_BY_MOUSE = Qt.FocusReason.MouseFocusReason
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _page_around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent

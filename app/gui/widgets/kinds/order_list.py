"""The list in which items are moved into order: by buttons, by dragging, or by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds.matching import Side
from app.gui.widgets.kinds.item_row import ItemRow
from app.gui.widgets.kinds.laid import bring_into_sight, plain_modifiers
from app.gui.widgets.speech import announce

_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WITH = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier)


class OrderList(QWidget):
    """One tab stop: arrows move the focus, Alt or Ctrl with an arrow moves the item.

    Space picks an item up, so that plain arrows move it, and puts it down; Esc puts it back. `touched` says that
    something was moved, or that the order was meant from the start.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.touched = False
        self._rows: list[ItemRow] = []
        self._picked: ItemRow | None = None
        self._before: tuple[list[ItemRow], bool] = ([], False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_items(self, items: Sequence[Side], *, touched: bool, enabled: bool) -> None:
        """Show items in an order."""
        self.clear()
        self.touched = touched
        for item in items:
            row = ItemRow(item.id, item.text.plain())
            row.setEnabled(enabled)
            row.moved.connect(lambda by, row=row: self._move(row, by))
            row.dragged.connect(lambda at, row=row: self._drag(row, at))
            row.dropped.connect(lambda row=row: self._say_place(row))
            self._rows.append(row)
            self._column.addWidget(row)
            row.show()
        self._number()
        if self._rows:
            self._set_stop(self._rows[0])

    def clear(self) -> None:
        """Show nothing."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._picked = [], None

    def rows(self) -> list[ItemRow]:
        """Return the items from the top."""
        return list(self._rows)

    def current(self) -> ItemRow | None:
        """Return the item that has the focus."""
        return next((row for row in self._rows if row.hasFocus()), None)

    def give_focus(self) -> None:
        """Focus the item that Tab leads to."""
        stops = (row for row in self._rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if (row := next(stops, None)) is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    # --- Keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.use_key(event))

    def use_key(self, event: QKeyEvent) -> bool:
        """Use a key for the item that has the focus; tell whether it was used."""
        row = self.current()
        if row is None or not row.isEnabled():
            return False
        modifiers = plain_modifiers(event.modifiers())
        by = _STEP.get(Qt.Key(event.key()))
        if by is not None and (modifiers in _WITH or (not modifiers and self._picked is row)):
            self._move(row, by)
            return True
        if modifiers:
            return False
        if by is not None:
            self._go(self._rows.index(row) + by)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if event.key() == Qt.Key.Key_Home else len(self._rows) - 1)
        else:
            return self._use_picking_key(event, row)
        return True

    def _use_picking_key(self, event: QKeyEvent, row: ItemRow) -> bool:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._put_down() if self._picked is row else self._pick_up(row)
            return True
        if self._picked is None:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._put_down()  # first this; the next Enter is the page's
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._put_back()
            return True
        return False

    def _pick_up(self, row: ItemRow) -> None:
        self._put_down()
        self._picked, self._before = row, (list(self._rows), self.touched)
        row.set_picked(True)
        announce(row, f"Picked up, {row.place()}. Arrows move it, Space puts it down.")

    def _put_down(self) -> None:
        row, self._picked = self._picked, None
        if row is not None:
            row.set_picked(False)
            announce(row, f"Put down, {row.place()}.")

    def _put_back(self) -> None:
        rows, touched = self._before
        row = self._picked
        changed = rows != self._rows or touched != self.touched
        self._put_down()
        if changed and row is not None:
            self._rows, self.touched = list(rows), touched
            self._after_move(row)

    def _go(self, to: int) -> None:
        self._put_down()
        row = self._rows[min(max(to, 0), len(self._rows) - 1)]
        self._set_stop(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(row)

    # --- Moving ---

    def _move(self, row: ItemRow, by: int) -> None:
        """Move an item by one place; at the end of the list it stays."""
        self._place(row, self._rows.index(row) + by)
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_place(row)

    def _drag(self, row: ItemRow, at: QPointF) -> None:
        """Give a dragged item the place over whose middle the mouse went."""
        to = self._rows.index(row)
        while to > 0 and at.y() < self._rows[to - 1].geometry().center().y():
            to -= 1
        while to < len(self._rows) - 1 and at.y() > self._rows[to + 1].geometry().center().y():
            to += 1
        self._place(row, to)

    def _place(self, row: ItemRow, to: int) -> None:
        here = self._rows.index(row)
        to = min(max(to, 0), len(self._rows) - 1)
        if to != here:
            self._rows.insert(to, self._rows.pop(here))
            self.touched = True
            self._after_move(row)

    def _after_move(self, row: ItemRow) -> None:
        for index, one in enumerate(self._rows):
            self._column.removeWidget(one)
            self._column.insertWidget(index, one)
        self._column.activate()
        self._number()
        self._set_stop(row)
        bring_into_sight(row)
        self.moved.emit()

    def _set_stop(self, stop: ItemRow) -> None:
        """Let Tab lead to one item only: the list is one tab stop."""
        for row in self._rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)

    def _number(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_place(number, len(self._rows))

    def _say_place(self, row: ItemRow) -> None:
        announce(row, f"{row.words.text()}, {row.place()}")

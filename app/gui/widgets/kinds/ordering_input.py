"""Ordering: items moved up and down until they stand in order."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import PartId
from app.domain.kinds import Response, ordering
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.kinds.item_row import ItemRow
from app.gui.widgets.kinds.laid import bring_into_sight, plain_modifiers
from app.gui.widgets.kinds.marked_box import MarkedBox, Outcome, OutcomeLine
from app.gui.widgets.kinds.order_review import make_review, order_reasons
from app.gui.widgets.kinds.response_input import ResponseInput, in_order
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock
from app.services.views import Checked, Step

KEEP, KEPT = "Keep this order", "This order is your answer"
RIGHT_ORDER = "The right order:"
_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WITH = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier)


class OrderingInput(ResponseInput):
    """A list that is one tab stop: arrows move the focus, Alt or Ctrl with an arrow moves the item.

    Space picks an item up, so that plain arrows move it, and puts it down; Esc puts it back. It counts as answered once
    something was moved or the person said that this order is meant.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._rows: list[ItemRow] = []
        self._boxes: dict[PartId, MarkedBox] = {}
        self._given = False
        self._picked: ItemRow | None = None
        self._before: tuple[list[ItemRow], bool] = ([], False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._heading: QWidget | None = None
        self.keep = Button(KEEP, "link")
        self.keep.clicked.connect(lambda _on=False: self._keep())
        self.kept = _Kept("check", KEPT, "meta", "ink2")

    # --- The contract ---

    def show_question(self, step: Step) -> None:
        """Show the items in the order given, else in the stored one."""
        self._step = step
        self._clear()
        given = _order(step.response)
        self._given = bool(given)
        if step.checked is not None:
            self._show_review(step, step.checked)
            return
        open_still = step.attempt.finished is None
        for item in in_order(_body(step).items, given or step.order):
            row = ItemRow(item.id, item.text.plain())
            row.setEnabled(open_still)
            row.moved.connect(lambda by, row=row: self._move(row, by))
            row.dragged.connect(lambda at, row=row: self._drag(row, at))
            row.dropped.connect(lambda row=row: self._say_place(row))
            self._rows.append(row)
            self._column.addWidget(row)
        self._column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignLeft)
        self._number()
        self._set_stop(self._rows[0])
        self._show_given(enabled=open_still)

    def response(self) -> Response:
        """Return the order, () as long as nothing was moved and nothing was said."""
        if not self._rows:
            return ordering.Response(_order(self._step.response if self._step else None))
        return ordering.Response(tuple(row.part for row in self._rows) if self._given else ())

    def rows(self) -> list[ItemRow]:
        """Return the items to move, from the top; none after checking."""
        return list(self._rows)

    def boxes(self) -> dict[PartId, MarkedBox]:
        """Return what is shown after checking, in the right order."""
        return dict(self._boxes)

    def give_focus(self) -> None:
        """Focus the item that Tab leads to."""
        target = next((row for row in self._rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        first: QWidget = next(iter(self._boxes.values()), self)
        (target or first).setFocus(Qt.FocusReason.TabFocusReason)

    def press_key(self, event: QKeyEvent) -> bool:
        """Let an arrow lead into the list."""
        if event.key() not in _STEP or not self._rows or not self._rows[0].isEnabled():
            return False
        if self._current() is None:
            self.give_focus()
            return True
        return self._use_key(event)

    def has_more_reasons(self) -> bool:
        """Tell whether an item that stood in its place has a reason."""
        return any(more != first for _box, first, more in self._reasons())

    def show_all_reasons(self, shown: bool) -> None:
        """Show or fold the reasons of the items that stood in their place."""
        for box, first, more in self._reasons():
            box.show_reasons(more if shown else first)

    def _reasons(self) -> list[tuple[MarkedBox, list[str], list[str]]]:
        """Return for each box its reasons as long as they are folded, and all of them."""
        checked = self._step.checked if self._step else None
        if checked is None:
            return []
        return [(box, *order_reasons(checked, part)) for part, box in self._boxes.items()]

    # --- Keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event):
            event.ignore()

    def _use_key(self, event: QKeyEvent) -> bool:
        row = self._current()
        if row is None or not row.isEnabled():
            return False
        modifiers = plain_modifiers(event.modifiers())
        by = _STEP.get(Qt.Key(event.key()))
        if by is not None and (modifiers in _WITH or (not modifiers and self._picked is row)):
            self._move(row, by)
            return True
        if modifiers:
            return False
        if by is not None or event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = len(self._rows) - 1
            ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
            here = self._rows.index(row)
            self._go(ends[Qt.Key(event.key())] if by is None else min(max(here + by, 0), last))
            return True
        return self._use_picking_key(event, row)

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
        self._picked, self._before = row, (list(self._rows), self._given)
        row.set_picked(True)
        announce(row, f"Picked up, {row.place()}. Arrows move it, Space puts it down.")

    def _put_down(self) -> None:
        row, self._picked = self._picked, None
        if row is not None:
            row.set_picked(False)
            announce(row, f"Put down, {row.place()}.")

    def _put_back(self) -> None:
        rows, given = self._before
        changed = rows != self._rows or given != self._given
        row = self._picked
        self._put_down()
        if changed and row is not None:
            self._rows, self._given = list(rows), given
            self._after_move(row)

    # --- Moving ---

    def _move(self, row: ItemRow, by: int) -> None:
        """Move an item by one place; at the end of the list it stays."""
        here = self._rows.index(row)
        self._place(row, here + by)
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_place(row)

    def _place(self, row: ItemRow, to: int) -> None:
        here = self._rows.index(row)
        to = min(max(to, 0), len(self._rows) - 1)
        if to == here:
            return
        self._rows.insert(to, self._rows.pop(here))
        self._given = True
        self._after_move(row)

    def _after_move(self, row: ItemRow) -> None:
        for index, one in enumerate(self._rows):
            self._column.removeWidget(one)
            self._column.insertWidget(index, one)
        self._column.activate()
        self._number()
        self._set_stop(row)
        self._show_given(enabled=True)
        bring_into_sight(row)
        self.changed.emit()

    def _drag(self, row: ItemRow, at: QPointF) -> None:
        """Give a dragged item the place over whose middle the mouse went."""
        here = self._rows.index(row)
        to = here
        while to > 0 and at.y() < self._rows[to - 1].geometry().center().y():
            to -= 1
        while to < len(self._rows) - 1 and at.y() > self._rows[to + 1].geometry().center().y():
            to += 1
        self._place(row, to)

    def _keep(self) -> None:
        self._given = True
        self.give_focus()
        self._show_given(enabled=True)
        announce(self, KEPT)
        self.changed.emit()

    # --- Showing ---

    def _go(self, to: int) -> None:
        self._put_down()
        row = self._rows[to]
        self._set_stop(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(row)

    def _current(self) -> ItemRow | None:
        return next((row for row in self._rows if row.hasFocus()), None)

    def _set_stop(self, stop: ItemRow) -> None:
        """Let Tab lead to one item only: the list is one tab stop."""
        for row in self._rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)

    def _number(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_place(number, len(self._rows))

    def _say_place(self, row: ItemRow) -> None:
        announce(row, f"{row.words.text()}, {row.place()}")

    def _show_given(self, *, enabled: bool) -> None:
        self.keep.setVisible(enabled and not self._given)
        self.kept.setVisible(self._given)

    def _clear(self) -> None:
        self._picked = None
        heading = [self._heading] if self._heading else []
        for widget in [*heading, *self._rows, *self._boxes.values()]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for button in (self.keep, self.kept):
            self._column.removeWidget(button)
            button.hide()
        self._rows, self._boxes, self._heading = [], {}, None

    def _show_review(self, step: Step, checked: Checked) -> None:
        given = _order(step.response)
        self._heading = (
            TextBlock(RIGHT_ORDER, "meta", "ink2")
            if given
            else OutcomeLine(Outcome("blank", "No answer.", RIGHT_ORDER))
        )
        self._column.addWidget(self._heading)
        self._boxes = make_review(_body(step), checked, given)
        for box in self._boxes.values():
            self._column.addWidget(box)
        self.show_all_reasons(False)


class _Kept(MarkedLabel):
    """As high as the button it takes the place of, so that nothing below moves."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().size(tokens.BUTTON_QUIET))


def _body(step: Step) -> ordering.Shown:
    assert isinstance(step.shown.body, ordering.Shown)
    return step.shown.body


def _order(response: Response | None) -> tuple[PartId, ...]:
    return response.order if isinstance(response, ordering.Response) else ()

"""Ordering: items moved up and down until they stand in order."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import PartId
from app.domain.kinds import Response, ordering
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.kinds.item_row import ItemRow
from app.gui.widgets.kinds.marked_box import MarkedBox, Outcome, OutcomeLine
from app.gui.widgets.kinds.order_list import OrderList
from app.gui.widgets.kinds.order_review import make_review, order_reasons
from app.gui.widgets.kinds.response_input import ResponseInput, in_order
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock
from app.services.views import Checked, Step

KEEP, KEPT = "Keep this order", "This order is your answer"
RIGHT_ORDER = "The right order:"
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class OrderingInput(ResponseInput):
    """A list to put in order. It counts as answered once something was moved, or the person keeps the order shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._heading: QWidget | None = None
        self._boxes: dict[PartId, MarkedBox] = {}
        self._list = OrderList()
        self._list.moved.connect(self._on_moved)
        self.keep = self._make_keep()
        self.kept = _Kept("check", KEPT, "meta", "ink2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._list)
        self._column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignLeft)

    def show_question(self, step: Step) -> None:
        """Show the items in the order given, else in the stored one; once checked, in the right one."""
        self._step = step
        self._clear()
        given = _order(step.response)
        if step.checked is not None:
            self._show_review(step, step.checked, given)
            return
        open_still = step.attempt.finished is None
        items = in_order(_body(step).items, given or step.order)
        self._list.show_items(items, touched=bool(given), enabled=open_still)
        self._list.show()
        self._column.replaceWidget(
            self.keep, keep := self._make_keep()
        )  # after the rows: Tab comes to it last
        self.keep.deleteLater()
        self.keep = keep
        self._show_given(enabled=open_still)

    def response(self) -> Response:
        """Return the order, () as long as nothing was moved and nothing was said."""
        if not self.rows():
            return ordering.Response(_order(self._step.response if self._step else None))
        return ordering.Response(tuple(row.part for row in self.rows()) if self._list.touched else ())

    def rows(self) -> list[ItemRow]:
        """Return the items to move, from the top; none after checking."""
        return self._list.rows()

    def boxes(self) -> dict[PartId, MarkedBox]:
        """Return what is shown after checking, in the right order."""
        return dict(self._boxes)

    def give_focus(self) -> None:
        """Focus the item that Tab leads to."""
        if self.rows():
            self._list.give_focus()
        else:
            next(iter(self._boxes.values()), self).setFocus(Qt.FocusReason.TabFocusReason)

    def press_key(self, event: QKeyEvent) -> bool:
        """Let an arrow lead into the list."""
        if event.key() not in _ARROWS or not self.rows() or not self.rows()[0].isEnabled():
            return False
        if self._list.current() is not None:
            return self._list.use_key(event)
        self._list.give_focus()
        return True

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

    def _on_moved(self) -> None:
        self._show_given(enabled=True)
        self.changed.emit()

    def _make_keep(self) -> Button:
        button = Button(KEEP, "link")
        button.clicked.connect(lambda _on=False: self._keep())
        return button

    def _keep(self) -> None:
        self._list.touched = True
        self._list.give_focus()
        announce(self, KEPT)
        self._on_moved()

    def _show_given(self, *, enabled: bool) -> None:
        self.keep.setVisible(enabled and not self._list.touched)
        self.kept.setVisible(self._list.touched)

    def _clear(self) -> None:
        self._list.clear()
        for hidden in (self._list, self.keep, self.kept):
            hidden.hide()
        for widget in [*([self._heading] if self._heading else []), *self._boxes.values()]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._heading, self._boxes = None, {}

    def _show_review(self, step: Step, checked: Checked, given: tuple[PartId, ...]) -> None:
        blank = Outcome("blank", "No answer.", RIGHT_ORDER)
        self._heading = TextBlock(RIGHT_ORDER, "meta", "ink2", self) if given else OutcomeLine(blank, self)
        self._boxes = make_review(self, _body(step), checked, given)
        for widget in (self._heading, *self._boxes.values()):
            self._column.addWidget(widget)
            widget.show()
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

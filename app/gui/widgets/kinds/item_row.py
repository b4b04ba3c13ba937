"""An item of an order: its place, its words, and two buttons that move it."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ids import PartId
from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.theme.icons import draw_icon
from app.gui.widgets.buttons import Button
from app.gui.widgets.kinds.laid import RowSpots, SelfLaid, row_spots
from app.gui.widgets.marks import draw_badge
from app.gui.widgets.paint import draw_box, mirrored, painting
from app.gui.widgets.text import TextBlock
from app.words.counts import number, ordinal

_BUTTON, _GRIP, _BETWEEN = 32, 16, 8


class ItemRow(SelfLaid):
    """One item. It is dragged by the mouse; its keys are the list's.

    `moved` asks for one place up (-1) or down (1); `dragged` tells where the mouse is, `dropped` that it let go.
    """

    moved = Signal(int)
    dragged = Signal(QPointF)
    dropped = Signal()

    def __init__(self, part: PartId, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.number, self.of = 1, 1
        self._picked = self._dragging = False
        self._pressed_at: QPointF | None = None
        self.words = TextBlock(words, "choice", "ink", self, selectable=False)
        self.up = self._make_mover("arrow-up", f"Move up: {words}", -1)
        self.down = self._make_mover("arrow-down", f"Move down: {words}", 1)
        self.setProperty(RING_RADIUS, tokens.RADIUS_CHOICE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def place(self) -> str:
        """Return where the item stands, such as "third of five"."""
        return f"{ordinal(self.number)} of {number(self.of)}"

    def set_place(self, number: int, of: int) -> None:
        """Say that the item stands at a place, counted from 1."""
        self.number, self.of = number, of
        self.setAccessibleName(f"{self.words.text()}, {self.place()}")
        self._show_movers()
        self.update()

    def set_picked(self, picked: bool) -> None:
        """Show that the arrows move this item now."""
        self._picked = picked
        self.setAccessibleDescription("Picked up. Arrows move it, Space puts it down." if picked else "")
        self.update()

    def arrange(self, width: int, *, move: bool) -> int:
        spots = self._spots(width)
        height = self.words.heightForWidth(spots.width)
        if move:
            self.put(self.words, QRect(spots.left, spots.top, spots.width, height))
            side = theme().size(_BUTTON)
            for index, button in enumerate((self.up, self.down)):
                self.put(button, QRect(spots.end.left() + index * side, spots.end.top(), side, side))
        return spots.height(height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        spots, held = self._spots(self.width()), self._picked or self._dragging
        fill, border, width = (
            ("accent_soft", "accent", tokens.CHOSEN_LINE) if held else ("sheet", "hair", 1.0)
        )
        if self.underMouse() and self.isEnabled() and not held:
            border = "line"
        with painting(self) as painter:
            box = QRectF(self.rect())
            draw_box(painter, box, tokens.RADIUS_CHOICE, fill=theme().colour(fill),
                     border=theme().colour(border), width=width)  # fmt: skip
            draw_badge(painter, mirrored(self, spots.badge), str(self.number), "chosen" if held else "idle")
            if self.isEnabled():
                grip = theme().size(_GRIP)
                top = spots.end.top() + (spots.end.height() - grip) // 2
                spot = QRect(spots.end.right() + 1 - grip, top, grip, grip)
                draw_icon(painter, mirrored(self, spot), "grip", theme().colour("ink3"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show_movers()

    def _show_movers(self) -> None:
        self.up.setVisible(self.isEnabled() and self.number > 1)
        self.down.setVisible(self.isEnabled() and self.number < self.of)

    # --- Dragging ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.raise_()
        if self._dragging:
            self.update()
            self.dragged.emit(self.mapToParent(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        was, self._dragging, self._pressed_at = self._dragging, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()
        if was:
            self.dropped.emit()

    def _make_mover(self, icon: str, name: str, by: int) -> Button:
        button = Button("", "quiet", parent=self, mark=icon)
        button.setAccessibleName(name)
        button.setToolTip("Move up" if by < 0 else "Move down")
        button.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # the keyboard has its arrows: one tab stop for the list
        button.clicked.connect(lambda _on=False: self.moved.emit(by))
        return button

    def _spots(self, width: int) -> RowSpots:
        if not self.isEnabled():
            return row_spots(width)
        size = theme().size
        return row_spots(width, end=QSize(2 * size(_BUTTON) + size(_BETWEEN + _GRIP), size(_BUTTON)))

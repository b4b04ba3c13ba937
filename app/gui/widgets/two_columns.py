"""Two parts side by side, or one below the other where the width does not hold both."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.gui.theme import theme

_SIDE_BY_SIDE, _ONE_BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class TwoColumns(QWidget):
    """Shows two parts; `narrow` is the width at 100 % text from which they stand side by side.

    `turned(side_by_side)` is emitted when that changes.
    """

    turned = Signal(bool)

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        parent: QWidget | None = None,
        *,
        narrow: int = 720,
        gap: int = 40,
        gap_below: int = 24,
        shares: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._gap, self._gap_below = gap, gap_below
        self._row = QBoxLayout(_SIDE_BY_SIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._row.addWidget(first, shares[0])
        self._row.addWidget(second, shares[1])
        theme().changed.connect(self._turn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        below = self.width() < theme().size(self._narrow)
        was_below = self._row.direction() == _ONE_BELOW
        self._row.setDirection(_ONE_BELOW if below else _SIDE_BY_SIDE)
        self._row.setSpacing(self._gap_below if below else self._gap)
        if below != was_below:
            self.turned.emit(not below)

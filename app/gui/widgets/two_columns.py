"""Two parts side by side, or one below the other where the width does not hold both."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.gui.theme import theme
from app.gui.widgets.spread import Spread


class TwoColumns(QWidget):
    """Shows two parts in a `Spread`; `turned(side_by_side)` is emitted when that changes."""

    turned = Signal(bool)

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        parent: QWidget | None = None,
        *,
        shares: tuple[int, int] = (1, 1),
        gap: int = 40,
        line_gap: int = 24,
        narrow: int = 720,
    ) -> None:
        super().__init__(parent)
        self._beside = True
        self._spread = Spread(self, shares=shares, gap=gap, line_gap=line_gap, narrow=narrow)
        self._spread.addWidget(first)
        self._spread.addWidget(second)
        theme().changed.connect(self._turn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = not self._spread.is_narrow(self.width())
        if beside != self._beside:
            self._beside = beside
            self.turned.emit(beside)

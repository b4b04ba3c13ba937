"""A name and what belongs to it: side by side where there is room, else one above the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.text import TextBlock

_NAMES, _BESIDE_FROM = 176, 560
_NO_LIMIT = 16777215


class FactRow(QWidget):
    """Shows a name and the text that belongs to it, both on one baseline where they stand side by side."""

    def __init__(self, name: TextBlock | MarkedLabel, fact: TextBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._fact = name, fact
        self._cell = QWidget(self)
        self._inner = QHBoxLayout(self._cell)
        self._inner.addWidget(name, 1 if isinstance(name, TextBlock) else 0)
        if isinstance(name, MarkedLabel):
            self._inner.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._cell, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(fact, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= theme().size(_BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(direction)
        self._box.setSpacing(tokens.SPACE[4] if beside else 2)
        self._cell.setMinimumWidth(theme().size(_NAMES) if beside else 0)
        self._cell.setMaximumWidth(theme().size(_NAMES) if beside else _NO_LIMIT)
        drop = round(self._fact.first_baseline() - self._name.first_baseline()) if beside else 0
        self._inner.setContentsMargins(0, max(0, drop), 0, 0)

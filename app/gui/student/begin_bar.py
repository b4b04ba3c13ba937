"""The bar at the foot of the pages that lead to a quiz: begin, a few words where there is room, and back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.gui.theme import theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import ActionBar
from app.gui.widgets.text import TextBlock

_ROOMY = 420
"""The width at 100 % text from which the bar holds words beside its buttons."""


class BeginBar(ActionBar):
    """Says `begun` and `back`."""

    begun = Signal()
    back = Signal()

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button("Begin", "primary", "Enter")
        self.button.clicked.connect(lambda _on=False: self.begun.emit())
        self.words = TextBlock(words, "meta", "ink2")
        back = Button("Back", "quiet")
        back.clicked.connect(lambda _on=False: self.back.emit())
        self.add(self.button)
        self.add(self.words)
        self.add_right(back)
        theme().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.words.setVisible(self.width() >= theme().size(_ROOMY))

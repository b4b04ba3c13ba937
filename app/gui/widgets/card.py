"""Surfaces that hold other widgets."""

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.paint import draw_box, painting

Surface = Literal["sheet", "desk", "paper"]


class Card(QWidget):
    """A sheet with a hairline border: something that can be acted on. Put things into `body`.

    The surface `desk` is a step down without a border (a closed source), `paper` a quiet inset.
    """

    def __init__(
        self, surface: Surface = "sheet", parent: QWidget | None = None, *, padding: int = tokens.CARD_PADDING
    ) -> None:
        super().__init__(parent)
        self._surface: Surface = surface
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(tokens.SPACE[1])

    def set_surface(self, surface: Surface) -> None:
        """Lie on another surface."""
        self._surface = surface
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        border = "hair" if self._surface == "sheet" or theme().scheme == "contrast" else ""
        with painting(self) as painter:
            draw_box(
                painter,
                QRectF(self.rect()),
                tokens.RADIUS_CARD,
                fill=theme().colour(self._surface),
                border=theme().colour(border) if border else None,
            )

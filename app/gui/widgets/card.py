"""Surfaces that hold other widgets."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.paint import draw_box, mirrored, painting

Surface = Literal["sheet", "desk", "paper"]


class Card(QWidget):
    """A sheet with a hairline border: something that can be acted on. Put things into `body`.

    The surface `desk` is a step down without a border (a closed source), `paper` a quiet inset. With `widest` the
    sheet is no wider than that (at 100 % text), at the leading edge of the room it is given.
    """

    def __init__(
        self,
        surface: Surface = "sheet",
        parent: QWidget | None = None,
        *,
        padding: int = tokens.CARD_PADDING,
        widest: int = 0,
    ) -> None:
        super().__init__(parent)
        self._surface: Surface = surface
        self._padding, self._widest = padding, widest
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(tokens.SPACE[1])

    def set_surface(self, surface: Surface) -> None:
        """Lie on another surface."""
        self._surface = surface
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._widest:
            pad, end = self._padding, self._padding + self.width() - round(self._sheet().width())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                self.body.setContentsMargins(end, pad, pad, pad)
            else:
                self.body.setContentsMargins(pad, pad, end, pad)

    def _sheet(self) -> QRectF:
        width = min(self.width(), theme().size(self._widest)) if self._widest else self.width()
        return mirrored(self, QRectF(0, 0, width, self.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        border = "hair" if self._surface == "sheet" or theme().scheme == "contrast" else ""
        with painting(self) as painter:
            draw_box(
                painter,
                self._sheet(),
                tokens.RADIUS_CARD,
                fill=theme().colour(self._surface),
                border=theme().colour(border) if border else None,
            )

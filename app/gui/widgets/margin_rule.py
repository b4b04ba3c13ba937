"""What stands beside a rule in the margin: a retelling, a debate."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.paint import mirrored, painting

_RULE, _INDENT = 2, 14


class MarginRule(QWidget):
    """A column of text with a rule at its leading edge. Put things into `body`."""

    def __init__(self, parent: QWidget | None = None, *, colour: str = "line", spacing: int = 4) -> None:
        super().__init__(parent)
        self._colour = colour
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(_INDENT)  # a spacing, not a margin: it goes to the other side by itself
        self.body = QVBoxLayout()
        self.body.setSpacing(spacing)
        row.addLayout(self.body, 1)

    def set_colour(self, colour: str) -> None:
        """Draw the rule in the colour of another token."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        inset = tokens.SPACE[0]
        with painting(self) as painter:
            line = mirrored(self, QRectF(0, inset, _RULE, max(0, self.height() - 2 * inset)))
            painter.fillRect(line, theme().colour(self._colour))

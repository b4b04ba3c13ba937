"""One numbered cell of the panel: where one is, what became of the question, whether it is marked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.glyphs import draw_dog_ear, draw_glyph
from app.gui.widgets.paint import baseline, draw_box, draw_text, painting, text_width
from app.services.views import Cell
from app.words import labels

CELL_WIDTH, CELL_HEIGHT = 32, 38
_GLYPH, _EAR, _DOT = 11, 10, 5
_GLYPHED = ("correct", "wrong", "partly", "skipped", "blank")
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PanelCell(QPushButton):
    """A question's number with the shape of its result under it."""

    stepped = Signal(int, int)
    """So many cells on, and so many rows down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cell = Cell(position=1, state="unreached", flagged=False)
        self._here = self._is_filled = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def shows(self, cell: Cell, *, here: bool) -> bool:
        """Tell whether it shows this state already; a new cell shows nothing."""
        return self._is_filled and here == self._here and cell == self.cell

    def set_cell(self, cell: Cell, *, here: bool) -> None:
        """Show a question's state; `here` is the one on the page."""
        self.cell, self._here, self._is_filled = cell, here, True
        words = [f"Question {cell.position}", labels.VERDICT[cell.state]]
        words += ["marked for later"] if cell.flagged else []
        words += ["you are here"] if here else []
        self.setAccessibleName(", ".join(words))
        self.setToolTip(", ".join(words[1:3]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size(CELL_WIDTH), theme().size(CELL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            rightwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-step[0] if rightwards else step[0], step[1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        reached = self.cell.state != "unreached"
        rect = QRectF(self.rect())
        with painting(self) as painter:
            border, width = ("accent", 2.0) if self._here else ("hair", 1.0)
            if self.underMouse() and not self._here:
                border = "line"
            fill = theme().colour("sheet") if reached or self._here else None
            colour = theme().colour(border)
            draw_box(painter, rect, tokens.RADIUS_BUTTON, fill=fill, border=colour, width=width)
            if self.cell.flagged:
                self._draw_ear(painter, rect)
            self._draw_number(painter, rect)
            self._draw_result(painter, rect)

    def _draw_ear(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(rect, tokens.RADIUS_BUTTON, tokens.RADIUS_BUTTON)
        painter.setClipPath(shape)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(rect.width(), 0)
            painter.scale(-1, 1)
        draw_dog_ear(painter, QPointF(rect.right(), rect.top()), theme().size(_EAR), theme().colour("accent"))
        painter.restore()

    def _draw_number(self, painter: QPainter, rect: QRectF) -> None:
        words = str(self.cell.position)
        role = "small_strong"
        has_result = self.cell.state in (*_GLYPHED, "answered")
        height = theme().line_height(role)
        top = theme().size(4) if has_result else (rect.height() - height) / 2
        colour = "accent" if self._here else "ink3" if self.cell.state == "unreached" else "ink"
        x = (rect.width() - text_width(role, words)) / 2
        draw_text(painter, round(x), baseline(role, top), role, theme().colour(colour), words)

    def _draw_result(self, painter: QPainter, rect: QRectF) -> None:
        side = theme().size(_GLYPH)
        spot = QRectF((rect.width() - side) / 2, rect.height() - side - theme().size(3.5), side, side)
        if self.cell.state in _GLYPHED:
            draw_glyph(painter, spot, self.cell.state)
        elif self.cell.state == "answered":
            draw_answered(painter, spot)


def draw_answered(painter: QPainter, spot: QRectF) -> None:
    """Draw the dot of a question that was answered and not yet marked."""
    side = theme().size(_DOT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("ink2"))
    middle = spot.center()
    painter.drawEllipse(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))

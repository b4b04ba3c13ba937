"""The standing of a claim in a word; a click says what it means."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.source import Status
from app.gui.theme import theme
from app.gui.widgets.glyphs import GLYPHS, draw_glyph
from app.gui.widgets.paint import baseline, draw_hairline, draw_text, elided, mirrored, painting, text_width
from app.words import labels

_ROLE, _SIDE, _GAP = "small_medium", 14, 6


class StatusButton(QPushButton):
    """A status with its square. Qt's `toggled(bool)` asks for its meaning, or folds it away."""

    def __init__(self, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_status(status)

    def set_status(self, status: Status) -> None:
        """Show another status."""
        self.status = status
        self.setAccessibleName(f"{labels.STATUS[status]}: what this means")
        self.setAccessibleDescription(labels.STATUS_MEANING[status])
        self.setToolTip(labels.STATUS_MEANING[status])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = theme().size(_SIDE + _GAP) + text_width(_ROLE, labels.STATUS[self.status])
        return QSize(width, theme().size(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(_SIDE + _GAP + 24), theme().size(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side, start = theme().size(_SIDE), theme().size(_SIDE + _GAP)
        colour = theme().colour(GLYPHS[self.status][1])
        words = elided(_ROLE, labels.STATUS[self.status], self.width() - start + 1)
        width = text_width(_ROLE, words)
        top = (self.height() - theme().line_height(_ROLE)) / 2
        with painting(self) as painter:
            spot = mirrored(self, QRectF(0, (self.height() - side + 1) // 2, side, side))
            draw_glyph(painter, spot, self.status)
            place = mirrored(self, QRectF(start, 0, width, self.height()))
            draw_text(painter, place.left(), baseline(_ROLE, top), _ROLE, colour, words)
            if self.underMouse() or self.isChecked():
                y = baseline(_ROLE, top) + 2
                draw_hairline(painter, place.left(), place.left() + width - 1, y, colour)

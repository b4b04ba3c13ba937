"""The shapes of states: what happened to an answer, a sentence, an imported question, a point of a chart.

A shape never stands alone: a word is beside it, or in the accessible name.
"""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.theme import theme
from app.gui.widgets.paint import painting

Draw = Callable[[QPainter, QRectF, QColor], None]


def draw_glyph(painter: QPainter, rect: QRectF, name: str, colour: QColor | None = None) -> None:
    """Draw a state's shape in a square, in its own colour unless another is given."""
    draw, token = GLYPHS[name]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, rect, colour or theme().colour(token))
    painter.restore()


def draw_dog_ear(painter: QPainter, corner: QPointF, size: float, colour: QColor) -> None:
    """Draw the turned corner of something marked for later; `corner` is its top right."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    below, left = corner + QPointF(0, size), corner - QPointF(size, 0)
    painter.drawPolygon(QPolygonF([left, corner, below]))


class Glyph(QLabel):
    """One state's shape with its word as accessible name."""

    def __init__(self, name: str, word: str = "", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._name = size, ""
        self.set_glyph(name, word)

    def set_glyph(self, name: str, word: str = "") -> None:
        """Show another shape."""
        if (name, word) == (self._name, self.accessibleName()) and self.minimumSize() == self.sizeHint():
            return
        self._name = name
        self.setAccessibleName(word)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().size(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_glyph(painter, QRectF(self.rect()), self._name)


def _stroke(painter: QPainter, colour: QColor, width: float) -> None:
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, round_cap, round_join))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _points(rect: QRectF, *parts: tuple[float, float]) -> QPolygonF:
    return QPolygonF(
        [QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()) for x, y in parts]
    )


def _square(rect: QRectF) -> QRectF:
    """The square of a sentence status: a little smaller than the box, on half pixels."""
    inset = round(rect.width() * 0.16) + 0.5
    return rect.adjusted(inset, inset, -inset, -inset)


def _correct(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _fill(painter, colour)
    painter.drawEllipse(rect)
    _stroke(painter, theme().colour("sheet"), rect.width() * 0.125)
    painter.drawPolyline(_points(rect, (0.29, 0.52), (0.44, 0.66), (0.71, 0.36)))


def _wrong(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    box = rect.adjusted(rect.width() * 0.04, rect.width() * 0.04, -rect.width() * 0.04, -rect.width() * 0.04)
    _fill(painter, colour)
    painter.drawRoundedRect(box, rect.width() * 0.2, rect.width() * 0.2)
    _stroke(painter, theme().colour("sheet"), rect.width() * 0.125)
    for line in ((0.34, 0.34), (0.66, 0.66)), ((0.66, 0.34), (0.34, 0.66)):
        painter.drawPolyline(_points(rect, *line))


def _partly(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _stroke(painter, colour, max(1.2, rect.width() * 0.085))
    painter.drawPolygon(_points(rect, (0.5, 0.06), (0.94, 0.5), (0.5, 0.94), (0.06, 0.5)))
    _fill(painter, colour)
    painter.drawPolygon(_points(rect, (0.5, 0.06), (0.5, 0.94), (0.06, 0.5)))


def _skipped(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _stroke(painter, colour, max(1.5, rect.width() * 0.11))
    painter.drawPolyline(_points(rect, (0.2, 0.5), (0.8, 0.5)))


def _flagged(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    _stroke(painter, theme().colour("line"), 1.0)
    painter.drawRoundedRect(box, rect.width() * 0.16, rect.width() * 0.16)
    draw_dog_ear(painter, rect.topRight(), rect.width() * 0.62, colour)


def _not_flagged(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _stroke(painter, colour, 1.0)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.width() * 0.16, rect.width() * 0.16)
    painter.drawPolyline(_points(rect, (0.5, 0.04), (0.5, 0.5), (0.96, 0.5)))


def _established(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _fill(painter, colour)
    painter.drawRect(_square(rect).adjusted(-0.5, -0.5, 0.5, 0.5))


def _outline(painter: QPainter, rect: QRectF, colour: QColor) -> QRectF:
    box = _square(rect)
    painter.setPen(QPen(colour, max(1.2, rect.width() * 0.09)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    return box


def _contested(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    box = _outline(painter, rect, colour)
    painter.fillRect(QRectF(box.left(), box.top(), box.width() / 2, box.height()), colour)


def _oversimplified(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    box = _outline(painter, rect, colour)
    painter.fillRect(QRectF(box.left(), box.top() + box.height() / 2, box.width(), box.height() / 2), colour)


def _opinion(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    box = _outline(painter, rect, colour)
    _fill(painter, colour)
    painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2)


def _inaccurate(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    box = _outline(painter, rect, colour)
    painter.drawLine(QLineF(box.bottomLeft(), box.topRight()))


def _new(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _stroke(painter, colour, rect.width() * 0.11)
    for line in ((0.14, 0.5), (0.86, 0.5)), ((0.5, 0.14), (0.5, 0.86)):
        painter.drawPolyline(_points(rect, *line))


def _changed(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _stroke(painter, colour, rect.width() * 0.1)
    painter.drawPolygon(_points(rect, (0.5, 0.16), (0.88, 0.84), (0.12, 0.84)))


def _same(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _stroke(painter, colour, rect.width() * 0.1)
    for y in (0.36, 0.64):
        painter.drawPolyline(_points(rect, (0.14, y), (0.86, y)))


def _problem(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    _stroke(painter, colour, rect.width() * 0.095)
    painter.drawPolygon(_points(rect, (0.5, 0.08), (0.95, 0.9), (0.05, 0.9)))
    painter.drawPolyline(_points(rect, (0.5, 0.38), (0.5, 0.62)))
    painter.drawPoint(QPointF(rect.center().x(), rect.top() + 0.77 * rect.height()))


def _circle(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    inset = rect.width() * 0.19
    painter.setPen(QPen(colour, rect.width() * 0.11))
    painter.setBrush(theme().colour("sheet"))
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))


def _circle_filled(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    inset = rect.width() * 0.14
    _fill(painter, colour)
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))


def _box(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    inset = rect.width() * 0.2
    painter.setPen(QPen(colour, rect.width() * 0.11))
    painter.setBrush(theme().colour("sheet"))
    painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))


def _box_filled(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    inset = rect.width() * 0.15
    _fill(painter, colour)
    painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))


GLYPHS: dict[str, tuple[Draw, str]] = {
    "correct": (_correct, "right"),
    "wrong": (_wrong, "wrong"),
    "partly": (_partly, "part"),
    "skipped": (_skipped, "ink2"),
    "blank": (_skipped, "ink2"),
    "flagged": (_flagged, "accent"),
    "not_flagged": (_not_flagged, "ink2"),
    "established": (_established, "accent"),
    "oversimplified": (_oversimplified, "part"),
    "contested": (_contested, "debated"),
    "opinion": (_opinion, "ink2"),
    "inaccurate": (_inaccurate, "wrong"),
    "new": (_new, "accent"),
    "changed": (_changed, "ink"),
    "same": (_same, "ink2"),
    "problem": (_problem, "wrong"),
    "practice": (_circle, "accent"),
    "exam": (_box, "accent"),
    "practice_latest": (_circle_filled, "accent"),
    "exam_latest": (_box_filled, "accent"),
}

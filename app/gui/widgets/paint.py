"""What every painted widget shares: boxes, hairlines and single lines of text on their baseline."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.gui.theme import theme
from app.gui.widgets.direction import visual_rect

_SMOOTH = QPainter.RenderHint.Antialiasing
_OF_THE_WORDS = Qt.LayoutDirection.LayoutDirectionAuto


def painting(widget: QWidget) -> QPainter:
    """Open an antialiased painter on a widget; it is closed at the end of its `with`."""
    painter = QPainter(widget)
    painter.setRenderHint(_SMOOTH)
    painter.setLayoutDirection(_OF_THE_WORDS)  # not of the widget
    return painter


def draw_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a rounded box whose border lies wholly inside the rectangle."""
    inset = width / 2 if border is not None else 0.0
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    inner = max(0.0, radius - inset)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), inner, inner)


def draw_hairline(painter: QPainter, left: float, right: float, y: float, colour: QColor) -> None:
    """Draw a horizontal hairline in the pixel row that begins at y."""
    painter.setPen(QPen(colour, 1.0))
    painter.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))


_widths: dict[tuple[str, str, int], int] = {}
_middles: dict[tuple[str, str, int], tuple[float, float]] = {}
_first_baselines: dict[tuple[str, int], float] = {}
_KEPT = 2_000


def text_width(role: str, text: str) -> int:
    """Give the pixels one line of text takes in a role, rounded up."""
    key = (role, text, theme().revision)
    width = _widths.get(key)
    if width is None:
        if len(_widths) >= _KEPT:
            _widths.clear()
        width = _widths[key] = int(theme().metrics(role).horizontalAdvance(text)) + 1
    return width


def baseline(role: str, top: float) -> float:
    """Give the baseline of a line of a role whose line box begins at top, on a whole pixel."""
    live = theme()
    key = (role, live.revision)
    first = _first_baselines.get(key)
    if first is None:
        metrics = live.metrics(role)
        spare = live.line_height(role) - metrics.ascent() - metrics.descent()
        first = _first_baselines[key] = spare / 2 + metrics.ascent()
    return round(top + first)


def draw_text(painter: QPainter, x: float, y: float, role: str, colour: QColor, text: str) -> None:
    """Draw one line of text with its baseline at y."""
    painter.setFont(theme().font(role))
    painter.setPen(colour)
    painter.drawText(QPointF(x, y), text)


def draw_centred(painter: QPainter, rect: QRectF, role: str, colour: QColor, text: str) -> None:
    """Draw one line of text in the middle of a box, its capitals centred by eye."""
    key, middle = (role, text, theme().revision), rect.center()
    half = _middles.get(key)
    if half is None:
        if len(_middles) >= _KEPT:
            _middles.clear()
        metrics = theme().metrics(role)
        half = _middles[key] = (metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2)
    draw_text(painter, middle.x() - half[0], round(middle.y() + half[1]), role, colour, text)


def elided(role: str, text: str, width: float) -> str:
    """Shorten a line of text to a width."""
    if text_width(role, text) <= width:
        return text
    metrics = theme().metrics(role)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def mirrored(widget: QWidget, rect: QRectF | QRect) -> QRectF:
    """Give where a left-to-right rectangle lies in a widget that may run right to left."""
    whole = rect.toAlignedRect() if isinstance(rect, QRectF) else rect
    if not widget.isRightToLeft():
        return QRectF(whole)
    return QRectF(visual_rect(widget.layoutDirection(), widget.rect(), whole))

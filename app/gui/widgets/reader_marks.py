"""What is drawn beneath the words of the reader: the cited sentence, where the reader is, what was searched for."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.gui.theme import theme, tokens
from app.gui.widgets.paint import baseline


def rule_beside(areas: list[QRectF], left: float) -> QRectF:
    """Return the rule in the margin beside the lines of a sentence."""
    return QRectF(left, areas[0].top() + 3, 3, areas[-1].bottom() - areas[0].top() - 6)


def draw_cited(painter: QPainter, areas: list[QRectF], rule: QRectF) -> None:
    """Mark the sentence a question rests on: a quiet fill and a rule. The highlighter is for exact words only."""
    _fill(painter, areas, "accent_soft")
    painter.fillRect(rule, theme().colour("accent"))


def draw_here(painter: QPainter, areas: list[QRectF]) -> None:
    """Mark the sentence the reader is at."""
    _fill(painter, areas, "desk")


def draw_number(painter: QPainter, number: QRectF, *, focused: bool) -> None:
    """Mark the number of that sentence: with a ring where the keyboard is, else with a line."""
    figures = QFontMetricsF(theme().font("sentence_number")).capHeight()
    low = baseline("reader", number.top())
    box = QRectF(number.left() - 4, low - figures - 5, number.width() + 6, figures + 10)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("accent"), tokens.FOCUS_LINE))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    else:
        line = QRectF(box.left() + 2, box.bottom() - 2, box.width() - 4, 2)
        painter.fillRect(line, theme().colour("accent"))


def draw_hits(painter: QPainter, areas: list[QRectF]) -> None:
    """Mark the words searched for: a fill and a line under them."""
    for area in areas:
        box = area.adjusted(-1, 3, 1, -3)
        painter.fillRect(box, theme().colour("accent_soft"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), theme().colour("accent"))


def _fill(painter: QPainter, areas: list[QRectF], colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(colour))
    for area in areas:
        painter.drawRoundedRect(area.adjusted(-2, 2, 2, -2), 3, 3)

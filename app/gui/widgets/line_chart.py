"""Scores over time: three grid lines, a line, its end value in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.gui.theme import theme
from app.gui.widgets.chart_maths import (
    GRID,
    Frame,
    ScorePoint,
    grid_y,
    percent,
    pick_dates,
    place_points,
    summarise,
)
from app.gui.widgets.glyphs import draw_glyph
from app.gui.widgets.paint import baseline, draw_hairline, draw_text, painting, text_width

__all__ = ["LineChart", "ScorePoint"]

_INSET = 10
"""How far the first and last point stand from the ends of the grid."""


class LineChart(QLabel):
    """A line of scores; circles are practice, squares exams, the latest is filled.

    Its text, for a screen reader, is the summary in words. A table of the same should be near.
    """

    def __init__(self, parent: QWidget | None = None, *, height: int = 176) -> None:
        super().__init__(parent)
        self._points: tuple[ScorePoint, ...] = ()
        self._height = height
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_points(())

    def set_points(self, points: Sequence[ScorePoint]) -> None:
        """Show these attempts, the oldest first."""
        self._points = tuple(points)
        self.setText(summarise(self._points))
        self.update()

    def set_height(self, height: int) -> None:
        """Be so high at 100 % text."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme().size(320), theme().size(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(160), theme().size(self._height))

    def _frame(self) -> Frame:
        left = text_width("small", "100\u00a0%") + theme().size(8)
        right = text_width("interface_strong", "100\u00a0%") + theme().size(16)
        line = theme().line_height("small")
        top, foot = round(line / 2), line + theme().size(8)
        return Frame(left, top, max(1, self.width() - left - right), max(1, self.height() - top - foot))

    def paintEvent(self, _event: QPaintEvent) -> None:
        frame = self._frame()
        with painting(self) as painter:
            self._draw_grid(painter, frame)
            if self._points:
                self._draw_line(painter, frame)
                self._draw_dates(painter, frame)

    def _draw_grid(self, painter: QPainter, frame: Frame) -> None:
        for score in GRID:
            y = round(grid_y(frame, score))
            draw_hairline(painter, frame.left, frame.left + frame.width, y, theme().colour("hair"))
            words = percent(score) if score == GRID[0] else str(score)
            x = frame.left - theme().size(8) - text_width("small", words)
            top = y - theme().line_height("small") / 2
            draw_text(painter, x, baseline("small", top), "small", theme().colour("ink3"), words)

    def _draw_line(self, painter: QPainter, frame: Frame) -> None:
        places = [QPointF(x, y) for x, y in place_points(frame, self._points, theme().size(_INSET))]
        accent = theme().colour("accent")
        painter.setPen(
            QPen(
                accent,
                theme().size(2),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(places)
        last = len(places) - 1
        for number, (place, point) in enumerate(zip(places, self._points, strict=True)):
            side = theme().size(14 if number == last else 11)
            name = f"{point.kind}_latest" if number == last else point.kind
            spot = QRectF(place.x() - side / 2, place.y() - side / 2, side, side)
            draw_glyph(painter, spot, name)
        self._draw_end(painter, places[-1])

    def _draw_end(self, painter: QPainter, place: QPointF) -> None:
        words = percent(self._points[-1].score)
        top = place.y() - theme().line_height("interface_strong") / 2
        x = place.x() + theme().size(12)
        draw_text(
            painter, x, baseline("interface_strong", top), "interface_strong", theme().colour("ink"), words
        )

    def _draw_dates(self, painter: QPainter, frame: Frame) -> None:
        places = place_points(frame, self._points, theme().size(_INSET))
        widest = max(text_width("small", point.when) for point in self._points)
        top = self.height() - theme().line_height("small")
        for number in pick_dates(len(places), frame.width, widest):
            words = self._points[number].when
            width = text_width("small", words)
            x = min(max(0.0, places[number][0] - width / 2), self.width() - width)
            draw_text(painter, x, baseline("small", top), "small", theme().colour("ink3"), words)

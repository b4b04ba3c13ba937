"""Every line of text that our widgets draw: where it lies, in which box, and whether it was cut short."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QRegion, QTextLayout
from PySide6.QtWidgets import QWidget


class Words(NamedTuple):
    """A drawn line. `place` is the ink's box in the widget; `whole` the text before it was cut short."""

    widget: QWidget
    text: str
    place: QRectF
    whole: str


class Drawing(NamedTuple):
    """A picture of a widget, and the lines that were drawn for it."""

    of: QWidget
    image: QImage
    words: tuple[Words, ...]


def draw(widget: QWidget, ground: int) -> Drawing:
    """Paint a widget with all it holds, also what is scrolled out of sight, on a ground (RGB)."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(ground)
    with _listening() as heard:
        widget.render(image, widget.rect().topLeft(), QRegion(), _PARTS)
    return Drawing(widget, image, tuple(heard))


_PARTS = QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren


@contextmanager
def _listening() -> Iterator[list[Words]]:
    """Hear what is drawn: all our text goes through `QPainter.drawText` or `QTextLayout.draw`."""
    heard: list[Words] = []
    cut: dict[str, str] = {}
    draw_text, draw_layout, elided_text = QPainter.drawText, QTextLayout.draw, QFontMetricsF.elidedText

    def on_text(painter: QPainter, *given: Any) -> None:
        draw_text(painter, *given)
        point, text = given
        ink = QFontMetricsF(painter.font()).tightBoundingRect(text).translated(point)
        _note(painter, text, ink)

    def on_layout(layout: QTextLayout, painter: QPainter, at: Any, *more: Any) -> None:
        draw_layout(layout, painter, at, *more)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            text = layout.text()[line.textStart() : line.textStart() + line.textLength()]
            ink = QFontMetricsF(layout.font()).tightBoundingRect(text.strip())
            base = line.position().y() + line.ascent()
            natural = line.naturalTextRect()
            box = QRectF(natural.x(), base + ink.top(), natural.width(), ink.height())
            _note(painter, text, box.translated(at))

    def _note(painter: QPainter, text: str, ink: QRectF) -> None:
        widget = painter.device()
        if isinstance(widget, QWidget) and text.strip():
            heard.append(Words(widget, text, painter.worldTransform().mapRect(ink), cut.get(text, text)))

    def on_elided(metrics: QFontMetricsF, text: str, mode: Qt.TextElideMode, width: float) -> str:
        short: str = elided_text(metrics, text, mode, width)
        if short != text:
            cut[short] = text
        return short

    QPainter.drawText, QTextLayout.draw = on_text, on_layout  # type: ignore[method-assign, assignment]
    QFontMetricsF.elidedText = on_elided  # type: ignore[method-assign, assignment]
    try:
        yield heard
    finally:
        QPainter.drawText, QTextLayout.draw = draw_text, draw_layout  # type: ignore[method-assign]
        QFontMetricsF.elidedText = elided_text  # type: ignore[method-assign]

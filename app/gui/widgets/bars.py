"""Quiet bars. A bar never stands alone: a number or a sentence is before it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.paint import baseline, draw_text, mirrored, painting, text_width


def draw_bar(painter: QPainter, rect: QRectF, share: float, colour: str, *, from_right: bool = False) -> None:
    """Draw a bar: its track, and the part from 0 to 1 that is full."""
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("sunk"))
    painter.drawRoundedRect(rect, radius, radius)
    share = min(max(share, 0.0), 1.0)
    if share <= 0:
        return
    width = max(rect.height(), rect.width() * share)
    left = rect.right() - width if from_right else rect.left()
    painter.setBrush(theme().colour(colour))
    painter.drawRoundedRect(QRectF(left, rect.top(), width, rect.height()), radius, radius)


class ProgressLine(QProgressBar):
    """A bar of 4 px (or 2): how far something is. Its value is spoken as the sentence given with it."""

    def __init__(self, parent: QWidget | None = None, *, thickness: int = 4, colour: str = "accent") -> None:
        super().__init__(parent)
        self._thickness, self._colour = thickness, colour
        self._sentence = ""
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, total: int, sentence: str = "") -> None:
        """Show done of total; `sentence` is what a screen reader says. Total 0 means not known yet."""
        self._sentence = sentence
        self.setRange(0, total)
        self.setValue(min(done, total))
        self.setAccessibleName(sentence)
        self.update()

    @property
    def share(self) -> float:
        """How much of the bar is full, from 0 to 1."""
        return self.value() / self.maximum() if self.maximum() > 0 else 0.0

    def text(self) -> str:
        return self._sentence

    def sizeHint(self) -> QSize:
        return QSize(96, self._thickness)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._thickness)

    def paintEvent(self, _event: QPaintEvent) -> None:
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with painting(self) as painter:
            top = (self.height() - self._thickness) / 2
            rect = QRectF(0, top, self.width(), self._thickness)
            draw_bar(painter, rect, self.share, self._colour, from_right=from_right)


class Meter(QProgressBar):
    """A number, and a bar after it: "74 %", or any words given."""

    def __init__(self, parent: QWidget | None = None, *, colour: str = "accent", bar_width: int = 96) -> None:
        super().__init__(parent)
        self._words, self._colour, self._bar = "", colour, bar_width
        self._label_width = 0
        self._share: float | None = None
        self.setRange(0, 1000)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_meter(self, share: float | None, words: str, *, label_width: int = 0) -> None:
        """Show a share from 0 to 1 and its words; None shows the words alone.

        `label_width` in pixels at 100 % keeps the bars of a column under each other.
        """
        self._words, self._label_width = words, label_width
        self._share = share
        self.setValue(round((share or 0) * 1000))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(self._bar_left() + theme().size(self._bar), theme().line_height("meta_strong"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _bar_left(self) -> int:
        label = max(text_width("meta_strong", self._words), theme().size(self._label_width))
        return label + theme().size(tokens.SPACE[2])

    def paintEvent(self, _event: QPaintEvent) -> None:
        share = self._share
        with painting(self) as painter:
            role = "meta_strong" if share is not None else "meta"
            width = text_width(role, self._words)
            place = mirrored(self, QRectF(0, 0, width, self.height()))
            colour = theme().colour("ink" if share is not None else "ink2")
            draw_text(painter, place.left(), baseline(role, 0), role, colour, self._words)
            if share is not None:
                top = round((self.height() - tokens.BAR) / 2)
                bar = mirrored(self, QRectF(self._bar_left(), top, theme().size(self._bar), tokens.BAR))
                rightwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
                draw_bar(painter, bar, share, self._colour, from_right=rightwards)

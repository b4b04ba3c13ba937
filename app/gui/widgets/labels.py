"""A state's shape with its word: the status of a sentence, a verdict, the saved mark."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.gui.theme import theme
from app.gui.theme.icons import draw_icon
from app.gui.widgets.glyphs import GLYPHS, draw_glyph
from app.gui.widgets.paint import baseline, draw_text, elided, mirrored, painting, text_width

SAVED = "Saved"


class MarkedLabel(QLabel):
    """One line: a shape (a glyph or a line icon) and words."""

    def __init__(
        self,
        mark: str,
        text: str,
        role: str = "meta",
        colour: str = "ink2",
        parent: QWidget | None = None,
        *,
        side: int = 14,
        gap: int = 6,
    ) -> None:
        super().__init__(parent)
        self._mark, self._role, self._colour = mark, role, colour
        self._side, self._gap = side, gap
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_mark(self, mark: str, text: str, colour: str) -> None:
        """Show another shape, word and colour."""
        self._mark, self._colour = mark, colour
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self.size_for(self.text())

    def size_for(self, text: str) -> QSize:
        """Give the size that other words would take."""
        width = theme().size(self._side) + theme().size(self._gap) + text_width(self._role, text)
        return QSize(width, theme().line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def first_baseline(self) -> float:
        """Give the baseline of the words."""
        return baseline(self._role, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().size(self._side)
        start = side + theme().size(self._gap)
        with painting(self) as painter:
            spot = mirrored(self, QRectF(0, (self.height() - side + 1) // 2, side, side))
            self._draw_mark(painter, spot, theme().colour(self._colour))
            words = elided(self._role, self.text(), self.width() - start + 1)
            width = text_width(self._role, words)
            place = mirrored(self, QRectF(start, 0, width, self.height()))
            top = (self.height() - theme().line_height(self._role)) / 2
            colour = theme().colour(self._colour)
            draw_text(painter, place.left(), baseline(self._role, top), self._role, colour, words)

    def _draw_mark(self, painter: QPainter, spot: QRectF, colour: QColor) -> None:
        if self._mark in GLYPHS:
            draw_glyph(painter, spot, self._mark)
        else:
            draw_icon(painter, spot, self._mark, colour)


class StatusLabel(MarkedLabel):
    """The status of a claim: its square and its word.

    The status is established, oversimplified, contested, opinion or inaccurate; the word is the caller's.
    """

    def __init__(self, status: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(status, word, "small_medium", GLYPHS[status][1], parent)


class VerdictLabel(MarkedLabel):
    """What became of an answer, large: correct, partly, wrong or skipped, with its word.

    It can take the focus, so that it is read aloud first.
    """

    def __init__(self, verdict: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(verdict, word, "verdict", GLYPHS[verdict][1], parent, side=18, gap=10)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_verdict(self, verdict: str, word: str, spoken: str = "") -> None:
        """Show another verdict; `spoken` is what a screen reader says for it, whole."""
        self.set_mark(verdict, word, GLYPHS[verdict][1])
        self.setAccessibleName(spoken or word)


class SmallVerdict(MarkedLabel):
    """What a choice turned out to be, at its end: "Correct answer", "Your answer"."""

    def __init__(self, verdict: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(verdict, word, "small_strong", GLYPHS[verdict][1], parent, side=16, gap=6)


class SavedMark(MarkedLabel):
    """A tick and "Saved". It keeps its place, and is empty until `set_saved(True)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("check", "", "meta", "ink2", parent, side=14, gap=6)

    def set_saved(self, saved: bool) -> None:
        """Say that what is on the screen is on disk, or say nothing."""
        self.setText(SAVED if saved else "")
        self.update()

    def sizeHint(self) -> QSize:
        return self.size_for(SAVED)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.text():
            super().paintEvent(event)

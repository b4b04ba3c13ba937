"""The words of a choice and, after checking, what became of it, without breaking the words anew.

The mark ("Your answer") stands at the end of the last line where there is room, else on a line of its own.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.gui.theme import theme
from app.gui.widgets.glyphs import Glyph
from app.gui.widgets.text import TextBlock
from app.gui.widgets.text_lines import lay_out

_ROLE, _MARK_ROLE = "choice", "small_strong"
_BEFORE_MARK, _DROP, _SIDE, _GAP, _NARROWEST, _LEAST_FOR_WORDS = 16, 2, 16, 6, 16, 40


class ChoiceWords(QWidget):
    """A choice's words with room for its mark, which lies inside the block of words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.block = TextBlock(words, _ROLE, parent=self, selectable=False)
        self.mark = ChoiceMark(self.block)
        self.mark.hide()
        self._room: dict[tuple[int, int], float] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_mark(self, glyph: str, words: str, colour: str) -> None:
        """Show what became of the choice, or nothing."""
        if not words and self.mark.isHidden():
            return
        self.mark.setVisible(bool(words))
        if words:
            self.mark.set_mark(glyph, words, colour)
        self.updateGeometry()
        self._arrange()

    def set_words(self, words: str) -> None:
        """Show another choice."""
        if words == self.block.text():
            return
        self.block.set_text(words)
        self._room.clear()
        self.updateGeometry()
        self._arrange()

    def lay_out_ahead(self, words: str) -> None:
        """Lay out words that may be shown next: it is remembered."""
        lay_out(words, _ROLE, width=self.width(), rightwards=self.isRightToLeft())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self.block.heightForWidth(width)
        if self.mark.isHidden() or self._fits(width):
            return height
        return height + self.mark.height_at(width) + _DROP

    def sizeHint(self) -> QSize:
        hint = self.block.sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(_NARROWEST), theme().line_height(_ROLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.block.setGeometry(self.rect())
        if self.mark.isHidden():
            return
        words, width = self.block.heightForWidth(self.width()), self.width()
        if self._fits(width):
            last, wide = theme().line_height(_ROLE), self.mark.natural_width()
            high = self.mark.height_at(wide)
            spot = QRect(width - wide, words - last + (last - high) // 2, wide, high)
        else:
            spot = QRect(0, words + _DROP, width, self.mark.height_at(width))
        self.mark.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))

    def _fits(self, width: int) -> bool:
        """Tell whether the mark has room after the last line of the words."""
        key = (width, theme().revision)
        if key not in self._room:
            self._room[key] = self._room_after_words(width)
        return self._room[key] >= theme().size(_BEFORE_MARK) + self.mark.natural_width()

    def _room_after_words(self, width: int) -> float:
        text, rightwards = self.block.text(), self.isRightToLeft()
        rects = lay_out(text, _ROLE, width=width, rightwards=rightwards).rects(0, len(text))
        if not rects:
            return float(width)
        return rects[-1].left() if rightwards else width - rects[-1].right()


class ChoiceMark(QWidget):
    """A shape and a few words, which take a second line where there is no room for one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._glyph = Glyph("correct", "", _SIDE, self)
        self._words = TextBlock("", _MARK_ROLE, parent=self, selectable=False)

    def text(self) -> str:
        """Return the words."""
        return self._words.text()

    def set_mark(self, glyph: str, words: str, colour: str) -> None:
        """Show a shape and words."""
        self._glyph.set_glyph(glyph)
        self._words.set_text(words)
        self._words.set_colour(colour)

    def natural_width(self) -> int:
        """Return the width of shape and words in one line."""
        return self._start() + self._words.natural_width()

    def height_at(self, width: int) -> int:
        """Return the height at a width."""
        side = theme().size(_SIDE)
        if self._is_stacked(width):
            return side + theme().size(_DROP) + self._words.heightForWidth(max(1, width))
        return max(side, self._words.heightForWidth(max(1, width - self._start())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, start, below = theme().size(_SIDE), self._start(), 0
        line = theme().line_height(_MARK_ROLE)
        glyph = QRect(0, (line - side + 1) // 2, side, side)
        if self._is_stacked(self.width()):
            start, below = 0, side + theme().size(_DROP)
            glyph.moveTop(0)
        words = QRect(start, below, max(1, self.width() - start), max(1, self.height() - below))
        self._glyph.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), glyph))
        self._words.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), words))

    def _is_stacked(self, width: int) -> bool:
        """Tell whether there is so little room that the words go under their shape."""
        return width - self._start() < theme().size(_LEAST_FOR_WORDS)

    def _start(self) -> int:
        return theme().size(_SIDE) + theme().size(_GAP)

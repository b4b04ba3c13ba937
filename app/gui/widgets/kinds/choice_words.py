"""The words of a choice and, after checking, what became of it, without breaking the words anew.

The mark ("Your answer") stands at the end of the last line where there is room, else on a line of its own.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.gui.theme import theme
from app.gui.widgets.labels import SmallVerdict
from app.gui.widgets.text import TextBlock
from app.gui.widgets.text_lines import TextLines

_ROLE, _GAP, _DROP = "choice", 16, 2


class ChoiceWords(QWidget):
    """A choice's words with room for its mark."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.block = TextBlock(words, _ROLE, parent=self, selectable=False)
        self.mark = SmallVerdict("correct", "", self)
        self.mark.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_mark(self, glyph: str, words: str, colour: str) -> None:
        """Show what became of the choice, or nothing."""
        self.mark.setVisible(bool(words))
        if words:
            self.mark.set_mark(glyph, words, colour)
        self.updateGeometry()
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self.block.heightForWidth(width)
        return (
            height
            if self.mark.isHidden() or self._fits(width)
            else height + self.mark.sizeHint().height() + _DROP
        )

    def sizeHint(self) -> QSize:
        hint = self.block.sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width()))

    def minimumSizeHint(self) -> QSize:
        return self.block.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.block.heightForWidth(self.width())
        self.block.setGeometry(0, 0, width, height)
        size = self.mark.sizeHint()
        size.setWidth(min(size.width(), width))
        if self._fits(width):
            last = theme().line_height(_ROLE)
            spot = QRect(
                width - size.width(), height - last + (last - size.height()) // 2, size.width(), size.height()
            )
        else:
            spot = QRect(0, height + _DROP, size.width(), size.height())
        self.mark.setGeometry(
            QStyle.visualRect(self.layoutDirection(), QRect(0, 0, width, self.height()), spot)
        )

    def _fits(self, width: int) -> bool:
        """Tell whether the mark has room after the last line of the words."""
        leading, text = Qt.AlignmentFlag.AlignLeft, self.block.text()
        lines = TextLines(text, _ROLE, (), width, alignment=leading, direction=self.layoutDirection())
        rects = lines.rects(0, len(text))
        if not rects:
            return True
        rightwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = rects[-1].left() if rightwards else width - rects[-1].right()
        return room >= theme().size(_GAP) + self.mark.sizeHint().width()

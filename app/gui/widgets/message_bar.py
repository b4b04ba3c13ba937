"""A quiet line under the top bar: an expected error, or what was done and can be undone."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.glyphs import Glyph
from app.gui.widgets.paint import draw_hairline, painting
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock

Tone = Literal["plain", "problem"]


class MessageBar(QWidget):
    """One sentence, one action if there is one (`acted`), and a way to put it away (`closed`)."""

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.PAGE_MARGIN, 6, tokens.PAGE_MARGIN, 6)
        row.setSpacing(tokens.SPACE[2])
        self._glyph = Glyph("problem", "Problem", 16, self)
        self._words = TextBlock("", "interface", parent=self)
        self._action = Button("", "link", parent=self)
        self._close = Button("", "quiet", parent=self, mark="close")
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close this message")
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._action.clicked.connect(self._on_acted)
        self._close.clicked.connect(self.put_away)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tone: Tone = "plain"
        self.hide()

    def show_message(self, sentence: str, action: str = "", *, tone: Tone = "plain") -> None:
        """Show a sentence, and an action such as "Undo import of chapter-3.yaml"."""
        self._tone = tone
        self._words.set_text(sentence)
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        self._glyph.setVisible(tone == "problem")
        self.show()
        self.update()
        announce(self, sentence)

    def put_away(self) -> None:
        """Hide the line."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def text(self) -> str:
        """Give what is said now, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill = "wrong_soft" if self._tone == "problem" else "accent_soft"
        with painting(self) as painter:
            painter.fillRect(QRectF(self.rect()), theme().colour(fill))
            draw_hairline(painter, 0, self.width(), self.height() - 1, theme().colour("hair"))

    def _on_acted(self) -> None:
        self.hide()
        self.acted.emit()

"""A sentence below a field that says what is wrong with what stands in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.widgets.glyphs import Glyph
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock


class ProblemLine(QWidget):
    """The warning triangle and a sentence; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, tokens.SPACE[0], 0, 0)  # clear of the focus ring above
        row.setSpacing(tokens.SPACE[1])
        self._words = TextBlock("", "meta", "wrong")
        row.addWidget(Glyph("problem", "Problem"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say what is wrong, or nothing more."""
        self._words.set_text(sentence)
        self.setVisible(bool(sentence))
        announce(self, sentence)

    def sentence(self) -> str:
        """Give what is said now."""
        return self._words.text()

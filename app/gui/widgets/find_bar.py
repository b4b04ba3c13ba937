"""Finding words in a text: a field, how many sentences hold them, and the way from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.fields import SearchField
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock


class FindBar(QWidget):
    """`searched(str)` asks for words, `stepped(int)` for the next (1) or the one before (-1), `left` for the text."""

    searched = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE[0])
        self.count = TextBlock("", "small", "ink2", self, alignment=Qt.AlignmentFlag.AlignRight)
        self.before = Button("", "quiet", parent=self, mark="arrow-up")
        self.after = Button("", "quiet", parent=self, mark="arrow-down")
        self.before.setAccessibleName("The one before")
        self.after.setAccessibleName("The next one")
        self.field = SearchField("Find in this text", "Find in this text", self, width=196)
        row.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addWidget(self.field)
        self.field.searched.connect(self._on_searched)
        self.before.clicked.connect(lambda _on=False: self.stepped.emit(-1))
        self.after.clicked.connect(lambda _on=False: self.stepped.emit(1))
        self.show_count(0, 0)

    def give_focus(self) -> None:
        """Put the cursor into the field, over what stands there."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Forget the words."""
        self._asked = ""
        self.field.clear()
        self.show_count(0, 0)

    def show_count(self, here: int, found: int) -> None:
        """Say which of the sentences found is shown; 0 of 0 says nothing where no words are asked for."""
        words = f"{here} of {found}" if found else "Not found" if self._asked else ""
        self.count.set_text(words)
        self.count.setVisible(bool(words))
        for button in (self.before, self.after):
            button.setVisible(found > 1)
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.hasFocus():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_searched(self, text: str) -> None:
        if text == self._asked and text.strip():
            self.stepped.emit(1)
        else:
            self._asked = text.strip() and text
            self.searched.emit(text)

"""The letters that act at once, each in a small field where another can be typed."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.config import Letters
from app.gui.shared import settings_words as words
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.fields import TextField
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock

_FOCUS = Qt.FocusReason.OtherFocusReason
_FIELD_WIDTH = 48


class LetterField(TextField):
    """Holds one letter. Whatever is typed, pasted or dropped asks for another: `typed(letter)`."""

    typed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name, width=_FIELD_WIDTH)
        self._letter = ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.textEdited.connect(self._on_edited)

    def set_letter(self, letter: str) -> None:
        """Show the letter that is the key, ready to be typed over."""
        self._letter = letter
        self.setText(letter)
        if self.hasFocus():
            self.selectAll()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(_FIELD_WIDTH), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _on_edited(self, text: str) -> None:
        typed = (text if text == self._letter else text.replace(self._letter, "", 1)).strip().upper()
        self.set_letter(self._letter)
        if typed:
            self.typed.emit(typed)


class LetterKeys(QWidget):
    """One field for each letter, and a way back to the usual ones: `chosen(Letters)` at each change."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = Letters()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SPACE[1])
        self._column.addWidget(TextBlock(words.LETTERS_HINT, "meta", "ink2"))
        self.fields = {name: self._make_field(name) for name in Letters._fields}
        self.outcome = TextBlock("", "meta", "ink2")
        self._grid = self._add_rows()
        self.usual = Button(words.USUAL_KEYS, "link")
        self.usual.clicked.connect(lambda _on=False: self._on_usual())
        self._column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self.outcome.hide()
        self.set_letters(self._letters)

    def set_letters(self, letters: Letters) -> None:
        """Show the keys as they are kept."""
        self._letters = letters
        for name, field in self.fields.items():
            field.set_letter(getattr(letters, name))
        self.usual.setVisible(letters != Letters())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.outcome.hide()  # who comes back was told

    def _make_field(self, name: str) -> LetterField:
        does = getattr(words.LETTERS, name)
        field = LetterField(f"Key: {does}")
        field.setAccessibleDescription(words.LETTERS_HINT)
        field.typed.connect(lambda typed: self._on_typed(name, typed))
        return field

    def _add_rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE[2])
        grid.setVerticalSpacing(tokens.SPACE[0])
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(self.fields.items()):
            grid.addWidget(field, 2 * row, 0)  # the lines between are for what is said of a key
            does = TextBlock(getattr(words.LETTERS, name), "interface")
            grid.addWidget(does, 2 * row, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.outcome, 1, 0, 1, 2)
        self._column.addLayout(grid)
        return grid

    def _on_typed(self, name: str, typed: str) -> None:
        refusal = words.letter_refusal(typed, name, self._letters)
        if refusal:
            self._say(refusal, name, problem=True)
            return
        self._take(self._letters._replace(**{name: typed}), name, words.letter_taken(typed, name))

    def _on_usual(self) -> None:
        first = Letters._fields[0]
        self.fields[first].setFocus(_FOCUS)  # the button goes away: the keyboard must not go with it
        self._take(Letters(), first, words.USUAL_KEYS_SAID)

    def _take(self, letters: Letters, name: str, sentence: str) -> None:
        self.set_letters(letters)
        self.chosen.emit(letters)
        self._say(sentence, name)

    def _say(self, sentence: str, name: str, *, problem: bool = False) -> None:
        """Say under the field of a key what became of it."""
        self._grid.removeWidget(self.outcome)
        self._grid.addWidget(self.outcome, 2 * Letters._fields.index(name) + 1, 0, 1, 2)
        self.outcome.set_text(sentence)
        self.outcome.set_colour("wrong" if problem else "ink2")
        self.outcome.show()
        announce(self, sentence)
        QTimer.singleShot(0, self, self._show_outcome)  # once it lies in its place

    def _show_outcome(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.outcome, 0, tokens.SPACE[1])

"""The letters that act at once, each in a small field where another can be typed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

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
        self._add_rows()
        self.outcome = TextBlock("", "meta", "ink2")
        self.usual = Button(words.USUAL_KEYS, "link")
        self.usual.clicked.connect(lambda _on=False: self._on_usual())
        self._column.addWidget(self.outcome)
        self._column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self.outcome.hide()
        self.set_letters(self._letters)

    def set_letters(self, letters: Letters) -> None:
        """Show the keys as they are kept."""
        self._letters = letters
        for name, field in self.fields.items():
            field.set_letter(getattr(letters, name))
        self.usual.setVisible(letters != Letters())

    def _make_field(self, name: str) -> LetterField:
        does = getattr(words.LETTERS, name)
        field = LetterField(f"Key: {does}")
        field.setAccessibleDescription(words.LETTERS_HINT)
        field.typed.connect(lambda typed: self._on_typed(name, typed))
        return field

    def _add_rows(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE[2])
        grid.setVerticalSpacing(tokens.SPACE[0])
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(self.fields.items()):
            grid.addWidget(field, row, 0)
            grid.addWidget(
                TextBlock(getattr(words.LETTERS, name), "interface"), row, 1, Qt.AlignmentFlag.AlignVCenter
            )
        self._column.addLayout(grid)

    def _on_typed(self, name: str, typed: str) -> None:
        refusal = words.letter_refusal(typed, name, self._letters)
        if refusal:
            self._say(refusal, problem=True)
            return
        self._take(self._letters._replace(**{name: typed}), words.letter_taken(typed, name))

    def _on_usual(self) -> None:
        next(iter(self.fields.values())).setFocus(
            _FOCUS
        )  # the button goes away: the keyboard must not go with it
        self._take(Letters(), words.USUAL_KEYS_SAID)

    def _take(self, letters: Letters, sentence: str) -> None:
        self.set_letters(letters)
        self.chosen.emit(letters)
        self._say(sentence)

    def _say(self, sentence: str, *, problem: bool = False) -> None:
        self.outcome.set_text(sentence)
        self.outcome.set_colour("wrong" if problem else "ink2")
        self.outcome.show()
        announce(self, sentence)

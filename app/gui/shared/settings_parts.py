"""The parts of the settings: a labelled control, the text size, the student's own name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.shared.settings_words import TEXT_STEPS, next_step, percent
from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.fields import TextField
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.marks import Rule
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock

_FOCUS = Qt.FocusReason.OtherFocusReason


class Section(QWidget):
    """A heading over a line, and what belongs under it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(tokens.SPACE[1])
        self.column.addWidget(SectionHeading(title))
        self.column.addWidget(Rule("line"))
        self.column.addSpacing(tokens.SPACE[0])

    def add(self, *parts: QWidget) -> None:
        """Put things at the end."""
        for part in parts:
            self.column.addWidget(part)

    def add_labelled(self, words: str, control: QWidget, hint: str = "") -> None:
        """Put a control at the end, under its words, and a hint under it."""
        self.column.addWidget(TextBlock(words, "meta", "ink2"))
        self.column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        if hint:
            self.column.addWidget(TextBlock(hint, "meta", "ink2"))
            control.setAccessibleDescription(hint)
        self.column.addSpacing(tokens.SPACE[0])


class TextSize(QWidget):
    """Smaller, larger, and back to 100 %: `chosen(scale)` is emitted at each step."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self.smaller, self.larger = Button("Smaller"), Button("Larger")
        self.value = TextBlock("", "interface_medium")
        self.reset = Button("Back to 100\u00a0%", "link")
        row = FlowRow(self, gap=12)
        for part in (self.smaller, self.value, self.larger, self.reset):
            row.addWidget(part)
        self.smaller.clicked.connect(lambda _on=False: self._step(-1))
        self.larger.clicked.connect(lambda _on=False: self._step(1))
        self.reset.clicked.connect(lambda _on=False: self._choose(1.0))

    def set_scale(self, scale: float) -> None:
        """Show a text size without saying so."""
        self._scale = scale
        self.value.set_text(percent(scale))
        at_the_end = scale >= TEXT_STEPS[-1] and self.larger.hasFocus()
        if at_the_end or (scale == 1.0 and self.reset.hasFocus()):
            self.smaller.setFocus(_FOCUS)  # what goes away must not take the keyboard with it
        self.smaller.setEnabled(scale > TEXT_STEPS[0])
        self.larger.setEnabled(scale < TEXT_STEPS[-1])
        self.reset.setVisible(scale != 1.0)
        for button, words in ((self.smaller, "Smaller text"), (self.larger, "Larger text")):
            button.setAccessibleName(f"{words}, now {percent(scale)}")

    def _step(self, direction: int) -> None:
        self._choose(next_step(self._scale, direction))

    def _choose(self, scale: float) -> None:
        if scale != self._scale:
            self.set_scale(scale)
            self.chosen.emit(scale)
            announce(self, f"Text size {percent(scale)}")


class NameField(QWidget):
    """The student's own name. `named(name)` asks for another; say afterwards what became of it."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        self.field = TextField("Your name", "Your name")
        self.save = Button("Save")
        self.save.setAccessibleName("Save your name")
        line = QWidget(self)
        row = FlowRow(line, gap=12)
        row.addWidget(self.field)
        row.addWidget(self.save)
        self.outcome = TextBlock("", "meta", "ink2")
        column.addWidget(line)
        column.addWidget(self.outcome)
        self.field.returnPressed.connect(self._on_save)
        self.save.clicked.connect(lambda _on=False: self._on_save())
        self.field.textEdited.connect(lambda _text: self.outcome.hide())
        self.set_name("")

    def set_name(self, name: str) -> None:
        """Show the name as it is kept."""
        self.field.setText(name)
        self.outcome.hide()

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """Say under the field what became of a name."""
        self.outcome.set_text(sentence)
        self.outcome.set_colour("wrong" if problem else "ink2")
        self.outcome.show()
        announce(self, sentence)
        if problem:
            self.field.setFocus(_FOCUS)
            self.field.selectAll()

    def _on_save(self) -> None:
        self.named.emit(self.field.text())

"""The fields for a passphrase: one to come in, two to set it. The page owns Enter and the buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.gui.teacher.problem_line import ProblemLine
from app.gui.theme import tokens
from app.gui.widgets.check import CheckRow
from app.gui.widgets.fields import TextField
from app.gui.widgets.text import TextBlock
from app.services.teaching import SHORTEST
from app.words import errors

NOT_LOCKED = "Not locked: anyone here can open this."
_LONGEST = 200
_WIDTH = 360
_NOTE = "If you forget it, nobody can restore it; the students\u2019 data stay safe."
_DIFFERENT = "The two are not the same. Type it once more."


class PassphraseForm(QWidget):
    """Fields with their labels, a way to see what is typed, and what is wrong. `edited` says that it changed."""

    edited = Signal()

    def __init__(self, *, setting: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SPACE[0])
        if setting:
            self._column.addWidget(TextBlock(_NOTE, "meta", "ink2"))
        hint = f"At least {SHORTEST} characters" if setting else ""
        self.field = self._add("New passphrase" if setting else "Passphrase", hint)
        self.again = self._add("The same again", "") if setting else None
        self.problem = ProblemLine(self)
        self.seen = CheckRow("Show what I type")
        self.seen.toggled.connect(self._on_seen)
        self._column.addWidget(self.problem)
        self._column.addSpacing(tokens.SPACE[1])
        self._column.addWidget(self.seen)

    def text(self) -> str:
        """Give what is typed in the first field."""
        return self.field.text()

    def needs_second(self) -> bool:
        """Tell whether the second field waits: Enter leads there from the first."""
        return self.again is not None and self.field.hasFocus() and not self.again.text()

    def find_problem(self) -> str:
        """Check what can be checked here, say it below the fields, and return the sentence ("" where all is well)."""
        if self.again is not None and len(self.field.text().strip()) < SHORTEST:
            self._refuse(errors.sentence_for("passphrase_too_short", {}), self.field)
        elif self.again is not None and self.again.text() != self.field.text():
            self._refuse(_DIFFERENT, self.again)
        else:
            self.problem.say("")
        return self.problem.sentence()

    def refuse(self, sentence: str) -> None:
        """Say why what was typed does not do, and let it be typed anew."""
        self._refuse(sentence, self.field)

    def set_waiting(self, waiting: bool) -> None:
        """Take no more keys for a while; the focus stays where it is."""
        for field in self._fields():
            field.setReadOnly(waiting)

    def clear(self) -> None:
        """Forget everything that was typed."""
        for field in self._fields():
            field.clear()
        self.seen.setChecked(False)
        self.problem.say("")

    def give_focus(self) -> None:
        """Put the keyboard into the first field that is empty."""
        empty = next((field for field in self._fields() if not field.text()), self.field)
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> list[TextField]:
        return [self.field] if self.again is None else [self.field, self.again]

    def _add(self, name: str, hint: str) -> TextField:
        if self._column.count():
            self._column.addSpacing(tokens.SPACE[1])
        field = TextField(name, hint, width=_WIDTH)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(_LONGEST)
        field.textEdited.connect(self._on_edited)
        self._column.addWidget(TextBlock(name, "meta_medium", selectable=False))
        self._column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        return field

    def _refuse(self, sentence: str, field: TextField) -> None:
        self.problem.say(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _on_edited(self, _text: str) -> None:
        self.problem.say("")
        self.edited.emit()

    def _on_seen(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in self._fields():
            field.setEchoMode(mode)

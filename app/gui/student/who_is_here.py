"""Who is here: the students' names, a field to add oneself, and the teacher's door."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.glance import KnownLearner
from app.gui.student.row_button import RowButton, link_rows
from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.fields import TextField
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.glyphs import Glyph
from app.gui.widgets.marks import Avatar, Rule
from app.gui.widgets.page import PageHeading, SectionHeading
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock

NO_NAME = "A student without a name yet"


class WhoIsHere(QWidget):
    """A row for each student; the arrow keys move along them, a letter goes to the next name that begins with it."""

    chosen = Signal(object)
    """The KnownLearner who was chosen."""
    name_given = Signal(str)
    door_requested = Signal()
    back_requested = Signal()

    def __init__(
        self, learners: Sequence[KnownLearner], last: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows: list[RowButton] = []
        self._names = [learner.name for learner in learners]
        self._first: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_heading(column, learners)
        for learner in learners:
            self._add_row(column, learner, last)
        link_rows(self.rows)
        column.addSpacing(tokens.SPACE[4])
        self._add_field(column, known=bool(learners))
        column.addSpacing(tokens.SPACE[4])
        column.addWidget(self._doors(known=bool(learners)))
        column.addStretch(1)

    def give_focus(self) -> None:
        """Put the keyboard on who was here last, else on the first name, else on the field."""
        (self._first or self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say below the field what is wrong with the name."""
        self._words.set_text(sentence)
        self._problem.setVisible(bool(sentence))
        announce(self._problem, sentence)
        if sentence:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)
        if here is None or not self._go_to_letter(here, event.text()):
            super().keyPressEvent(event)

    def _add_heading(self, column: QVBoxLayout, learners: Sequence[KnownLearner]) -> None:
        if learners:
            column.addWidget(PageHeading("Who is here?", "Choose your name, or add it below."))
            column.addSpacing(tokens.SPACE[3])
            column.addWidget(Rule("line"))
            return
        words = (
            "Nobody has answered with this Footnote data yet. Each student who gives a name has their own scores and "
            "history. Answers given on another computer are in the Footnote data there."
        )
        column.addWidget(PageHeading("Who is here?", words))

    def _add_row(self, column: QVBoxLayout, learner: KnownLearner, last: str) -> None:
        name = learner.name or NO_NAME
        title = TextBlock(name, "interface_medium", selectable=False)
        row = RowButton(title, name, space=8)
        avatar = Avatar(learner.name or "?")
        avatar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.row.setSpacing(tokens.SPACE[2])
        row.row.addSpacing(tokens.SPACE[1])
        row.row.addWidget(avatar)
        row.row.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        row.clicked.connect(lambda _on=False: self.chosen.emit(learner))
        if self._first is None or str(learner.id) == last:
            self._first = row
        self.rows.append(row)
        column.addWidget(row)

    def _add_field(self, column: QVBoxLayout, *, known: bool) -> None:
        column.addWidget(SectionHeading("Add a student" if known else "Your name"))
        column.addSpacing(tokens.SPACE[1])
        line = QWidget()
        row = FlowRow(line, gap=12)
        self.field = TextField("Your name", "First name or nickname", width=280)
        self.field.setMaxLength(200)
        self.field.returnPressed.connect(self._on_named)
        self.field.textEdited.connect(lambda _text: self.show_problem(""))
        self.add = Button("Begin", "second" if known else "primary")
        self.add.clicked.connect(lambda _on=False: self._on_named())
        row.addWidget(self.field)
        row.addWidget(self.add)
        column.addWidget(line)
        self._problem = QWidget()
        problem = QHBoxLayout(self._problem)
        problem.setContentsMargins(0, tokens.SPACE[1], 0, 0)
        problem.setSpacing(tokens.SPACE[1])
        self._words = TextBlock("", "meta", "wrong")
        problem.addWidget(Glyph("problem", "Problem"), 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self._words, 1)
        self._problem.hide()
        column.addWidget(self._problem)

    def _doors(self, *, known: bool) -> QWidget:
        doors = QWidget()
        row = FlowRow(doors, gap=24)
        self.door = Button("Teacher\u2019s door", "link")
        self.door.clicked.connect(lambda _on=False: self.door_requested.emit())
        row.addWidget(self.door)
        if not known:
            back = Button("Back", "link")
            back.clicked.connect(lambda _on=False: self.back_requested.emit())
            row.addWidget(back)
        return doors

    def _on_named(self) -> None:
        self.name_given.emit(self.field.text())

    def _go_to_letter(self, here: int, letter: str) -> bool:
        if not letter.strip():
            return False
        order = [(here + step) % len(self.rows) for step in range(1, len(self.rows) + 1)]
        for number in order:
            if self._names[number].casefold().startswith(letter.casefold()):
                self.rows[number].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

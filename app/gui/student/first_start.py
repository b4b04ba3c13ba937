"""The first start: one sentence, one button, an answer as an example, and quietly what else there is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.student.example_card import ExampleCard
from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.marks import Rule
from app.gui.widgets.spread import Spread
from app.gui.widgets.text import TextBlock

SENTENCE = "A quiz in which every answer shows its source."
WHAT_IT_IS = (
    "After each answer you see why it holds, in which sentence of the text it stands, and whether historians "
    "agree."
)
TIME = "About seven minutes. You can stop at any question; nothing is lost."


class FirstStart(QWidget):
    """Nobody has answered here yet."""

    try_requested = Signal()
    names_requested = Signal()
    door_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button("Try 10 questions", "primary", "Enter")
        self.button.clicked.connect(lambda _on=False: self.try_requested.emit())
        spread = Spread(self, shares=(5, 4), gap=56, line_gap=32, narrow=760)
        spread.addWidget(self._words())
        spread.addWidget(ExampleCard())

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, gap in (
            (TextBlock(SENTENCE, "page_title"), tokens.SPACE[4]),
            (self.button, tokens.SPACE[2]),
            (TextBlock(TIME, "meta", "ink2"), tokens.SPACE[4]),
            (TextBlock(WHAT_IT_IS, "explanation", "ink2"), tokens.SPACE[3]),
            (Rule(), tokens.SPACE[1]),
        ):
            column.addWidget(part)
            column.addSpacing(gap)
        column.addWidget(self._doors())
        column.addStretch(1)
        return words

    def _doors(self) -> QWidget:
        doors = QWidget()
        row = FlowRow(doors, gap=24, line_gap=0)
        self.names = Button("I have used Footnote before, or we are several", "link")
        self.names.clicked.connect(lambda _on=False: self.names_requested.emit())
        self.door = Button("Teacher\u2019s door", "link")
        self.door.clicked.connect(lambda _on=False: self.door_requested.emit())
        row.addWidget(self.names)
        row.addWidget(self.door)
        return doors

"""The first start: one sentence, one button, and below it quietly what else there is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.marks import Rule
from app.gui.widgets.text import TextBlock

SENTENCE = "A quiz in which every answer shows its source."
WHAT_IT_IS = (
    "Footnote asks about texts. After each answer it says why it holds, in which sentence of the text it stands, and "
    "whether historians agree."
)
TIME = "It takes about seven minutes. You can stop at any question; nothing is lost."


class FirstStart(QWidget):
    """Nobody has answered here yet."""

    try_requested = Signal()
    names_requested = Signal()
    door_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().size(24), 0, 0)
        column.setSpacing(0)
        self.button = Button("Try 10 questions", "primary", "Enter")
        self.button.clicked.connect(lambda _on=False: self.try_requested.emit())
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(TextBlock(SENTENCE, "page_title"))
        column.addSpacing(tokens.SPACE[4])
        column.addWidget(self.button, 0, left)
        column.addSpacing(tokens.SPACE[2])
        column.addWidget(TextBlock(TIME, "meta", "ink2"))
        column.addSpacing(theme().size(40))
        column.addWidget(Rule())
        column.addSpacing(tokens.SPACE[3])
        column.addWidget(TextBlock(WHAT_IT_IS, "meta", "ink2"))
        column.addSpacing(tokens.SPACE[1])
        column.addWidget(self._doors())
        column.addStretch(1)

    def _doors(self) -> QWidget:
        doors = QWidget()
        row = FlowRow(doors, gap=24)
        self.names = Button("I have used Footnote before, or we are several", "link")
        self.names.clicked.connect(lambda _on=False: self.names_requested.emit())
        self.door = Button("Teacher\u2019s door", "link")
        self.door.clicked.connect(lambda _on=False: self.door_requested.emit())
        row.addWidget(self.names)
        row.addWidget(self.door)
        return doors

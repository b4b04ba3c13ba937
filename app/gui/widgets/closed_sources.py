"""The place of the sources before an answer: closed, but named."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.marks import Rule
from app.gui.widgets.text import TextBlock
from app.services.views import Mode, SourceBrief
from app.words.counts import counted, number

NO_SOURCE = "The author of this question gave no source."
EXAM_CLOSED = "In an exam the sources are closed. They open, at the sentence, once you have handed in."
_PRACTICE_OPENS = "They open here, at the sentence, once you have checked your answer."


class ClosedSources(Card):
    """Says which documents wait, and lets a student read one before answering; `open_requested` asks for it."""

    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("desk", parent)
        self.body.setSpacing(0)
        self.title = TextBlock("The source is closed", "card_title")
        self.sentence = TextBlock("", "source_card", "ink2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._shown: list[_SourceRow] = []
        self.open = Button("Read it now, without the evidence", "link")
        self.open.clicked.connect(self.open_requested)
        self.body.addWidget(self.title)
        self.body.addSpacing(tokens.SPACE[0])
        self.body.addWidget(self.sentence)
        self.body.addSpacing(tokens.SPACE[2])
        self.body.addLayout(self._rows)
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)

    def set_sources(self, sources: tuple[SourceBrief, ...], mode: Mode, *, key: str = "S") -> None:
        """Name the documents behind a question that is not answered yet."""
        self.title.set_text("The source is closed" if sources else "No source given")
        self.sentence.set_text(closed_words(sources, mode))
        while len(self._shown) < len(sources):
            self._shown.append(_SourceRow())
            self._rows.addWidget(self._shown[-1])
        for place, row in enumerate(self._shown):
            row.setVisible(place < len(sources))
            if place < len(sources):
                row.show_source(sources[place])
        self.open.set_key(key)
        self.open.setVisible(bool(sources) and mode == "practice")


class _SourceRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, tokens.SPACE[2], 0, tokens.SPACE[2])
        row.setSpacing(tokens.SPACE[3])
        self._title = TextBlock("", "meta_medium", "ink2")
        self._places = TextBlock("", "small", "ink2")
        row.addWidget(self._title, 1)
        row.addWidget(self._places, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def show_source(self, source: SourceBrief) -> None:
        """Name a document and how many of its sentences are kept."""
        self._title.set_text(source.title)
        self._places.set_text(counted(source.places, "sentence"))


def closed_words(sources: tuple[SourceBrief, ...], mode: Mode) -> str:
    """Say how many passages are kept, from where, and when they open."""
    if not sources:
        return NO_SOURCE
    if mode == "exam":
        return EXAM_CLOSED
    total = sum(source.places for source in sources)
    kept = "One passage is" if total == 1 else f"{number(total).capitalize()} passages are"
    if len(sources) == 1:
        opens = _PRACTICE_OPENS if total > 1 else _PRACTICE_OPENS.replace("They open", "It opens")
        return f"{kept} kept for this question, from {sources[0].short}. {opens}"
    named = [f"{number(source.places)} from {source.short}" for source in sources]
    return f"{kept} kept for this question: {', '.join(named[:-1])} and {named[-1]}. {_PRACTICE_OPENS}"

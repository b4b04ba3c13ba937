"""The question sets of the library, each with its questions, its sources and its topics."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.widgets.marks import Rule
from app.gui.widgets.text import Span, TextBlock
from app.services.views import SetRow
from app.words.counts import counted

_SHIPPED, _OWN = "Comes with Footnote", "Loaded here"


class SetList(QWidget):
    """Shows the sets one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName("Question sets")

    def set_rows(self, rows: Sequence[SetRow]) -> None:
        """Show these sets."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(Rule("line"))
        for row in rows:
            self._column.addWidget(_make_row(row))
            self._column.addWidget(Rule())
        self._column.addStretch(1)


def _make_row(row: SetRow) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, tokens.SPACE[2], 0, tokens.SPACE[2])
    column.setSpacing(2)
    first = QHBoxLayout()
    first.setSpacing(tokens.SPACE[3])
    first.addWidget(TextBlock(row.title, "set_title"), 1)
    count = TextBlock(counted(row.questions, "question"), "meta")
    count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    beside = QVBoxLayout()
    beside.setContentsMargins(0, 2, 0, 0)  # its first line stands on that of the title
    beside.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    first.addLayout(beside)
    column.addLayout(first)
    column.addWidget(TextBlock(origin_words(row), "meta", "ink2"))
    if row.topics:
        column.addWidget(_topics(row))
    return holder


def origin_words(row: SetRow) -> str:
    """Say where a set comes from and what its questions rest on."""
    origin = _SHIPPED if row.shipped else _OWN
    if not row.sources:
        return f"{origin}. No source given."
    word = "Source" if len(row.sources) == 1 else "Sources"
    return f"{origin}. {word}: {', '.join(row.sources)}."


def _topics(row: SetRow) -> TextBlock:
    label = "Topics:" if len(row.topics) > 1 else "Topic:"
    listed = " \u00b7 ".join(topic.title for topic in row.topics)  # their titles hold commas
    block = TextBlock(f"{label} {listed}", "small", "ink2")
    block.set_spans([Span(0, len(label), role="small_medium")])
    return block

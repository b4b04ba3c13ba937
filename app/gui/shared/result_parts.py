"""The parts of the result: the score and its counts, how topics went, and the question for a name."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.shared.result_words import counts_of, score_words, share_and_count, spoken_result, topic_words
from app.gui.theme import theme, tokens
from app.gui.widgets.bars import Meter
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.fields import TextField
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.landing import make_landing
from app.gui.widgets.marks import Rule
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.paint import text_width
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock
from app.services.views import Summary, TopicScore

_LABEL_WIDTH = 72


class ScoreBlock(QWidget):
    """The score in words, how many questions ended how, and what skipped ones count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        self.score = make_landing("", "figure")
        self._counts = QWidget(self)
        self._row = FlowRow(self._counts, gap=20, line_gap=4)
        self.labels: list[MarkedLabel] = []
        self.sentence = TextBlock("", "meta", "ink2")
        self._head = _head("Score")
        column.addWidget(self._head)
        column.addWidget(self.score)
        column.addWidget(self._counts)
        column.addWidget(self.sentence)
        column.addStretch(1)

    def show_head(self, *, shown: bool) -> None:
        """Show or leave out the heading: it only keeps the line of a neighbour's."""
        self._head.setVisible(shown)

    def show_summary(self, summary: Summary) -> None:
        """Show the score of an attempt."""
        self.score.set_text(score_words(summary))
        self.score.setAccessibleName(spoken_result(summary))
        self.sentence.set_text(share_and_count(summary))
        for old in self.labels:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.labels = [
            MarkedLabel(count.state, count.words, "interface", "ink" if count.number else "ink2")
            for count in counts_of(summary)
        ]
        for label in self.labels:
            self._row.addWidget(label)


class TopicBlock(QWidget):
    """How each topic went: its score before a quiet bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SPACE[1])
        self._column.addWidget(_head("By topic"))
        self._rows = QWidget(self)
        self._column.addWidget(self._rows)
        self._column.addStretch(1)

    def show_summary(self, summary: Summary) -> None:
        """Show the topics of an attempt."""
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        widest = max((text_width("meta_strong", topic_words(topic)) for topic in summary.topics), default=0)
        label_width = max(_LABEL_WIDTH, ceil(widest / theme().text_scale))
        for topic in summary.topics:
            column.addWidget(_topic_row(topic, label_width))
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows


class NameCard(Card):
    """Asks for the name that a history is kept under. `named(name)` and `declined` say what was done."""

    named = Signal(str)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(24, 16, 24, 16)
        self.body.addWidget(TextBlock("What is your name? Your history is kept under it.", "interface"))
        self.field = TextField("Your name", "Your name")
        self.save = Button("Save", "second")
        self.not_now = Button("Not now", "quiet")
        self.problem = TextBlock("", "meta", "wrong")
        self.problem.hide()
        line = QWidget(self)
        row = FlowRow(line, gap=12)
        for part in (self.field, self.save, self.not_now):
            row.addWidget(part)
        self.body.addWidget(line)
        self.body.addWidget(self.problem)
        self.save.clicked.connect(lambda _on=False: self._on_save())
        self.field.returnPressed.connect(self._on_save)
        self.field.textEdited.connect(lambda _text: self.problem.hide())
        self.not_now.clicked.connect(lambda _on=False: self.declined.emit())

    def show_problem(self, sentence: str) -> None:
        """Say why the name was not taken, and let the person mend it."""
        self.problem.set_text(sentence)
        self.problem.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        announce(self, sentence)

    def _on_save(self) -> None:
        self.named.emit(self.field.text())


def _topic_row(topic: TopicScore, label_width: int) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(tokens.SPACE[3])
    meter = Meter(colour="series", bar_width=72)
    meter.set_meter(
        topic.score / topic.max if topic.max else None, topic_words(topic), label_width=label_width
    )
    meter.setAccessibleName(f"{topic.title}: {topic_words(topic)}")
    line.addWidget(meter, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(TextBlock(topic.title, "meta"), 1, Qt.AlignmentFlag.AlignTop)
    return row


def _head(title: str) -> QWidget:
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, tokens.SPACE[0])
    column.setSpacing(tokens.SPACE[1])
    column.addWidget(SectionHeading(title))
    column.addWidget(Rule("line"))
    return head

"""What can be chosen before a quiz of a set: a topic, how many questions, practice or exam."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.config import Settings
from app.domain.ids import SetId
from app.gui.student.pick_list import Option, PickList
from app.gui.theme import tokens
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.segmented import Segmented
from app.gui.widgets.spread import Spread
from app.gui.widgets.text import TextBlock
from app.services.views import Mode, QuizPlan, SetRow
from app.words import labels
from app.words.counts import counted

SIZES = (5, 10, 20)
LARGEST = 500
"""A quiz holds no more questions than this, also where all are asked for."""
ALL = "0"
PRACTICE = "Each answer is explained as soon as you check it. A skipped question counts nothing."
EXAM = "No explanations until you hand in; then all of them. An empty answer scores 0."


class SetChoices(QWidget):
    """Topics at the left, size and mode at the right; `changed` says that the plan is another."""

    changed = Signal()

    def __init__(self, row: SetRow, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._wanted_size = row, settings.last_size
        self._totals = {"": row.questions} | {topic.topic: topic.questions for topic in row.topics}
        spread = Spread(self, shares=(1, 1), gap=48, line_gap=24, narrow=720)
        left, right = QWidget(self), QWidget(self)
        if row.topics:
            spread.addWidget(left)
        left.setVisible(bool(row.topics))
        spread.addWidget(right)
        self.topics = PickList("Topic", self._topic_options(), "", left)
        self.modes = PickList("Practice or exam", _mode_options(), settings.last_mode)
        self._sizes = QVBoxLayout()
        self.sizes = Segmented("How many questions", self._size_options())
        self._lay_out(left, right)
        self.topics.chosen.connect(lambda _topic: self._on_topic())
        self.modes.chosen.connect(lambda _mode: self.changed.emit())
        self._on_topic()

    def plan(self) -> QuizPlan:
        """Return what is chosen."""
        mode: Mode = "exam" if self.modes.value() == "exam" else "practice"
        set_id: SetId | None = self._row.set or None
        return QuizPlan(set_id, mode, self.topics.value() or None, int(self.sizes.value()))

    def asked(self) -> int:
        """Return how many questions the quiz will have."""
        size = int(self.sizes.value())
        return min(size, self._total()) if size else min(self._total(), LARGEST)

    def remembered_size(self) -> int:
        """Return the size to begin with next time: what was asked for, where this set was large enough for it."""
        return self._wanted_size

    def _lay_out(self, left: QWidget, right: QWidget) -> None:
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        column.addWidget(SectionHeading("Topic"))
        column.addWidget(self.topics)
        if sum(topic.questions for topic in self._row.topics) > self._row.questions:
            column.addWidget(TextBlock("A question may belong to more than one topic.", "small", "ink2"))
        column.addStretch(1)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        column.addWidget(SectionHeading("How many questions"))
        self._sizes.addWidget(self.sizes)
        column.addLayout(self._sizes)
        column.addSpacing(tokens.SPACE[3])
        column.addWidget(SectionHeading("Practice or exam"))
        column.addWidget(self.modes)
        column.addStretch(1)

    def _topic_options(self) -> list[Option]:
        every = Option("", "All topics", "", _aside(self._row.questions, self._row.seen))
        return [
            every,
            *(Option(one.topic, one.title, "", _aside(one.questions, one.seen)) for one in self._row.topics),
        ]

    def _size_options(self) -> list[tuple[str, str]]:
        return size_options(self._total(), mix=not self._row.set)

    def _total(self) -> int:
        return self._totals[self.topics.value()]

    def _on_topic(self) -> None:
        """Offer only sizes that the topic is large enough for."""
        options = self._size_options()
        self.sizes.hide()
        self._sizes.removeWidget(self.sizes)
        self.sizes.deleteLater()
        self.sizes = Segmented("How many questions", options)
        self.sizes.set_value(fitting_size(self._wanted_size, options))
        self.sizes.chosen.connect(self._on_size)
        self._sizes.addWidget(self.sizes)
        self.changed.emit()

    def _on_size(self, value: str) -> None:
        self._wanted_size = int(value)
        self.changed.emit()


def size_options(total: int, *, mix: bool = False) -> list[tuple[str, str]]:
    """Return the sizes that fit a number of questions, and all of them; of a mix nobody asks all."""
    fitting = [(str(size), str(size)) for size in SIZES if size < total]
    if mix and fitting:
        return fitting
    return [*fitting, (ALL, f"All {total}" if total <= LARGEST else str(LARGEST))]


def fitting_size(wanted: int, options: list[tuple[str, str]]) -> str:
    """Return the wanted size, else the largest there is."""
    return str(wanted) if str(wanted) in dict(options) else options[-1][0]


def _mode_options() -> list[Option]:
    return [Option("practice", labels.MODE["practice"], PRACTICE), Option("exam", labels.MODE["exam"], EXAM)]


def _aside(questions: int, seen: int) -> str:
    return f"{counted(questions, 'question')}, {seen}\u00a0seen" if seen else counted(questions, "question")

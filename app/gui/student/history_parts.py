"""The parts of the history above its table: the line of scores, and the filters."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.gui.student.history_values import (
    LONGEST_LINE,
    MODE_OPTIONS,
    SET_OPTIONS,
    SINCE_OPTIONS,
    Chosen,
    chart_aside,
    score_points,
    set_options,
)
from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.fields import Select
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.line_chart import LineChart
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.text import TextBlock
from app.services.views import AttemptRow
from app.words import labels

_TITLE = "Score over time"
_NO_SCORE = "Nothing was scored yet: skipped questions count nothing."
_ONE_SCORE = "The line begins with the second score."


class ScoreCard(Card):
    """The line of scores with its legend; too few scores are said in a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=tokens.SPACE[4])
        self.body.setContentsMargins(24, 16, 24, 16)
        self.body.setSpacing(tokens.SPACE[2])
        self.title = SectionHeading(_TITLE)
        self.chart = LineChart(height=160)
        self.sentence = TextBlock("", "meta", "ink2")
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        self._legend = QWidget(self)
        row = FlowRow(self._legend, gap=18, line_gap=0)
        for kind in ("practice", "exam"):
            row.addWidget(MarkedLabel(kind, labels.MODE[kind], "small"))
        self._legend.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        top.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(top)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.sentence)

    def set_rows(self, rows: Sequence[AttemptRow]) -> None:
        """Draw the scores of these attempts."""
        points = score_points(rows)
        shown = points[-LONGEST_LINE:]
        self.title.set_heading(_TITLE, chart_aside(len(points), len(shown)))
        self.chart.set_points(shown)
        few = len(points) < 2
        self.sentence.set_text(_ONE_SCORE if points else _NO_SCORE)
        self.chart.setHidden(few)
        self._legend.setHidden(few)
        self.sentence.setVisible(few)


class FilterBar(QWidget):
    """Which set, practice or exams, since when; how many attempts that leaves. `changed` is emitted by a person."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set = Select("Question set", list(SET_OPTIONS))
        self.mode = Select("Practice or exams", MODE_OPTIONS)
        self.since = Select("Since when", SINCE_OPTIONS)
        self.clear_button = Button("Clear", "link")
        self.clear_button.setAccessibleName("Clear the filter")
        self.count = TextBlock("", "meta", "ink2")
        left = QWidget(self)
        flow = FlowRow(left, gap=8)
        for select in (self.set, self.mode, self.since):
            flow.addWidget(select)
            select.chosen.connect(self._on_chosen)
        flow.addWidget(self.clear_button)
        self.clear_button.clicked.connect(self._on_clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE[3])
        row.addWidget(left, 1)
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_clear()

    def chosen(self) -> Chosen:
        """Give what the filters are set to."""
        return Chosen(self.set.value(), self.mode.value(), self.since.value())

    def clear(self) -> None:
        """Set every filter to rest, without saying so."""
        for select in (self.set, self.mode, self.since):
            select.set_value("")
        self._show_clear()

    def set_rows(self, rows: Sequence[AttemptRow]) -> None:
        """Offer the sets of these attempts."""
        self.set.set_options(set_options(rows))
        self._show_clear()

    def set_count(self, words: str) -> None:
        """Say how many attempts are shown."""
        self.count.set_text(words)

    def _on_chosen(self, _value: str) -> None:
        self._show_clear()
        self.changed.emit()

    def _on_clear(self) -> None:
        self.clear()
        self.set.setFocus(Qt.FocusReason.OtherFocusReason)  # the button has gone
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear_button.setVisible(self.chosen() != Chosen())

"""The line of scores above the table of the history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.gui.student.history_values import LONGEST_LINE, chart_aside, score_points
from app.gui.theme import tokens
from app.gui.widgets.card import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.labels import MarkedLabel
from app.gui.widgets.line_chart import LineChart
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.text import TextBlock
from app.services.views import AttemptRow
from app.words import labels

_TITLE = "Score over time"
_CHART, _LOW_CHART = 160, 68
_NO_SCORE = "Nothing was scored yet: skipped questions count nothing."
_ONE_SCORE = "The line begins with the second score."


class ScoreCard(Card):
    """The line of scores with its legend; too few scores are said in a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=tokens.SPACE[4])
        self.body.setContentsMargins(24, 16, 24, 16)
        self.body.setSpacing(tokens.SPACE[2])
        self.title = SectionHeading(_TITLE)
        self.chart = LineChart(height=_CHART)
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

    def set_low(self, *, low: bool) -> None:
        """Draw the line lower, so that the table below begins in sight."""
        self.chart.set_height(_LOW_CHART if low else _CHART)

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

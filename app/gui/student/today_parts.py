"""The parts of Today below its card: sessions, the table of sets, scores and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.gui.shared.places import BeginPlace, HistoryPlace, ResultPlace, SetPlace
from app.gui.student.row_button import CHEVRON, RowButton, link_rows
from app.gui.student.today_values import (
    ROWS_SHOWN,
    SetLine,
    attempt_detail,
    sessions,
)
from app.gui.theme import theme, tokens
from app.gui.widgets.bars import ProgressLine
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.marks import Rule
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.text import TextBlock
from app.words.counts import counted
from app.words.labels import MIX, title_of

if TYPE_CHECKING:
    from datetime import date

    from app.services.views import AttemptRow, Today

_SEEN = 140
_BLANK = "\u00a0"


class SessionCard(Card):
    """Sessions of so many minutes from all sets."""

    open_requested = Signal(object)

    def __init__(self, lines: tuple[SetLine, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        offered = sessions(lines)
        if not offered:
            self.hide()
        sizes = [str(size) for _, size in offered]
        about = f"{', '.join(sizes[:-1])} or {sizes[-1]}" if len(sizes) > 1 else "".join(sizes)
        self.body.setSpacing(tokens.SPACE[0])
        self.body.addWidget(TextBlock("How much time do you have?", "meta_strong", "ink2"))
        self.body.addWidget(TextBlock(MIX, "stem_small"))
        sentence = f"About {about} questions. Those you have not seen come first."
        self.body.addWidget(TextBlock(sentence, "meta", "ink2"))
        self.body.addSpacing(tokens.SPACE[2])
        self.body.addStretch(1)
        row = QWidget(self)
        flow = FlowRow(row, gap=10)
        self.buttons = [self._button(minutes, size, row, flow) for minutes, size in offered]
        self.body.addWidget(row)

    def _button(self, minutes: int, size: int, row: QWidget, flow: FlowRow) -> Button:
        button = Button(f"{minutes} minutes", "second", parent=row)
        button.setAccessibleName(f"{minutes} minutes: about {counted(size, 'question')} from all sets")
        button.clicked.connect(lambda _on=False: self._on_chosen(size))
        flow.addWidget(button)
        return button

    def _on_chosen(self, size: int) -> None:
        from app.services.views import QuizPlan

        self.open_requested.emit(BeginPlace(QuizPlan(None, size=size)))


class SetTable(QWidget):
    """The question sets: a row each, with how much of it was seen."""

    open_requested = Signal(object)

    def __init__(self, lines: tuple[SetLine, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        known = all(line.seen is not None for line in lines)
        column.addWidget(SectionHeading("Question sets"))
        column.addSpacing(tokens.SPACE[2])
        column.addLayout(_table_head("Set", "Seen" if known else "Holds"))
        column.addSpacing(tokens.SPACE[1])
        column.addWidget(Rule("line"))
        self.rows = [_set_row(line) for line in lines]
        for line, row in zip(lines, self.rows, strict=True):
            row.clicked.connect(lambda _on=False, of=line.set: self.open_requested.emit(SetPlace(of)))
            column.addWidget(row)
        link_rows(self.rows)
        column.addStretch(1)


class ScoreColumn(QWidget):
    """The line of recent scores, and the attempts behind it."""

    open_requested = Signal(object)

    def __init__(self, today: Today, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: list[RowButton] = []
        if today.finished and today.recent:
            self._add_scores(today)
            self._add_attempts(today, day)
        else:
            self._column.addWidget(SectionHeading("Your scores"))
            self._column.addSpacing(tokens.SPACE[1])
            words = (
                "After your first quiz its score stands here, and each quiz can be opened again as it was."
            )
            self._column.addWidget(TextBlock(words, "meta", "ink2"))
        self._column.addStretch(1)

    def _add_scores(self, today: Today) -> None:
        from app.gui.student.history_values import score_points  # not before the first paint

        points = score_points(today.recent)
        self._column.addWidget(SectionHeading("Your scores", _share(len(points), today.finished)))
        self._column.addSpacing(tokens.SPACE[2])
        if not points:
            words = "Nothing was scored yet: skipped questions count nothing."
            self._column.addWidget(TextBlock(words, "meta", "ink2"))
        else:
            from app.gui.widgets.line_chart import LineChart  # not before the first paint

            self.chart = LineChart(height=132)
            self.chart.set_points(points)
            self._column.addWidget(self.chart)
        self._column.addSpacing(tokens.SPACE[4])

    def _add_attempts(self, today: Today, day: date) -> None:
        from app.gui.shared.attempt_lines import oldest_first

        shown = oldest_first(today.recent)[::-1][:ROWS_SHOWN]
        heading = QHBoxLayout()
        words = SectionHeading("What you did", _share(len(shown), today.finished))
        heading.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        more = Button("History", "link")
        more.setAccessibleName("History: all your quizzes")
        more.clicked.connect(lambda _on=False: self.open_requested.emit(HistoryPlace()))
        heading.addWidget(more)
        self._column.addLayout(heading)
        self._column.addWidget(Rule("line"))
        for attempt in shown:
            row = _attempt_row(attempt, day)
            row.clicked.connect(
                lambda _on=False, of=attempt: self.open_requested.emit(ResultPlace(of.attempt))
            )
            self._column.addWidget(row)
            self.rows.append(row)
        link_rows(self.rows)


def _share(shown: int, finished: int) -> str:
    """Say which part of all quizzes is shown: "the last 5 of 14 quizzes"."""
    if shown >= finished:
        return counted(finished, "quiz", "quizzes")
    return f"{shown} of {counted(finished, 'quiz', 'quizzes')}"


def _table_head(first: str, second: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, theme().size(CHEVRON), 0)
    row.setSpacing(tokens.SPACE[3])
    row.addWidget(TextBlock(first, "small", "ink2"), 1)
    seen = TextBlock(second, "small", "ink2")
    seen.setFixedWidth(theme().size(_SEEN))
    row.addWidget(seen)
    return row


def _set_row(line: SetLine) -> RowButton:
    title = TextBlock(line.title, "set_title", selectable=False)
    words = "questions seen" if line.seen is not None else ""
    spoken = ", ".join(
        part for part in (line.title, line.sources, f"{line.seen_words} {words}".strip()) if part
    )
    row = RowButton(title, spoken)
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(title)
    names.addWidget(TextBlock(line.sources or _BLANK, "small", "ink2", selectable=False))
    row.row.addLayout(names, 1)
    row.row.addWidget(_seen_cell(line), 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def _seen_cell(line: SetLine) -> QWidget:
    cell = QWidget()
    cell.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    cell.setFixedWidth(theme().size(_SEEN))
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.SPACE[0])
    column.addWidget(TextBlock(line.seen_words, "meta", "ink" if line.seen else "ink2", selectable=False))
    bar = ProgressLine()
    bar.set_progress(line.seen or 0, max(1, line.questions), "")
    policy = bar.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    bar.setSizePolicy(policy)
    bar.setVisible(line.seen is not None)
    column.addWidget(bar)
    return cell


def _attempt_row(attempt: AttemptRow, day: date) -> RowButton:
    from app.gui.widgets.chart_maths import percent

    name = title_of(attempt.title)
    title = TextBlock(name, "table_row", selectable=False)
    detail = attempt_detail(attempt, day)
    score = percent(attempt.percent) if attempt.percent is not None else "no score"
    row = RowButton(title, f"{name}, {score}, {detail}", space=7)
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(title)
    names.addWidget(TextBlock(detail, "small", "ink2", selectable=False))
    row.row.addLayout(names, 1)
    figure = TextBlock(score, "meta_strong" if attempt.percent is not None else "meta", selectable=False)
    figure.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    row.row.addWidget(figure, 0, Qt.AlignmentFlag.AlignVCenter)
    return row

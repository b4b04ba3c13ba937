"""Draw every base widget in its states into one picture, for looking at.

    python -m tools.gallery OUT.png [--scheme dark] [--text 200] [--width 1280] [--rtl]

Set QT_SCALE_FACTOR=2 for the picture of a dense screen.
"""

import argparse
import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.domain.ids import SourceId
from app.domain.kinds.passage import Passage, ShownSentence
from app.domain.source import Locator
from app.gui.theme import ROLES, Look, theme, tokens
from app.gui.theme.focus import FocusRing
from app.gui.theme.icons import draw_icon, icon_names
from app.gui.widgets.bars import Meter, ProgressLine
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.check import CheckRow
from app.gui.widgets.fields import SearchField, Select, TextField
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.glyphs import GLYPHS, Glyph
from app.gui.widgets.kinds.passage_list import PassageList
from app.gui.widgets.labels import SavedMark, SmallVerdict, StatusLabel, VerdictLabel
from app.gui.widgets.line_chart import LineChart, ScorePoint
from app.gui.widgets.marks import Avatar, Badge, KeyCap, Rule
from app.gui.widgets.message_bar import MessageBar
from app.gui.widgets.page import ActionBar, PageColumn, PageHeading, SectionHeading
from app.gui.widgets.paint import draw_box, painting
from app.gui.widgets.segmented import Segmented
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.text import Span, TextBlock
from app.gui.widgets.top_bar import TopBar
from app.gui.widgets.two_columns import TwoColumns

PASSAGE = (
    "12 A study text retells an essay one sentence after another. It says that the exact words behind an answer "
    "are shown where they stand, with a fill and a line under them. What surrounds them stays quieter."
)


class Swatch(QWidget):
    """One colour of the scheme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(62, 32)
        self.setToolTip(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            colours = theme().colour(self._name), theme().colour("hair")
            draw_box(painter, self.rect().toRectF(), 4, fill=colours[0], border=colours[1])


class IconSheet(QWidget):
    """All line icons."""

    def __init__(self) -> None:
        super().__init__()
        self._names = icon_names()
        self.setFixedSize(15 * 30, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            for number, name in enumerate(self._names):
                rect = self.rect().toRectF()
                rect.setRect(number % 15 * 30, number // 15 * 30 + 4, 16, 16)
                draw_icon(painter, rect, name, theme().colour("ink2"))


def flow(*parts: QWidget, gap: int = 12) -> QWidget:
    """Put widgets side by side."""
    holder = QWidget()
    row = FlowRow(holder, gap=gap)
    for part in parts:
        row.addWidget(part)
    return holder


def left_column() -> QLayout:
    """Colour, type and small things."""
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(TextBlock("Colour and type", "page_title"))
    column.addWidget(flow(*(Swatch(name) for name in tokens.COLOURS), gap=6))
    column.addWidget(Rule())
    for role, kind in ROLES.items():
        line = f"{role.replace('_', ' ').capitalize()} 1989 / 1101"
        text = TextBlock(f"{line}   {kind.size}/{kind.line}", role)
        text.set_spans([Span(len(line), len(text.text()), role="small", colour="ink2")])
        column.addWidget(text)
    column.addWidget(Rule("line"))
    column.addWidget(flow(*(Glyph(name, name, 18) for name in GLYPHS)))
    column.addWidget(IconSheet())
    badges = [Badge(letter, state) for letter, state in zip("ABCDEF", _BADGE_STATES, strict=True)]
    column.addWidget(flow(*badges, KeyCap("Enter"), KeyCap("S"), Avatar("Marta")))
    column.addStretch(1)
    return column


_BADGE_STATES = ("idle", "chosen", "correct", "wrong", "partly", "faded")


def buttons() -> list[QWidget]:
    """All kinds of buttons."""
    off, off_second = Button("Primary", "primary", "Enter"), Button("Second")
    off.setEnabled(False)
    off_second.setEnabled(False)
    return [
        flow(
            Button("Primary", "primary", "Enter"), Button("Second", "second", "S"), Button("Quiet", "quiet")
        ),
        flow(
            Button("Back to question 7", "link", mark="arrow-left"),
            Button("Flagged", "quiet", "M", mark="flagged"),
            Button("All sets", "link"),
            off,
            off_second,
        ),
    ]


def right_column(ring: list[QWidget]) -> QLayout:
    """States, fields and cards."""
    column = QVBoxLayout()
    column.setSpacing(12)
    column.addWidget(TextBlock("States", "page_title"))
    words = ("Established", "Too simple", "Historians disagree", "One author’s view", "Wrong in the essay")
    states = ("established", "oversimplified", "contested", "opinion", "inaccurate")
    column.addWidget(flow(*(StatusLabel(s, w) for s, w in zip(states, words, strict=True)), gap=20))
    saved = SavedMark()
    verdicts = ("correct", "Correct"), ("partly", "Partly correct"), ("wrong", "Not quite")
    column.addWidget(
        flow(*(VerdictLabel(v, w) for v, w in verdicts), SmallVerdict("correct", "Correct answer"), saved)
    )
    saved.set_saved(True)
    for row in buttons():
        column.addWidget(row)
    focus = Button("With focus")
    ring.append(focus)
    column.addWidget(flow(focus, Select("Set", [("", "All sets"), ("a", "The famine")])))
    active = Select("When", [("", "Any time"), ("a", "Since 2 October")])
    active.set_value("a")
    sure = Segmented("How sure", [("1", "A guess"), ("2", "Fairly sure"), ("3", "Sure")])
    sure.set_value("2")
    column.addWidget(flow(active, Segmented("View", [("a", "Our summary"), ("b", "The original")]), sure))
    column.addWidget(
        flow(TextField("Name", "Your name", width=180), SearchField("Search", "Search questions"))
    )
    check, unchecked = CheckRow("Single keys", "1 to 9 choose, Enter checks."), CheckRow("Shuffle")
    check.setChecked(True)
    column.addWidget(flow(check, unchecked, gap=32))
    column.addWidget(passage())
    column.addWidget(sentences())
    column.addLayout(cards())
    column.addStretch(1)
    return column


def passage() -> QWidget:
    """A card with evidence in it."""
    card = Card()
    text = TextBlock(PASSAGE, "source_card", "ink2")
    start = PASSAGE.index("It says")
    text.set_spans(
        [
            Span(0, 2, role="sentence_number", colour="ink3"),
            Span(start, PASSAGE.index(" What surrounds"), highlight=True),
        ]
    )
    card.body.addWidget(text)
    meter, quiet = Meter(), Meter(colour="h3")
    meter.set_meter(0.74, "74\u00a0%")
    quiet.set_meter(None, "11 attempts: too few to judge")
    card.body.addWidget(flow(meter, quiet, gap=24))
    line = ProgressLine()
    line.set_progress(6, 18, "6 of 18")
    card.body.addWidget(line)
    return card


def sentences() -> QWidget:
    """A passage whose sentences can be chosen, one of them chosen, and the same passage after checking."""
    says = (
        "The letter dates the flood to 1887.",
        "It calls the flood the end of the old town.",
        "It denies it.",
    )
    places = [Locator(3, number) for number in range(9, 12)]
    shown = tuple(ShownSentence(at, (said,)) for at, said in zip(places, says, strict=True))
    passage = Passage(SourceId("letter"), places[0], places[-1], "A letter", "the letter", shown)
    before, after = PassageList(), PassageList()
    for one in (before, after):
        one.show_passage(passage)
        one.take(places[0])
    after.show_marks((places[1],), {"3.9": "This sentence gives a year and nothing else."})
    return TwoColumns(before, after, gap=12, narrow=400)


def cards() -> QGridLayout:
    """The three states of a screen."""
    grid = QGridLayout()
    grid.setSpacing(12)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    loading = LoadingState("Reading kalmyk-case.yaml", cancel="Cancel")
    loading.set_progress(31, 54, "31 of 54 questions. About 3 seconds remain.")
    sentence = "The next four are due on Tuesday. You can begin a set at any time."
    grid.addWidget(EmptyState("No reviews today", sentence, [("sets", "Choose a set")]), 0, 0)
    grid.addWidget(loading, 0, 1)
    changed = "The attached document has changed since this question was written. Nothing is highlighted."
    error = ErrorState("Not found in this copy", changed, [("show", "Show the passage it was written from")])
    grid.addWidget(error, 1, 0, 1, 2)
    return grid


def bars() -> tuple[TopBar, TopBar]:
    """The top bar with tabs, and with a quiz."""
    tabs = TopBar()
    tabs.set_tabs([("today", "Today"), ("quiz", "Quiz"), ("reader", "Reader"), ("history", "History")])
    tabs.set_current("today")
    tabs.set_right([Button("Marta", "quiet"), Avatar("Marta")])
    quiz = TopBar()
    quiz.set_title("The Kalmyks, 1943–57", "practice")
    saved = SavedMark(quiz)
    quiz.set_right(
        [
            TextBlock("6 of 18 answered, 1 skipped", "meta", "ink2"),
            saved,
            Button("Leave, keep my place", "link"),
        ]
    )
    saved.set_saved(True)
    quiz.set_progress(6 / 18, "6 of 18")
    return tabs, quiz


def chart() -> QWidget:
    """The line of scores."""
    card = Card()
    scores = (38, 42, 50, 47, 40, 58, 55, 61, 57, 65, 64, 56, 68, 74)
    line = LineChart()
    line.set_points(
        [ScorePoint(s, "exam" if n in (4, 12) else "practice", f"{2 + n} Oct") for n, s in enumerate(scores)]
    )
    card.body.addWidget(SectionHeading("Score over time", "last fourteen attempts"))
    card.body.addWidget(line)
    return card


def build(ring: list[QWidget]) -> QWidget:
    """Build the whole gallery."""
    window = QWidget()
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    for bar in bars():
        whole.addWidget(bar)
    message = MessageBar(window)
    whole.addWidget(message)
    message.show_message("54 questions were imported.", "Undo import of chapter-3.yaml")
    column = PageColumn()
    heading = PageHeading("Base widgets", "Every widget in its states.")
    heading.add_right(Button("Export"))
    column.add(heading)
    sides = QHBoxLayout()
    sides.setSpacing(tokens.GUTTER)
    sides.addLayout(left_column(), 1)
    sides.addLayout(right_column(ring), 1)
    column.add(sides)
    column.add(chart())
    whole.addWidget(column, 1)
    foot = ActionBar()
    foot.add(Button("Import 46 questions", "primary", "Enter"))
    foot.add(TextBlock("34 new, 12 changed. The 3 with a problem stay out.", "meta", "ink2"))
    foot.add_right(Button("Cancel", "quiet"))
    whole.addWidget(foot)
    return window


def main(arguments: list[str]) -> int:
    """Draw the gallery into a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--scheme", default="light", choices=tokens.SCHEMES)
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--rtl", action="store_true")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    theme().apply(app, Look(scheme=options.scheme, text_scale=options.text / 100))
    if options.rtl:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    ring: list[QWidget] = []
    window = build(ring)
    window.resize(options.width, 1700)
    window.show()
    app.processEvents()
    FocusRing(app, theme().colour).show_around(ring[0])
    app.processEvents()
    window.grab().save(options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

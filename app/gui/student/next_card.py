"""The card at the top of Today: what waits to be continued, or what to begin with."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import AttemptId
from app.gui.shared.places import BeginPlace, Place, QuizPlace
from app.gui.student.today_values import Stopped, Suggestion, stopped_counts, stopped_sentence
from app.gui.theme import tokens
from app.gui.widgets.bars import ProgressLine
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.spread import Spread
from app.gui.widgets.text import TextBlock


class NextCard(Card):
    """One thing to do, and the one primary button of the page: `open_requested` says where it leads."""

    open_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._place: Place | None = None
        self.label = TextBlock("", "meta_strong", "ink2")
        self.title = TextBlock("", "page_title")
        self.sentence = TextBlock("", "interface", "ink2")
        self.button = Button("Continue", "primary", "Enter")
        self.button.clicked.connect(lambda _on=False: self._on_pressed())
        self.line = ProgressLine()
        self.counts = TextBlock("", "meta", "ink2")
        self._foot = QWidget()
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[0])
        for part in (self.label, self.title, self.sentence):
            column.addWidget(part)
        column.addStretch(1)
        top = QWidget()
        spread = Spread(top, shares=(1, 0), gap=24, line_gap=16, narrow=340)
        spread.addWidget(words)
        spread.addWidget(self.button)
        self.body.setSpacing(tokens.SPACE[3])
        self.body.addWidget(top)
        self.body.addStretch(1)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(tokens.SPACE[4])
        foot.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.counts)
        self.body.addWidget(self._foot)

    def show_stopped(self, one: Stopped, today: date) -> None:
        """Offer to continue an attempt where it stopped."""
        self._place = QuizPlace(AttemptId(one.attempt))
        self._say("Where you stopped", one.title, stopped_sentence(one, today), "Continue")
        counts = stopped_counts(one)
        self.counts.set_text(counts)
        self.line.set_progress(one.answered + one.skipped, one.total, f"{counts}, of {one.total} questions")
        self._foot.show()

    def show_suggestion(self, one: Suggestion) -> None:
        """Offer something to begin with."""
        self._place = BeginPlace(one.plan)
        self._say(one.label, one.title, one.sentence, "Begin")
        self._foot.hide()

    def show_nothing(self) -> None:
        """Keep the place until it is known what to offer."""
        self._place = None
        self._say("What to do now", "\u00a0", "\u00a0", "Begin")
        self.button.hide()
        self._foot.hide()

    def set_small(self, *, small: bool) -> None:
        """Show the title smaller, for a window that is very low."""
        self.title.set_role("stem" if small else "page_title")

    def press(self) -> None:
        """Do what Enter does."""
        if not self.button.isHidden():
            self.button.click()

    def _say(self, label: str, title: str, sentence: str, words: str) -> None:
        self.label.set_text(label)
        self.title.set_text(title)
        self.sentence.set_text(sentence)
        self.button.set_text(words)
        self.button.setAccessibleName(f"{words}: {title}")
        self.button.show()

    def _on_pressed(self) -> None:
        if self._place is not None:
            self.open_requested.emit(self._place)

"""The foot of a question: what is missing or went wrong, the first button, and the quiet ones after it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.shared import quiz_words as words
from app.gui.shared.quiz_steps import LABELS, Actions
from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.glyphs import Glyph
from app.gui.widgets.held import held
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock
from app.services.views import Step


class QuizActions(QWidget):
    """The buttons that end a question, with one sentence over them where something has to be said."""

    primary_asked = Signal()
    mark_asked = Signal()
    skip_asked = Signal()
    hand_in_asked = Signal()
    handed_in = Signal()
    unanswered_asked = Signal()
    retry_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        self.notice = Notice(self)
        self.notice.acted.connect(self.retry_asked)
        self.question = HandInQuestion(self)
        self.question.hide()
        self._row = QWidget(self)
        row = FlowRow(self._row, gap=12, line_gap=4)
        self.primary = Button("", "primary")
        self.mark = Button("", "quiet")
        self.skip = Button("Skip", "quiet")
        self.hand_in = Button("Hand in", "quiet")
        for button in (self.primary, self.mark, self.skip, self.hand_in):
            row.addWidget(button)
        for part in (self.notice, self.question, self._row):
            column.addWidget(part)
        self._connect()

    def _connect(self) -> None:
        self.primary.clicked.connect(self.primary_asked)
        self.mark.clicked.connect(self.mark_asked)
        self.skip.clicked.connect(self.skip_asked)
        self.hand_in.clicked.connect(self.hand_in_asked)
        self.question.hand_in.clicked.connect(self.handed_in)
        self.question.unanswered.clicked.connect(self.unanswered_asked)
        self.question.back.clicked.connect(self.close_question)

    def show_actions(self, actions: Actions, *, flagged: bool, mark_key: str) -> None:
        """Offer what can be done now; `mark_key` is painted on its button, "" where single keys are off."""
        with held(self._row.layout(), self.layout()):
            self.primary.set_text(LABELS[actions.primary])
            self.primary.set_key("Enter")
            self.mark.set_text("Marked for later" if flagged else "Mark for later")
            self.mark.set_mark("flagged" if flagged else "not_flagged")
            self.mark.set_key(mark_key)
            self.mark.setVisible(actions.mark)
            self.skip.setVisible(actions.skip)
            self.hand_in.setVisible(actions.hand_in)

    def ask_hand_in(self, step: Step) -> None:
        """Ask in the page whether to hand in, and say what is left open."""
        self.question.show_step(step)
        self.question.show()
        self._row.hide()
        self.question.hand_in.setFocus()
        announce(self, self.question.sentence.text())

    @property
    def is_asking(self) -> bool:
        """Tell whether handing in is being asked about."""
        return not self.question.isHidden()

    def close_question(self) -> None:
        """Do not hand in now."""
        if self.is_asking:
            self.put_question_away()
            self.primary.setFocus()

    def put_question_away(self) -> None:
        """Show the buttons again, where the focus goes elsewhere."""
        self.question.hide()
        self._row.show()


class Notice(QWidget):
    """One plain sentence in the page, with one thing to do about it; `acted` says that it was asked for."""

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE[1])
        self._glyph = Glyph("problem", "Problem", 16, self)
        self._words = TextBlock("", "interface_medium", parent=self)
        self._action = Button("", "link", parent=self)
        self._action.clicked.connect(self.acted)
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        self.hide()

    def say(self, sentence: str, *, action: str = "", problem: bool = False) -> None:
        """Show a sentence and let it be spoken."""
        self._words.set_text(sentence)
        self._glyph.setVisible(problem)
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        self.show()
        announce(self, sentence)

    def text(self) -> str:
        """Return what is said now."""
        return "" if self.isHidden() else self._words.text()


class HandInQuestion(QWidget):
    """Asks before an exam is handed in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        self.sentence = TextBlock("", "interface_medium")
        holder = QWidget(self)
        row = FlowRow(holder, gap=12, line_gap=4)
        self.hand_in = Button("Hand in now", "primary")
        self.unanswered = Button("Go to the first without an answer", "quiet")
        self.back = Button("Not yet", "quiet", "Esc")
        for button in (self.hand_in, self.unanswered, self.back):
            row.addWidget(button)
        column.addWidget(self.sentence)
        column.addWidget(holder)

    def show_step(self, step: Step) -> None:
        """Say what is left open."""
        open_ones = step.attempt.total - step.answered
        ending = "An empty answer scores 0." if open_ones else "Nothing can be changed after it."
        self.sentence.set_text(f"Hand in? {words.before_handing_in(step)}. {ending}")
        self.unanswered.setVisible(open_ones > 0)

"""What the quiz page shows of a step: panel, question, explanation and sources, without any work."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.config import Letters
from app.domain.kinds import Response
from app.gui.shared import quiz_words as words
from app.gui.shared.focus_order import FocusOrder
from app.gui.shared.key_hints import KeyHints
from app.gui.shared.quiz_actions import QuizActions
from app.gui.shared.quiz_columns import QuizColumns
from app.gui.shared.quiz_head import Head
from app.gui.shared.quiz_inputs import QuizInputs
from app.gui.shared.quiz_warm import QuizWarmer, polish
from app.gui.shared.sources_side import Sources
from app.gui.widgets.explanation import Explanation
from app.gui.widgets.held import held
from app.gui.widgets.kinds.response_input import ResponseInput
from app.gui.widgets.panel import Panel
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock
from app.gui.widgets.text_lines import lay_out
from app.services.views import Step, Told


class QuizView(QWidget):
    """Shows one step. The page listens to its parts and does the work."""

    input_changed = Signal()
    text_left = Signal()
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel()
        self.hints = KeyHints()
        self.head = Head()
        self.stem = TextBlock("", "stem")
        self.instruction = TextBlock("", "meta", "ink2")
        self.explanation = Explanation()
        self.sources = Sources()
        self.foot = QuizActions()
        self.given: ResponseInput | None = None
        self._step: Step | None = None
        self._focus_order = FocusOrder()
        self._order_timer = QTimer(self, singleShot=True, interval=0)  # once what changed is on the screen
        self._order_timer.timeout.connect(self.set_focus_order)
        self._warmer = QuizWarmer(self, [self.sources.stack.make_ready, lambda: polish(self.explanation)])
        self._question = QWidget()
        self._inputs = QuizInputs(self._question, self._connect_input)
        self._question_column = QVBoxLayout(self._question)
        self._fill_question()
        self.columns = QuizColumns(self.panel, self.hints, self.head, self._question, self.sources, self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self.columns.rearranged.connect(self._on_rearranged)
        self.head.panel_button.toggled.connect(self._on_panel_toggled)
        self.explanation.reasons_toggled.connect(self._on_reasons)

    def _fill_question(self) -> None:
        column = self._question_column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stem)
        column.addWidget(self.instruction)
        column.addSpacing(20)
        column.addWidget(self.explanation)
        self.explanation.setContentsMargins(0, 20, 0, 0)

    # --- Showing ---

    def show_step(self, step: Step, letters: Letters | None) -> None:
        """Show a step whole; without letters no single key is painted."""
        given, is_filled = self._inputs.take(step, self.given)
        parts = (given, self.explanation, self.foot, self.head, self.hints, self.sources.stack, self.sources)
        with held(*(part.layout() for part in parts), self._question_column):
            self._put_in(given)
            self._fill(step, given, letters, is_filled=is_filled)
        self.columns.settle()
        self._order_timer.start()
        self._warmer.start()

    def prepare(self, step: Step) -> None:
        """Do in advance, unseen, what takes time at the next question: make its input, lay out its words."""
        lay_out(step.shown.stem.plain(), self._stem_role(), (), self.stem.width())
        self.sources.lay_out_ahead(step)
        self._inputs.prepare(step, self.given, self._question.width())

    def prepare_told(self, told: Told, letters: Letters | None) -> None:
        """Fill and lay out, unseen, what stands there once the question is answered."""
        self.explanation.prepare(told, self._question.width())
        self.sources.prepare(told.cards, key=letters.source if letters else "")

    def _fill(self, step: Step, given: ResponseInput, letters: Letters | None, *, is_filled: bool) -> None:
        self._step = step
        self._show_stem(step)
        if not is_filled:
            given.show_question(step)
        over = step.checked is not None or step.attempt.finished is not None
        self.explanation.setVisible(over)
        if over:
            self.explanation.show_checked(step, has_reasons=given.has_more_reasons())
        self.sources.show_step(step, key=letters.source if letters else "")
        self.hints.show_keys(step, letters)
        self.show_panel(step)

    def show_panel(self, step: Step) -> None:
        """Show the panel and the head alone: an answer was stored, and the question stays as it is."""
        finished = step.attempt.finished is not None
        self._step = step
        self.panel.set_panel(step.panel, step.position, step.attempt.mode, finished=finished)
        self.head.show_step(step, wide=self.columns.is_wide)

    def response(self) -> Response:
        """Return what is given now."""
        assert self.given is not None
        return self.given.response()

    def set_focus_order(self) -> None:
        """Let Tab walk as one reads: head, panel, question, actions, sources."""
        assert self.given is not None
        self._focus_order.set_order(
            [
                self.head,
                self.panel.stops(),
                [self.stem],  # no stop of Tab, but where it starts from: the answers come next
                self.given,
                self.explanation,
                self.foot,
                self.sources,
            ]
        )

    def _show_stem(self, step: Step) -> None:
        stem = step.shown.stem.plain()
        self.stem.set_text(stem)
        self.stem.set_role(self._stem_role())
        self.stem.setAccessibleName(f"{words.where(step)}. {words.about(step)}. {stem}")
        told = words.instruction(step)
        self.instruction.set_text(told)
        self.instruction.setVisible(bool(told))

    def _put_in(self, given: ResponseInput) -> None:
        """Show an input in the place of the one before."""
        if given is self.given:
            return
        if self.given is not None:
            self._question_column.removeWidget(self.given)
            self.given.hide()
        self._question_column.insertWidget(self._question_column.indexOf(self.explanation), given)
        given.show()
        self.given = given

    def _connect_input(self, given: ResponseInput) -> None:
        given.changed.connect(self.input_changed)
        given.text_left.connect(self.text_left)
        given.submitted.connect(self.submitted)

    # --- Focus and scrolling ---

    def let_go_of_focus(self) -> None:
        """Take the focus from what may soon be hidden: else a button gets it, and a screen reader says that first."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()

    def focus_question(self, step: Step) -> None:
        """Begin at the question: in its text field, else at the stem, so that it is read first."""
        assert self.given is not None
        if self.given.holds_text() and step.attempt.finished is None and step.checked is None:
            self.given.give_focus()
            announce(self, self.stem.accessibleName())
        else:
            self.stem.clearFocus()  # where it has the focus already, nobody would hear of another question
            self.stem.setFocus(Qt.FocusReason.OtherFocusReason)
        self.columns.middle.verticalScrollBar().setValue(0)
        focus = QApplication.focusWidget()
        if self.given.holds_text() and focus is not None and self.given.isAncestorOf(focus):
            self.columns.reveal(focus)

    def focus_verdict(self, *, ring: bool) -> None:
        """Go to the verdict and bring it into sight."""
        self.explanation.give_focus(ring=ring)
        self.columns.show_from(self.explanation.verdict, self.explanation)

    def close_top(self) -> bool:
        """Close what lies on top of the page; tell whether there was something."""
        if self.foot.is_asking:
            self.foot.close_question()
            return True
        if self.head.panel_button.isVisible() and self.head.panel_button.isChecked():
            self.head.panel_button.setChecked(False)
            self.head.panel_button.setFocus()
            return True
        return False

    def _stem_role(self) -> str:
        return "stem_small" if self.columns.is_low else "stem"

    def _on_rearranged(self) -> None:
        wide = self.columns.is_wide
        self.panel.set_flat(not wide)
        self.stem.set_role(self._stem_role())
        if self._step is not None:
            self.head.show_step(self._step, wide=wide)

    def _on_panel_toggled(self, opened: bool) -> None:
        self.columns.set_panel_open(opened)
        if opened:
            self.panel.give_focus()

    def _on_reasons(self, shown: bool) -> None:
        assert self.given is not None
        self.given.show_all_reasons(shown)

"""The quiz page: one question of an attempt, answered, checked, explained, and the way to the next."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from app.config import Letters
from app.domain.errors import FootnoteError, NotSaved
from app.domain.ids import AttemptId
from app.gui.shared import quiz_keys
from app.gui.shared import quiz_words as words
from app.gui.shared.desk import Desk
from app.gui.shared.keys_list import KeysList
from app.gui.shared.page import Page
from app.gui.shared.places import Place, QuizPlace, ResultPlace, TodayPlace
from app.gui.shared.quiz_flow import QuizFlow
from app.gui.shared.quiz_hands import QuizHands
from app.gui.shared.quiz_header import QuizHeader
from app.gui.shared.quiz_originals import QuizOriginals
from app.gui.shared.quiz_steps import next_position
from app.gui.shared.quiz_view import QuizView
from app.gui.theme import tokens
from app.gui.widgets.explanation import Explanation
from app.gui.widgets.kinds.response_input import ResponseInput
from app.gui.widgets.speech import announce
from app.gui.widgets.states import ErrorState, LoadingState
from app.services.views import Step, Told
from app.words import errors

_LOADING_AFTER_MS = 300
_READY_AFTER_MS = 120
_ALWAYS_REPEATED = ("back", "forward")


class QuizPage(Page):
    """Shows an attempt question by question; a finished one as it was, to read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view = QuizView()
        self._at: tuple[AttemptId, int] | None = None
        self._was_marked = False
        self.flow = QuizFlow(desk.backend, self.view.response, self)
        self.hands = QuizHands(self, self.view, self.flow)
        self.originals = QuizOriginals(desk.backend, self.view, self)
        self.top = QuizHeader(self)
        self.loading = LoadingState("Opening the question")
        self.trouble = ErrorState("This question cannot be shown", "", [("today", "Go to Today")])
        self._stack = QStackedLayout(self)
        for part in (self.view, _at_top(self.loading), _at_top(self.trouble)):
            self._stack.addWidget(part)
        self.keys = KeysList(self)
        self._late = QTimer(self, singleShot=True, interval=_LOADING_AFTER_MS)
        self._late.timeout.connect(lambda: self._stack.setCurrentIndex(1))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.trouble.chosen.connect(lambda _value: self.open_requested.emit(TodayPlace()))
        self.top.leave_asked.connect(self.hands.leave)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self._connect_flow()

    def _connect_flow(self) -> None:
        flow = self.flow
        flow.opened.connect(self._on_opened)
        flow.checked.connect(self._on_checked)
        flow.updated.connect(self._on_updated)
        flow.skipped.connect(self._on_skipped)
        flow.read_ahead.connect(self._on_read_ahead)
        flow.foretold.connect(self._on_foretold)
        flow.not_opened.connect(self._on_not_opened)
        flow.failed.connect(self._on_failed)
        flow.finished.connect(lambda attempt: self.open_requested.emit(ResultPlace(attempt)))
        flow.saving.state_changed.connect(lambda: self.top.set_saved(flow.saving.is_saved))

    @property
    def step(self) -> Step | None:
        """Return the step that is shown."""
        return self.flow.step

    @property
    def explanation(self) -> Explanation:
        """Return what is said after checking; hidden before."""
        return self.view.explanation

    @property
    def response_input(self) -> ResponseInput | None:
        """Return the input of the question that is shown."""
        return self.view.given

    def check_answer(self) -> None:
        """Have the answer of a practice question checked."""
        self.hands.check_answer()

    # --- The page contract ---

    def show_place(self, place: Place) -> None:
        """Open a question of an attempt; coming back to the same one keeps what was chosen there."""
        assert isinstance(place, QuizPlace)
        self._late.start()
        self.flow.enter(place.attempt, place.position)

    def leave(self) -> None:
        """Save what is on the page and note where the person stopped."""
        self._late.stop()
        self.keys.put_away()
        self.flow.leave()

    def give_focus(self) -> None:
        """Put the keyboard where work begins; a question that is still to come takes it when it is shown."""
        if self.step is None:
            self.setFocus()

    # --- What the flow brings ---

    def _on_opened(self, step: Step, kept: bool) -> None:
        here = (step.attempt.id, step.position)
        came_back, self._at = here == self._at, here
        self._was_marked = step.flagged
        self._show(step)
        self.originals.fetch(step)
        self.flow.saving.time.restart(running=self.isActiveWindow())
        if came_back and step.checked is not None:
            self.view.focus_verdict(ring=False)
            return
        self.view.focus_question(step)
        if kept:
            self._refresh(step)

    def _on_checked(self, step: Step) -> None:
        self._show(step)
        self.view.focus_verdict(ring=False)

    def _on_updated(self, step: Step) -> None:
        if step.flagged != self._was_marked:
            self._was_marked = step.flagged
            announce(self, words.MARKED if step.flagged else words.NOT_MARKED)
        self.view.foot.notice.hide()
        self.view.show_panel(step)
        self._refresh(step)

    def _on_skipped(self, step: Step) -> None:
        position = next_position(step)
        if position is not None:
            self.flow.go_to(position)

    def _show(self, step: Step) -> None:
        self._late.stop()
        self._stack.setCurrentIndex(0)
        self.view.foot.notice.hide()
        self.view.let_go_of_focus()
        self.view.foot.put_question_away()
        self._refresh(step)
        self.view.show_step(step, self._letters())

    def _refresh(self, step: Step) -> None:
        """Show counts, the saved mark and the buttons anew."""
        header = self.top.header_of(step)
        if header != self.header():
            self.set_header(header)
        self.top.set_saved(self.flow.saving.is_saved)
        self.hands.show_actions()

    def _on_read_ahead(self, step: Step) -> None:
        """Make the next question ready while this one is read."""
        QTimer.singleShot(_READY_AFTER_MS, self.view, lambda: self._prepare(step))

    def _prepare(self, step: Step) -> None:
        here = self.step
        if self.isVisible() and here is not None and here.position != step.position:
            self.view.prepare(step)

    def _on_foretold(self, step: Step, told: Told) -> None:
        """Lay out what the answer will bring while the question is read."""

        def prepare() -> None:
            here = self.step
            if self.isVisible() and here is not None and here.checked is None and here.shown is step.shown:
                self.view.prepare_told(told, self._letters())

        QTimer.singleShot(_READY_AFTER_MS, self.view, prepare)

    def _on_not_opened(self, error: FootnoteError) -> None:
        self._late.stop()
        self.trouble.set_state("This question cannot be shown", errors.sentence(error))
        self._stack.setCurrentIndex(2)

    def _on_failed(self, error: FootnoteError) -> None:
        sentence = errors.sentence(error)
        action = "Try again" if isinstance(error, NotSaved) else ""
        self.view.foot.notice.say(sentence, action=action, problem=True)
        if not self.isVisible() and self.step is not None:
            place = QuizPlace(self.step.attempt.id, self.step.position)
            self.message_posted.emit(
                sentence, "Back to the question", lambda: self.open_requested.emit(place)
            )

    # --- Keys, focus, time ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = quiz_keys.is_typing(QApplication.focusWidget())
        single, letters = self.desk.settings.single_keys, self.desk.settings.letters
        act = quiz_keys.read_key(event, single_keys=single, typing=typing, letters=letters)
        if act is not None:
            if event.isAutoRepeat() and act not in _ALWAYS_REPEATED:
                return
            event.setAccepted(self._act(act))
            return
        given = self.view.given
        may = quiz_keys.may_choose(event, single_keys=single, typing=typing)
        event.setAccepted(bool(may and given is not None and given.press_key(event)))

    def _letters(self) -> Letters | None:
        """Return the letters that act at once; none where single keys are off."""
        settings = self.desk.settings
        return settings.letters if settings.single_keys else None

    def _act(self, act: quiz_keys.Act) -> bool:
        """Do what a key asks for; tell whether there was something to do."""
        step = self.step
        if act == "close":
            return self.view.close_top()
        if step is None or (self.view.foot.is_asking and act != "keys"):
            return False
        match act:
            case "go":
                self.hands.go_on()
            case "mark":
                self.hands.mark_for_later()
            case "source":
                self.hands.open_source()
            case "explanation":
                if self.explanation.isVisible():
                    self.view.focus_verdict(ring=True)
            case "back":
                self.flow.go_to(step.position - 1)
            case "forward":
                self.flow.go_to(step.position + 1)
            case "keys":
                single, letters = self.desk.settings.single_keys, self.desk.settings.letters
                keys = quiz_keys.keys_shown(single_keys=single, kind=_kind_asked(step), letters=letters)
                self.keys.show_keys(keys, single_keys=single)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.flow.saving.time.go_on()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self.flow.saving.time.pause()
        return super().event(event)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self.isAncestorOf(new):
            self.view.columns.reveal(new)


def _kind_asked(step: Step) -> str:
    """Return the kind of a question that waits for an answer, "" of one that is over."""
    over = step.checked is not None or step.attempt.finished is not None
    return "" if over else step.shown.kind


def _at_top(state: QWidget) -> QWidget:
    """Lay a state card at the top of a page."""
    page = QWidget()
    column = QVBoxLayout(page)
    margin = tokens.PAGE_MARGIN
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(state)
    column.addStretch(1)
    return page

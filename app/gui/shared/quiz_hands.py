"""What the person does at a question: goes on, checks, marks, skips, opens the source, hands in, leaves."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.ids import AttemptId
from app.domain.kinds import Response, is_blank
from app.gui.shared import quiz_words as words
from app.gui.shared.half_filled import still_empty
from app.gui.shared.page import Page
from app.gui.shared.places import AboutPlace, ResultPlace, TodayPlace
from app.gui.shared.quiz_flow import QuizFlow
from app.gui.shared.quiz_source import card_place, source_place
from app.gui.shared.quiz_steps import Actions, actions_for, first_unanswered, next_position
from app.gui.shared.quiz_view import QuizView
from app.services.views import SourceCard, Step

SECOND_ENTER_S = 0.4


class QuizHands(QObject):
    """Turns what the parts of the view ask for into wishes to the flow, and into places to go."""

    def __init__(self, page: Page, view: QuizView, flow: QuizFlow) -> None:
        super().__init__(page)
        self.now: Callable[[], float] = time.monotonic
        self._last_go = float("-inf")
        self._asked: tuple[AttemptId, int, Response] | None = None
        self._page, self._view, self._flow = page, view, flow
        self._connect()

    def _connect(self) -> None:
        view, foot, sources = self._view, self._view.foot, self._view.sources
        view.input_changed.connect(self._on_changed)
        view.text_left.connect(self._flow.saving.save)
        view.submitted.connect(self.go_on)
        view.panel.position_chosen.connect(self._flow.go_to)
        sources.closed.open_requested.connect(self.open_source)
        sources.stack.reader_requested.connect(self._on_reader_requested)
        sources.stack.about_requested.connect(self._on_about_requested)
        foot.primary_asked.connect(self.go_on)
        foot.mark_asked.connect(self.mark_for_later)
        foot.skip_asked.connect(self._flow.skip)
        foot.hand_in_asked.connect(self.ask_hand_in)
        foot.handed_in.connect(self._flow.finish)
        foot.unanswered_asked.connect(self._on_unanswered_asked)
        foot.retry_asked.connect(self._on_retry)

    def actions(self) -> Actions | None:
        """Return what can be done now."""
        step = self._flow.step
        return None if step is None else actions_for(step, given=self._flow.saving.is_dirty)

    def show_actions(self) -> None:
        """Show the buttons for what can be done now."""
        step, actions = self._flow.step, self.actions()
        if step is not None and actions is not None:
            settings = self._page.desk.settings
            key = settings.letters.mark if settings.single_keys else ""
            self._view.foot.show_actions(actions, flagged=step.flagged, mark_key=key)

    def go_on(self) -> None:
        """Do what the first button says; a second Enter within 400 ms does nothing."""
        step, actions, now = self._flow.step, self.actions(), self.now()
        if step is None or actions is None or self._flow.is_busy or now - self._last_go < SECOND_ENTER_S:
            return
        self._last_go = now
        match actions.primary:
            case "check":
                if not self._says_what_is_empty(step):
                    self.check_answer()
            case "next":
                self._flow.go_to(next_position(step) or step.position)
            case "hand_in":
                self.ask_hand_in()
            case "finish":
                self._flow.finish()
            case "result":
                self._page.open_requested.emit(ResultPlace(step.attempt.id))

    def check_answer(self) -> None:
        """Have the answer of a practice question checked."""
        step = self._flow.step
        if step is None:
            return
        if is_blank(self._view.response()):
            self._view.foot.notice.say(words.nothing_given(step.shown.kind))
        else:
            self._flow.check()

    def _says_what_is_empty(self, step: Step) -> bool:
        """Say once what a half-filled answer leaves out; asked again, it is checked as it is."""
        response, notice = self._view.response(), self._view.foot.notice
        sentence = still_empty(step.shown.body, response)
        asked = (step.attempt.id, step.position, response)
        if not sentence or (asked == self._asked and notice.text() == sentence):
            return False
        self._asked = asked
        notice.say(sentence)
        return True

    def mark_for_later(self) -> None:
        """Mark the question, or take the mark away."""
        actions = self.actions()
        if actions is not None and actions.mark:
            self._flow.flag()

    def ask_hand_in(self) -> None:
        """Save what is on the page, then ask in the page whether the exam is handed in."""
        self._flow.saving.save(then=self._ask_hand_in)

    def open_source(self) -> None:
        """Open the source in the reader, or say why it stays closed."""
        if self._flow.step is None:
            return
        place = source_place(self._flow.step)
        if isinstance(place, str):
            self._view.foot.notice.say(place)
        else:
            self._page.open_requested.emit(place)

    def leave(self) -> None:
        """Save what is on the page and go; the place is kept."""
        step = self._flow.step
        if step is not None and step.attempt.finished is not None:
            self._page.back_requested.emit()
        else:
            self._flow.saving.save(then=lambda: self._page.open_requested.emit(TodayPlace()))

    def _ask_hand_in(self) -> None:
        if self._flow.step is not None:
            self._view.foot.ask_hand_in(self._flow.step)

    def _on_changed(self) -> None:
        given = self._view.given
        self._view.foot.notice.hide()
        self._flow.saving.note_change(typed=given is not None and given.holds_text())
        self.show_actions()

    def _on_unanswered_asked(self) -> None:
        position = first_unanswered(self._flow.step) if self._flow.step is not None else None
        self._view.foot.close_question()
        if position is not None:
            self._flow.go_to(position)

    def _on_retry(self) -> None:
        self._view.foot.notice.hide()
        self._flow.try_again()

    def _on_reader_requested(self, card: SourceCard) -> None:
        if self._flow.step is not None:
            self._page.open_requested.emit(card_place(self._flow.step, card))

    def _on_about_requested(self, card: SourceCard) -> None:
        self._page.open_requested.emit(AboutPlace(card.source))

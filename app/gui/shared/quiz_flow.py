"""The way through an attempt: opens questions, has answers checked and saved, and knows which step is on the page."""

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import FootnoteError
from app.domain.ids import AttemptId
from app.domain.kinds import Response
from app.gui.backend import Backend
from app.gui.shared.quiz_ahead import QuizAhead
from app.gui.shared.quiz_saving import QuizSaving
from app.gui.shared.quiz_steps import next_position
from app.services import attempts
from app.services.views import Step, Summary

_AFTER_PAINT_MS = 20


class QuizFlow(QObject):
    """Talks to the services for the quiz page. One thing at a time: while `is_busy`, further wishes are dropped."""

    opened = Signal(object, bool)
    """A step to show whole. True: it was on the page already, with a response that is not saved."""
    checked = Signal(object)
    """The same step with its verdict."""
    updated = Signal(object)
    """Counts, marks or the panel are others; the response on the page stays as it is."""
    not_opened = Signal(object)
    """A FootnoteError: the question cannot be shown."""
    failed = Signal(object)
    """A FootnoteError: what was asked for was not done. `try_again` asks once more."""
    skipped = Signal(object)
    """The step was skipped."""
    read_ahead = Signal(object)
    """The step that comes next, most likely."""
    foretold = Signal(object, object)
    """A step that waits for its answer, and what will be said of it then (Told)."""
    finished = Signal(object)
    """The AttemptId of an attempt that was handed in."""

    def __init__(self, backend: Backend, read: Callable[[], Response], parent: QObject) -> None:
        super().__init__(parent)
        self.step: Step | None = None
        self.is_busy = False
        self._backend, self._read = backend, read
        self._wanted: tuple[AttemptId, int] | None = None
        self._shown: set[int] = set()
        self._retry: Callable[[], object] | None = None
        self._ahead = QuizAhead(backend, self)
        self._ahead.came.connect(self.read_ahead)
        self.saving = QuizSaving(backend, read, self)
        self.saving.stored.connect(self._on_stored)
        self.saving.failed.connect(lambda error: self._on_failed(error, self.saving.try_again))

    # --- Opening ---

    def enter(self, attempt: AttemptId, position: int) -> None:
        """Open a place of an attempt; coming back to the same question keeps what was chosen there."""
        step = self.step
        self._ahead.forget()
        if step is not None and step.attempt.id == attempt and position in (0, step.position):
            position = step.position
        else:
            self.step = None
            self._shown.clear()
            self.is_busy = False
        self._open(attempt, position)

    def go_to(self, position: int) -> None:
        """Save what is on the page, then open another question of the attempt."""
        if self.step is not None and 1 <= position <= self.step.attempt.total:
            attempt = self.step.attempt.id
            self.saving.save(then=lambda: self._open(attempt, position))

    def leave(self) -> None:
        """Save what is on the page and note where the person stopped."""
        self.saving.time.pause()
        if self.step is not None:
            self.saving.save()
            if self.step.attempt.finished is None:
                self._tell(attempts.leave_attempt, self.step)

    def _open(self, attempt: AttemptId, position: int) -> None:
        self._wanted = (attempt, position)
        if (ready := self._ahead.take(attempt, position)) is not None:
            self._on_opened(ready, attempt, position)
            return
        self._backend.call(
            self,
            lambda step: self._on_opened(step, attempt, position),
            attempts.open_step,
            attempt,
            position,
            failed=self._on_not_opened,
        )

    def _on_opened(self, step: Step, attempt: AttemptId, position: int) -> None:
        if self._wanted != (attempt, position):
            return  # the person went on to another one meanwhile
        before, self.is_busy = self.step, False
        same = before is not None and (before.attempt.id, before.position) == (attempt, step.position)
        is_open = step.checked is None and step.attempt.finished is None
        kept = same and is_open and self.saving.is_dirty
        if kept:
            step = msgspec.structs.replace(step, response=self._read())
        self._shown.add(step.position)
        self.step = step = with_seen(step, self._shown)
        self.saving.begin(step, dirty=kept)
        self.opened.emit(step, kept)
        self._after_paint(step, self._say_shown)
        self._after_paint(step, self._read_ahead)
        self._after_paint(step, self._foretell)

    def _on_not_opened(self, error: FootnoteError) -> None:
        self.is_busy = False
        self.not_opened.emit(error)

    # --- Writing ---

    def check(self) -> None:
        """Have the response on the page checked."""
        if self.step is not None and not self.is_busy:
            self.is_busy = True
            self.saving.submit()

    def skip(self) -> None:
        """Leave the question unanswered for now."""
        self._write(attempts.skip_question, self._on_skipped)

    def flag(self) -> None:
        """Mark the question for later, or take the mark away."""
        if self.step is not None:
            self._say_shown(
                self.step
            )  # before the mark: else a crash right after it would lead to another question
            self._write(attempts.flag_question, self._on_stored, not self.step.flagged)

    def finish(self) -> None:
        """Hand the attempt in, once all of it is saved."""
        self.saving.save(then=self._finish)

    def try_again(self) -> None:
        """Ask once more for what was not done."""
        retry, self._retry = self._retry, None
        if retry is not None:
            retry()

    def _finish(self) -> None:
        step = self.step
        if step is None or self.is_busy:
            return
        self.is_busy = True
        self._backend.call(
            self,
            self._on_finished,
            attempts.finish_attempt,
            step.attempt.id,
            failed=lambda error: self._on_failed(error, self._finish),
        )

    def _write(self, service: Callable[..., Step], done: Callable[[Step], object], *more: Any) -> None:
        step = self.step
        if step is None or self.is_busy:
            return
        self.is_busy = True

        def failed(error: FootnoteError) -> None:
            self._on_failed(error, lambda: self._write(service, done, *more))

        self._backend.call(self, done, service, step.attempt.id, step.position, *more, failed=failed)

    def _tell(self, service: Callable[..., None], step: Step) -> None:
        """Tell a service where the person is; nobody waits for it, and nothing is lost where it fails."""
        self._backend.call(self, _nothing, service, step.attempt.id, step.position, failed=_nothing)

    def _on_stored(self, step: Step) -> None:
        """Take over what was stored: whole where it was checked, else around the response on the page."""
        self.is_busy = False
        here = self.step
        self._ahead.forget()
        if here is None or here.attempt.id != step.attempt.id:
            return
        if step.position == here.position and step.checked is not None and here.checked is None:
            self.step = with_seen(step, self._shown)
            self.checked.emit(self.step)
        else:
            self.step = with_seen(merged(here, step), self._shown)
            self.updated.emit(self.step)
        self._after_paint(self.step, self._read_ahead)

    def _after_paint(self, step: Step, act: Callable[[Step], object]) -> None:
        """Do what nobody waits for once a question is painted, if it is still there."""
        place = (step.attempt.id, step.position)

        def later() -> None:
            here = self.step  # another one by now where the question was marked for later at once
            if here is not None and (here.attempt.id, here.position) == place:
                act(here)

        QTimer.singleShot(_AFTER_PAINT_MS, self, later)

    def _say_shown(self, step: Step) -> None:
        if step.attempt.finished is None:
            self._tell(attempts.show_question, step)

    def _read_ahead(self, step: Step) -> None:
        if step.checked is not None or step.attempt.mode == "exam":
            self._ahead.fetch(step.attempt.id, next_position(step))

    def _foretell(self, step: Step) -> None:
        """Read what the answer will bring, so that it need not be laid out when it is waited for."""
        if step.checked is None and step.attempt.mode == "practice" and step.attempt.finished is None:
            attempt, position = step.attempt.id, step.position
            self._backend.call(
                self,
                lambda told: self.foretold.emit(step, told) if told is not None else None,
                attempts.read_ahead,
                attempt,
                position,
                failed=_nothing,
            )

    def _on_skipped(self, step: Step) -> None:
        self._on_stored(step)
        if self.step is not None:
            self.skipped.emit(self.step)

    def _on_finished(self, summary: Summary) -> None:
        self.is_busy = False
        self.step = None
        self._ahead.forget()
        self.finished.emit(summary.attempt.id)

    def _on_failed(self, error: FootnoteError, again: Callable[[], object]) -> None:
        self.is_busy = False
        self._retry = again
        self.failed.emit(error)


def with_seen(step: Step, shown: set[int]) -> Step:
    """Return a step whose panel shows as seen what was on the page since it was read."""
    cells = tuple(
        msgspec.structs.replace(cell, state="seen")
        if cell.state == "unreached" and cell.position in shown
        else cell
        for cell in step.panel
    )
    return step if cells == step.panel else msgspec.structs.replace(step, panel=cells)


def merged(here: Step, stored: Step) -> Step:
    """Return the step on the page with the counts of one that was stored, and its marks if it is the same."""
    step = msgspec.structs.replace(
        here,
        panel=stored.panel,
        answered=stored.answered,
        unanswered=stored.unanswered,
        flags=stored.flags,
    )
    if stored.position != here.position:
        return step
    return msgspec.structs.replace(
        step,
        flagged=stored.flagged,
        skipped=stored.skipped,
        response=stored.response,
        saved=stored.saved,
    )


def _nothing(_value: object) -> None:
    return

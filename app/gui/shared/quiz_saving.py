"""Getting answers to disk: each choice of an exam at once, typed text after a pause; called saved only then."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import FootnoteError
from app.domain.kinds import Response
from app.gui.backend import Backend
from app.gui.shared.active_time import ActiveTime
from app.services import attempts
from app.services.views import Step

PAUSE_MS = 2000
Then = Callable[[], object]


class QuizSaving(QObject):
    """Sends responses to the services in order. A response that could not be saved stays wanted until it is."""

    stored = Signal(object)
    """A Step that came back: what was sent is on disk."""
    failed = Signal(object)
    """A FootnoteError: it is not. `try_again` sends it once more."""
    state_changed = Signal()
    """`is_saved` may be another."""

    def __init__(self, backend: Backend, read: Callable[[], Response], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.time = ActiveTime()
        self._backend, self._read = backend, read
        self._step: Step | None = None
        self._dirty = False
        self._under_way = 0
        self._after: Then | None = None
        self._retry: Then | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)

    @property
    def is_dirty(self) -> bool:
        """Tell whether the response on the page is another than the last one sent."""
        return self._dirty

    @property
    def is_saved(self) -> bool:
        """Tell whether all that was answered is on disk, and something was; a finished attempt has nothing to save."""
        if self._step is not None and self._step.attempt.finished is not None:
            return False
        something = self._step is not None and (self._step.saved is not None or self._step.answered > 0)
        return something and not self._dirty and not self._under_way

    def begin(self, step: Step, *, dirty: bool = False) -> None:
        """Watch over a step from now on; `dirty` says that the page holds a response that was not sent."""
        self._pause.stop()
        self._step, self._dirty, self._after, self._retry = step, dirty, None, None
        self.state_changed.emit()

    def note_change(self, *, typed: bool) -> None:
        """Take note of another response: in an exam it is sent at once, typed text after a pause."""
        self._dirty = True
        if self._is_exam():
            if typed:
                self._pause.start()
            else:
                self.save()
        self.state_changed.emit()

    def save(self, then: Then | None = None) -> None:
        """Save what is on the page, if it is not; call `then` once all of it is on disk."""
        self._pause.stop()
        if self._dirty and self._is_exam() and self._step is not None:
            self._after = then
            self._send(attempts.save_response, self._step, self._read())
        elif self._under_way:
            self._after = then or self._after
        elif then is not None:
            then()

    def submit(self) -> None:
        """Hand the response of a practice question in to be checked."""
        if self._step is not None:
            self._send(attempts.submit_response, self._step, self._read())

    def try_again(self) -> None:
        """Send once more what could not be saved."""
        retry, self._retry = self._retry, None
        if retry is not None:
            retry()

    def _is_exam(self) -> bool:
        step = self._step
        return step is not None and step.attempt.mode == "exam" and step.attempt.finished is None

    def _send(self, service: Callable[..., Step], step: Step, response: Response) -> None:
        after, self._dirty = self._after, False
        self._under_way += 1
        self.state_changed.emit()
        active = self.time.milliseconds()
        self.time.restart(running=self.time.is_running)

        def failed(error: FootnoteError) -> None:
            self._retry = lambda: self._send_again(service, step, after)
            self._on_failed(error)

        self._backend.call(
            self, self._on_stored, service, step.attempt.id, step.position, response, active, failed=failed
        )

    def _send_again(self, service: Callable[..., Step], step: Step, after: Then | None) -> None:
        self._after = after
        self._send(service, step, self._read())

    def _on_stored(self, step: Step) -> None:
        self._under_way -= 1
        here = self._step
        if here is not None and (here.attempt.id, here.position) == (step.attempt.id, step.position):
            self._step = step
        self.stored.emit(step)
        self.state_changed.emit()
        if not self._under_way and not self._dirty and self._after is not None:
            then, self._after = self._after, None
            then()

    def _on_failed(self, error: FootnoteError) -> None:
        self._under_way -= 1
        self._dirty, self._after = True, None
        self.state_changed.emit()
        self.failed.emit(error)

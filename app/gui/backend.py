"""The gate: services run off the GUI thread and their results come back to it.

`call` runs `service(ctx, *args)` in one transaction on a worker and brings one result, or one error, back. Reads,
writes and slow background reads have a worker each, so that statistics never stand before an answer.
"""

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.domain.errors import Cancelled, FootnoteError

if TYPE_CHECKING:
    import queue

    from app.services.context import Actor

log = logging.getLogger(__name__)

Done = Callable[[Any], object]
Failed = Callable[[FootnoteError], object]
Progress = Callable[[int, int], object]
Service = Callable[..., Any]


class Performer(Protocol):
    """Runs one service in one transaction: `services.context.perform` without its library."""

    def __call__(
        self, actor: "Actor | None", service: Service, args: tuple[Any, ...], progress: Progress
    ) -> Any:
        """Return the service's value or raise its error."""
        ...


class Job:
    """A call under way. The result of a cancelled job is dropped."""

    def __init__(self, owner: QObject, service: Service, args: tuple[Any, ...], done: Done) -> None:
        self.owner = owner
        self.service = service
        self.args = args
        self.done = done
        self.failed: Failed | None = None
        self.progress: Progress | None = None
        self.actor: Actor | None = None
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the service to stop at its next step and drop whatever it brings."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Tell whether `cancel` was called."""
        return self._cancelled.is_set()

    @property
    def wanted(self) -> bool:
        """Tell whether anybody still waits for the result."""
        return not self.cancelled and shiboken6.isValid(self.owner)


class Backend(QObject):
    """Owns the workers and the open library; lives on the GUI thread."""

    ready = Signal()
    """The library is open and the shipped sets are up to date."""
    unavailable = Signal(object)
    """The library cannot be opened: the FootnoteError says why."""
    error_occurred = Signal(object)
    """An expected error that no caller handles."""
    bug_occurred = Signal(str)
    """An unexpected error, already logged: its one-line description."""
    _arrived = Signal(object)

    def __init__(self, opener: Callable[[], Performer], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actor: Actor | None = None
        self.is_ready = False
        self._opener = opener
        self._perform: Performer | None = None
        self._queues: dict[str, queue.SimpleQueue[Job | None]] = {}
        self._threads: list[threading.Thread] = []
        self._waiting: list[Job] = []
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Open the library on a worker, then take calls; `ready` or `unavailable` follows."""
        thread = threading.Thread(target=self._open, name="footnote-open", daemon=True)
        self._threads.append(thread)
        thread.start()

    def stop(self) -> None:
        """Finish what is queued and end the workers."""
        for waiting in self._queues.values():
            waiting.put(None)
        for thread in self._threads:
            thread.join(timeout=30)
        self._threads.clear()
        self._queues.clear()
        self._perform = None
        self.is_ready = False

    def call(
        self,
        owner: QObject,
        done: Done,
        service: Service,
        *args: Any,
        failed: Failed | None = None,
        progress: Progress | None = None,
    ) -> Job:
        """Run a service; `done(value)` or `failed(error)` is called on the GUI thread unless `owner` has gone."""
        job = Job(owner, service, args, done)
        job.failed = failed
        job.progress = progress
        job.actor = self.actor
        if self.is_ready:
            self._enqueue(job)
        else:
            self._waiting.append(job)
        return job

    def _enqueue(self, job: Job) -> None:
        worker = str(getattr(job.service, "footnote_worker", "writes"))
        self._queues[worker].put(job)

    def _open(self) -> None:
        try:
            performer = self._opener()
        except FootnoteError as error:
            refusal = error  # the name after "as" is gone when the GUI thread comes to it
            self._arrived.emit(lambda: self.unavailable.emit(refusal))
        except Exception as error:
            log.exception("opening the library failed")
            problem = FootnoteError("unexpected", detail=f"{type(error).__name__}: {error}")
            self._arrived.emit(lambda: self.unavailable.emit(problem))
        else:
            self._arrived.emit(lambda: self._begin(performer))

    def _begin(self, performer: Performer) -> None:
        import queue

        self._perform = performer
        for worker in ("reads", "writes", "background"):
            self._queues[worker] = queue.SimpleQueue()
            thread = threading.Thread(
                target=self._work,
                args=(self._queues[worker], performer),
                name=f"footnote-{worker}",
                daemon=True,
            )
            self._threads.append(thread)
            thread.start()
        self.is_ready = True
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            self._enqueue(job)
        self.ready.emit()

    def _work(self, jobs: "queue.SimpleQueue[Job | None]", performer: Performer) -> None:
        while (job := jobs.get()) is not None:
            if not job.cancelled:
                self._arrived.emit(self._run(job, performer))

    def _run(self, job: Job, performer: Performer) -> Callable[[], object]:
        """Run a job on its worker and return what is to be done about it on the GUI thread."""

        def step(done: int, total: int) -> None:
            if job.cancelled:
                raise Cancelled
            if job.progress is not None:
                report = job.progress
                self._arrived.emit(lambda: report(done, total) if job.wanted else None)

        try:
            value = performer(job.actor, job.service, job.args, step)
        except FootnoteError as error:
            problem = error
            return lambda: self._fail(job, problem)
        except Exception as error:
            log.exception("service %s failed", getattr(job.service, "__name__", job.service))
            line = f"{type(error).__name__}: {error}"
            return lambda: self._fail(job, FootnoteError("unexpected", detail=line), bug=line)
        return lambda: job.done(value) if job.wanted else None

    def _fail(self, job: Job, error: FootnoteError, *, bug: str = "") -> None:
        if not job.wanted:
            return
        if bug:
            self.bug_occurred.emit(bug)
        if job.failed is not None:
            job.failed(error)
        elif not bug:
            self.error_occurred.emit(error)

    @Slot(object)
    def _deliver(self, action: Callable[[], object]) -> None:
        action()


class InlineBackend(Backend):
    """Runs every call at once on the calling thread: for tests and for pictures."""

    def start(self) -> None:
        """Open the library now."""
        self._begin(self._opener())

    def _begin(self, performer: Performer) -> None:
        self._perform = performer
        self.is_ready = True
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            self._enqueue(job)
        self.ready.emit()

    def _enqueue(self, job: Job) -> None:
        assert self._perform is not None
        self._run(job, self._perform)()

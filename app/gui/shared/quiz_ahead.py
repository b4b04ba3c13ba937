"""Reading the next question while the person still reads this one."""

from PySide6.QtCore import QObject, Signal

from app.domain.ids import AttemptId
from app.gui.backend import Backend
from app.services import attempts
from app.services.views import Step


class QuizAhead(QObject):
    """Keeps steps that were read ahead. Every write makes them worthless: `forget`."""

    came = Signal(object)
    """A step that was read ahead."""

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._steps: dict[tuple[AttemptId, int], Step] = {}
        self._round = 0

    def fetch(self, attempt: AttemptId, position: int | None) -> None:
        """Read a step ahead, unless it was."""
        if position is None or (attempt, position) in self._steps:
            return
        now = self._round

        def keep(step: Step) -> None:
            if now == self._round:
                self._steps[attempt, position] = step
                self.came.emit(step)

        # What cannot be read ahead is read when it is asked for, and says then what is wrong.
        self._backend.call(self, keep, attempts.open_step, attempt, position, failed=lambda _error: None)

    def take(self, attempt: AttemptId, position: int) -> Step | None:
        """Return a step that was read ahead, if it was."""
        return self._steps.pop((attempt, position), None)

    def forget(self) -> None:
        """Drop all steps, and those that are on their way."""
        self._steps.clear()
        self._round += 1

"""The original's own words for the passages of a question, read where a person has attached the document."""

from PySide6.QtCore import QObject

from app.gui.backend import Backend
from app.gui.shared.quiz_view import QuizView
from app.gui.widgets.kinds.response_input import Originals
from app.services import passages
from app.services.views import Step


class QuizOriginals(QObject):
    """Brings them to the input on the page once they are read; our summary is there at once."""

    def __init__(self, backend: Backend, view: QuizView, parent: QObject) -> None:
        super().__init__(parent)
        self._backend, self._view = backend, view
        self._wanted: Step | None = None

    def fetch(self, step: Step) -> None:
        """Read the originals of a step that is shown, if it has passages."""
        self._wanted = step
        if not passages.passages_of(step.shown.body):
            return

        def show(originals: Originals) -> None:
            if self._wanted is step and self._view.given is not None:
                self._view.given.show_originals(originals)
                self._view.columns.settle()

        # Without them our summary stands alone, as it does where no copy is attached.
        self._backend.call(
            self,
            show,
            passages.read_passage_originals,
            step.attempt.id,
            step.position,
            failed=lambda _error: None,
        )

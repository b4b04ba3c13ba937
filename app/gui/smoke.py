"""`--smoke=quiz`: open one question, answer it, see its explanation; or say what did not come."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import FootnoteError
from app.domain.ids import SetId
from app.gui.main_window import MainWindow
from app.gui.shared.places import QuizPlace
from app.gui.shared.quiz_page import QuizPage
from app.gui.widgets.kinds.choice_input import ChoiceInput
from app.services import attempts, learners
from app.services.views import Learner, QuizPlan, Step
from app.words import errors

_LIMIT_MS = 60_000
_LOOK_MS = 20


class QuizSmoke(QObject):
    """Walks through the window as a student would; calls `done("")`, or `done(problem)`."""

    def __init__(self, window: MainWindow, done: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._done = window, done
        self._answered = False
        self._limit = QTimer(self, singleShot=True, interval=_LIMIT_MS)
        self._limit.timeout.connect(lambda: self._end("No explanation was shown within a minute."))
        self._limit.start()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        call = window.desk.backend.call
        call(self, self._on_learner, learners.add_learner, "", failed=self._on_failed)

    def _on_learner(self, learner: Learner) -> None:
        self._window.desk.sit_down(learner)
        plan = QuizPlan(set=SetId("taster"))
        self._window.desk.backend.call(
            self, self._on_step, attempts.start_attempt, learner.id, plan, failed=self._on_failed
        )

    def _on_step(self, step: Step) -> None:
        self._window.open(QuizPlace(step.attempt.id, step.position))
        self._look.start()

    def _on_look(self) -> None:
        page = self._window.page
        if not isinstance(page, QuizPage) or page.step is None:
            return
        if page.step.checked is not None:
            self._end("" if page.explanation.isVisible() else "The explanation is not visible.")
        elif not self._answered:
            self._answer(page, page.step)

    def _answer(self, page: QuizPage, step: Step) -> None:
        """Answer a question that is a choice; go on to the next where it is none."""
        given = page.response_input
        if isinstance(given, ChoiceInput):
            self._answered = True
            next(iter(given.rows().values())).click()
            page.check_answer()
        elif step.position < step.attempt.total:
            self._window.open(QuizPlace(step.attempt.id, step.position + 1))

    def _on_failed(self, error: FootnoteError) -> None:
        self._end(errors.sentence(error))

    def _end(self, problem: str) -> None:
        self._look.stop()
        self._limit.stop()
        self._done(problem)

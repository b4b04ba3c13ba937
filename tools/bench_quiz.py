"""Time a student's two waits in the real window: from a key to the next question, and to the saved explanation."""

import resource
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app import config
from app.gui.backend import Backend
from app.gui.main_window import MainWindow
from app.gui.shared.desk import Desk
from app.gui.shared.places import QuizPlace
from app.gui.shared.quiz_page import QuizPage
from app.gui.theme import Look, theme
from app.gui.widgets.kinds.choice_input import ChoiceInput
from app.services import attempts, learners
from app.services.context import TEACHER, Context, perform
from app.services.marks import writes
from app.services.opening import OpenLibrary, open_for_window
from app.services.storing.bank import store_bank
from app.services.storing.record import Record
from app.services.views import QuizPlan, Step
from tools.generated_bank import SET, make_bank

_LIMIT_S = 30.0
_ROUNDS = 60
_PAUSE_S = 0.45  # a second Enter within 400 ms does nothing, and a reader takes longer anyway


class Timings(NamedTuple):
    """Milliseconds, one for each question answered, and what storing cost."""

    next_question: list[float]
    explanation: list[float]
    commit: float
    draw: float
    stored_per_cpu_second: float
    peak: float
    bytes_a_question: float
    byte_budget: float


class _Window:
    def __init__(self, library: OpenLibrary) -> None:
        self.desk = Desk(Backend(lambda: library), config.Settings())
        self.window = MainWindow(self.desk)
        self.window.resize(1280, 800)
        self.window.show()
        self.desk.backend.start()
        self.wait(lambda: self.desk.backend.is_ready)

    @property
    def page(self) -> QuizPage:
        page = self.window.page
        assert isinstance(page, QuizPage)
        return page

    def wait(self, until: Callable[[], bool]) -> None:
        end = time.perf_counter() + _LIMIT_S
        while not until():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if time.perf_counter() > end:
                raise SystemExit("The window did not answer.")

    def wait_for_question(self, position: int) -> None:
        self.wait(lambda: self.page.step is not None and self.page.step.position == position)

    def rest(self) -> None:
        end = time.perf_counter() + _PAUSE_S
        self.wait(lambda: time.perf_counter() > end)

    def press(self, key: Qt.Key) -> None:
        target = QApplication.focusWidget() or self.page
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    def paint(self) -> None:
        """Paint what changed now, as the next frame would."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.window.repaint()
        for child in (self.page, self.page.explanation):
            child.repaint()


def time_quiz(folder: Path, questions: int) -> Timings:
    """Answer questions in a window over a library in this folder, with a generated bank of so many questions."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme().apply(app, Look("light", reduced_motion=True))
    path = folder / "library.sqlite"
    library = open_for_window(path)
    rate, budget = _store(library, questions) if questions else (0.0, 0.0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    window = _Window(library)
    learner = library(None, learners.add_learner, ("Sample Student",))
    window.desk.sit_down(learner)
    plan = QuizPlan(SET if questions else None, size=_ROUNDS)
    started = time.perf_counter()
    step: Step = library(None, attempts.start_attempt, (learner.id, plan))
    draw = (time.perf_counter() - started) * 1000
    window.window.open(QuizPlace(step.attempt.id, 1))
    asked, told = _answer_all(window)
    window.window.close()
    window.desk.backend.stop()
    size = path.stat().st_size / questions if questions else 0.0
    library.close()
    return Timings(asked, told, _bare_commit(folder), draw, rate, peak, size, budget)


def _answer_all(window: _Window) -> tuple[list[float], list[float]]:
    asked: list[float] = []
    told: list[float] = []
    window.wait(lambda: window.page.step is not None)
    while True:
        here = window.page.step
        assert here is not None
        given = window.page.response_input
        if isinstance(given, ChoiceInput):
            next(iter(given.rows().values())).click()
            window.rest()
            started = time.perf_counter()
            window.press(Qt.Key.Key_Return)
            window.wait(lambda: window.page.step is not None and window.page.step.checked is not None)
            window.paint()
            told.append((time.perf_counter() - started) * 1000)
        window.rest()
        if here.position == here.attempt.total:
            return asked, told
        started = time.perf_counter()
        window.press(Qt.Key.Key_PageDown)
        window.wait_for_question(here.position + 1)
        window.paint()
        asked.append((time.perf_counter() - started) * 1000)


def _store(library: OpenLibrary, questions: int) -> tuple[float, float]:
    bank = make_bank(questions)

    @writes
    def store(ctx: Context) -> None:
        store_bank(ctx, bank, "own", Record())

    started = time.process_time()
    perform(library.library, TEACHER, store)
    rate = questions / (time.process_time() - started)
    sample = bank.sets[0].questions[:200]
    texts = [_texts(one) for one in sample]
    return rate, 1.8 * statistics.mean(texts) + 300


def _texts(question: object) -> int:
    import msgspec

    return len(msgspec.json.encode(question)) * 6 // 10  # the words without the names of the fields, about


def _bare_commit(folder: Path) -> float:
    """Return the median time of one small commit on this disk, with the settings that the library has."""
    db = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE t (a)")
    times = []
    for number in range(60):
        started = time.perf_counter()
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO t VALUES (?)", (number,))
        db.execute("COMMIT")
        times.append((time.perf_counter() - started) * 1000)
    db.close()
    return statistics.median(times)

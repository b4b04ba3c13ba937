"""Time a student's two waits in the real window: from a key to the next question, and to the saved explanation."""

import resource
import sqlite3
import statistics
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app import config
from app.gui.backend import Backend
from app.gui.collector import GuiCollector
from app.gui.main_window import MainWindow
from app.gui.shared.desk import Desk
from app.gui.shared.places import QuizPlace
from app.gui.shared.quiz_page import QuizPage
from app.gui.theme import Look, make_application, theme
from app.gui.widgets.kinds.answer_field import AnswerField
from app.gui.widgets.kinds.choice_input import ChoiceInput
from app.gui.widgets.kinds.cloze_input import ClozeInput
from app.gui.widgets.kinds.evidence_input import EvidenceInput
from app.gui.widgets.kinds.matching_input import MatchingInput
from app.gui.widgets.kinds.ordering_input import OrderingInput
from app.gui.widgets.kinds.response_input import ResponseInput
from app.gui.widgets.kinds.source_support_input import SourceSupportInput
from app.gui.widgets.kinds.status_sort_input import StatusSortInput
from app.gui.widgets.kinds.two_sources_input import TwoSourcesInput
from app.gui.widgets.kinds.typed_input import TypedInput
from app.services import attempts, learners
from app.services.context import TEACHER, Context, perform
from app.services.marks import writes
from app.services.opening import OpenLibrary, open_for_window
from app.services.storing.bank import store_bank
from app.services.storing.record import Record
from app.services.views import QuizPlan, Step
from tools.generated_bank import SET, make_bank

_LIMIT_MS = 30_000
_ROUNDS = 60
_PAUSE_MS = 450  # a second Enter within 400 ms does nothing, and a reader takes longer anyway


class Wait(NamedTuple):
    """One wait of a student: the kind of question, milliseconds by the clock, of CPU, and of these in the window."""

    kind: str
    wall: float
    cpu: float
    window: float


class Timings(NamedTuple):
    """The waits, one for each question answered, and what storing cost."""

    next_question: list[Wait]
    explanation: list[Wait]
    commit: float
    draw: float
    stored_per_cpu_second: float
    peak: float
    bytes_a_question: float
    byte_budget: float


class _Clock:
    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._before = self._now()

    def stop(self) -> Wait:
        wall, cpu, window = (1000 * (now - then) for now, then in zip(self._now(), self._before, strict=True))
        return Wait(self._kind, wall, cpu, window)

    def _now(self) -> tuple[float, float, float]:
        return time.perf_counter(), time.process_time(), time.thread_time()


class _Window:
    """The real window with its workers, in a real event loop: it sleeps where nothing is to be done."""

    def __init__(self, library: OpenLibrary) -> None:
        self.desk = Desk(Backend(lambda: library), config.Settings())
        self.window = MainWindow(self.desk)
        self.window.resize(1280, 800)
        self.window.show()
        self._loop = QEventLoop()
        self._collector = GuiCollector()
        self._collector.start()
        self.desk.backend.ready.connect(self._loop.quit)
        self.desk.backend.start()
        self.wait()
        self._collector.pass_over()

    @property
    def page(self) -> QuizPage:
        page = self.window.page
        assert isinstance(page, QuizPage)
        return page

    @property
    def step(self) -> Step:
        step = self.page.step
        assert step is not None
        return step

    def open(self, place: QuizPlace) -> None:
        self.window.open(place)
        self.page.flow.opened.connect(self._loop.quit)
        self.page.flow.checked.connect(self._loop.quit)
        self.wait()

    def wait(self) -> None:
        limit = QTimer(singleShot=True, interval=_LIMIT_MS)
        limit.timeout.connect(self._give_up)
        limit.start()
        self._loop.exec()
        limit.stop()

    def rest(self) -> None:
        QTimer.singleShot(_PAUSE_MS, self._loop.quit)
        self._loop.exec()

    def press(self, key: Qt.Key) -> None:
        target = QApplication.focusWidget() or self.page
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    def paint(self) -> None:
        """Lay out and paint what changed now, as the next frame does."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.sendPostedEvents(self.window, QEvent.Type.UpdateRequest.value)

    def close(self) -> None:
        self.window.close()
        self.desk.backend.stop()
        self._collector.stop()

    def _give_up(self) -> None:
        raise SystemExit("The window did not answer.")


def time_quiz(folder: Path, questions: int) -> Timings:
    """Answer questions in a window over a library in this folder, with a generated bank of so many questions."""
    app = QApplication.instance() or make_application("footnote")
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
    window.open(QuizPlace(step.attempt.id, 1))
    asked, told = _answer_all(window)
    window.close()
    size = path.stat().st_size / questions if questions else 0.0
    library.close()
    return Timings(asked, told, _bare_commit(folder), draw, rate, peak, size, budget)


def _answer_all(window: _Window) -> tuple[list[Wait], list[Wait]]:
    asked: list[Wait] = []
    told: list[Wait] = []
    while True:
        here = window.step
        _give_something(window.page.response_input)
        window.rest()
        clock = _Clock(here.shown.kind)
        window.press(Qt.Key.Key_Return)
        window.wait()
        window.paint()
        told.append(clock.stop())
        window.rest()
        if here.position == here.attempt.total:
            return asked, told
        clock = _Clock("")
        window.press(Qt.Key.Key_PageDown)
        if window.step.position == here.position:
            window.wait()  # it was not read ahead
        window.paint()
        asked.append(clock.stop()._replace(kind=window.step.shown.kind))


def _give_something(given: ResponseInput | None) -> None:
    """Answer a question of any kind, as a person does who guesses."""
    match given:
        case ChoiceInput():
            next(iter(given.rows().values())).click()
        case OrderingInput():
            given.keep.click()
        case MatchingInput() | StatusSortInput():
            for row in given.rows().values():
                _press_letter(row)
        case TypedInput():
            _type(given.field())
        case ClozeInput():
            for gap in given.gaps().values():
                _type(gap) if isinstance(gap, AnswerField) else _press_letter(gap)
        case _:
            _weigh_something(given)


def _weigh_something(given: ResponseInput | None) -> None:
    """Answer a question of a kind that weighs sources."""
    match given:
        case EvidenceInput():
            for rows in (given.answers.rows(), given.passage.rows()):
                _click_first(rows.values())
        case TwoSourcesInput():
            for part in (*given.passages, given.relation):
                _click_first(part.rows().values())
        case SourceSupportInput():
            _click_first(given.answers.rows().values())
        case _:
            raise SystemExit(f"No answer is known for {type(given).__name__}.")


def _click_first(rows: Iterable[QAbstractButton]) -> None:
    for row in list(rows)[:1]:
        row.click()


def _press_letter(chooser: QWidget) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(chooser, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "a"))


def _type(field: AnswerField | None) -> None:
    assert field is not None
    none = Qt.KeyboardModifier.NoModifier
    for figure in "1937":
        key = Qt.Key(ord(figure))
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, none, figure))


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

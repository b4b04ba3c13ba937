"""Every screen of the program, each made by the program itself from a prepared library: for pictures and for tests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app import config
from app.domain.errors import FootnoteError
from app.domain.glance import Glance
from app.gui.backend import InlineBackend
from app.gui.main_window import MainWindow
from app.gui.shared.desk import Desk
from app.gui.shared.places import (
    AboutPlace,
    AboutSetPlace,
    BeginPlace,
    CoveragePlace,
    DoorPlace,
    HelpPlace,
    HistoryPlace,
    ImportPlace,
    QuizPlace,
    ReaderPlace,
    ResultPlace,
    ScoresPlace,
    SetPlace,
    SetsPlace,
    SettingsPlace,
    StartPlace,
    TodayPlace,
)
from app.services import attempts
from app.services.views import QuizPlan, Step
from tools.sample_library import NOW, Sample, SampleClock, prepare

Show = Callable[["Stage"], None]


class Screen(NamedTuple):
    """A screen: the name of its picture, and how to come to it."""

    name: str
    show: Show


class Stage:
    """A window over a prepared library."""

    def __init__(self, folder: Path) -> None:
        self.sample: Sample = prepare(folder / "library.sqlite")
        self.desk = Desk(
            InlineBackend(lambda: self.sample.library), config.Settings(notes_seen=("about:genocides",))
        )
        self.window = MainWindow(self.desk)
        self.desk.backend.start()
        self._clock = SampleClock(NOW)
        self._clock.__enter__()
        self.practice: Step = self._half_done()
        self._weighing: dict[tuple[str, bool], QuizPlace] = {}
        self.desk.sit_down(self.sample.learner)

    def _half_done(self) -> Step:
        step = self.sample.begin(QuizPlan("taster", size=10))  # type: ignore[arg-type]
        for position, right in ((1, True), (2, False), (3, True), (4, False)):
            self.sample.answer(step.attempt.id, position, right=right)
        return step

    def settle(self) -> None:
        """Let everything that waits for the event loop happen."""
        for _ in range(4):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def press(self, key: Qt.Key, text: str = "") -> None:
        """Press a key on whatever has the focus."""
        target = QApplication.focusWidget() or self.window.page or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        self.settle()

    def position_of(self, kind: str) -> tuple[Step, int]:
        """Return a finished attempt's step of a kind."""
        for attempt in self.sample.finished:
            step: Step = self.sample.do(attempts.open_step, attempt, 1)
            for position in range(1, step.attempt.total + 1):
                step = self.sample.do(attempts.open_step, attempt, position)
                if step.shown.kind == kind:
                    return step, position
        raise LookupError(kind)

    def unanswered_choice(self) -> int:
        """Return the position of a question with choices that the half done practice has not come to yet."""
        from app.services import attempts

        attempt = self.practice.attempt
        for position in range(attempt.total, 4, -1):
            if self.sample.do(attempts.open_step, attempt.id, position).shown.kind == "single_choice":
                return position
        raise LookupError("single_choice")

    def weighing(self, kind: str, *, answered: bool) -> QuizPlace:
        """Return the place of a question that weighs sources, in a practice of its own that is made when needed."""
        if not self._weighing:
            step = self.sample.begin(QuizPlan("criticism", size=0))  # type: ignore[arg-type]
            for position in range(1, step.attempt.total + 1):
                shown = self.sample.do(attempts.open_step, step.attempt.id, position).shown.kind
                place = QuizPlace(step.attempt.id, position)
                if (shown, True) not in self._weighing:
                    self.sample.answer(step.attempt.id, position, right=False)
                    self._weighing[shown, True] = place
                else:
                    self._weighing.setdefault((shown, False), place)
        return self._weighing[kind, answered]

    def close(self) -> None:
        """Close window and library."""
        self._clock.__exit__()
        self.window.close()
        self.desk.backend.stop()
        self.sample.close()


def _first_start(stage: Stage) -> None:
    stage.desk.sit_down(None)
    stage.window.show_first(StartPlace(), Glance())


def _quiz(position: int) -> Show:
    def show(stage: Stage) -> None:
        stage.window.open(QuizPlace(stage.practice.attempt.id, position))

    return show


def _reviewed(kind: str) -> Show:
    def show(stage: Stage) -> None:
        step, position = stage.position_of(kind)
        stage.window.open(QuizPlace(step.attempt.id, position))

    return show


def _weighing(kind: str, *, answered: bool) -> Show:
    return lambda stage: stage.window.open(stage.weighing(kind, answered=answered))


def _chosen(stage: Stage) -> None:
    stage.window.open(QuizPlace(stage.practice.attempt.id, stage.unanswered_choice()))
    stage.settle()
    stage.press(Qt.Key.Key_B, "b")


def _at(place: object) -> Show:
    return lambda stage: stage.window.open(place)  # type: ignore[arg-type]


def _teacher(place: object) -> Show:
    def show(stage: Stage) -> None:
        stage.desk.sit_down(None, teacher=True)
        stage.window.open(place)  # type: ignore[arg-type]

    return show


def _reader(stage: Stage) -> None:
    stage.window.open(ReaderPlace(source="genocides", attempt=stage.practice.attempt.id, position=4))  # type: ignore[arg-type]


def _result(stage: Stage) -> None:
    stage.window.open(ResultPlace(stage.sample.finished[-1]))


def _settings(stage: Stage) -> None:
    from app.gui.shared.settings_page import SettingsPage

    stage.window.open(SettingsPlace())
    stage.settle()
    page = stage.window.page
    assert isinstance(page, SettingsPage)
    page.path.set_text("~/.local/share/footnote/library.sqlite")  # not where the pictures are made


def _trouble(stage: Stage) -> None:
    from app.gui.shared.trouble_page import TroublePage

    stage.desk.sit_down(None)
    paths = config.find_paths("/sample/library.sqlite")
    stage.window.show_widget(TroublePage(FootnoteError("damaged", path="/sample/library.sqlite"), paths))


def screens(sample_set: Path) -> Iterator[Screen]:
    """Yield every screen; `sample_set` is a question set file of our own to load."""
    yield Screen("first-start", _first_start)
    yield Screen("start", _at(StartPlace()))
    yield Screen("today", _at(TodayPlace()))
    yield Screen("set", _at(SetPlace("genocides")))  # type: ignore[arg-type]
    yield Screen("begin", _at(BeginPlace(QuizPlan("purge", size=10))))  # type: ignore[arg-type]
    yield Screen("quiz-before", _chosen)
    yield Screen("quiz-after", _quiz(2))
    for kind in (
        "multiple_response",
        "true_false",
        "short_answer",
        "numerical",
        "matching",
        "ordering",
        "cloze",
    ):
        yield Screen(f"quiz-{kind.replace('_', '-')}", _reviewed(kind))
    yield Screen("quiz-evidence-before", _weighing("evidence", answered=False))
    yield Screen("quiz-two-sources-before", _weighing("two_sources", answered=False))
    for kind in ("evidence", "two_sources", "status_sort", "source_support"):
        yield Screen(f"quiz-{kind.replace('_', '-')}", _weighing(kind, answered=True))
    yield Screen("reader", _reader)
    yield Screen("about", _at(AboutPlace("genocides")))  # type: ignore[arg-type]
    yield Screen("about-set", _at(AboutSetPlace("genocides")))  # type: ignore[arg-type]
    yield Screen("result", _result)
    yield Screen("history", _at(HistoryPlace()))
    yield Screen("settings", _settings)
    yield Screen("help", _at(HelpPlace()))
    yield Screen("door", _at(DoorPlace()))
    yield Screen("teacher-sets", _teacher(SetsPlace()))
    yield Screen("teacher-import", _teacher(ImportPlace((str(sample_set),))))
    yield Screen("teacher-coverage", _teacher(CoveragePlace()))
    yield Screen("teacher-scores", _teacher(ScoresPlace()))
    yield Screen("trouble", _trouble)

"""The quiz page in a window over a real library, for its tests: what it asks for, what is on disk, what a key does."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from sqlalchemy import select

from app.config import Settings
from app.domain.errors import NotSaved
from app.domain.ids import SetId
from app.gui.backend import Backend
from app.gui.shared.page import Header
from app.gui.shared.places import Place, QuizPlace
from app.gui.shared.quiz_page import QuizPage
from app.gui.widgets.kinds.choice_input import ChoiceInput
from app.services import attempts
from app.services.context import TEACHER, perform
from app.services.shipping import bring_up_to_date
from app.services.views import Mode, QuizPlan, Step
from app.storage.tables.attempts import response
from tests.gui.desk_tools import House, open_house
from tests.gui.layout_checks import (
    beyond_parent,
    cut_short,
    drawings,
    faint,
    out_of_box,
    over_each_other,
    overlapping,
    too_wide,
)
from tests.services.builders import bank, question, question_set, right, wrong

SIZE = (1280, 744)
"""What is left for a page of a window of 1280 x 800 under the top bar."""


class QuizStage(QWidget):
    """A window with the quiz page and what it puts into the top bar; it notes what the page asks for."""

    def __init__(self, house: House, step: Step) -> None:
        super().__init__()
        self.house = house
        self.clock = 100.0
        self.asked: list[Place] = []
        self.messages: list[str] = []
        self.page: Any = QuizPage(house.desk)
        self.page.hands.now = lambda: self.clock
        self.bar = QHBoxLayout(self)
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.page.open_requested.connect(self.asked.append)
        self.page.message_posted.connect(lambda sentence, *_more: self.messages.append(sentence))
        self.page.header_changed.connect(self._on_header)
        self.bar.addWidget(self.page, 1)
        self.attempt = step.attempt.id
        self.resize(*SIZE)

    def _on_header(self, header: Header) -> None:
        for widget in header.right:
            widget.setParent(self)  # the window shows them in its bar; here they only have to be alive

    @property
    def step(self) -> Any:
        """Return the step on the page."""
        assert self.page.step is not None
        return self.page.step

    def open(self, position: int) -> None:
        """Open a question."""
        self.page.show_place(QuizPlace(self.attempt, position))
        settle()

    def key(self, key: Qt.Key, *, later: bool = True) -> None:
        """Press a key where the focus is; `later` lets a second pass before it."""
        self.clock += 1.0 if later else 0.1
        QTest.keyClick(QApplication.focusWidget() or self.page, key)
        settle()

    def choose(self, choose: Callable[[Step], Any] = right) -> None:
        """Choose an answer of a single choice question by its letter."""
        given = self.page.response_input
        assert isinstance(given, ChoiceInput)
        letter = list(given.rows()).index(choose(self.step).choice)
        self.key(Qt.Key(Qt.Key.Key_A + letter))

    def answer(self, choose: Callable[[Step], Any] = right) -> None:
        """Choose an answer and have it checked."""
        self.choose(choose)
        self.key(Qt.Key.Key_Return)

    def on_disk(self, position: int) -> list[str]:
        """Return what is stored for a position, by revision."""
        rows = select(response.c.given).where(response.c.position == position).order_by(response.c.revision)
        with self.house.library.reading() as db:
            return [str(given) for given in db.execute(rows).scalars()]


@contextmanager
def quiz(
    qtbot: Any,
    folder: Path,
    *,
    mode: Mode = "practice",
    kinds: tuple[str, ...] = ("single_choice",) * 3,
    settings: Settings | None = None,
) -> Iterator[QuizStage]:
    """Open an attempt with one question of each of these kinds, in this order."""
    with open_house(folder, settings=settings) as house:
        questions = [question(f"q{number}", kind, set="own") for number, kind in enumerate(kinds)]
        own = bank(question_set(*questions, id="own", title="A set of samples", order="fixed"))
        perform(house.library, TEACHER, bring_up_to_date, own, {"sets/own.yaml": "1"})
        step = house.call(attempts.start_attempt, house.learner.id, QuizPlan(SetId("own"), mode, None, 0))
        stage = QuizStage(house, step)
        qtbot.addWidget(stage)
        with qtbot.waitActive(stage):
            stage.show()
            stage.activateWindow()
        stage.open(1)
        assert [kind_at(stage, number) for number in range(1, len(kinds) + 1)] == list(kinds)
        yield stage
        stage.page.leave()


def kind_at(stage: QuizStage, position: int) -> str:
    """Return the kind of the question at a position."""
    return str(stage.house.call(attempts.open_step, stage.attempt, position).shown.kind)


class FailingDisk:
    """Lets every writing service fail until it is mended, and notes which services were called."""

    def __init__(self, stage: QuizStage) -> None:
        backend = stage.house.desk.backend
        self.broken = False
        self.called: list[str] = []
        self._perform: Any = backend._perform
        backend._perform = self

    def __call__(self, actor: Any, service: Any, args: Any, progress: Any) -> Any:
        self.called.append(service.__name__)
        if self.broken and service.footnote_worker == "writes":
            raise NotSaved("disk_full")
        return self._perform(actor, service, args, progress)


class Workers:
    """Real worker threads under a page; while they are held, everything that was asked for waits."""

    def __init__(self, perform: Any) -> None:
        self._perform = perform
        self._free = threading.Event()
        self._free.set()

    def hold(self) -> None:
        """Let nothing be done."""
        self._free.clear()

    def go_on(self) -> None:
        """Let all that waits be done."""
        self._free.set()

    def __call__(self, actor: Any, service: Any, args: Any, progress: Any) -> Any:
        self._free.wait(20)
        return self._perform(actor, service, args, progress)


@contextmanager
def with_workers(stage: QuizStage) -> Iterator[Workers]:
    """Let the page of a stage call its services on real workers."""
    inline = stage.house.desk.backend
    workers = Workers(inline._perform)
    backend = Backend(lambda: workers)
    backend.actor = inline.actor
    backend.start()
    deadline = time.monotonic() + 20
    while not backend.is_ready and time.monotonic() < deadline:
        settle()
    flow = stage.page.flow
    for owner in (flow, flow.saving, flow._ahead):
        owner._backend = backend
    yield workers
    workers.go_on()
    backend.stop()
    settle()
    for owner in (flow, flow.saving, flow._ahead):
        owner._backend = inline


def faults(root: QWidget) -> list[str]:
    """Return what does not fit, lies over something else, is cut, or is too faint."""
    made = drawings(root)
    drawn = [*out_of_box(made), *cut_short(made), *over_each_other(made), *faint(made)]
    return [*too_wide(root), *beyond_parent(root), *overlapping(root), *drawn]


def settle() -> None:
    """Let everything be laid out."""
    for _ in range(4):
        QApplication.processEvents()


__all__ = ["FailingDisk", "QuizStage", "faults", "quiz", "right", "settle", "with_workers", "wrong"]

"""Plays a new student in the real program, by keyboard alone; run by test_keyboard_story as a process of its own.

usage: python -m tests.end2end.keyboard_student LIBRARY begin|resume
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import config
from app.gui.application import Application
from app.gui.shared.places import HistoryPlace, QuizPlace, ReaderPlace, ResultPlace, StartPlace
from app.gui.shared.quiz_page import QuizPage
from app.main import _Opener
from app.services.views import Step
from app.storage.glance import read_glance

LIMIT_S = 30.0
MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
}


class NoMouse(QObject):
    """Remembers any mouse event that reaches the program."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOUSE:
            self.seen.append(f"{event.type().name} on {type(watched).__name__}")
        return False


class Student:
    """Presses keys on whatever has the focus, and waits, with a limit, for what should come."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.window = application.window

    def wait(self, what: str, until: Callable[[], bool]) -> None:
        end = time.monotonic() + LIMIT_S
        while not until():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if time.monotonic() > end:
                raise AssertionError(
                    f"waited in vain for {what}; at {self.window.place}, focus {self.focus()}"
                )

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus(), key)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)

    def tab_to(self, words: str) -> None:
        """Press Tab until something of this name has the focus."""
        for _ in range(60):
            if words.lower() in _name(self.focus()).lower():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {words!r}")

    @property
    def page(self) -> QuizPage:
        page = self.window.page
        assert isinstance(page, QuizPage), self.window.place
        return page

    @property
    def step(self) -> Step:
        step = self.page.step
        assert step is not None
        return step

    def at_question(self, position: int) -> None:
        self.wait(
            f"question {position}",
            lambda: (
                isinstance(self.window.page, QuizPage)
                and self.window.page.step is not None
                and self.window.page.step.position == position
                and self.focus() is not self.window
            ),
        )

    def begin_after_the_note(self) -> None:
        """Press Begin where a note stands before the first question; come to the quiz."""

        def is_there() -> bool:
            return isinstance(self.window.place, QuizPlace) or _name(self.focus()).strip() == "Begin"

        self.wait("the note, or the quiz", is_there)
        if not isinstance(self.window.place, QuizPlace):
            self.press(Qt.Key.Key_Return)
        self.wait("the quiz", lambda: isinstance(self.window.place, QuizPlace))

    def answer(self) -> None:
        """Answer a question of any kind with the keys that its input offers."""
        kind = self.step.shown.kind
        if kind in ("single_choice", "true_false"):
            self.press(Qt.Key.Key_B)
        elif kind == "multiple_response":
            self.press(Qt.Key.Key_1)
            self.press(Qt.Key.Key_3)
        elif kind in ("short_answer", "numerical"):
            self.type("1953" if kind == "numerical" else "Kirov")
        elif kind == "matching":
            for _ in self.step.premises:
                self.press(Qt.Key.Key_A)
                self.press(Qt.Key.Key_Down)
        elif kind == "ordering":
            self.press(Qt.Key.Key_Down)  # from the question, which is read first, into its list
            self.wait("the first line", lambda: type(self.focus()).__name__ == "ItemRow")
            for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):  # pick up, move, put down
                self.press(key)
        else:
            self.type("1928")  # the first gap has the keyboard; the others stay empty

    def check(self) -> None:
        QTest.qWait(450)  # a second Enter within 400 ms does nothing, here and below
        self.press(Qt.Key.Key_Return)
        self.wait("the verdict", lambda: self.step.checked is not None and self.page.explanation.isVisible())
        QTest.qWait(450)


def _name(widget: QWidget) -> str:
    text = widget.property("text")
    return f"{widget.accessibleName()} {text if isinstance(text, str) else ''}"


def begin(student: Student) -> None:
    """First start, the ten questions, a source, the result, a name, the history; then half of a second quiz."""
    assert student.window.place == StartPlace()
    student.press(Qt.Key.Key_Return)  # Try 10 questions
    student.begin_after_the_note()
    for position in range(1, 11):
        student.at_question(position)
        student.answer()
        student.check()
        if position == 1:
            _open_a_source(student)
        student.press(Qt.Key.Key_Return)
    student.wait("the result", lambda: isinstance(student.window.place, ResultPlace))
    _give_a_name(student)
    student.tab_to("History")
    student.press(Qt.Key.Key_Space)
    student.wait("the history", lambda: isinstance(student.window.place, HistoryPlace))
    _open_from_history(student)


def _open_a_source(student: Student) -> None:
    student.press(Qt.Key.Key_S)
    student.wait("the reader", lambda: isinstance(student.window.place, ReaderPlace))
    QTest.qWait(300)
    student.press(Qt.Key.Key_Escape)
    student.wait("the question again", lambda: isinstance(student.window.place, QuizPlace))
    student.at_question(1)


def _give_a_name(student: Student) -> None:
    student.tab_to("name")
    student.type("Sample Student")
    student.press(Qt.Key.Key_Return)
    desk = student.window.desk
    student.wait(
        "the name to be kept", lambda: desk.learner is not None and desk.learner.name == "Sample Student"
    )


def _open_from_history(student: Student) -> None:
    for _ in range(60):
        if (
            type(student.focus()).__name__ in ("AttemptTable", "RowList")
            or "attempts" in _name(student.focus()).lower()
        ):
            break
        student.press(Qt.Key.Key_Tab)
    student.press(Qt.Key.Key_Down)
    student.press(Qt.Key.Key_Return)
    student.wait(
        "the attempt, opened from the history", lambda: isinstance(student.window.place, ResultPlace)
    )


def half(student: Student) -> None:
    """Begin another quiz from the result, answer two questions, and report where it stands."""
    student.window.open(HistoryPlace())
    from app.gui.shared.places import BeginPlace
    from app.services.views import QuizPlan

    student.window.open(BeginPlace(QuizPlan("purge", size=10)))  # type: ignore[arg-type]
    student.begin_after_the_note()
    for position in (1, 2):
        student.at_question(position)
        student.answer()
        student.check()
        student.press(Qt.Key.Key_Return)
    student.at_question(3)
    QTest.qWait(300)
    report(student)


def resume(student: Student) -> None:
    """Start again after the kill: Continue, and report where it stands."""
    student.wait("Today", lambda: student.window.desk.learner is not None)
    QTest.qWait(500)
    student.tab_to("Continue")
    student.press(Qt.Key.Key_Return)
    student.wait("the quiz", lambda: isinstance(student.window.place, QuizPlace))
    student.at_question(3)
    report(student)


def report(student: Student) -> None:
    step = student.step
    states = ",".join(cell.state for cell in step.panel)
    order = ",".join(step.order)
    sys.stdout.write(f"AT {step.position} {step.question_id} {order} {states}\n")
    sys.stdout.flush()


def main() -> int:
    library, part = Path(sys.argv[1]), sys.argv[2]
    paths = config.find_paths(str(library))
    opener = _Opener(library)
    application = Application(paths, glance=read_glance(library), opener=opener.open, closer=opener.close)
    sys.excepthook = sys.__excepthook__  # what goes wrong in the story is told here, not in the window
    mouse = NoMouse()
    QApplication.instance().installEventFilter(mouse)  # type: ignore[union-attr]
    student = Student(application)
    application.start()
    student.wait("the library", lambda: application.backend.is_ready)
    student.wait("an active window", lambda: student.window.isActiveWindow())
    if part == "begin":
        begin(student)
        half(student)
        assert not mouse.seen, mouse.seen
        sys.stdout.write("READY\n")
        sys.stdout.flush()
        QTest.qWait(60_000)  # until it is killed
        return 3
    resume(student)
    assert not mouse.seen, mouse.seen
    student.window.close()
    application.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A desk over a real library, for tests of pages: the small bank, one student, and attempts as they are wanted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QApplication

from app.config import Settings
from app.gui.backend import InlineBackend
from app.gui.shared.desk import Desk
from app.gui.theme import Look, theme
from app.services import attempts
from app.services.context import TEACHER, Actor, Context, perform, perform_with_progress
from app.services.learners import add_learner
from app.services.shipping import bring_up_to_date
from app.services.views import Learner, Mode, QuizPlan, Step, Summary
from app.storage.engine import Library, open_library
from tests.services.builders import right, small_bank, wrong

RESPONSES = {"r": right, "w": wrong}


class House(NamedTuple):
    """A desk at which a student sits, the library under it, and a way to call services as that student."""

    desk: Desk
    library: Library
    learner: Learner
    call: Callable[..., Any]


@contextmanager
def open_house(
    folder: Path, *, name: str = "Sample Student", settings: Settings | None = None
) -> Iterator[House]:
    """Open a new library that holds the small bank and let a student sit down."""
    library = open_library(folder / "library.sqlite")
    perform(library, TEACHER, bring_up_to_date, small_bank(), {"sets/river.yaml": "1"})
    learner = perform(library, None, add_learner, name)
    actor = Actor(name=learner.name, person=learner.id)

    def run(actor: Actor | None, service: Any, args: tuple[Any, ...], progress: Any) -> Any:
        return perform_with_progress(library, actor, service, args, progress)

    backend = InlineBackend(lambda: run)
    backend.start()
    desk = Desk(backend, settings or Settings())
    desk.sit_down(learner)
    yield House(desk, library, learner, lambda service, *args: perform(library, actor, service, *args))
    library.close()


def take(
    house: House, answers: str, *, mode: Mode = "practice", set: Any = "river", size: int = 0
) -> Summary:
    """Take a quiz and hand it in: "r" a right answer, "w" a wrong one, "-" none, for each position."""
    step: Step = house.call(attempts.start_attempt, house.learner.id, QuizPlan(set, mode, None, size))
    for position, answer in enumerate(answers.ljust(step.attempt.total, "-")[: step.attempt.total], start=1):
        if answer != "-":
            here = house.call(attempts.open_step, step.attempt.id, position)
            response = RESPONSES[answer](here)
            house.call(attempts.submit_response, step.attempt.id, position, response, 30_000)
    summary: Summary = house.call(attempts.finish_attempt, step.attempt.id)
    return summary


def at(monkeypatch: Any, moment: datetime) -> None:
    """Let services believe that it is another time."""
    monkeypatch.setattr(Context, "now", lambda _self: moment)


def dress(scheme: str = "light", scale: float = 1.0) -> None:
    """Show the program in a look."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme().apply(app, Look(scheme, scale))  # type: ignore[arg-type]

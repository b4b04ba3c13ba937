"""A walk through every screen: text inside its box, nothing over its neighbour, contrast as it is drawn.

Each screen is looked at in a large and in a small window, with text of 100 and of 200 %, in light and in dark. What a
column scrolls is looked at whole.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication

from app.gui.shared.places import HistoryPlace, QuizPlace, TodayPlace
from app.gui.theme import Look, theme
from app.services import attempts, learners
from app.services.views import QuizPlan
from tests.gui import layout_checks as checks
from tools.screens import Screen, Stage, screens

SAMPLE_SET = Path(__file__).resolve().parents[1] / "data" / "sets" / "sample.yaml"
SIZES = ((1280, 800), (900, 440))
_ROUNDS = 50
_NEWCOMER = "Somebody new"


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: Any) -> Iterator[Stage]:
    """One prepared library and one window, whose look is changed while it is open."""
    theme().apply(qapp, Look("light", 1.0, reduced_motion=True))
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("every-screen")
        patch.setenv("FOOTNOTE_HOME", str(folder))
        made = Stage(folder)
        made.window.show()
        yield made
        made.close()
        made.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme().apply(qapp, Look())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text", [1.0, 2.0], ids=["100", "200"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_can_be_read(
    stage: Stage, qapp: QApplication, monkeypatch: Any, scheme: Any, text: float, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("FOOTNOTE_HOME", str(stage.sample.path.parent))
    theme().apply(qapp, Look(scheme, text, reduced_motion=True))
    stage.window.resize(*size)
    found = []
    seen = 0
    for screen in [*screens(SAMPLE_SET), *more_screens()]:
        stage.desk.sit_down(stage.sample.learner)
        screen.show(stage)
        come_to_rest(stage)
        assert stage.window.size().toTuple() == size, f"{screen.name} makes the window larger"
        found += [f"{screen.name}: {line}" for line in checks.look_at(stage.window)]
        if text == 1.0:  # larger text may have to be scrolled in a small window
            found += [f"{screen.name}: {line}" for line in checks.button_out_of_sight(stage.window)]
        seen += len(list(checks.visible_widgets(stage.window)))
    assert not found, "\n" + "\n".join(found)
    assert seen > 1000, "the walk has seen hardly anything"


def test_one_column_scrolls_at_the_edge_of_the_window(stage: Stage, qapp: QApplication) -> None:
    theme().apply(qapp, Look("light", 1.0, reduced_motion=True))
    stage.window.resize(900, 440)
    stage.desk.sit_down(stage.sample.learner)
    stage.window.open(QuizPlace(stage.practice.attempt.id, 2))
    come_to_rest(stage)
    page: Any = stage.window.page
    bar = page.view.columns.middle.verticalScrollBar()
    assert bar.isVisible()
    assert bar.mapTo(stage.window, bar.rect().topRight()).x() == stage.window.width() - 1


def more_screens() -> Iterator[Screen]:
    """Yield what lies over a screen or takes its place: a question before handing in, keys, a message, nothing yet."""
    yield Screen("quiz-exam-hand-in", _hand_in)
    yield Screen("quiz-keys", _keys)
    yield Screen("today-message", _message)
    yield Screen("history-empty", partial(_nobody, HistoryPlace()))
    yield Screen("today-empty", partial(_nobody, TodayPlace()))


def _hand_in(stage: Stage) -> None:
    step = stage.sample.begin(QuizPlan("purge", "exam", size=10))  # type: ignore[arg-type]
    stage.window.open(QuizPlace(step.attempt.id, 1))
    stage.settle()
    page: Any = stage.window.page
    page.hands.ask_hand_in()
    stage.settle()
    stage.sample.do(attempts.finish_attempt, step.attempt.id)


def _keys(stage: Stage) -> None:
    stage.window.open(QuizPlace(stage.practice.attempt.id, 5))
    stage.settle()
    stage.press(Qt.Key.Key_Question, "?")


def _message(stage: Stage) -> None:
    stage.window.open(TodayPlace())
    stage.settle()
    stage.window.show_message(
        "The question sets of sample.yaml are in: 8 questions, and 1 was left out.",
        "Undo import of sample.yaml",
    )


def _nobody(place: Any, stage: Stage) -> None:
    known = {one.name: one for one in stage.sample.do(learners.list_learners)}
    stage.desk.sit_down(known.get(_NEWCOMER) or stage.sample.do(learners.add_learner, _NEWCOMER))
    stage.window.open(place)


def come_to_rest(stage: Stage) -> None:
    """Wait until nothing moves any more: Qt lays out in several rounds of events."""
    before: list[tuple[int, QRect]] = []
    for _ in range(_ROUNDS):
        stage.settle()
        now = [(id(widget), widget.geometry()) for widget in checks.visible_widgets(stage.window)]
        if now == before:
            return
        before = now
    pytest.fail("the layout does not come to rest")

"""The inputs of the quiz page: one of each kind that was met, and one that shows the next question already."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.gui.theme import theme
from app.gui.widgets.kinds import make_input
from app.gui.widgets.kinds.response_input import ResponseInput
from app.services.views import Step

_FILLED_ANEW = ("single_choice", "multiple_response", "true_false")
"""Kinds whose input only exchanges its words: that takes less time than to put another one in its place."""


class _Ready(NamedTuple):
    step: Step
    given: ResponseInput
    revision: int


class QuizInputs:
    """Keeps the inputs of a view; `made` is called with each new one."""

    def __init__(self, view: QWidget, made: Callable[[ResponseInput], object]) -> None:
        self._view, self._made = view, made
        self._inputs: dict[str, list[ResponseInput]] = {}
        self._ready: _Ready | None = None

    def take(self, step: Step, now: ResponseInput | None) -> tuple[ResponseInput, bool]:
        """Return the input for a step, and whether it shows it already; `now` is the one on the page."""
        ready, self._ready = self._ready, None
        if ready is not None and ready.given is not now and _shows(ready, step):
            return ready.given, True
        mine = self._inputs.get(step.shown.kind, [])
        if now is not None and now in mine:
            return now, False
        return (mine[0] if mine else self._make(step.shown.kind)), False

    def prepare(self, step: Step, now: ResponseInput | None, width: int) -> None:
        """Let an input that is not on the page show a step already, at this width."""
        kind = step.shown.kind
        mine = self._inputs.get(kind, [])
        if kind in _FILLED_ANEW and now is not None and now in mine:
            now.lay_out_ahead(step)
            return
        given = next((one for one in mine if one is not now), None) or self._make(kind)
        given.show_question(step)
        given.resize(width, max(1, given.heightForWidth(width)))
        for part in given.findChildren(QWidget):
            part.ensurePolished()
        self._ready = _Ready(step, given, theme().revision)

    def _make(self, kind: str) -> ResponseInput:
        given = make_input(kind)
        given.setParent(self._view)
        given.hide()
        self._inputs.setdefault(kind, []).append(given)
        self._made(given)
        return given


def _shows(ready: _Ready, step: Step) -> bool:
    """Tell whether a step is the one that was made ready: what is on the page of it is the very same."""
    told = ready.step
    return (
        ready.revision == theme().revision
        and (told.attempt, told.position) == (step.attempt, step.position)
        and told.shown is step.shown
        and told.response is step.response
        and told.checked is step.checked
    )

"""What can be done at a question: which button comes first, and where the next question is."""

from typing import Literal, NamedTuple

from app.services.views import Step

Primary = Literal["check", "next", "finish", "hand_in", "result"]

LABELS: dict[Primary, str] = {
    "check": "Check answer",
    "next": "Next question",
    "finish": "See the result",
    "hand_in": "Hand in",
    "result": "See the result",
}
_OPEN = ("unreached", "seen")


class Actions(NamedTuple):
    """The first button, and which quiet ones stand after it."""

    primary: Primary
    mark: bool = False
    skip: bool = False
    hand_in: bool = False


def actions_for(step: Step, *, given: bool) -> Actions:
    """Return what can be done; `given` says that an answer is on the page."""
    last = step.position >= step.attempt.total
    if step.attempt.finished is not None:
        return Actions("result" if last else "next")
    if step.attempt.mode == "exam":
        return Actions("hand_in" if last else "next", mark=True, hand_in=not last)
    nothing_left = next_position(step) is None
    if step.checked is not None:
        return Actions("finish" if nothing_left else "next", mark=True)
    if step.skipped and not given:
        return Actions("finish" if nothing_left else "next", mark=True)
    return Actions("check", mark=True, skip=True)


def next_position(step: Step) -> int | None:
    """Return where "next" leads: the following question; from the last one in practice the first that is open."""
    if step.position < step.attempt.total:
        return step.position + 1
    if step.attempt.finished is not None or step.attempt.mode == "exam":
        return None
    others = (cell for cell in step.panel if cell.position != step.position)
    return next((cell.position for cell in others if cell.state in _OPEN), None)


def first_unanswered(step: Step) -> int | None:
    """Return the first question of an exam that has no answer."""
    return next((cell.position for cell in step.panel if cell.state != "answered"), None)

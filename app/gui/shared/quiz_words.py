"""What the quiz page says: counts, the kind and topic, and plain sentences where something is missing."""

from app.services.views import AttemptHead, Step
from app.words import instructions, labels

ALL_SAVED = "You can close now, all is saved."
MARKED, NOT_MARKED = "Marked for later", "No longer marked for later"
LEAVE = "Leave, keep my place"
LEAVE_FINISHED = "Back"
SOURCE_CLOSED_IN_EXAM = "In an exam the source stays closed until you have handed in."
_NOTHING_GIVEN = {
    "short_answer": "Type an answer first, or skip this question.",
    "numerical": "Type an answer first, or skip this question.",
    "matching": "Choose at least one match first, or skip this question.",
    "ordering": "Move a line or keep this order first, or skip this question.",
    "cloze": "Fill at least one gap first, or skip this question.",
    "evidence": "Choose a sentence first, or skip this question.",
    "two_sources": "Choose how the two stand to each other first, or skip this question.",
    "status_sort": "Choose for at least one statement first, or skip this question.",
}
_CHOOSE = "Choose an answer first, or skip this question."
_SAID_BY_KIND = ("single_choice", "true_false")


def counts(step: Step) -> str:
    """Return "5 of 18 answered, 1 skipped"; in an exam the marks are counted instead."""
    words = f"{step.answered} of {step.attempt.total} answered"
    skipped = sum(cell.state == "skipped" for cell in step.panel)
    if step.attempt.mode == "exam" and step.attempt.finished is None:
        return f"{words}, {step.flags} marked" if step.flags else words
    return f"{words}, {skipped} skipped" if skipped else words


def progress(step: Step) -> float:
    """Return the share of an attempt that is behind the person, from 0 to 1."""
    skipped = sum(cell.state == "skipped" for cell in step.panel)
    return (step.answered + skipped) / step.attempt.total if step.attempt.total else 0.0


def mode(attempt: AttemptHead) -> str:
    """Return the mode as it stands beside the title."""
    word = labels.MODE[attempt.mode].lower()
    return f"{word}, finished" if attempt.finished is not None else word


def where(step: Step) -> str:
    """Return "Question 3 of 10"."""
    return f"Question {step.position} of {step.attempt.total}"


def about(step: Step) -> str:
    """Return the kind of a question and its topic."""
    parts = (kind(step), _topic(step.topic))
    return "  \u00b7  ".join(part for part in parts if part)


def kind(step: Step) -> str:
    """Return the kind of a question."""
    return labels.KIND[step.shown.kind]


def instruction(step: Step) -> str:
    """Return what to do, where the question does not show it by itself."""
    if step.shown.kind in _SAID_BY_KIND or _is_over(step):
        return ""
    return instructions.instruction(step.shown.body)


def nothing_given(kind: str) -> str:
    """Return the sentence for Enter without an answer."""
    return _NOTHING_GIVEN.get(kind, _CHOOSE)


def before_handing_in(step: Step) -> str:
    """Return "3 unanswered, 2 marked", or that nothing is left open."""
    unanswered = step.attempt.total - step.answered
    parts = [f"{unanswered} unanswered"] if unanswered else []
    parts += [f"{step.flags} marked"] if step.flags else []
    return ", ".join(parts) if parts else "All questions are answered"


def _topic(topic: str) -> str:
    """Return a topic's title; a topic that was never given one is its slug, as words."""
    return topic.replace("-", " ").capitalize() if topic.islower() and " " not in topic else topic


def _is_over(step: Step) -> bool:
    return step.checked is not None or step.attempt.finished is not None

"""Handing in: an exam is graded, the result is written down, and nothing can be added any more."""

from app.services.context import Context
from app.services.taking.answers import read_answers
from app.services.taking.events import add_event
from app.services.taking.grading import add_grade, judge
from app.services.taking.items import read_items
from app.services.taking.results import store_result
from app.services.taking.state import AttemptState, read_state


def hand_in(ctx: Context, state: AttemptState) -> AttemptState:
    """Close an open attempt and return it as it is then."""
    if state.head.mode == "exam":
        _grade_exam(ctx, state)
    finished = add_event(ctx, state, "submitted", None)
    closed = read_state(ctx, state.head.id).closed(finished)
    store_result(ctx, closed)
    return closed


def _grade_exam(ctx: Context, state: AttemptState) -> None:
    """Grade the last response to each question. One that was not answered has none and counts 0."""
    answers = read_answers(ctx, state.head.id)
    for item in read_items(ctx, state.head.id):
        answer = answers.get(item.position)
        if answer is None or answer.grade is not None:
            continue
        outcome = judge(ctx, item, answer.response)
        add_grade(ctx, state, item.position, answer.revision, item, outcome)

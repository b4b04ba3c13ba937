"""Taking a quiz: what is answered is on disk before anything of it is shown."""

import msgspec

from app.domain.errors import FootnoteError, NotAllowed
from app.domain.ids import AttemptId, LearnerId
from app.domain.kinds import Response, is_blank
from app.services.context import Context
from app.services.learners import read_learner
from app.services.marks import reads, writes
from app.services.taking import results
from app.services.taking.answers import add_response, read_answer
from app.services.taking.events import add_event, read_open, require_position, require_unshut
from app.services.taking.finishing import hand_in
from app.services.taking.grading import add_grade, judge
from app.services.taking.items import read_item
from app.services.taking.opening import find_same, has_open_exam, read_open_attempt
from app.services.taking.reveal import foretell
from app.services.taking.starting import begin_attempt
from app.services.taking.state import AttemptState, Mark, read_state
from app.services.taking.steps import make_step
from app.services.views import OpenAttempt, QuizPlan, Step, Summary, Told

__all__ = [
    "find_open_attempt",
    "finish_attempt",
    "flag_question",
    "leave_attempt",
    "open_step",
    "read_ahead",
    "read_summary",
    "save_response",
    "show_question",
    "skip_question",
    "start_attempt",
    "submit_response",
]


@writes
def start_attempt(ctx: Context, learner_id: LearnerId, plan: QuizPlan) -> Step:
    """Begin an attempt and return its first step. While an exam of this student is open, no other begins.

    Asked twice (a commit whose news was lost, a second click), it returns the attempt that nothing was answered in yet.
    """
    ctx.require_self(learner_id)
    read_learner(ctx, learner_id)
    attempt_id = find_same(ctx, learner_id, plan)
    if (attempt_id is None or plan.mode == "practice") and has_open_exam(ctx, learner_id):
        raise FootnoteError("exam_runs")
    attempt_id = attempt_id or begin_attempt(ctx, learner_id, plan)
    return make_step(ctx, read_state(ctx, attempt_id), 1)


@reads
def open_step(ctx: Context, attempt_id: AttemptId, position: int = 0) -> Step:
    """Return a step of an attempt, finished or not; position 0 is where the person was last."""
    state = read_state(ctx, attempt_id)
    require_unshut(ctx, state)
    position = position or state.current
    require_position(state, position)
    return make_step(ctx, state, position)


@reads
def read_ahead(ctx: Context, attempt_id: AttemptId, position: int) -> Told | None:
    """Return what will be said of a question once it is answered, so that it can be laid out; nothing in an exam."""
    state = read_state(ctx, attempt_id)
    require_unshut(ctx, state)
    require_position(state, position)
    return foretell(ctx, state, read_item(ctx, attempt_id, position))


@writes
def show_question(ctx: Context, attempt_id: AttemptId, position: int) -> None:
    """Note that a question is on the screen: the panel shows it as seen, and a restart returns to it."""
    state = read_state(ctx, attempt_id)
    require_position(state, position)
    if state.is_open and not (state.current == position and state.mark(position).shown_at):
        add_event(ctx, state, "shown", position)


@writes
def submit_response(
    ctx: Context, attempt_id: AttemptId, position: int, response: Response, active_ms: int = 0
) -> Step:
    """Grade a response in practice and return the step with all that is shown afterwards. There is one try.

    `active_ms` is the time spent on the question since it was shown or last saved. In an exam this is `save_response`.
    """
    state = read_open(ctx, attempt_id, position)
    if state.head.mode == "exam":
        return _save(ctx, state, position, response, active_ms)
    if state.mark(position).revision:
        return _again(ctx, state, position, response)
    item = read_item(ctx, attempt_id, position)
    outcome = judge(ctx, item, response)
    answer = add_response(ctx, state, position, response, active_ms)
    grade = add_grade(ctx, state, position, answer.revision, item, outcome)
    mark = Mark(answer.revision, is_blank(response), grade.fraction)
    state.take_over(position, mark, answer.given_at)
    return make_step(ctx, state, position, item, msgspec.structs.replace(answer, grade=grade))


@writes
def save_response(
    ctx: Context, attempt_id: AttemptId, position: int, response: Response, active_ms: int = 0
) -> Step:
    """Save a response of an exam as a new revision; nothing of its grade is known before handing in."""
    state = read_open(ctx, attempt_id, position)
    if state.head.mode != "exam":
        raise NotAllowed("not_in_practice")
    return _save(ctx, state, position, response, active_ms)


@writes
def skip_question(ctx: Context, attempt_id: AttemptId, position: int) -> Step:
    """Leave a question unanswered for now."""
    state = read_open(ctx, attempt_id, position)
    mark = state.mark(position)
    if not mark.revision and not mark.skipped:
        add_event(ctx, state, "skipped", position)
    return make_step(ctx, read_state(ctx, attempt_id), position)


@writes
def flag_question(ctx: Context, attempt_id: AttemptId, position: int, flagged: bool) -> Step:
    """Mark a question for later, or take the mark away."""
    state = read_open(ctx, attempt_id, position)
    if state.mark(position).flagged != flagged:
        add_event(ctx, state, "flagged" if flagged else "unflagged", position)
    return make_step(ctx, read_state(ctx, attempt_id), position)


@writes
def leave_attempt(ctx: Context, attempt_id: AttemptId, position: int) -> None:
    """Note where the person stopped."""
    state = read_state(ctx, attempt_id)
    require_position(state, position)
    if state.is_open:
        add_event(ctx, state, "left", position)


@writes
def finish_attempt(ctx: Context, attempt_id: AttemptId) -> Summary:
    """Hand an attempt in. An exam is graded now. Asked twice, it returns the same result."""
    state = read_state(ctx, attempt_id)
    require_unshut(ctx, state)
    if state.is_open:
        state = hand_in(ctx, state)
    return results.summarise(ctx, state)


@reads
def read_summary(ctx: Context, attempt_id: AttemptId) -> Summary:
    """Return the result of a finished attempt."""
    state = read_state(ctx, attempt_id)
    if state.is_open:
        raise FootnoteError("attempt_open")
    require_unshut(ctx, state)
    return results.summarise(ctx, state)


@reads
def find_open_attempt(ctx: Context, learner_id: LearnerId) -> OpenAttempt | None:
    """Return what a student has not handed in: an exam before a practice, then the one they were last at."""
    ctx.require_self(learner_id)
    return read_open_attempt(ctx, learner_id)


def _save(ctx: Context, state: AttemptState, position: int, response: Response, active_ms: int) -> Step:
    """Add a revision unless nothing changed."""
    item = read_item(ctx, state.head.id, position)
    judge(ctx, item, response)  # refuses what does not fit the question
    before = read_answer(ctx, state.head.id, position)
    if before is None or before.response != response:
        add_response(ctx, state, position, response, active_ms)
        state = read_state(ctx, state.head.id)
    return make_step(ctx, state, position, item)


def _again(ctx: Context, state: AttemptState, position: int, response: Response) -> Step:
    """Return the step of a response that came twice; refuse another response."""
    before = read_answer(ctx, state.head.id, position)
    if before is None or before.response != response:
        raise NotAllowed("already_checked")
    return make_step(ctx, state, position)

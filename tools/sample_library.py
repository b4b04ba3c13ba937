"""Prepare a library for pictures and for walks through all screens: the shipped sets and a plainly made-up student.

Times are fixed (a clock of its own), so that the same pictures come out each time.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from app.config import find_shipped
from app.domain.ids import AttemptId
from app.domain.kinds import (
    KeyBody,
    Response,
    ShownBody,
    cloze,
    evidence,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    source_support,
    status_sort,
    true_false,
    two_sources,
)
from app.formats.bank import read_bank
from app.services import attempts, learners
from app.services.context import Context
from app.services.opening import OpenLibrary, open_for_window
from app.services.views import Learner, Mode, QuizPlan, Step
from tools.weighing_responses import half_right_weighing, right_weighing

NAME = "Sample Student"
NOW = datetime(2026, 11, 21, 16, 40, tzinfo=UTC)


class SampleClock:
    """The time and the seeds that services see while a sample library is made: the same each time."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def move(self, step: timedelta) -> None:
        """Let time pass."""
        self.at += step

    def __enter__(self) -> "SampleClock":
        self._real = Context.now, Context.new_seed
        seeds = count(self.at.toordinal())
        Context.now = lambda _ctx: self.at  # type: ignore[method-assign, assignment]
        Context.new_seed = lambda _ctx: next(seeds)  # type: ignore[method-assign, assignment]
        return self

    def __exit__(self, *_error: object) -> None:
        Context.now, Context.new_seed = self._real  # type: ignore[method-assign]


class Sample:
    """A prepared library that is open, its student, and what was taken."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.library: OpenLibrary = open_for_window(path)
        self.learner: Learner = self.do(learners.add_learner, NAME)
        self.finished: list[AttemptId] = []
        bank = read_bank(find_shipped().questions)
        self._keys: dict[str, KeyBody] = {question.id: question.key.body for question in bank.questions()}

    def do(self, service: Callable[..., Any], *args: Any) -> Any:
        """Run a service as the student."""
        return self.library(None, service, args)

    def take(self, plan: QuizPlan, *, right: int, clock: SampleClock) -> AttemptId:
        """Take a quiz to its end, with `right` in ten of its questions answered by the key."""
        step = self.begin(plan)
        for position in range(1, step.attempt.total + 1):
            clock.move(timedelta(seconds=47))
            self.answer(step.attempt.id, position, right=position * 7 % 10 < right)
        self.do(attempts.finish_attempt, step.attempt.id)
        self.finished.append(step.attempt.id)
        return step.attempt.id

    def begin(self, plan: QuizPlan) -> Step:
        """Begin a quiz."""
        step: Step = self.do(attempts.start_attempt, self.learner.id, plan)
        return step

    def answer(self, attempt: AttemptId, position: int, *, right: bool) -> Step:
        """Answer one question by its key, or not."""
        step: Step = self.do(attempts.open_step, attempt, position)
        key = self._keys[step.question_id]
        given = key_response(step.shown.body, key) if right else wrong_response(step.shown.body, key)
        service = attempts.submit_response if step.attempt.mode == "practice" else attempts.save_response
        answered: Step = self.do(service, attempt, position, given, 21_000)
        return answered

    def close(self) -> None:
        """Close the library."""
        self.library.close()


def prepare(path: Path) -> Sample:
    """Make a library in which a student has taken quizzes over seven weeks and stopped within one."""
    with SampleClock(NOW - timedelta(days=50)) as clock:
        sample = Sample(path)
        plans: list[tuple[str, Mode, int, int]] = [
            ("taster", "practice", 10, 4),
            ("purge", "practice", 10, 5),
            ("genocides", "practice", 15, 5),
            ("genocides", "exam", 10, 4),
            ("purge", "practice", 10, 6),
            ("genocides", "practice", 12, 7),
            ("purge", "exam", 10, 7),
        ]
        for set_id, mode, size, right in plans:
            clock.move(timedelta(days=6, hours=3))
            sample.take(QuizPlan(set_id, mode, size=size), right=right, clock=clock)  # type: ignore[arg-type]
    return sample


def key_response(body: ShownBody, key: KeyBody) -> Response:
    """Return the response that is right."""
    match key:
        case single_choice.Key(correct=correct):
            return single_choice.Response(correct)
        case multiple_response.Key(correct=several):
            return multiple_response.Response(tuple(sorted(several)))
        case true_false.Key(correct=answer):
            return true_false.Response(answer)
        case short_answer.Key(answer=text):
            return short_answer.Response(text)
        case numerical.Key(answer=text):
            return numerical.Response(text)
        case matching.Key(pairs=pairs):
            return matching.Response(dict(pairs))
        case ordering.Key(groups=groups):
            return ordering.Response(tuple(item for group in groups for item in group))
        case cloze.Key(gaps=gaps):
            return cloze.Response({gap.id: _gap_key(gap.body) for gap in gaps})
        case evidence.Key() | two_sources.Key() | status_sort.Key() | source_support.Key() as weighing:
            return right_weighing(weighing)


def wrong_response(body: ShownBody, key: KeyBody) -> Response:
    """Return a response that is wrong, or right in part where the kind gives parts."""
    match body, key:
        case single_choice.Shown(choices=choices), single_choice.Key(correct=correct):
            return single_choice.Response(next(choice.id for choice in choices if choice.id != correct))
        case multiple_response.Shown(choices=choices), multiple_response.Key(correct=several):
            other = next(choice.id for choice in choices if choice.id not in several)
            return multiple_response.Response(tuple(sorted((several[0], other))))
        case _, true_false.Key(correct=answer):
            return true_false.Response(not answer)
        case _, short_answer.Key():
            return short_answer.Response("a sample answer")
        case _, numerical.Key():
            return numerical.Response("1917")
        case matching.Shown(targets=targets), matching.Key(pairs=pairs):
            first, *rest = pairs
            used = set(pairs.values())
            spare = next((target.id for target in targets if target.id not in used), targets[0].id)
            return matching.Response({first: spare, **{premise: pairs[premise] for premise in rest}})
        case _, ordering.Key(groups=groups):
            right = [item for group in groups for item in group]
            return ordering.Response((right[1], right[0], *right[2:]))
        case _, cloze.Key(gaps=gaps):
            given = {gap.id: _gap_key(gap.body) for gap in gaps[1:]}
            return cloze.Response(given)
        case _, evidence.Key() | two_sources.Key() | status_sort.Key() | source_support.Key() as weighing:
            return half_right_weighing(body, weighing)
        case _:
            raise TypeError(type(body))


def _gap_key(body: cloze.GapKey) -> str:
    return body.correct if isinstance(body, single_choice.Key) else body.answer

"""What can be told of a library before it is opened: just enough for the first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID


class KnownLearner(NamedTuple):
    """A student; `name` is "" until it was asked for."""

    id: UUID
    name: str


class OpenQuiz(NamedTuple):
    """An attempt that waits to be continued."""

    attempt: UUID
    learner: UUID
    title: str
    mode: str
    position: int
    total: int
    answered: int
    skipped: int


class KnownSet(NamedTuple):
    """A question set."""

    set: str
    title: str
    questions: int


class Glance(NamedTuple):
    """An empty glance is what an unknown, newer or missing library gives."""

    exists: bool = False
    learners: tuple[KnownLearner, ...] = ()
    open_quizzes: tuple[OpenQuiz, ...] = ()
    sets: tuple[KnownSet, ...] = ()
    door_locked: bool = False

"""What every service is handed, and how one service runs in one transaction."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import Connection

from app.config import CitationStyle
from app.domain.errors import NotAllowed
from app.domain.ids import LearnerId
from app.services.marks import preparation_of, worker_of
from app.storage.engine import Library

P = ParamSpec("P")
R = TypeVar("R")
Role = Literal["student", "teacher"]
Progress = Callable[[int, int], object]


class Actor(msgspec.Struct, frozen=True):
    """Who asks, and how they like works cited. A student whose `person` is known sees and changes their own alone."""

    name: str = ""
    role: Role = "student"
    person: LearnerId | None = None
    style: CitationStyle = "chicago"


TEACHER = Actor(role="teacher")
"""The person at the command line, who can open the library file anyway."""


class Context:
    """The connection of one transaction, who asks, the clock, and new identifiers."""

    def __init__(
        self, db: Connection, library: Library, actor: Actor, progress: Progress | None = None
    ) -> None:
        self.db = db
        self.library = library
        self.actor = actor
        self._progress = progress

    def now(self) -> datetime:
        """Return the time in UTC."""
        return datetime.now(UTC)

    def new_id(self) -> UUID:
        """Return a new identifier."""
        return uuid4()

    def new_seed(self) -> int:
        """Return a new seed for an order."""
        return random.SystemRandom().getrandbits(53)

    def step(self, done: int, total: int) -> None:
        """Report progress; raises Cancelled where the person cancelled."""
        if self._progress is not None:
            self._progress(done, total)

    def require_teacher(self) -> None:
        """Refuse what only a teacher may do."""
        if self.actor.role != "teacher":
            raise NotAllowed("not_allowed")

    def require_self(self, learner: LearnerId) -> None:
        """Refuse a student who asks for what is another's."""
        person = self.actor.person
        if self.actor.role == "student" and person is not None and person != learner:
            raise NotAllowed("not_yours")


def perform(
    library: Library,
    actor: Actor | None,
    service: Callable[Concatenate[Context, P], R],
    *args: P.args,
    **kwargs: P.kwargs,
) -> R:
    """Run one service in one transaction and return its value."""
    return perform_with_progress(library, actor, service, args, None, **kwargs)


def perform_with_progress(
    library: Library,
    actor: Actor | None,
    service: Callable[..., R],
    args: tuple[Any, ...],
    progress: Progress | None,
    **kwargs: Any,
) -> R:
    """Run one service as `perform` does, and tell `progress` how far it is."""
    prepare = preparation_of(service)
    if prepare is not None:
        prepare(library, *args)
    transaction = library.writing if worker_of(service) == "writes" else library.reading
    with transaction() as db:
        return service(Context(db, library, actor or Actor(), progress), *args, **kwargs)

"""Adding to an attempt's events."""

from datetime import datetime
from typing import Literal

from app.domain.errors import AttemptClosed, NotAllowed, NotFound
from app.domain.ids import AttemptId
from app.services.context import Context
from app.services.taking.state import AttemptState, read_state
from app.storage.bulk import insert_rows
from app.storage.tables.attempts import attempt_event

EventKind = Literal["shown", "skipped", "flagged", "unflagged", "left", "submitted"]


def read_open(ctx: Context, attempt_id: AttemptId, position: int) -> AttemptState:
    """Read an attempt to which something shall be added at a position."""
    state = read_state(ctx, attempt_id)
    if not state.is_open:
        raise AttemptClosed("attempt_closed")
    require_unshut(ctx, state)
    require_position(state, position)
    return state


def require_unshut(ctx: Context, state: AttemptState) -> None:
    """Refuse a student what could answer an exam of theirs that runs. A teacher may look at any time."""
    if state.is_shut and ctx.actor.role == "student":
        raise NotAllowed("shut_in_exam")


def require_position(state: AttemptState, position: int) -> None:
    """Refuse a position that the attempt does not have."""
    if not 1 <= position <= state.head.total:
        raise NotFound("question_not_found")


def add_event(ctx: Context, state: AttemptState, kind: EventKind, position: int | None) -> datetime:
    """Add an event to an attempt and return its time."""
    state.events += 1
    now = ctx.now()
    insert_rows(ctx.db, attempt_event, [(state.head.id, state.events, kind, position, now)])
    return now

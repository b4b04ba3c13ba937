"""When sources are closed to a student: all in an exam, and what a question rests on until it is answered."""

from app.domain.errors import NotAllowed
from app.domain.ids import SourceId
from app.services.context import Context
from app.services.taking.material import read_pinned
from app.services.taking.opening import awaits_answer, has_open_exam


def refuse_in_exam(ctx: Context) -> None:
    """Keep sources closed while any exam of a student is open."""
    if ctx.actor.role != "student" or ctx.actor.person is None:
        return
    if has_open_exam(ctx, ctx.actor.person):
        raise NotAllowed("closed_in_exam")


def sources_in_question(ctx: Context) -> frozenset[SourceId]:
    """Return the sources of the practice in which a student is at a question that is not answered."""
    if ctx.actor.role != "student" or ctx.actor.person is None:
        return frozenset()
    attempt_id = awaits_answer(ctx, ctx.actor.person)
    return frozenset() if attempt_id is None else frozenset(read_pinned(ctx, attempt_id))

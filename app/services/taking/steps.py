"""One step of an attempt: a question with all that the quiz page shows. It is a function of the database."""

from sqlalchemy import bindparam, func, select

from app.domain.ids import AttemptId, SourceId
from app.services.context import Context
from app.services.taking.answers import Answer, read_answer
from app.services.taking.items import Item, read_item
from app.services.taking.material import read_pinned
from app.services.taking.reveal import reveal
from app.services.taking.state import AttemptState
from app.services.views import SourceBrief, Step
from app.storage.tables.attempts import attempt_source
from app.storage.tables.questions import question_citation
from app.storage.tables.sources import source, source_version

_LAST = ("briefs", "last")
_cited = source_version.alias("cited")
_BRIEFS = (
    select(source.c.slug, func.count())
    .join(_cited, _cited.c.id == question_citation.c.source_version_id)
    .join(source, source.c.id == _cited.c.source_id)
    .join(source_version, source_version.c.source_id == source.c.id)
    .join(attempt_source, attempt_source.c.source_version_id == source_version.c.id)
    .where(
        question_citation.c.version_id == bindparam("version"),
        attempt_source.c.attempt_id == bindparam("attempt"),
    )
    .group_by(source.c.slug)
    .order_by(func.min(question_citation.c.number))
)


def make_step(
    ctx: Context,
    state: AttemptState,
    position: int,
    item: Item | None = None,
    answer: Answer | None = None,
) -> Step:
    """Return the step at a position of an attempt; what was not read before is read now."""
    attempt_id = state.head.id
    item = item or read_item(ctx, attempt_id, position)
    answer = answer or read_answer(ctx, attempt_id, position)
    mark = state.mark(position)
    panel = state.panel()
    answered = sum(1 for each in state.marks.values() if each.revision and not each.blank)
    return Step(
        attempt=state.head,
        position=position,
        question_id=item.question_id,
        shown=item.shown,
        order=item.orders.parts,
        premises=item.orders.premises,
        gap_orders=item.orders.gaps,
        topic=item.topic_title,
        flagged=mark.flagged,
        skipped=panel[position - 1].state == "skipped",
        response=answer.response if answer else None,
        saved=answer.given_at if answer else None,
        checked=reveal(ctx, state, item, answer),
        sources=_briefs(ctx, attempt_id, item.version_id),
        panel=panel,
        answered=answered,
        unanswered=state.head.total - answered,
        flags=sum(1 for each in state.marks.values() if each.flagged),
    )


def _briefs(ctx: Context, attempt_id: AttemptId, version_id: int) -> tuple[SourceBrief, ...]:
    """Return the sources of a question, as they were pinned; those read last are kept for its answer."""
    read_from = (attempt_id, version_id, ctx.actor.style)
    last = ctx.library.cache.get(_LAST)
    if last is None or last[0] != read_from:
        last = ctx.library.cache[_LAST] = (read_from, _read_briefs(ctx, attempt_id, version_id))
    briefs: tuple[SourceBrief, ...] = last[1]
    return briefs


def _read_briefs(ctx: Context, attempt_id: AttemptId, version_id: int) -> tuple[SourceBrief, ...]:
    rows = ctx.db.execute(_BRIEFS, {"attempt": attempt_id, "version": version_id}).all()
    if not rows:
        return ()
    materials = read_pinned(ctx, attempt_id)
    return tuple(
        SourceBrief(
            SourceId(slug),
            materials[SourceId(slug)].source.title,
            materials[SourceId(slug)].source.short,
            places,
        )
        for slug, places in rows
    )

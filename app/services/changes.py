"""Changes to the question sets: their list, and undoing one by name."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, and_, exists, func, insert, or_, select, update

from app.domain.errors import FootnoteError, NotFound
from app.services.context import Context
from app.services.marks import reads, writes
from app.services.storing import existing
from app.services.storing.existing import Facts, Move
from app.services.storing.record import Record
from app.services.storing.sets import count_sets
from app.services.storing.topics import Topics, put_back_title
from app.services.storing.versions import REFERENCES, SETS, SOURCES
from app.services.views import ChangeRow
from app.storage.bulk import allocate
from app.storage.tables.questions import question, question_set
from app.storage.tables.upkeep import change, change_item

_HEADS = {kind.entity: kind.head for kind in (SETS, SOURCES, REFERENCES)}
_undo = change.alias("undo")
_later, _later_item = change.alias("later"), change_item.alias("later_item")
_later_undo = change.alias("later_undo")


@reads
def list_changes(ctx: Context) -> tuple[ChangeRow, ...]:
    """List imports, the newest first."""
    ctx.require_teacher()
    questions = (
        select(func.coalesce(func.sum(change_item.c.rows), 0))
        .where(change_item.c.change_id == change.c.id, change_item.c.entity == "question")
        .scalar_subquery()
    )
    rows = ctx.db.execute(
        select(change.c.id, change.c.name, change.c.who, change.c.at, questions, _undo.c.at, _covered())
        .outerjoin(_undo, _undo.c.undoes_id == change.c.id)
        .where(change.c.kind == "import")
        .order_by(change.c.id.desc())
    )
    return tuple(
        ChangeRow(number, name, who, at, count, undone, undone is None and not covered)
        for number, name, who, at, count, undone, covered in rows
    )


@writes
def undo_change(ctx: Context, change_id: int) -> ChangeRow:
    """Take a change back: what it changed points to what stood before, what it added is retired."""
    ctx.require_teacher()
    row = next((one for one in list_changes(ctx) if one.id == change_id), None)
    if row is None:
        raise NotFound("change_not_found")
    if not row.can_undo:
        raise FootnoteError("change_cannot_be_undone", name=row.name)
    items = ctx.db.execute(
        select(change_item.c.entity, change_item.c.row_id, change_item.c.rows, change_item.c.before)
        .where(change_item.c.change_id == change_id)
        .order_by(change_item.c.number)
    ).all()
    _put_back_questions(ctx, [item for item in items if item[0] == "question"])
    _put_back_heads(ctx, [item for item in items if item[0] != "question"])
    number = allocate(ctx.db, change)
    now = ctx.now()
    ctx.db.execute(
        insert(change).values(
            id=number, kind="undo", name=row.name, who=ctx.actor.name, at=now, undoes_id=change_id
        )
    )
    count_sets(ctx, list(ctx.db.execute(select(question_set.c.id)).scalars()))
    return msgspec.structs.replace(row, undone=now, can_undo=False)


def _covered() -> ColumnElement[bool]:
    """Tell whether a later change, itself not undone, stands on something that this one added or changed."""
    first, later = change_item.c.row_id, _later_item.c.row_id
    same_kind = change_item.c.entity == _later_item.c.entity
    added = and_(
        same_kind, change_item.c.before.is_(None), later.between(first, first + change_item.c.rows - 1)
    )
    changed = and_(same_kind, change_item.c.before.is_not(None), later == first)
    return or_(_later_with(changed), _later_with(added))


def _later_with(on: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(_later_item.c.number)
        .join(_later, _later.c.id == _later_item.c.change_id)
        .join(change_item, on)
        .outerjoin(_later_undo, _later_undo.c.undoes_id == _later.c.id)
        .where(change_item.c.change_id == change.c.id, _later.c.id > change.c.id, _later_undo.c.id.is_(None))
        .correlate(change)
    )


def _put_back_questions(ctx: Context, items: Sequence[Any]) -> None:
    for _, row_id, rows, before in items:
        if before is None:
            added = question.c.id.between(row_id, row_id + rows - 1)
            ctx.db.execute(update(question).where(added).values(state="retired"))
    moves = [
        Move(row_id, msgspec.convert(before, Facts)) for _, row_id, _, before in items if before is not None
    ]
    existing.apply(ctx, moves, Topics(ctx, "own", Record()))


def _put_back_heads(ctx: Context, items: Sequence[Any]) -> None:
    """Let sets, sources and works point back, and topics have their titles again.

    A set that was added is retired; a source, a work or a topic may stay.
    """
    for entity, row_id, _, before in reversed(items):
        if entity == "topic":
            put_back_title(ctx, row_id, before["title"] if before else None)
            continue
        head = _HEADS[entity]
        if before is not None:
            ctx.db.execute(update(head).where(head.c.id == row_id).values(current_id=before["version"]))
        elif entity == "set":
            ctx.db.execute(update(head).where(head.c.id == row_id).values(state="retired"))

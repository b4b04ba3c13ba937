"""The students of this library."""

import unicodedata

from sqlalchemy import insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from app.domain.errors import FootnoteError, NotFound
from app.domain.ids import LearnerId
from app.services.context import Context
from app.services.marks import reads, writes
from app.services.views import Learner
from app.storage.tables.attempts import learner

LONGEST_NAME = 60


@reads
def list_learners(ctx: Context) -> tuple[Learner, ...]:
    """List all students by name; one who has not given a name yet comes last."""
    rows = ctx.db.execute(
        select(learner.c.id, learner.c.name).order_by(
            learner.c.name == "", learner.c.name_key, learner.c.created
        )
    )
    return tuple(Learner(LearnerId(row_id), name) for row_id, name in rows)


@reads
def read_learner(ctx: Context, learner_id: LearnerId) -> Learner:
    """Return one student."""
    return _one(ctx, learner.c.id == learner_id)


@reads
def find_learner(ctx: Context, name: str) -> Learner:
    """Return the student of this name, however it is capitalised."""
    return _one(ctx, learner.c.name_key == _key(_clean(name)))


@writes
def add_learner(ctx: Context, name: str = "") -> Learner:
    """Add a student. "" stands for one who is asked for a name later: there is one such at a time."""
    name = _clean(name)
    if not name:
        waiting = ctx.db.execute(select(learner.c.id, learner.c.name).where(learner.c.name == "")).first()
        if waiting is not None:
            return Learner(LearnerId(waiting[0]), waiting[1])
    else:
        _refuse_taken(ctx, name)
    new = Learner(LearnerId(ctx.new_id()), name)
    ctx.db.execute(
        insert(learner).values(id=new.id, name=name, name_key=_key(name) or None, created=ctx.now())
    )
    return new


@writes
def rename_learner(ctx: Context, learner_id: LearnerId, name: str) -> Learner:
    """Give a student another name."""
    ctx.require_self(learner_id)
    name = _clean(name)
    if not name:
        raise FootnoteError("name_empty")
    _one(ctx, learner.c.id == learner_id)
    _refuse_taken(ctx, name, but=learner_id)
    ctx.db.execute(update(learner).where(learner.c.id == learner_id).values(name=name, name_key=_key(name)))
    return Learner(learner_id, name)


def _one(ctx: Context, condition: ColumnElement[bool]) -> Learner:
    row = ctx.db.execute(select(learner.c.id, learner.c.name).where(condition)).first()
    if row is None:
        raise NotFound("learner_not_found")
    return Learner(LearnerId(row[0]), row[1])


def _refuse_taken(ctx: Context, name: str, but: LearnerId | None = None) -> None:
    row = ctx.db.execute(select(learner.c.id, learner.c.name).where(learner.c.name_key == _key(name))).first()
    if row is not None and row[0] != but:
        raise FootnoteError("name_taken", name=row[1])


def _clean(name: str) -> str:
    """Return a name in one line, without what cannot be seen."""
    visible = "".join(
        c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) not in _UNSEEN or c.isspace()
    )
    clean = " ".join(visible.split())
    if len(clean) > LONGEST_NAME:
        raise FootnoteError("name_too_long", limit=LONGEST_NAME)
    return clean


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

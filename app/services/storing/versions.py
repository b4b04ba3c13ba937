"""What works, sources and sets have in common: a named row that points to its current version."""

from typing import Any, Literal

import msgspec
from sqlalchemy import Table, func, insert, select, update

from app.services.context import Context
from app.services.storing.record import Entity, Record
from app.storage.bulk import allocate
from app.storage.tables.questions import question_set, set_version
from app.storage.tables.sources import reference, reference_version, source, source_version

Origin = Literal["shipped", "own"]


class Versioned(msgspec.Struct, frozen=True):
    """A table of named rows and the table of their versions."""

    entity: Entity
    head: Table
    version: Table
    parent: str


REFERENCES = Versioned("reference", reference, reference_version, "reference_id")
SOURCES = Versioned("source", source, source_version, "source_id")
SETS = Versioned("set", question_set, set_version, "set_id")


class Current(msgspec.Struct, frozen=True):
    """A row and the version it points to."""

    id: int
    version_id: int
    hash: str
    origin: Origin


class New(msgspec.Struct, frozen=True):
    """A version to be stored: its hash, its own columns, and those of the row that names it."""

    slug: str
    hash: str
    origin: Origin
    version: dict[str, Any]
    head: dict[str, Any] = {}


def read_current(ctx: Context, kind: Versioned) -> dict[str, Current]:
    """Return every row of a kind by its name, with its current version."""
    head, version = kind.head, kind.version
    rows = ctx.db.execute(
        select(head.c.slug, head.c.id, version.c.id, version.c.hash, version.c.origin).join_from(
            head, version, head.c.current_id == version.c.id
        )
    )
    return {slug: Current(*rest) for slug, *rest in rows}


def takes_over(new: Origin, current: Origin) -> bool:
    """Tell whether a new version becomes the current one: a shipped one never does over a library's own."""
    return new == "own" or current == "shipped"


def store_version(
    ctx: Context, kind: Versioned, new: New, current: Current | None, record: Record
) -> tuple[Current, int | None]:
    """Store a version unless it is there already; return what its row points to now, and the version if it is new."""
    if current is None:
        added = _add(ctx, kind, new, record)
        return added, added.version_id
    if new.hash == current.hash:
        return current, None
    known = _find_version(ctx, kind, current.id, new.hash)
    created = None if known else _insert_version(ctx, kind, new, current.id)
    version_id = known or created
    if version_id is None or not takes_over(new.origin, current.origin):
        return current, created
    ctx.db.execute(
        update(kind.head).where(kind.head.c.id == current.id).values(current_id=version_id, **new.head)
    )
    record.change(kind.entity, current.id, {"version": current.version_id}, {"version": version_id})
    return Current(current.id, version_id, new.hash, new.origin), created


def _add(ctx: Context, kind: Versioned, new: New, record: Record) -> Current:
    row_id = allocate(ctx.db, kind.head)
    version_id = allocate(ctx.db, kind.version)
    values = {"id": row_id, "slug": new.slug, "current_id": version_id, **new.head}
    if "origin" in kind.head.c:
        values["origin"] = new.origin
    ctx.db.execute(insert(kind.head).values(values))
    _insert_version(ctx, kind, new, row_id)
    record.add(kind.entity, row_id)
    return Current(row_id, version_id, new.hash, new.origin)


def _insert_version(ctx: Context, kind: Versioned, new: New, row_id: int) -> int:
    version = kind.version
    version_id = allocate(ctx.db, version)
    last = ctx.db.execute(select(func.max(version.c.number)).where(version.c[kind.parent] == row_id)).scalar()
    values = {
        "id": version_id,
        kind.parent: row_id,
        "number": (last or 0) + 1,
        "hash": new.hash,
        "origin": new.origin,
        "created": ctx.now(),
        **new.version,
    }
    ctx.db.execute(insert(version).values(values))
    return version_id


def _find_version(ctx: Context, kind: Versioned, row_id: int, digest: str) -> int | None:
    """Return an older version, or one that waits, with the same content."""
    version = kind.version
    found = select(version.c.id).where(version.c[kind.parent] == row_id, version.c.hash == digest)
    return ctx.db.execute(found.order_by(version.c.number.desc()).limit(1)).scalar()

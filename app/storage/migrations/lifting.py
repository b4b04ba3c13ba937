"""Lifting a library of an older revision: a copy of it is upgraded and checked, then takes its place in one step.

Whatever fails on the way, and wherever a crash or a power cut comes, the old file stays in use as it was. Foreign keys
are off meanwhile: SQLite makes a changed table anew and drops the old one, and with them on that would delete, without
a word, every row that hangs on it. So they are checked afterwards, together with everything else that must not change.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from app.domain.errors import LibraryUnavailable
from app.storage import sqlite
from app.storage.migrations.run import known_revisions, upgrade

_KEPT = "before-{revision}-%Y%m%d-%H%M%S-%f.sqlite"
_BESIDE = ("", "-wal", "-shm", "-journal")
_SUMS = {"attempt_result": ("score", "max"), "grade": ("fraction",)}
"""Numbers that no revision may change: what was scored."""


class Contents(NamedTuple):
    """What must be the same before and after: rows of each table, sums of scores, triggers that guard history."""

    rows: dict[str, int]
    sums: dict[str, float]
    guards: frozenset[str]


class UpgradeFault(Exception):
    """The upgraded copy does not hold what the library held."""


def lift_library(path: Path, revision: str, folder: Path) -> Path:
    """Bring a library of an older revision to the newest one; return the copy of the old one, kept in `folder`.

    The caller holds the lock of the library. Raises LibraryUnavailable, with the old file still in use.
    """
    known = known_revisions()
    if revision not in known:
        raise LibraryUnavailable("newer_library", path=str(path), revision=revision)
    fresh = path.with_name(f"{path.name}.upgrading")
    _remove(fresh)  # what a crash left
    try:
        with _alone(path) as old:
            kept = _keep(old, folder, revision)
            before = _contents(old)
            _copy(kept, fresh)
            _upgrade(fresh)
            _check(fresh, before, known[0])
        sqlite.put_in_place(fresh, path)
    except (OSError, sqlite3.Error, SQLAlchemyError, UpgradeFault) as error:
        raise _refusal(error, path) from error
    finally:
        _remove(fresh)
    return kept


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield the only connection to a library, with its log written back: a log left behind would spoil the new file."""
    with closing(sqlite3.connect(sqlite.address_of(path, "rw"), uri=True, isolation_level=None)) as db:
        (mode,) = db.execute("PRAGMA journal_mode = DELETE").fetchone()
        if mode != "delete":
            raise LibraryUnavailable("locked", path=str(path))
        db.execute("BEGIN EXCLUSIVE")
        db.execute("ROLLBACK")
        yield db


def _keep(old: sqlite3.Connection, folder: Path, revision: str) -> Path:
    """Keep a checked copy of the old library; it is not one of those that make room for newer ones."""
    kept = folder / datetime.now(UTC).strftime(_KEPT.format(revision=revision))
    unfinished = kept.with_name(f"{kept.name}.unfinished")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            old.backup(copy)
        sqlite.read_revision(unfinished)
        sqlite.put_in_place(unfinished, kept)
    finally:
        unfinished.unlink(missing_ok=True)
    return kept


def _copy(kept: Path, fresh: Path) -> None:
    with (
        closing(sqlite3.connect(sqlite.address_of(kept, "ro"), uri=True)) as old,
        closing(sqlite3.connect(fresh)) as copy,
    ):
        old.backup(copy)


def _upgrade(fresh: Path) -> None:
    """Run the revisions on a copy in one transaction."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            sqlite.address_of(fresh, "rw"), uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    try:
        with engine.connect() as db:
            db.exec_driver_sql("BEGIN IMMEDIATE")
            _run(db)
            db.exec_driver_sql("COMMIT")
    finally:
        engine.dispose()


def _run(db: Connection) -> None:
    try:
        upgrade(db)
    except Exception as error:  # a revision may fail in any way: the old file stays in use
        raise UpgradeFault(f"{type(error).__name__}: {error}") from error


def _check(fresh: Path, before: Contents, newest: str) -> None:
    """Compare a copy with what was there before; raise UpgradeFault where something went missing."""
    with closing(sqlite3.connect(sqlite.address_of(fresh, "ro"), uri=True)) as db:
        if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise UpgradeFault("integrity")
        if (broken := db.execute("PRAGMA foreign_key_check").fetchone()) is not None:
            raise UpgradeFault(f"foreign key of {broken[0]}")
        after = _contents(db)
    for table, count in before.rows.items():
        if after.rows.get(table) != count:
            raise UpgradeFault(f"rows of {table}: {count}, then {after.rows.get(table)}")
    if after.sums != before.sums:
        raise UpgradeFault("scores")
    if lost := before.guards - after.guards:
        raise UpgradeFault(f"guard {min(lost)}")
    if sqlite.read_revision(fresh) != newest:
        raise UpgradeFault("revision")


def _contents(db: sqlite3.Connection) -> Contents:
    tables = [
        name
        for name, kind in db.execute("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
        if kind in ("table", "virtual") and not name.startswith("sqlite_")
    ]
    return Contents(
        {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables},  # noqa: S608
        {
            f"{table}.{column}": db.execute(f"SELECT total({column}) FROM {table}").fetchone()[0]  # noqa: S608
            for table, columns in _SUMS.items()
            for column in columns
        },
        frozenset(name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")),
    )


def _refusal(error: Exception, path: Path) -> LibraryUnavailable:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryUnavailable("locked", path=str(path))
    return LibraryUnavailable("upgrade_failed", path=str(path), detail=str(error).partition("\n")[0])


def _remove(fresh: Path) -> None:
    for ending in _BESIDE:
        fresh.with_name(fresh.name + ending).unlink(missing_ok=True)

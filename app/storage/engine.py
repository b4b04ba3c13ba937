"""Open a library, and read or write it in one transaction at a time.

One connection writes, each time under BEGIN IMMEDIATE; readers have connections of their own that cannot write. So a
reader never waits for a writer, and a writer that finds the file held waits five seconds before it says so.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from app.domain.errors import LibraryUnavailable
from app.storage import sqlite
from app.storage.faults import expected_faults
from app.storage.schema import HEAD, create_file, create_tables


class Library:
    """An open library. `cache` keeps what was made of immutable content, by the content's hash."""

    def __init__(self, address: str, reader: Engine, writer: Engine | None) -> None:
        self.address = address
        self.cache: dict[tuple[str, str], Any] = {}
        self._reader = reader
        self._writer = writer

    @property
    def path(self) -> Path:
        """Return the library file."""
        return Path(self.address)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the library and cannot write."""
        with expected_faults(self.address, writing=False), self._reader.connect() as db, db.begin():
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield the writing connection; what was done is on disk when this ends, or nothing of it."""
        if self._writer is None:
            raise LibraryUnavailable("opened_for_reading", path=self.address)
        with expected_faults(self.address, writing=True), self._writer.connect() as db, db.begin():
            yield db

    def close(self) -> None:
        """Close all connections; the writing one last, so that it writes the log back into the file."""
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()


def open_library(path_or_url: Path | str, *, readonly: bool = False, allow_server: bool = False) -> Library:
    """Open a library file, or make it where there is none; raise LibraryUnavailable with a reason otherwise.

    `allow_server` opens a PostgreSQL database too: for tests, until the program itself does.
    """
    address = str(path_or_url)
    if address.startswith("postgresql"):
        if not allow_server:
            raise LibraryUnavailable("postgresql_not_yet")
        return _open_server(address)
    path = Path(address.removeprefix("sqlite:///")).absolute()
    if not path.exists():
        if readonly:
            raise LibraryUnavailable("library_not_found", path=str(path))
        create_file(path)
    elif (revision := sqlite.read_revision(path)) != HEAD:
        _lift(path, revision, readonly=readonly)
    return _open_file(path, readonly=readonly)


def _lift(path: Path, revision: str, *, readonly: bool) -> None:
    """Bring a library of an older revision to the newest; refuse a newer one, and any where only reading is asked."""
    from app.storage.migrations.lifting import lift_library  # loads Alembic: only where the revisions differ
    from app.storage.migrations.run import known_revisions

    if readonly:
        older = revision in known_revisions()
        raise LibraryUnavailable(
            "older_library" if older else "newer_library", path=str(path), revision=revision
        )
    lift_library(path, revision, path.parent / "backups")


def _open_file(path: Path, *, readonly: bool) -> Library:
    reader = create_engine(
        "sqlite://",
        creator=lambda: sqlite.connect(path, "ro" if readonly else "rw", query_only=True),
        poolclass=QueuePool,
        pool_size=3,
    )
    _begin_with(reader, "BEGIN")
    if readonly:
        return Library(str(path), reader, None)
    writer = create_engine(
        "sqlite://",
        creator=lambda: sqlite.connect(path, "rw"),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
    )
    _begin_with(writer, "BEGIN IMMEDIATE")
    library = Library(str(path), reader, writer)
    try:
        with library.writing():
            pass  # a folder that cannot be written to is found now, not at the first answer
    except Exception as error:
        library.close()
        raise LibraryUnavailable(getattr(error, "code", "write_failed"), path=str(path)) from error
    return library


def _begin_with(engine: Engine, statement: Literal["BEGIN", "BEGIN IMMEDIATE"]) -> None:
    """Begin transactions ourselves: the driver would begin them late, and leave DDL outside."""

    @event.listens_for(engine, "begin")
    def begin(db: Connection) -> None:
        db.exec_driver_sql(statement)


def _open_server(address: str) -> Library:
    writer = create_engine(address, pool_size=2)
    with writer.begin() as db:
        if not db.dialect.has_table(db, "alembic_version"):
            create_tables(db)
    return Library(address, writer.execution_options(postgresql_readonly=True), writer)

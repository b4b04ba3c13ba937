"""Making a library: all tables at once, as the newest revision has them."""

from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from app.domain.errors import LibraryUnavailable
from app.storage import sqlite
from app.storage.append_only import create_guards
from app.storage.search_text import create_search_text
from app.storage.tables import metadata

HEAD = "0001"
"""The newest revision. Alembic is loaded only where a library's own revision is another one."""


def create_tables(db: Connection) -> None:
    """Make everything that a new library holds and write its revision down."""
    metadata.create_all(db, checkfirst=False)
    create_search_text(db)
    create_guards(db)
    db.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    db.exec_driver_sql(f"INSERT INTO alembic_version (version_num) VALUES ('{HEAD}')")  # noqa: S608  a constant


def create_file(path: Path) -> None:
    """Make a new library file. It appears under its name only when it is whole."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        unfinished.touch()
    except OSError as error:
        raise LibraryUnavailable("read_only_folder", path=str(path.parent)) from error
    _fill(unfinished)
    sqlite.put_in_place(unfinished, path)


def _fill(path: Path) -> None:
    def connect() -> object:
        connection = sqlite.connect(path, "rw")
        connection.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    with engine.connect() as db:
        db.exec_driver_sql("BEGIN IMMEDIATE")
        create_tables(db)
        db.exec_driver_sql("COMMIT")
        db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()

"""Making a library: all tables at once, as the newest revision has them."""

from pathlib import Path

from sqlalchemy import Connection, Index, create_engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable

from app.domain.errors import LibraryUnavailable
from app.storage import sqlite
from app.storage.append_only import create_guards
from app.storage.search_text import create_search_text
from app.storage.tables import metadata

HEAD = "0001"
"""The newest revision. Alembic is loaded only where a library's own revision is another one."""


def create_tables(db: Connection) -> None:
    """Make everything that a new library holds and write its revision down."""
    _create_models(db)
    create_search_text(db)
    create_guards(db)
    db.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    db.exec_driver_sql(f"INSERT INTO alembic_version (version_num) VALUES ('{HEAD}')")  # noqa: S608  a constant


def _create_models(db: Connection) -> None:
    """Make the tables of the models.

    `metadata.create_all` would do, but where it adds a constraint apart it takes it from the model for good.
    """
    apart = [
        key
        for table in metadata.sorted_tables
        for key in table.foreign_key_constraints
        if key.use_alter and db.dialect.supports_alter
    ]
    for table in metadata.sorted_tables:
        here = [key for key in table.foreign_key_constraints if key not in apart]
        db.execute(CreateTable(table, include_foreign_key_constraints=here))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            db.execute(CreateIndex(_also_on_server(index, db)))
    for key in sorted(apart, key=lambda one: str(one.name)):
        db.execute(AddConstraint(key, isolate_from_table=False))


def _also_on_server(index: Index, db: Connection) -> Index:
    """Give an index its condition for PostgreSQL. In the tables it would load that whole dialect at every start."""
    where = index.dialect_options["sqlite"]["where"]
    if db.dialect.name == "postgresql" and where is not None:
        index.dialect_options["postgresql"]["where"] = where
    return index


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

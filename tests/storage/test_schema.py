"""The schema is the same however it comes about, and holds what must always hold."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    create_engine,
    insert,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from app.storage import append_only
from app.storage.columns import Digest, Identifier, JsonText, PackedJson, UtcTime
from app.storage.migrations.run import upgrade
from app.storage.schema import HEAD, create_tables
from app.storage.tables import metadata
from tests.storage.server import make_database

ATTEMPT, LEARNER = uuid4(), uuid4()
NOW = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
HASH = "0f" * 32


@pytest.fixture
def engine(library_url: str) -> Iterator[Engine]:
    """Reach an empty database with foreign keys checked."""
    engine = create_engine(library_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Reach a database that holds an attempt with one response, for all tests of this file."""
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path_factory.mktemp('filled') / 'library.sqlite'}")
    else:
        engine = create_engine(make_database(request.getfixturevalue("postgres_server"), "filled"))
    with engine.begin() as connection:
        create_tables(connection)
        for table, values in ROWS:
            connection.execute(insert(metadata.tables[table]).values(values))
    yield engine
    engine.dispose()


@pytest.fixture
def db(filled: Engine) -> Iterator[Connection]:
    """Open a transaction that is taken back."""
    with filled.connect() as connection:
        if filled.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        yield connection
        connection.rollback()


ROWS: list[tuple[str, dict[str, Any]]] = [
    ("question_set", {"id": 1, "slug": "s", "origin": "shipped", "state": "draft", "current_id": 1}),
    (
        "set_version",
        {
            "id": 1,
            "set_id": 1,
            "number": 1,
            "hash": HASH,
            "title": "T",
            "head": "{}",
            "origin": "shipped",
            "created": NOW,
        },
    ),
    (
        "question",
        {
            "id": 1,
            "set_id": 1,
            "slug": "q",
            "origin": "shipped",
            "state": "draft",
            "kind": "true_false",
            "difficulty": 1,
            "level": "remember",
            "current_id": 1,
        },
    ),
    (
        "question_version",
        {
            "id": 1,
            "question_id": 1,
            "number": 1,
            "hash": HASH,
            "shown": "{}",
            "origin": "shipped",
            "created": NOW,
        },
    ),
    ("answer_key", {"version_id": 1, "body": "{}"}),
    ("learner", {"id": LEARNER, "name": "Ada", "name_key": "ada", "created": NOW}),
    (
        "attempt",
        {
            "id": ATTEMPT,
            "learner_id": LEARNER,
            "title": "",
            "content_note": "",
            "mode": "practice",
            "plan": {},
            "seed": 1,
            "total": 1,
            "started": NOW,
        },
    ),
    (
        "attempt_item",
        {
            "attempt_id": ATTEMPT,
            "position": 1,
            "version_id": 1,
            "orders": {},
            "points": 1.0,
            "topic": "",
            "topic_title": "",
        },
    ),
    (
        "response",
        {
            "attempt_id": ATTEMPT,
            "position": 1,
            "revision": 1,
            "given": "{}",
            "blank": False,
            "shown_at": NOW,
            "given_at": NOW,
            "active_ms": 0,
            "mode": "practice",
        },
    ),
    (
        "grade",
        {
            "attempt_id": ATTEMPT,
            "position": 1,
            "response_revision": 1,
            "revision": 1,
            "fraction": 1.0,
            "rule": "true_false@1",
            "key_version_id": 1,
            "graded_by": "",
            "reason": "",
            "graded": NOW,
        },
    ),
    ("attempt_event", {"attempt_id": ATTEMPT, "number": 1, "kind": "submitted", "position": None, "at": NOW}),
    ("change", {"id": 1, "kind": "import", "name": "n", "who": "", "at": NOW}),
    ("change_item", {"change_id": 1, "number": 1, "entity": "set", "row_id": 1, "before": {}, "after": {}}),
    ("term_list", {"hash": "h", "terms": []}),
]
KNOWN = dict(ROWS)


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("question", {"id": 2, "current_id": 2, "slug": "q"}),
        ("question", {"id": 2, "current_id": 1, "slug": "r"}),
        ("question", {"id": 2, "current_id": 2, "slug": "r", "difficulty": 6}),
        ("question", {"id": 2, "current_id": 2, "slug": "r", "state": "lost"}),
        ("question", {"id": 2, "current_id": 2, "slug": "r", "origin": "elsewhere"}),
        ("question_version", {"id": 2, "number": 1}),
        ("question_version", {"id": 2, "number": 0}),
        ("question_version", {"id": 2, "number": 2, "question_id": 9}),
        ("answer_key", {"version_id": 9}),
        ("learner", {"id": uuid4()}),
        ("learner", {"id": uuid4(), "name": "", "name_key": "x"}),
        ("learner", {"id": uuid4(), "name": "Bert", "name_key": None}),
        ("attempt", {"id": uuid4(), "mode": "review"}),
        ("attempt", {"id": uuid4(), "total": 0}),
        ("attempt", {"id": uuid4(), "set_id": 1}),
        ("attempt", {"id": uuid4(), "learner_id": uuid4()}),
        ("attempt_item", {"position": 0}),
        ("attempt_item", {"position": 2, "points": -1.0}),
        ("attempt_item", {"position": 2, "version_id": 9}),
        ("attempt_event", {"number": 2}),
        ("attempt_event", {"number": 2, "kind": "shown"}),
        ("attempt_event", {"number": 2, "kind": "dreamt", "position": 1}),
        ("attempt_event", {"number": 2, "kind": "shown", "position": 2}),
        ("response", {}),
        ("response", {"revision": 0}),
        ("response", {"revision": 2, "position": 2}),
        ("response", {"revision": 2, "active_ms": -1}),
        ("response", {"revision": 2, "certainty": 4}),
        ("grade", {"revision": 2, "fraction": 1.01, "graded_by": "T", "reason": "r"}),
        ("grade", {"revision": 2, "fraction": -1.01, "graded_by": "T", "reason": "r"}),
        ("grade", {"revision": 2}),
        ("grade", {"revision": 2, "graded_by": "T", "reason": "r", "rule": "true_false"}),
        ("grade", {"response_revision": 2}),
        ("change", {"id": 2, "kind": "undo"}),
        ("change", {"id": 2, "undoes_id": 1}),
        ("change_item", {"number": 2, "entity": "learner"}),
        ("change_item", {"number": 2, "rows": 2}),
        ("change_item", {"number": 2, "rows": 0, "before": None, "after": None}),
        ("change_item", {"number": 2, "before": None}),
    ],
)
def test_what_may_not_be_is_refused(db, table, changes) -> None:
    with pytest.raises(IntegrityError):
        db.execute(insert(metadata.tables[table]).values(KNOWN[table] | changes))


def test_a_pointer_to_a_version_that_is_not_there_cannot_be_committed(db) -> None:
    db.execute(
        insert(metadata.tables["question"]).values(
            KNOWN["question"] | {"id": 2, "current_id": 9, "slug": "r"}
        )
    )
    with pytest.raises(IntegrityError):
        db.commit()


@pytest.mark.parametrize("table", sorted(set(append_only.TABLES) & set(KNOWN)))
@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_history_is_never_changed(db, table, statement) -> None:
    column = next(iter(KNOWN[table]))
    with pytest.raises(DBAPIError, match="append-only"):
        db.exec_driver_sql(statement.format(table=table, column=column))


def test_every_append_only_table_is_one_of_ours() -> None:
    assert set(append_only.TABLES) <= set(metadata.tables)


def test_what_our_column_types_hold_comes_back_the_same(engine) -> None:
    types = Table(
        "types",
        MetaData(),
        Column("n", Integer),
        Column("t", UtcTime),
        Column("u", Identifier),
        Column("j", JsonText),
        Column("d", Digest),
        Column("p", PackedJson),
    )
    rows = [
        (NOW, uuid4(), {"b": [1, None], "a": "é"}, HASH, '{"é": ["\\u0000", 1]}'),
        (datetime(1931, 5, 6, tzinfo=UTC), uuid4(), [], "ab" * 32, "long " * 5000),
        (None, None, None, None, None),
    ]
    eastern = datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=9)))
    with engine.begin() as connection:
        types.create(connection)
        for number, row in enumerate([*rows, (eastern, None, 0, None, "")]):
            connection.execute(insert(types).values((number, *row)))
        stored = connection.execute(select(*list(types.c)[1:]).order_by(types.c.n)).all()
        types.drop(connection)
    assert [tuple(row) for row in stored[:3]] == rows
    assert stored[3][0] == eastern
    assert stored[3][0].tzinfo is UTC


def test_a_time_without_a_zone_is_refused(db) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="needs a zone"):
        db.execute(
            insert(metadata.tables["learner"]).values(id=uuid4(), name="B", name_key="b", created=naive)
        )


def test_the_revisions_lead_to_just_what_the_models_say(engine) -> None:
    with engine.begin() as connection:
        upgrade(connection)
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _object, name, *_rest: not _is_search_text(name)},
        )
        assert context.get_current_revision() == HEAD
        assert compare_metadata(context, metadata) == []
        migrated = _describe(connection)
        _drop_all(connection)
        create_tables(connection)
        assert _describe(connection) == migrated


def _is_search_text(name: str | None) -> bool:
    """Tell whether a table or index belongs to the search text, which each engine has in its own way."""
    return name is not None and "question_text" in name


def _describe(connection: Connection) -> list[tuple[Any, ...]]:
    """Return everything the engine knows of the schema: columns, constraints, indexes, triggers."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
        ).all()
        return [(kind, name, "".join((sql or "").split())) for kind, name, sql in rows]
    described: list[tuple[Any, ...]] = []
    for statement in (
        "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default"
        " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2",
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
        "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2",
        "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
        " ORDER BY 1, 2",
    ):
        described += [tuple(row) for row in connection.execute(text(statement.replace("::", r"\:\:")))]
    return described


def _drop_all(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        return
    connection.exec_driver_sql("DROP TABLE question_text")
    for name in (
        connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    ):
        connection.exec_driver_sql(f"DROP TABLE {name}")

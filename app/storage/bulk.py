"""Numbers for new rows, and many rows at once without an object for each."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Table, TypeDecorator, func, select
from sqlalchemy.types import TypeEngine

Row = tuple[Any, ...]
_AT_ONCE = 2000


def allocate(db: Connection, table: Table) -> int:
    """Return the first free number of a table. It stays free until this transaction ends: one writer at a time."""
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE")
    last: int | None = db.execute(select(func.max(table.c.id))).scalar()
    return (last or 0) + 1


def insert_rows(db: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    if not rows:
        return
    statement, processors = _prepared(db, table)
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        db.exec_driver_sql(statement, _processed(some, processors) if processors else list(some))


def _prepared(db: Connection, table: Table) -> tuple[str, list[tuple[int, Any]]]:
    """Return the statement, and for the columns that need it the function that turns a value into the engine's."""
    processors = [
        (place, processor)
        for place, column in enumerate(table.c)
        if (processor := _processor(column.type, db.dialect)) is not None
    ]
    mark = "%s" if db.dialect.name == "postgresql" else "?"
    names = ", ".join(db.dialect.identifier_preparer.quote(column.name) for column in table.c)
    marks = ", ".join([mark] * len(table.c))
    return f"INSERT INTO {table.name} ({names}) VALUES ({marks})", processors  # noqa: S608  names of our own tables


def _processor(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """Return what turns a value of a column into the engine's; what our own types make needs nothing more."""
    if isinstance(kind, TypeDecorator):
        made = kind.process_bind_param
        return lambda value: made(value, dialect)
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _processed(rows: Sequence[Row], processors: list[tuple[int, Any]]) -> list[Row]:
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for place, processor in processors:
        columns[place] = _column(columns[place], processor)
    return list(zip(*columns, strict=True))


def _column(values: Sequence[Any], processor: Callable[[Any], Any]) -> list[Any]:
    """Return the engine's values of one column; a value that stands in row after row is made once."""
    before: Any = processor
    made: Any = None
    column = []
    for value in values:
        if value is not before:
            before, made = value, processor(value)
        column.append(made)
    return column

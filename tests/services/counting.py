"""Counts the statements that reach the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.storage.engine import Library


@contextmanager
def counted(library: Library) -> Iterator[list[str]]:
    """Yield the statements of the readers as they run."""
    statements: list[str] = []
    engine: Engine = library._reader

    def remember(_connection, _cursor, statement, *_rest) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", remember)
    yield statements
    event.remove(engine, "before_cursor_execute", remember)

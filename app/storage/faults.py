"""What the database says when something is wrong, as expected errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from app.domain.errors import FootnoteError, LibraryUnavailable, NotSaved

# The low byte of SQLite's extended codes is the primary one.
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NOT_SAVED = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}
_FAILED = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
_FAILED_WRITING = (*_FAILED, sqlite3.SQLITE_READONLY)  # a reader that is told so has tried to write: a bug


@contextmanager
def expected_faults(path: str, *, writing: bool) -> Iterator[None]:
    """Turn faults of the disk and of the file into expected errors; anything else is a bug and passes."""
    try:
        yield
    except DBAPIError as error:
        expected = _expected(error.orig, path, writing=writing)
        if expected is None:
            raise
        raise expected from error
    except sqlite3.Error as error:
        expected = _expected(error, path, writing=writing)
        if expected is None:
            raise
        raise expected from error


def _expected(error: BaseException | None, path: str, *, writing: bool) -> FootnoteError | None:
    if not isinstance(error, sqlite3.Error):
        return None
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in _DAMAGED:
        return LibraryUnavailable("damaged", path=path)
    if code not in _NOT_SAVED and code not in (_FAILED_WRITING if writing else _FAILED):
        return None
    name = _NOT_SAVED.get(code, "write_failed")
    return (
        NotSaved(name, detail=str(error))
        if writing
        else LibraryUnavailable(name, path=path, detail=str(error))
    )

"""What only SQLite knows: how a library file is opened, checked and copied."""

import os
import sqlite3
import sys
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from app.domain.errors import LibraryUnavailable

APPLICATION_ID = 0x466E6F74
"""Stands in the header of every library file ("Fnot")."""
_HEADER = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68

OpenMode = Literal["ro", "rw", "rwc"]


def address_of(path: Path, mode: OpenMode) -> str:
    """Return a library file as a URI of SQLite, also on a Windows drive or share."""
    full = path.absolute().as_posix()
    return f"file://{'' if full.startswith('/') else '/'}{quote(full, safe='/:')}?mode={mode}"


def connect(path: Path, mode: OpenMode, *, query_only: bool = False) -> sqlite3.Connection:
    """Open a library file with the settings that every connection needs."""
    connection = sqlite3.connect(
        address_of(path, mode),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=5.0,
        cached_statements=256,
    )
    if mode != "ro":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Without this, REPLACE deletes the row that stands in its way past the triggers that guard history.
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")  # fsync alone does not reach the disk there
    if query_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


def read_revision(path: Path) -> str:
    """Check that a file is an undamaged library, without touching it, and return its schema's revision."""
    check_header(path)
    try:
        connection = sqlite3.connect(address_of(path, "ro"), uri=True, timeout=5.0)
        try:
            return _checked_revision(connection, path)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise _unreadable(error, path) from error


def check_header(path: Path) -> None:
    """Refuse a file that is no library, by its first bytes: nothing is opened, and nothing made beside it."""
    try:
        if path.exists() and not path.is_file():  # reading a pipe may never end
            raise LibraryUnavailable("not_a_library", path=str(path))
        with path.open("rb") as file:
            start = file.read(_APPLICATION_ID_AT + 4)
    except OSError as error:
        raise LibraryUnavailable(
            "file_not_readable", path=str(path), detail=error.strerror or str(error)
        ) from error
    if not start:
        raise LibraryUnavailable("damaged", path=str(path))
    mark = int.from_bytes(start[_APPLICATION_ID_AT:], "big")
    if not start.startswith(_HEADER) or mark != APPLICATION_ID:
        raise LibraryUnavailable("not_a_library", path=str(path))


def _checked_revision(connection: sqlite3.Connection, path: Path) -> str:
    """Return the revision after `quick_check` found nothing wrong."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise LibraryUnavailable("not_a_library", path=str(path))
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise LibraryUnavailable("damaged", path=str(path))
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise LibraryUnavailable("damaged", path=str(path))
    return str(row[0])


def _unreadable(error: sqlite3.DatabaseError, path: Path) -> LibraryUnavailable:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
        return LibraryUnavailable("read_only_folder", path=str(path.parent))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryUnavailable("locked", path=str(path))
    return LibraryUnavailable("damaged", path=str(path))


def copy_file(path: Path, copy: Path) -> None:
    """Copy a library, open or not, to a file that appears under its name only when it is whole and checked."""
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    connection = connect(path, "rw")
    try:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
    finally:
        connection.close()
    read_revision(unfinished)
    put_in_place(unfinished, copy)


def put_in_place(unfinished: Path, path: Path) -> None:
    """Let a finished file take its name: on disk first, then in one step."""
    sync(unfinished)
    unfinished.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file or a folder is on the disk."""
    if path.is_dir() and sys.platform == "win32":
        return  # Windows cannot open a folder
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

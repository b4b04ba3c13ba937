"""Where the library lies and what opens it."""

import sqlite3

import msgspec

from app.services.context import Context
from app.services.marks import reads

FIRST_SOUND_SQLITE = (3, 51, 3)
"""Earlier ones can damage a file in which two connections write at the same instant."""


class LibraryFacts(msgspec.Struct, frozen=True):
    """The file of the library, its size, and the version of SQLite that reads it."""

    path: str
    size: int
    sqlite: str
    sqlite_is_sound: bool


@reads
def describe_library(ctx: Context) -> LibraryFacts:
    """Return where the library lies, how large it is, and which SQLite opens it."""
    path = ctx.library.path
    return LibraryFacts(
        path=str(path),
        size=path.stat().st_size if path.is_file() else 0,
        sqlite=sqlite3.sqlite_version,
        sqlite_is_sound=sqlite3.sqlite_version_info >= FIRST_SOUND_SQLITE,
    )

"""Copies of the library file: made when it is closed after a change, checked, and the last ten kept."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import FootnoteError, NotSaved
from app.storage import sqlite

KEPT = 10
_NAME = "library-%Y%m%d-%H%M%S-%f.sqlite"


def back_up(library: Path, folder: Path, now: datetime | None = None) -> Path:
    """Make a checked copy of a library and let the oldest ones go; raise NotSaved where it cannot be made."""
    copy = folder / (now or datetime.now(UTC)).strftime(_NAME)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sqlite.copy_file(library, copy)
        for old in list_backups(folder)[KEPT:]:
            old.unlink()
    except (OSError, sqlite3.Error, FootnoteError) as error:
        raise NotSaved("backup_failed", path=str(folder), detail=str(error)) from error
    return copy


def list_backups(folder: Path) -> list[Path]:
    """Return the copies, the newest first."""
    return sorted(folder.glob("library-*.sqlite"), key=lambda path: path.name, reverse=True)

"""Copies of the library file: made once a day and when it is closed after a change, checked, and the last ten kept."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

from app.domain.errors import FootnoteError, NotSaved
from app.services.context import Context
from app.services.marks import background
from app.storage import sqlite
from app.storage.tables.attempts import learner
from app.storage.tables.upkeep import change

KEPT = 10
_NAME = "library-%Y%m%d-%H%M%S-%f.sqlite"


@background
def back_up_today(ctx: Context) -> Path | None:
    """Make the backup of today; None where there is one, or where the library holds nothing of anyone's own yet.

    One is made at closing too, but a day that ends with a power cut has no closing.
    """
    folder = ctx.library.path.parent / "backups"
    now = ctx.now()
    days = {_day_of(copy) for copy in list_backups(folder)}
    if now.astimezone().date() in days or not _holds_anything(ctx):
        return None
    return back_up(ctx.library.path, folder, now)


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


def _day_of(copy: Path) -> date | None:
    """Return the day on which a copy was made, as the calendar here has it; None for a file of another name."""
    try:
        return datetime.strptime(copy.name, _NAME).replace(tzinfo=UTC).astimezone().date()
    except ValueError:
        return None


def _holds_anything(ctx: Context) -> bool:
    own = (select(table.c.id).limit(1) for table in (learner, change))
    return any(ctx.db.execute(one).first() is not None for one in own)

"""What can be done about a library file that cannot be opened. Nothing is ever deleted: the file is set aside."""

import os
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.domain.errors import LibraryUnavailable
from app.storage.lock import acquire_library_lock

_BESIDE = ("-wal", "-shm")


class Backup(msgspec.Struct, frozen=True):
    """A copy of the library, and when it was made."""

    path: Path
    made: datetime


def find_newest_backup(folder: Path) -> Backup | None:
    """Return the newest backup that SQLite can read, None where there is none."""
    try:
        found = [(path.stat().st_mtime, path) for path in folder.glob("*.sqlite*") if path.is_file()]
    except OSError:
        return None
    for made, path in sorted(found, reverse=True):
        if _is_whole(path):
            return Backup(path, datetime.fromtimestamp(made, UTC))
    return None


def set_aside(library: Path) -> Path:
    """Give the library file another name, so that a new one can be begun; return that name."""
    lock = acquire_library_lock(library)
    try:
        return _move(library)
    except OSError as error:
        raise LibraryUnavailable("read_only_folder", path=str(library.parent)) from error
    finally:
        lock.release()


def restore_backup(library: Path, backup: Path) -> Path:
    """Put a copy of a backup in the library's place; return the name under which the old file is kept."""
    lock = acquire_library_lock(library)
    fresh = library.with_name(f"{library.name}.restored")
    try:
        shutil.copyfile(backup, fresh)
        with fresh.open("rb+") as copy:
            os.fsync(copy.fileno())
        kept = _move(library)
        fresh.replace(library)
    except OSError as error:
        raise LibraryUnavailable("write_failed", detail=error.strerror or str(error)) from error
    finally:
        fresh.unlink(missing_ok=True)
        lock.release()
    return kept


def _move(library: Path) -> Path:
    """Rename a library with the log that belongs to it."""
    kept = _free_name(library)
    if library.exists():
        library.replace(kept)
    for ending in _BESIDE:
        log = library.with_name(library.name + ending)
        if log.exists():
            log.replace(kept.with_name(kept.name + ending))
    return kept


def _free_name(library: Path) -> Path:
    day = datetime.now().astimezone().strftime("%Y-%m-%d")
    name, number = f"{library.name}.set-aside-{day}", 1
    while library.with_name(name).exists():
        number += 1
        name = f"{library.name}.set-aside-{day}-{number}"
    return library.with_name(name)


def _is_whole(path: Path) -> bool:
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        return False
    try:
        return bool(db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False
    finally:
        db.close()

"""One running program for each library file: a lock beside it, which ends with the process."""

from pathlib import Path

from filelock import FileLock, Timeout

from app.domain.errors import LibraryUnavailable


class LibraryLock:
    """A lock that is held until `release`."""

    def __init__(self, lock: FileLock) -> None:
        self._lock = lock

    def release(self) -> None:
        """Let others open the library for writing."""
        self._lock.release()


def acquire_library_lock(path: Path) -> LibraryLock:
    """Take the lock of a library file; raise LibraryUnavailable where another program holds it."""
    lock = FileLock(path.with_name(f"{path.name}.lock"), thread_local=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as held:
        raise LibraryUnavailable("in_use", path=str(path)) from held
    except OSError as error:
        raise LibraryUnavailable("read_only_folder", path=str(path.parent)) from error
    return LibraryLock(lock)

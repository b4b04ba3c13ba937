"""Opening the library for the window and for the command line, with the shipped sets up to date."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.config import find_shipped
from app.domain.errors import NotSaved
from app.services.backups import back_up
from app.services.context import TEACHER, Actor, Progress, perform, perform_with_progress
from app.services.marks import worker_of
from app.services.shipping import bring_up_to_date, hash_files, is_up_to_date
from app.services.works import has_unrendered, render_references
from app.storage.engine import Library, open_library
from app.storage.lock import LibraryLock, acquire_library_lock
from app.storage.sqlite import check_header

log = logging.getLogger(__name__)


class OpenLibrary:
    """An open library, with its lock where it may be written. Call it to run a service in one transaction."""

    def __init__(self, library: Library, lock: LibraryLock | None, *, changed: bool = False) -> None:
        self.library = library
        self._lock = lock
        self._changed = changed

    def __call__(
        self,
        actor: Actor | None,
        service: Callable[..., Any],
        args: tuple[Any, ...] = (),
        progress: Progress | None = None,
    ) -> Any:
        value = perform_with_progress(self.library, actor, service, args, progress)
        self._changed = self._changed or worker_of(service) == "writes"
        return value

    def close(self) -> None:
        """Close the library, with a backup where something was changed, and let others open it."""
        if self._changed:
            self._back_up()
        self.library.close()
        if self._lock is not None:
            self._lock.release()

    def _back_up(self) -> None:
        """Make a backup; closing never fails for want of one."""
        try:
            back_up(self.library.path, self.library.path.parent / "backups")
        except NotSaved as error:
            log.warning("no backup was made: %s", error)


def open_for_window(path: Path, questions: Path | None = None) -> OpenLibrary:
    """Open a library for writing: take its lock, make it where there is none, bring shipped sets up to date."""
    if path.exists():
        check_header(path)  # a file that is somebody else's gets no lock beside it
    lock = acquire_library_lock(path)
    try:
        library = open_library(path)
        brought = bring_shipped(library, questions or find_shipped().questions)
    except BaseException:
        lock.release()
        raise
    return OpenLibrary(library, lock, changed=bool(brought))


def open_for_reading(path: Path) -> OpenLibrary:
    """Open a library that may be open in a window too; nothing can be written."""
    return OpenLibrary(open_library(path, readonly=True), None)


def bring_shipped(library: Library, folder: Path) -> int:
    """Bring shipped sets up to date; return how many questions were added or changed."""
    hashes = hash_files(folder)
    brought = 0
    if not perform(library, None, is_up_to_date, hashes):
        from app.formats.bank import read_bank  # reading files is not needed where they are the same

        brought = perform(library, TEACHER, bring_up_to_date, read_bank(folder), hashes)
    if perform(library, None, has_unrendered):
        perform(library, TEACHER, render_references)
    return brought

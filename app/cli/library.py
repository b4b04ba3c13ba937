"""Opening the library for a command: beside an open window it can be read, not written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.cli.output import complain
from app.config import find_paths
from app.domain.errors import LibraryUnavailable
from app.services.opening import OpenLibrary, open_for_reading, open_for_window


@contextmanager
def reading(database: str | None, *, told_when_new: bool = False) -> Iterator[OpenLibrary]:
    """Open the library with the shipped sets up to date; where a window has it open, that was done there.

    `told_when_new` says so where a file was named and is made only now: what is asked for cannot be in it.
    """
    path = _place(database)
    is_new = not path.exists()
    try:
        library = open_for_window(path)
    except LibraryUnavailable as error:
        if error.code not in ("in_use", "read_only_folder") or not path.exists():
            raise
        library = open_for_reading(path)
    if told_when_new and is_new and path.parent != find_paths().home:
        complain(f"This is new, empty data: {path} was just made.")
    try:
        yield library
    finally:
        library.close()


@contextmanager
def writing(database: str | None) -> Iterator[OpenLibrary]:
    """Open the library for writing; beside an open window that is refused."""
    library = open_for_window(_place(database))
    try:
        yield library
    finally:
        library.close()


def _place(database: str | None) -> Path:
    """Return the library's file. A folder is made for a person's own data only: another is more likely mistyped."""
    paths = find_paths(database)
    folder = paths.library.parent
    if folder != paths.home and not folder.is_dir():
        raise LibraryUnavailable("library_folder_not_found", path=str(paths.library), folder=str(folder))
    return paths.library

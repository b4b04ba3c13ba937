"""Opening the library for a command: beside an open window it can be read, not written."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.config import find_paths
from app.domain.errors import LibraryUnavailable
from app.services.opening import OpenLibrary, open_for_reading, open_for_window


@contextmanager
def reading(database: str | None) -> Iterator[OpenLibrary]:
    """Open the library with the shipped sets up to date; where a window has it open, that was done there."""
    path = find_paths(database).library
    try:
        library = open_for_window(path)
    except LibraryUnavailable as error:
        if error.code not in ("in_use", "read_only_folder") or not path.exists():
            raise
        library = open_for_reading(path)
    try:
        yield library
    finally:
        library.close()


@contextmanager
def writing(database: str | None) -> Iterator[OpenLibrary]:
    """Open the library for writing; beside an open window that is refused."""
    library = open_for_window(find_paths(database).library)
    try:
        yield library
    finally:
        library.close()

"""The bytes of question set files: single files as they are named, folders with all that is a set by its name."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.formats.findings import Findings
from app.formats.readers.recognise import recognise

MAX_BYTES = 64 * 1024 * 1024
MAX_FILES = 2_000
"""A folder with more sets, or with much else, was hardly meant."""
_MAX_SEEN = 50_000
_SUFFIXES = (".yaml", ".yml", ".gift", ".aiken", ".xml")
_REFERENCES = "references.json"


class InputFile(msgspec.Struct, frozen=True):
    """A file's name, as problems will name it, and its bytes."""

    name: str
    data: bytes


def load(path: Path, problems: Findings, *, named: bool = True) -> list[InputFile]:
    """Return the files of a folder, or the one file; where none is there, that is told if it was named."""
    problems.file = str(path)
    try:
        if path.is_dir():
            return _load_folder(path, problems)
        return _load_file(path, problems)
    except FileNotFoundError:
        if named:
            problems.add("file_missing", 1)
    except (OSError, ValueError) as error:  # a name with a null byte is a ValueError
        problems.add("file_unreadable", 1, reason=getattr(error, "strerror", None) or str(error))
    return []


def _load_folder(folder: Path, problems: Findings) -> list[InputFile]:
    found: list[Path] = []
    for seen, file in enumerate(_walk(folder), 1):
        if (file.name == _REFERENCES or file.suffix.lower() in _SUFFIXES) and file.is_file():
            found.append(file)
        if len(found) > MAX_FILES or seen > _MAX_SEEN:
            problems.add("folder_too_large", 1, limit=MAX_FILES)
            return []
    if not found:
        problems.add("no_files", 1)
    return [loaded for file in sorted(found) for loaded in _load_found(file, problems)]


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder that is not hidden, nor in a hidden folder."""

    def refuse(error: OSError) -> None:
        if str(error.filename) == str(folder):  # one below may be anybody's
            raise error

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _load_found(file: Path, problems: Findings) -> list[InputFile]:
    """Return a file that was met in a folder; what vanished since, or is XML of another sort, nobody asked for."""
    return [one for one in load(file, problems, named=False) if recognise(one.name, one.data) != "xml"]


def _load_file(path: Path, problems: Findings) -> list[InputFile]:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # reading a pipe or a device may never end
        raise OSError("it is neither a file nor a folder")
    if status.st_size > MAX_BYTES:
        problems.add("file_too_large", 1, limit=MAX_BYTES // (1024 * 1024))
        return []
    return [InputFile(str(path), path.read_bytes())]

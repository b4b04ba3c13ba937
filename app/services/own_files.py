"""Reading a person's own files: never one that is too large, and never a pipe or a device, which might not end."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from app.domain.errors import BadFile
from app.formats.bank import MAX_BYTES

_BLOCK = 1024 * 1024


def read_within(path: Path, limit: int) -> bytes:
    """Return a file's bytes; its size is asked first."""
    try:
        status = path.stat() if path.is_file() else None
        if status is None:
            raise BadFile("not_a_file" if path.exists() else "file_not_found", path=str(path))
        if status.st_size > limit:
            raise BadFile("file_too_large", limit=limit // (1024 * 1024))
        with path.open("rb") as file:
            return file.read(limit)
    except ValueError as error:  # a name with a null byte
        raise BadFile("file_not_found", path=str(path)) from error
    except OSError as error:
        detail = error.strerror or "it cannot be opened"
        raise BadFile("file_not_readable", path=str(path), detail=detail) from error


def fingerprint(path: Path) -> bytes:
    """Return what changes when a file does, or any file of a folder: bytes are hashed block by block."""
    try:
        if path.is_dir():
            return repr(sorted(_traces(path))).encode(errors="surrogateescape")
        if not path.is_file():
            return b"unread"
        size = path.stat().st_size
        return _digest(path) if size <= MAX_BYTES else f"{size} bytes".encode()
    except (OSError, ValueError):
        return b"unread"


def _traces(folder: Path) -> Iterator[tuple[str, int, int]]:
    for file in folder.rglob("*"):
        status = file.lstat()
        yield str(file), status.st_size, status.st_mtime_ns


def _digest(path: Path) -> bytes:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.digest()

"""Writing the library's question sets into a folder, whole or not at all."""

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

from app.domain.bank import Bank
from app.domain.errors import BadFile
from app.formats.write import write_bank


def write_folder(bank: Bank, folder: Path) -> tuple[str, ...]:
    """Write a bank as files into a new or empty folder and return their paths in it."""
    files = write_bank(bank)
    try:
        _refuse_what_is_there(folder)
        _write_files(files, folder)
    except OSError as error:  # it names a file or folder that the person never named
        detail = error.strerror or str(error)
        raise BadFile("export_not_written", path=str(folder), detail=detail) from error
    return tuple(files)


def _refuse_what_is_there(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise BadFile("export_not_a_folder", path=str(folder))
    if folder.exists() and any(folder.iterdir()):
        raise BadFile("export_folder_not_empty", path=str(folder))


def _write_files(files: dict[str, bytes], folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, data in files.items():
            _write_file(unfinished / name, data)
        unfinished.chmod(0o755)  # mkdtemp made it private
        if folder.exists():
            folder.rmdir()
        unfinished.replace(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _write_file(target: Path, data: bytes) -> None:
    target.parent.mkdir(exist_ok=True)
    with target.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())

"""Writing the library's question sets into a folder, whole or not at all."""

import os
from pathlib import Path
from tempfile import mkdtemp

from app.domain.bank import Bank
from app.domain.errors import BadFile
from app.formats.write import write_bank


def write_folder(bank: Bank, folder: Path) -> tuple[str, ...]:
    """Write a bank as files into a new or empty folder and return their paths in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadFile("export_folder_not_empty", path=str(folder))
    files = write_bank(bank)
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    for name, data in files.items():
        target = unfinished / name
        target.parent.mkdir(exist_ok=True)
        with target.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    unfinished.chmod(0o755)  # mkdtemp made it private
    if folder.exists():
        folder.rmdir()
    unfinished.replace(folder)
    return tuple(files)

"""What the teacher's side writes to files: all question sets, and the problems of a file. Off the GUI thread."""

from datetime import date
from pathlib import Path

from app.domain.errors import FootnoteError
from app.services.context import Context
from app.services.exporting import export_bank
from app.services.filing import write_folder
from app.services.marks import background

_FOLDER = "footnote-question-sets"


@background
def save_all_sets(ctx: Context, parent: Path, today: date) -> Path:
    """Write all sets with their sources and works into a new folder, whole or not at all, and return the folder."""
    folder = _new_folder(parent, f"{_FOLDER}-{today.isoformat()}")
    bank = export_bank(ctx)
    try:
        write_folder(bank, folder)
    except OSError as error:
        raise _not_written(folder, error) from error
    return folder


@background
def save_text(ctx: Context, path: Path, text: str) -> Path:
    """Write a text, for a teacher, and return where it is."""
    ctx.require_teacher()
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise _not_written(path, error) from error
    return path


def _new_folder(parent: Path, name: str) -> Path:
    """Return a folder that is not there yet: `name`, else `name-2` and so on."""
    folder, number = parent / name, 1
    while folder.exists():
        number += 1
        folder = parent / f"{name}-{number}"
    return folder


def _not_written(path: Path, error: OSError) -> FootnoteError:
    return FootnoteError("file_not_written", path=str(path), detail=error.strerror or str(error))

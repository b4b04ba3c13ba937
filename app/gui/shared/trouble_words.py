"""What is said where the library cannot be opened."""

from pathlib import Path
from typing import Final

from app.services.rescuing import Backup
from app.words.days import full_moment

_TITLES: Final = {
    "damaged": "Your Footnote data are damaged",
    "disk_full": "There is no room on the disk",
    "in_use": "Footnote is already open",
    "newer_library": "Your Footnote data are newer than this program",
    "not_a_library": "This file is not Footnote data",
    "postgresql_not_yet": "Footnote needs a file",
    "read_only_folder": "Footnote cannot write here",
    "upgrade_failed": "Your Footnote data could not be brought up to date",
}
_ADVICE: Final = {
    "in_use": "Look for its window, or close it and try again.",
    "locked": "Another program, such as one that copies files, may be using the file. Wait a moment, then try again.",
    "upgrade_failed": "See whether the disk has room, then try again.",
    "write_failed": "See whether the disk has room and whether you may write to the folder, then try again.",
}


def title(code: str) -> str:
    """Return the heading for an error."""
    return _TITLES.get(code, "Your Footnote data cannot be opened")


def advice(code: str, backup: Backup | None) -> str:
    """Return what to do about an error, beyond its own sentence."""
    if code not in ("damaged", "not_a_library"):
        return _ADVICE.get(code, "")
    if backup is None:
        return (
            "There is no backup beside it. You can set the file aside, which keeps it under another name, and begin "
            "with new Footnote data."
        )
    return (
        f"The newest backup is of {full_moment(backup.made)}. Answers given after that are only in this file. "
        "Whichever you choose, the file is kept under another name."
    )


def kept_words(kept: Path) -> str:
    """Say where the old file is."""
    return f"The old file is kept as {kept.name}, in the same folder."

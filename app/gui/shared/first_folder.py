"""Where a dialog that asks for a file begins."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def first_folder() -> Path:
    """Return the folder of documents, else the person's own: one that is not there leads anywhere."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()

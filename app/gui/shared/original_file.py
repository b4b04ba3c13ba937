"""Choosing a file of one's own: by a dialog that never blocks the window, or by dropping it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import BadFile
from app.services import reading
from app.services.marks import writes

if TYPE_CHECKING:
    from app.services.context import Context
    from app.services.views import OriginalReport

_OF_SETS = (".yaml", ".yml", ".json", ".gift", ".aiken", ".xml")


def ask_for_original(parent: QWidget, chosen: Callable[[str], object]) -> QFileDialog:
    """Open the dialog; `chosen` is called with the path if a person takes one."""
    dialog = QFileDialog(parent, "Choose the original")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["Texts (*.txt)", "All files (*)"])
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def dropped_original(data: QMimeData) -> str:
    """Return the path of the one file that is dropped, "" where it is something else or a question set."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(paths) != 1 or paths[0].suffix.lower() in _OF_SETS or paths[0].is_dir():
        return ""
    return str(paths[0])


@writes
def attach_file(ctx: "Context", path: str) -> "OriginalReport":
    """Read a file and keep it as a person's own copy of the source it belongs to."""
    file = Path(path)
    if file.exists() and not file.is_file():  # reading a pipe or a device may never end
        raise BadFile("not_a_file", path=path)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise BadFile(
            "file_not_readable", path=path, detail=error.strerror or "it cannot be opened"
        ) from error
    return reading.attach_original(ctx, data, file.name)

"""Choosing a file of one's own: by a dialog that never blocks the window, or by dropping it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.gui.shared.first_folder import first_folder

_OF_SETS = (".yaml", ".yml", ".json", ".gift", ".aiken", ".xml")


def ask_for_original(parent: QWidget, chosen: Callable[[str], object]) -> QFileDialog:
    """Open the dialog; `chosen` is called with the path if a person takes one."""
    dialog = QFileDialog(parent, "Choose the original", str(first_folder()))
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

"""Asking for files and folders with the system's dialog, which never blocks the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.gui.shared.first_folder import first_folder

SET_FILTERS = [
    "Question sets and what they cite (*.yaml *.yml *.json *.gift *.aiken *.xml *.txt)",
    "YAML, with sources and works (*.yaml *.yml *.json)",
    "GIFT, Aiken (*.gift *.aiken *.txt)",
    "Moodle XML (*.xml)",
    "All files (*)",
]


def ask_for_sets(parent: QWidget, chosen: Callable[[tuple[str, ...]], object]) -> QFileDialog:
    """Ask for question set files; `chosen` is called with their paths if a person takes some."""
    dialog = _make(parent, "Load question sets", first_folder())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(SET_FILTERS)
    dialog.filesSelected.connect(lambda paths: chosen(tuple(paths)) if paths else None)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder; `chosen` is called with it if a person takes one."""
    dialog = _make(parent, title, first_folder())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog


def ask_where(parent: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask where to write a text file, proposing a name; `chosen` is called with the path if a person takes one."""
    dialog = _make(parent, title, first_folder() / name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["Text (*.txt)"])
    dialog.setDefaultSuffix("txt")
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _make(parent: QWidget, title: str, start: Path) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start))
    dialog.finished.connect(dialog.deleteLater)
    return dialog

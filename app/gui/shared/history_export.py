"""Writing attempts to a file of the person's choice, as a table or as data."""

import os
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import FootnoteError
from app.gui.shared.desk import Desk
from app.gui.shared.first_folder import first_folder
from app.services import history
from app.services.context import Context
from app.services.marks import background
from app.services.views import AttemptFilter
from app.words import errors

Format = Literal["csv", "json"]
_FILTERS = {"Table (*.csv)": "csv", "Data, with every answer (*.json)": "json"}


class HistoryExport(QObject):
    """Asks where to, writes there off the GUI thread, and says what became of it."""

    written = Signal(str, object)
    """A sentence, and what opens the folder."""
    failed = Signal(str)
    """Why nothing was written."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent

    def ask(self, wanted: AttemptFilter, name: str) -> None:
        """Ask for a file, proposing a name, and write the attempts of a filter to it."""
        dialog = QFileDialog(self._window, "Export attempts", str(first_folder() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(_FILTERS))
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(_FILTERS.get(words, "csv")))
        dialog.fileSelected.connect(lambda path: self._write(wanted, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, wanted: AttemptFilter, path: Path) -> None:
        kind: Format = "json" if path.suffix.lower() == ".json" else "csv"
        self._desk.backend.call(
            self, self._on_written, write_history, wanted, kind, path, failed=self._on_failed
        )

    def _on_written(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self.written.emit(f"Exported to {path.name}.", lambda: QDesktopServices.openUrl(folder))

    def _on_failed(self, error: FootnoteError) -> None:
        self.failed.emit(errors.sentence(error))


@background
def write_history(ctx: Context, wanted: AttemptFilter, kind: Format, path: Path) -> Path:
    """Write attempts to a file, whole or not at all, and return where it is."""
    if kind == "json":
        data = msgspec.json.format(msgspec.json.encode(history.export_attempts(ctx, wanted)), indent=2)
    else:
        data = history.export_csv(ctx, wanted).encode("utf-8-sig")  # spreadsheets know UTF-8 by this mark
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise FootnoteError(
            "file_not_written", path=str(path), detail=error.strerror or str(error)
        ) from error
    return path

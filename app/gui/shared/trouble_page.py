"""Stands in for the pages where the library cannot be opened: what happened, and what to do about it."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.config import Paths
from app.domain.errors import FootnoteError
from app.gui.shared.trouble_words import advice, kept_words, title
from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button, Kind
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.page import PageColumn, PageHeading
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock
from app.services import rescuing
from app.services.rescuing import Backup
from app.words import errors

_RESCUED = ("damaged", "not_a_library")


class TroublePage(QWidget):
    """Try again, open the folder, restore a backup or begin anew where the file itself is the trouble, or quit."""

    retry_requested = Signal()
    quit_requested = Signal()
    _worked = Signal(object)

    def __init__(self, error: FootnoteError, paths: Paths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(NO_RING, True)
        self._error, self._paths = error, paths
        self._backup: Backup | None = None
        self._searched = error.code not in _RESCUED
        self._note, self._note_colour = "", "ink2"
        self.buttons: dict[str, Button] = {}
        self._worked.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.column = PageColumn(widest=680, spacing=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        theme().changed.connect(self._fill)
        self._fill()
        if not self._searched:
            self._work(lambda: rescuing.find_newest_backup(paths.backups), self._on_searched)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_first()  # not by a focus proxy: Qt follows it to a button that is gone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and self.buttons:
            next(iter(self.buttons.values())).click()
        else:
            super().keyPressEvent(event)

    # --- Painting ---

    def _fill(self) -> None:
        self.column.clear()
        self.column.add(PageHeading(title(self._error.code)))
        self.column.space(tokens.SPACE[1])
        self.column.add(TextBlock(errors.sentence(self._error), "interface"))
        if self._searched and (words := advice(self._error.code, self._backup)):
            self.column.space(tokens.SPACE[1])
            self.column.add(TextBlock(words, "interface", "ink2"))
        self.column.space(tokens.SPACE[4])
        self.column.add(self._button_row())
        if self._note:
            self.column.space(tokens.SPACE[3])
            self.column.add(TextBlock(self._note, "meta", self._note_colour))
        if self.isVisible():
            self._focus_first()

    def _focus_first(self) -> None:
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _button_row(self) -> QWidget:
        row = QWidget()
        flow = FlowRow(row, gap=12, line_gap=12)
        self.buttons = {}
        file_is_bad = self._error.code in _RESCUED and self._searched
        if file_is_bad and self._backup is not None:
            self._add(row, flow, "restore", "Restore the newest backup", self._on_restore)
        if file_is_bad:
            self._add(row, flow, "anew", "Set the file aside and begin anew", self._on_anew)
        self._add(row, flow, "again", "Try again", self.retry_requested.emit)
        self._add(row, flow, "folder", "Open the folder", self._on_folder)
        self._add(row, flow, "quit", "Quit", self.quit_requested.emit)
        return row

    def _add(self, row: QWidget, flow: FlowRow, name: str, words: str, act: Callable[[], object]) -> None:
        kind: Kind = "second" if self.buttons else "primary"
        if name in ("folder", "quit"):
            kind = "quiet"
        button = Button(words, kind, "" if self.buttons else "Enter", row)
        button.clicked.connect(lambda _on=False: act())
        flow.addWidget(button)
        self.buttons[name] = button

    # --- What people do ---

    @Slot(object)
    def _deliver(self, act: Callable[[], object]) -> None:
        act()

    def _on_searched(self, backup: Backup | None) -> None:
        self._backup, self._searched = backup, True
        self._fill()

    def _on_folder(self) -> None:
        folder = self._paths.library.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(f"The folder is {folder}")

    def _on_restore(self) -> None:
        backup = self._backup
        if backup is not None:
            self._work(lambda: rescuing.restore_backup(self._paths.library, backup.path), self._on_rescued)

    def _on_anew(self) -> None:
        self._work(lambda: rescuing.set_aside(self._paths.library), self._on_rescued)

    def _on_rescued(self, kept: Path) -> None:
        self._say(kept_words(kept))
        self.retry_requested.emit()

    def _say(self, words: str, colour: str = "ink2") -> None:
        self._note, self._note_colour = words, colour
        self._fill()
        announce(self, words)

    def _work(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        """Do something with files beside the window; the gate is closed, so it has a thread of its own."""
        for button in self.buttons.values():
            button.setEnabled(False)

        def run() -> None:
            try:
                value = work()
            except FootnoteError as error:
                words = errors.sentence(error)
                self._worked.emit(lambda: self._say(words, "wrong"))
            else:
                self._worked.emit(lambda: done(value))

        threading.Thread(target=run, name="footnote-rescue", daemon=True).start()

"""What was loaded, each to be undone by name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.marks import Rule
from app.gui.widgets.text import TextBlock
from app.gui.widgets.tips import plain_tip
from app.services.views import ChangeRow
from app.words.counts import counted
from app.words.days import full_moment

SHOWN_AT_FIRST = 5
_LONGEST_NAME = 40
_NONE = "Nothing was loaded yet. Whatever you load can be undone here, by its name."
_COVERED = "A later change stands on it, so undo that one first."


class ChangeList(QWidget):
    """The changes, the newest first; `undo_requested(change)` names the one to take back."""

    undo_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[ChangeRow, ...] = ()
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_changes(self, changes: Sequence[ChangeRow]) -> None:
        """Show these changes."""
        self._changes = tuple(changes)
        self._fill()

    def set_busy(self, busy: bool) -> None:
        """Take no presses while one is being undone."""
        for button in self.findChildren(Button):
            button.setEnabled(not busy)

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(Rule("line"))
        if not self._changes:
            self._column.addSpacing(tokens.SPACE[2])
            self._column.addWidget(TextBlock(_NONE, "meta", "ink2"))
        shown = self._changes if self._all else self._changes[:SHOWN_AT_FIRST]
        for change in shown:
            self._column.addWidget(self._make_row(change))
            self._column.addWidget(Rule())
        if len(shown) < len(self._changes):
            more = Button(f"Show all {len(self._changes)}", "link")
            more.clicked.connect(lambda _on=False: self._show_all())
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_row(self, change: ChangeRow) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, tokens.SPACE[1], 0, tokens.SPACE[1])
        column.setSpacing(0)
        column.addWidget(TextBlock(change.name, "interface_medium"))
        column.addWidget(TextBlock(about_change(change), "meta", "ink2"))
        if change.can_undo:
            undo = Button(f"Undo import of {short_name(change.name)}", "link", mark="undo")
            undo.setToolTip(plain_tip(f"Undo import of {change.name}"))
            undo.clicked.connect(lambda _on=False: self.undo_requested.emit(change))
            column.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeft)
        elif change.undone is None:
            column.addWidget(TextBlock(_COVERED, "meta", "ink2"))
        return holder

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        first = next(iter(self.findChildren(Button)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def about_change(change: ChangeRow) -> str:
    """Say how much a change brought, when, and what became of it."""
    words = f"{counted(change.questions, 'question')}, {full_moment(change.at)}."
    return f"{words} Undone on {full_moment(change.undone)}." if change.undone else words


def short_name(name: str) -> str:
    """Shorten the name of a change for a button."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}\u2026"

"""A few lettered answers in words, of which one is taken: inside kinds that ask for something else as well."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.theme import theme
from app.gui.widgets.kinds.choice_row import ChoiceRow, make_choice_row
from app.gui.widgets.kinds.radio_group import LETTERS, tick_one


class Line(NamedTuple):
    """An answer: what it is called inside, and its words."""

    id: str
    words: str


class OneOf(QWidget):
    """Rows with letters. `changed` says that a person took another one."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: dict[str, ChoiceRow] = {}
        self._lines: tuple[Line, ...] = ()
        self._revision = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Offer these answers; nothing is taken. Rows that are there already stay."""
        if lines != self._lines or self._revision != theme().revision:
            self._fill(lines)
        self.take(None)
        for row in self._rows.values():
            row.face.show(state="open", mark="", reason="")

    def rows(self) -> dict[str, ChoiceRow]:
        """Return the rows by answer, in the order shown."""
        return dict(self._rows)

    def chosen(self) -> str | None:
        """Return what is taken."""
        return next((part for part, row in self._rows.items() if row.isChecked()), None)

    def take(self, part: str | None) -> None:
        """Take an answer without saying so."""
        tick_one(list(self._rows.values()), self._rows.get(part) if part is not None else None)

    def lock(self, locked: bool) -> None:
        """Keep the answers as they are; they can still be reached and read."""
        for row in self._rows.values():
            row.face.lock(locked)

    def show_marks(self, right: str, reasons: Mapping[str, str], *, open_all: bool) -> None:
        """Show which answer is right, which was given, and why; the other reasons where `open_all` says so."""
        for part, row in self._rows.items():
            reason = reasons.get(part, "") if row.isChecked() or open_all else ""
            if part == right:
                mark = "Your answer" if row.isChecked() else "Correct answer"
                row.face.show(state="correct" if row.isChecked() else "missed", mark=mark, reason=reason)
            elif row.isChecked():
                row.face.show(state="wrong", mark="Your answer", reason=reason)
            else:
                row.face.show(state="faded", mark="", reason=reason)
            row.face.settle()

    def has_folded(self, reasons: Mapping[str, str]) -> bool:
        """Tell whether an answer that was not given has a reason."""
        return any(reasons.get(part) and not row.isChecked() for part, row in self._rows.items())

    def _fill(self, lines: tuple[Line, ...]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.setAutoExclusive(False)
            row.hide()
            row.deleteLater()
        self._rows = {}
        self._lines, self._revision = lines, theme().revision
        for index, line in enumerate(lines):
            row = make_choice_row("", "", several=False)
            row.face.show_words(LETTERS[index], line.words, f"{index + 1} of {len(lines)}")
            row.toggled.connect(lambda on, one=row: self._on_toggled(one, on))
            self._column.addWidget(row)
            row.show()
            self._rows[line.id] = row

    def _on_toggled(self, row: ChoiceRow, on: bool) -> None:
        if on:  # the one that is no longer taken need not say so
            tick_one(list(self._rows.values()), row)
            self.changed.emit()

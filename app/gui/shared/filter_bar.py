"""The filters above a list of attempts, and how many attempts they leave."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.gui.shared.attempt_filters import (
    MODE_OPTIONS,
    SET_OPTIONS,
    SINCE_OPTIONS,
    WHO_OPTIONS,
    Chosen,
    set_options,
    who_options,
)
from app.gui.shared.attempt_lines import count_words
from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.fields import Select
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.text import TextBlock
from app.services.views import AttemptRow, Learner


class FilterBar(QWidget):
    """Which set, practice or exams, since when, and with `who` which student. `changed` is emitted by a person."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, who: bool = False) -> None:
        super().__init__(parent)
        self.set = Select("Question set", list(SET_OPTIONS))
        self.mode = Select("Practice or exams", list(MODE_OPTIONS))
        self.since = Select("Since when", list(SINCE_OPTIONS))
        self.who = Select("Student", list(WHO_OPTIONS))
        self.who.setVisible(who)
        self._selects = (self.who, self.set, self.mode, self.since)
        self.clear_button = Button("Clear", "link")
        self.clear_button.setAccessibleName("Clear the filter")
        self.count = TextBlock("", "meta", "ink2")
        self._lay_out()
        self._show_clear()

    def chosen(self) -> Chosen:
        """Give what the filters are set to."""
        return Chosen(self.set.value(), self.mode.value(), self.since.value(), self.who.value())

    def clear(self) -> None:
        """Set every filter to rest, without saying so."""
        for select in self._selects:
            select.set_value("")
        self._show_clear()

    def set_learners(self, learners: Iterable[Learner]) -> None:
        """Offer these students."""
        self.who.set_options(who_options(learners))
        self._show_clear()

    def set_rows(self, rows: Sequence[AttemptRow]) -> None:
        """Offer the sets of these attempts."""
        self.set.set_options(set_options(rows))
        self._show_clear()

    def set_count(self, count: int) -> None:
        """Say how many attempts are shown."""
        self.count.set_text(count_words(count))

    def _lay_out(self) -> None:
        left = QWidget(self)
        flow = FlowRow(left, gap=8)
        for select in self._selects:
            flow.addWidget(select)
            select.chosen.connect(self._on_chosen)
        flow.addWidget(self.clear_button)
        self.clear_button.clicked.connect(self._on_clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE[3])
        row.addWidget(left, 1)
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_chosen(self, _value: str) -> None:
        self._show_clear()
        self.changed.emit()

    def _on_clear(self) -> None:
        self.clear()
        first = next(select for select in self._selects if not select.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)  # the button has gone
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear_button.setVisible(self.chosen() != Chosen())

"""History: scores over time, filters, and every attempt to be opened as it was."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.gui.shared.attempt_filters import Chosen, filter_of
from app.gui.shared.attempt_lines import attempt_lines, heading_words, today
from app.gui.shared.desk import Desk
from app.gui.shared.filter_bar import FilterBar
from app.gui.shared.history_export import HistoryExport
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import Place, ResultPlace, StartPlace, TodayPlace
from app.gui.student.history_parts import ScoreCard
from app.gui.student.history_values import file_name
from app.gui.theme import tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.attempt_table import BLEED, AttemptTable
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import PageColumn, PageHeading, is_low
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.services import history
from app.services.views import AttemptFilter, AttemptRow, Learner
from app.words import errors

_TITLE = "History"
_NONE_YET = (
    "No attempts yet",
    "After your first quiz it stands here, and you can open it again exactly as it was.",
)
_NONE_FOUND = ("No attempts under this filter", "Choose another set, kind or time, or clear the filter.")


class HistoryPage(Page):
    """The finished attempts of the student who is here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._learner: Learner | None = None
        self._all: tuple[AttemptRow, ...] = ()
        self._question = 0
        self._patience = Patience(self, self._show_loading)
        self.export = HistoryExport(desk, self)
        self.export.written.connect(
            lambda words, act: self.message_posted.emit(words, "Open the folder", act)
        )
        self.export.failed.connect(lambda words: self.message_posted.emit(words, "", None))
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty(NO_RING, True)
        self.set_header(Header(tab="history"))

    def show_place(self, place: Place) -> None:
        learner = self.desk.learner
        if learner is None:
            self.open_requested.emit(StartPlace())
            return
        if self._learner is None or learner.id != self._learner.id:
            self.filters.clear()
            self.table.set_lines(())
            self._show_only()
        self._learner = learner
        self._ask_all()

    def give_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._move_focus)  # once everything lies in its place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down if not self.table.isHidden():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.column.keyPressEvent(event)
            case _:
                super().keyPressEvent(event)

    def _move_focus(self) -> None:
        """Move on from the page itself, unless that would scroll its beginning away."""
        if not self.hasFocus():
            return
        if not self.state.isHidden():
            self.state.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.table.isHidden() and self.table.list.shows_first():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scores.set_low(low=is_low(self.height()))

    # --- Laying out ---

    def _lay_out(self) -> None:
        self.heading = PageHeading(_TITLE)
        self.export_button = Button("Export", "second")
        self.export_button.setAccessibleDescription("Writes the attempts shown to a file")
        self.export_button.clicked.connect(self._on_export)
        self.heading.add_right(self.export_button)
        self.scores = ScoreCard()
        self.filters = FilterBar()
        self.filters.changed.connect(self._ask_chosen)
        self.table = AttemptTable("Attempts")
        self.table.opened.connect(lambda attempt: self.open_requested.emit(ResultPlace(attempt)))
        self.state: QWidget = QWidget(self)
        # The rows of the table bleed into the margin; everything else keeps the edge of their text.
        self.column = PageColumn(margin=tokens.PAGE_MARGIN - BLEED, spacing=0)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(BLEED, BLEED, BLEED, 0)
        self._top.setSpacing(20)
        for part in (self.heading, self.scores, self.filters, self.state):
            self._top.addWidget(part)
        self.column.add(self._top)
        self.column.space(4)
        self.column.add(self.table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.column)
        self._show_only()

    def _show_only(self, *parts: QWidget) -> None:
        for part in (self.export_button, self.scores, self.filters, self.table, self.state):
            part.setVisible(part in parts)

    def _show_state(self, state: QWidget) -> None:
        self._top.replaceWidget(self.state, state)
        self.state.hide()
        self.state.deleteLater()
        self.state = state
        if isinstance(state, EmptyState):
            state.chosen.connect(self._on_state)
            buttons = state.findChildren(Button)
            if buttons:
                state.setFocusProxy(buttons[0])

    # --- Asking ---

    def _ask_all(self) -> None:
        """Ask for all attempts, for the heading and the line, then for those under the filter."""
        if self._learner is None:
            return
        if not self._all:
            self._patience.begin()
        wanted = AttemptFilter(learner=self._learner.id)
        self._ask(wanted, self._show_all)

    def _ask_chosen(self) -> None:
        chosen = self.filters.chosen()
        if self._learner is None:
            return
        if chosen == Chosen():
            self._show_rows(self._all)
            return
        self._ask(filter_of(chosen, datetime.now(UTC), self._learner.id), self._show_rows)

    def _ask(self, wanted: AttemptFilter, show: Callable[[tuple[AttemptRow, ...]], None]) -> None:
        self._question += 1
        question = self._question

        def on_answer(rows: tuple[AttemptRow, ...]) -> None:
            if question == self._question:  # else something else was asked since
                self._patience.end()
                show(rows)

        self.desk.backend.call(self, on_answer, history.list_attempts, wanted, failed=self._show_error)

    # --- Showing ---

    def _show_all(self, rows: tuple[AttemptRow, ...]) -> None:
        self._all = rows
        if not rows:
            self._show_none_yet()
            return
        self.heading.set_heading(_TITLE, heading_words(rows, today(), history.LONGEST_LIST))
        self.filters.set_rows(rows)
        self._ask_chosen()

    def _show_rows(self, rows: tuple[AttemptRow, ...]) -> None:
        had_focus = self.table.list.hasFocus()
        self.scores.set_rows(rows)
        self.filters.set_count(len(rows))
        self.table.set_lines(attempt_lines(rows, today()))
        if rows:
            self._show_only(self.export_button, self.scores, self.filters, self.table)
        else:
            self._show_state(EmptyState(*_NONE_FOUND, [("clear", "Clear the filter")]))
            self._show_only(self.filters, self.state)
        if had_focus or self._is_waiting():
            self.give_focus()

    def _show_none_yet(self) -> None:
        self.heading.set_heading(_TITLE)
        self._show_state(EmptyState(*_NONE_YET, [("today", "Go to Today")], first="primary"))
        self._show_only(self.state)
        if self._is_waiting():
            self.give_focus()

    def _show_loading(self) -> None:
        self._show_state(LoadingState("Reading your history"))
        self._show_only(self.state)

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        words = errors.sentence(error)
        self._show_state(ErrorState("Your history cannot be shown", words, [("again", "Try again")]))
        self._show_only(self.state)
        self.give_focus()

    def _is_waiting(self) -> bool:
        """Tell whether the keyboard waits on the page itself, or on something that has gone."""
        focus = QApplication.focusWidget()
        return self.isVisible() and (focus is None or focus is self or not focus.isVisible())

    # --- Acting ---

    def _on_state(self, value: str) -> None:
        match value:
            case "clear":
                self.filters.clear()
                self._ask_chosen()
                self.give_focus()
            case "today":
                self.open_requested.emit(TodayPlace())
            case _:
                self._ask_all()

    def _on_export(self) -> None:
        if self._learner is not None:
            wanted = filter_of(self.filters.chosen(), datetime.now(UTC), self._learner.id)
            self.export.ask(wanted, file_name(self._learner.name, today()))

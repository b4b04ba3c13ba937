"""Scores: the attempts of all students, with filters; each opens exactly as it was."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.gui.shared.attempt_filters import Chosen, filter_of
from app.gui.shared.attempt_lines import attempt_lines, heading_words, today
from app.gui.shared.desk import Desk
from app.gui.shared.filter_bar import FilterBar
from app.gui.shared.history_export import HistoryExport
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import Place, ResultPlace, ScoresPlace, SetsPlace
from app.gui.theme import tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.attempt_table import BLEED, AttemptTable
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import PageColumn, PageHeading
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.services import history, learners
from app.services.views import AttemptRow
from app.words import errors

_TITLE = "Scores"
_NONE_YET = (
    "No attempts yet",
    "When students finish a quiz, their attempts stand here, and each can be opened exactly as it was.",
)
_NONE_FOUND = ("No attempts under this filter", "Choose another student, set or time, or clear the filter.")
_FOCUS = Qt.FocusReason.OtherFocusReason


class ScoresPage(Page):
    """All finished attempts, the latest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
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
        self.set_header(Header(tab="scores"))

    def show_place(self, place: Place) -> None:
        assert isinstance(place, ScoresPlace)
        if not self._all:
            self._patience.begin()
        self.desk.backend.call(self, self.filters.set_learners, learners.list_learners)
        self._ask(Chosen(), self._show_all)

    def give_focus(self) -> None:
        if not self.table.isHidden():
            self.table.setFocus(_FOCUS)
        elif not self.state.isHidden() and (first := self.state.findChild(Button)) is not None:
            first.setFocus(_FOCUS)
        else:
            self.setFocus(_FOCUS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down if not self.table.isHidden():
                self.table.setFocus(_FOCUS)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.column.keyPressEvent(event)
            case _:
                super().keyPressEvent(event)

    # --- Laying out ---

    def _lay_out(self) -> None:
        self.heading = PageHeading(_TITLE)
        self.export_button = Button("Export", "second")
        self.export_button.setAccessibleDescription("Writes the attempts shown to a file")
        self.export_button.clicked.connect(lambda _on=False: self._on_export())
        self.heading.add_right(self.export_button)
        self.filters = FilterBar(who=True)
        self.filters.changed.connect(self._ask_chosen)
        self.table = AttemptTable("Attempts of all students", who=True)
        self.table.opened.connect(lambda attempt: self.open_requested.emit(ResultPlace(attempt)))
        self.state: QWidget = QWidget(self)
        # The rows of the table bleed into the margin; everything else keeps the edge of their text.
        self.column = PageColumn(margin=tokens.PAGE_MARGIN - BLEED, spacing=0)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(BLEED, BLEED, BLEED, 0)
        self._top.setSpacing(20)
        for part in (self.heading, self.filters, self.state):
            self._top.addWidget(part)
        self.column.add(self._top)
        self.column.space(4)
        self.column.add(self.table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.column)
        self._show_only()

    def _show_only(self, *parts: QWidget) -> None:
        for part in (self.export_button, self.filters, self.table, self.state):
            part.setVisible(part in parts)

    def _show_state(self, state: QWidget, *beside: QWidget) -> None:
        self._top.replaceWidget(self.state, state)
        self.state.hide()
        self.state.deleteLater()
        self.state = state
        if isinstance(state, EmptyState):
            state.chosen.connect(self._on_state)
        self._show_only(state, *beside)

    # --- Asking and showing ---

    def _ask_chosen(self) -> None:
        self._ask(self.filters.chosen(), self._show_rows)

    def _ask(self, chosen: Chosen, show: Callable[[tuple[AttemptRow, ...]], None]) -> None:
        self._question += 1
        question = self._question

        def on_answer(rows: tuple[AttemptRow, ...]) -> None:
            if question == self._question:  # else something else was asked since
                self._patience.end()
                show(rows)

        wanted = filter_of(chosen, datetime.now(UTC))
        self.desk.backend.call(self, on_answer, history.list_attempts, wanted, failed=self._show_error)

    def _show_all(self, rows: tuple[AttemptRow, ...]) -> None:
        self._all = rows
        if not rows:
            self.heading.set_heading(_TITLE)
            self._show_state(EmptyState(*_NONE_YET, [("sets", "Go to the question sets")]))
            self.give_focus()
            return
        self.heading.set_heading(_TITLE, heading_words(rows, today(), history.LONGEST_LIST, students=True))
        self.filters.set_rows(rows)
        if self.filters.chosen() == Chosen():
            self._show_rows(rows)
        else:
            self._ask_chosen()

    def _show_rows(self, rows: tuple[AttemptRow, ...]) -> None:
        focus: QWidget | None = self.focusWidget()
        came_in = self.table.isHidden() and (focus is None or not self.filters.isAncestorOf(focus))
        self.filters.set_count(len(rows))
        lines = attempt_lines(rows, today())
        self.table.set_lines([line._replace(spoken=f"{line.who}. {line.spoken}") for line in lines])
        if rows:
            self._show_only(self.export_button, self.filters, self.table)
        else:
            self._show_state(EmptyState(*_NONE_FOUND, [("clear", "Clear the filter")]), self.filters)
        if came_in:
            self.give_focus()

    def _show_loading(self) -> None:
        self._show_state(LoadingState("Reading the scores"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        words = errors.sentence(error)
        self._show_state(ErrorState("The scores cannot be shown", words, [("again", "Try again")]))
        self.give_focus()

    # --- What people do ---

    def _on_state(self, value: str) -> None:
        match value:
            case "clear":
                self.filters.clear()
                self._ask_chosen()
            case "sets":
                self.open_requested.emit(SetsPlace())
            case _:
                self.show_place(ScoresPlace())

    def _on_export(self) -> None:
        self.export.ask(filter_of(self.filters.chosen(), datetime.now(UTC)), f"scores-{today().isoformat()}")

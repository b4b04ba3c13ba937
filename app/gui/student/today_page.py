"""Today: what to do now, in one look. Painted from a glance first, then from all that is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import Place, StartPlace
from app.gui.student.next_card import NextCard
from app.gui.student.today_parts import ScoreColumn, SessionCard, SetTable
from app.gui.student.today_values import (
    SetLine,
    lines_of,
    lines_of_glance,
    stopped,
    stopped_at_glance,
    suggest,
)
from app.gui.theme import theme
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import PageColumn, PageHeading, is_cramped
from app.gui.widgets.spread import Spread
from app.words.days import weekday

if TYPE_CHECKING:
    from app.domain.errors import FootnoteError
    from app.domain.glance import Glance
    from app.gui.widgets.states import ErrorState
    from app.services.views import Learner, Today


class TodayPage(Page):
    """One thing to do, then the sets, sessions and recent scores."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
        self._state: ErrorState | None = None
        self._paint: Callable[[], None] | None = None
        self._learner: Learner | None = None
        self._wanted: Place | None = None
        self.next: NextCard | None = None
        self.table: SetTable | None = None
        self.sessions: SessionCard | None = None
        self.scores: ScoreColumn | None = None
        self._patience = Patience(self, self._show_loading)
        self.column = PageColumn(spacing=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.set_header(Header(tab="today"))
        theme().changed.connect(self._on_theme)

    def show_glance(self, glance: Glance) -> None:
        self._paint = lambda: self._paint_glance(glance)
        self._paint()
        self.give_focus()

    def show_place(self, place: Place) -> None:
        learner = self.desk.learner
        if learner is None:
            QTimer.singleShot(0, self, lambda: self.open_requested.emit(StartPlace()))
            return
        if self._wanted is not None:  # pressed before there was a service to ask
            wanted, self._wanted = self._wanted, None
            QTimer.singleShot(0, self, lambda: self.open_requested.emit(wanted))
        self._ask(learner)

    def give_focus(self) -> None:
        first = self._way_out()
        if self.next is not None and not self.next.button.isHidden():
            first = self.next.button
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_out(self) -> Button | None:
        return self._state.findChild(Button) if self._state is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.next is not None:
            self.next.set_small(small=is_cramped(self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and self.next is not None:
            self.next.press()
        else:
            super().keyPressEvent(event)

    # --- Asking ---

    def _ask(self, learner: Learner) -> None:
        from app.services import history  # loads the database layer: not before the first paint

        if self._learner is not None and learner.id != self._learner.id:
            self._paint = None
            self._clear()
        self._learner = learner
        if self._paint is None:
            self._patience.begin()
        self.desk.backend.call(self, self._show, history.today, learner.id, failed=self._show_error)

    def _show(self, today: Today) -> None:
        if self._learner is None or today.learner.id != self._learner.id:
            return  # somebody else sits here by now
        self._patience.end()
        self._paint = lambda: self._paint_today(today)
        self._repaint()

    def _show_error(self, error: FootnoteError) -> None:
        from app.gui.widgets.states import ErrorState
        from app.words import errors

        self._patience.end()
        self._paint = None
        self._clear()
        sentence = errors.sentence(error)
        state = ErrorState("Today cannot be shown", sentence, [("again", "Try again")])
        state.chosen.connect(self._on_again)
        self._state = state
        self.column.add(state)
        self.give_focus()

    def _show_loading(self) -> None:
        from app.gui.widgets.states import LoadingState

        self._clear()
        self.column.add(LoadingState("Opening your Footnote data"))

    def _on_again(self, _value: str) -> None:
        if self._learner is not None:
            self._ask(self._learner)

    # --- Painting ---

    def _on_theme(self) -> None:
        if self._paint is not None:
            self._repaint()

    def _repaint(self) -> None:
        """Lay the page out anew, and keep the keyboard on it."""
        if self._paint is None:
            return
        here = self.isVisible() and (self.focusWidget() is not None or self.hasFocus())
        self.setUpdatesEnabled(False)
        self._paint()
        self.setUpdatesEnabled(True)
        if here:
            self.give_focus()

    def _paint_glance(self, glance: Glance) -> None:
        card = self._begin_layout(lines_of_glance(glance))
        one = stopped_at_glance(glance)
        if one is not None:
            card.show_stopped(one, _today())

    def _paint_today(self, today: Today) -> None:
        lines = lines_of(today)
        if not lines and today.open is None:
            self._paint_empty()
            return
        scores = ScoreColumn(today, _today())
        scores.open_requested.connect(self._open)
        card = self._begin_layout(lines, scores)
        one, idea = stopped(today), suggest(today)
        if one is not None:
            card.show_stopped(one, _today())
        elif idea is not None:
            card.show_suggestion(idea)

    def _begin_layout(self, lines: tuple[SetLine, ...], scores: ScoreColumn | None = None) -> NextCard:
        self._clear()
        self._add_heading()
        self.next = card = NextCard()
        card.set_small(small=is_cramped(self.height()))
        self.sessions, self.table, self.scores = SessionCard(lines), SetTable(lines), scores
        for part in (card, self.sessions, self.table):
            part.open_requested.connect(self._open)
        self.column.space(20)
        self.column.add(_spread(card, self.sessions))
        self.column.space(32)
        self.column.add(_spread(self.table, scores or QWidget()))
        return card

    def _paint_empty(self) -> None:
        from app.gui.widgets.states import EmptyState

        self._clear()
        self._add_heading()
        words = "A teacher can load question sets from a file, behind the teacher\u2019s door."
        self.column.space(20)
        self.column.add(EmptyState("There are no question sets yet", words))

    def _add_heading(self) -> None:
        self.column.add(PageHeading("Today", weekday(_today())))

    def _clear(self) -> None:
        self._state = None
        self.column.clear()
        self.next = self.table = self.sessions = self.scores = None

    def _open(self, place: Place) -> None:
        if self.desk.backend.is_ready:
            self.open_requested.emit(place)
        else:
            self._wanted = place


def _spread(left: QWidget, right: QWidget) -> QWidget:
    both = QWidget()
    spread = Spread(both)
    spread.addWidget(left)
    spread.addWidget(right)
    return both


def _today() -> date:
    return datetime.now().astimezone().date()

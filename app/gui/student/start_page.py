"""Start: who is here. At the first start one sentence and one button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.glance import Glance, KnownLearner
from app.gui.shared.desk import Desk, learner_of
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import BeginPlace, DoorPlace, Place, StartPlace, TodayPlace
from app.gui.theme import theme
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import PageColumn

if TYPE_CHECKING:
    from app.domain.errors import FootnoteError
    from app.gui.student.first_start import FirstStart
    from app.gui.student.who_is_here import WhoIsHere
    from app.gui.widgets.states import ErrorState
    from app.services.views import Learner

# Whatever is not on the first screen is loaded in the functions that need it: nothing waits for it.

_NAMES, _WITH_EXAMPLE = 640, 1160


class StartPage(Page):
    """Shows the first start while there are no students, then their names."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
        self._state: ErrorState | None = None
        self._learners: tuple[KnownLearner, ...] | None = None
        self._asks_names = False
        self._filled: tuple[tuple[KnownLearner, ...], bool] | None = None
        self._wanted: Place | KnownLearner | str | None = None
        self.first: FirstStart | None = None
        self.who: WhoIsHere | None = None
        self._patience = Patience(self, self._show_loading)
        self.column = PageColumn(widest=_NAMES, spacing=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.set_header(Header())
        theme().changed.connect(self._fill)

    def show_glance(self, glance: Glance) -> None:
        self._show(glance.learners)

    def show_place(self, place: Place) -> None:
        if self.desk.learner is not None or self.desk.is_teacher:
            self.desk.sit_down(None)
        if self._wanted is not None:  # pressed before there was a service to ask
            wanted, self._wanted = self._wanted, None
            QTimer.singleShot(0, self, lambda: self._go_on(wanted))
            return
        from app.services import learners  # loads the database layer: not before the first paint

        self._asks_names = False
        if self._learners is None:
            self._patience.begin()
        self.desk.backend.call(self, self._show, learners.list_learners, failed=self._show_error)

    def give_focus(self) -> None:
        if self.first is not None:
            self.first.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.who is not None:
            self.who.give_focus()
        else:
            (self._way_out() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_out(self) -> Button | None:
        return self._state.findChild(Button) if self._state is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and self.first is not None:
            self.first.button.click()
        else:
            super().keyPressEvent(event)

    # --- Painting ---

    def _show(self, learners: Sequence[Learner | KnownLearner]) -> None:
        self._patience.end()
        self._learners = tuple(KnownLearner(one.id, one.name) for one in learners)
        if self._filled != (self._learners, self._asks_names):
            self._fill()
            self.give_focus()

    def _fill(self) -> None:
        if self._learners is None:
            return
        self._clear()
        self._filled = (self._learners, self._asks_names)
        if self._learners or self._asks_names:
            from app.gui.student.who_is_here import WhoIsHere

            self.who = WhoIsHere(self._learners, self.desk.settings.last_learner)
            self.who.chosen.connect(self._go_on)
            self.who.name_given.connect(self._go_on)
            self.who.door_requested.connect(self._on_door)
            self.who.back_requested.connect(self._on_names_left)
            self.column.add(self.who)
        else:
            from app.gui.student.first_start import FirstStart

            self.first = FirstStart()
            self.first.try_requested.connect(self._on_try)
            self.first.names_requested.connect(self._on_names)
            self.first.door_requested.connect(self._on_door)
            self.column.set_widest(_WITH_EXAMPLE)
            self.column.add_high(self.first)

    def _clear(self) -> None:
        self._filled = None
        self._state = None
        self.column.clear()
        self.column.set_widest(_NAMES)
        self.first = self.who = None

    def _show_loading(self) -> None:
        from app.gui.widgets.states import LoadingState

        self._clear()
        self.column.add(LoadingState("Opening your Footnote data"))

    def _show_error(self, error: FootnoteError) -> None:
        from app.gui.widgets.states import ErrorState
        from app.words import errors

        self._patience.end()
        self._clear()
        self._learners = None
        state = ErrorState(
            "The students\u2019 names cannot be read", errors.sentence(error), [("again", "Try again")]
        )
        state.chosen.connect(lambda _value: self.show_place(StartPlace()))
        self._state = state
        self.column.add(state)
        self.give_focus()

    # --- What people do ---

    def _on_try(self) -> None:
        from app.gui.student.today_values import TASTER, USUAL_SIZE
        from app.services.views import QuizPlan

        self._go_on(BeginPlace(QuizPlan(TASTER, size=USUAL_SIZE)))

    def _on_door(self) -> None:
        self._go_on(DoorPlace())

    def _on_names(self) -> None:
        self._asks_names = True
        self._fill()
        self.give_focus()

    def _on_names_left(self) -> None:
        self._asks_names = False
        self._fill()
        self.give_focus()

    def _go_on(self, wanted: Place | KnownLearner | str) -> None:
        """Go to a place, or let somebody sit down: a known student, or one who gave a name."""
        if not self.desk.backend.is_ready:
            self._wanted = wanted
        elif isinstance(wanted, KnownLearner):
            self._sit_down(learner_of(wanted))
        elif isinstance(wanted, str):
            self._add(wanted)
        else:
            self.open_requested.emit(wanted)

    def _add(self, name: str) -> None:
        from app.domain.errors import FootnoteError
        from app.services import learners

        if not name.strip():
            self._show_problem(FootnoteError("name_empty"))
            return
        self.desk.backend.call(self, self._sit_down, learners.add_learner, name, failed=self._show_problem)

    def _show_problem(self, error: FootnoteError) -> None:
        from app.words import errors

        if self.who is not None:
            self.who.show_problem(errors.sentence(error))

    def _sit_down(self, learner: Learner) -> None:
        self.desk.sit_down(learner)
        self.open_requested.emit(TodayPlace())

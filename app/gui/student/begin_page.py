"""The beginning of a quiz: what should be known before, once; then the first question."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.domain.ids import SourceId
from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import AboutPlace, BeginPlace, Place, QuizPlace, TodayPlace
from app.gui.student.before_you_begin import BeforeYouBegin
from app.gui.student.begin_bar import BeginBar
from app.gui.student.notes_seen import unseen_notes, unseen_sources, with_seen
from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import PageColumn, PageHeading
from app.gui.widgets.states import ErrorState, LoadingState
from app.services import attempts, history, learners
from app.services.views import Intro, Learner, QuizPlan, Step
from app.words import errors, labels
from app.words.counts import counted


class BeginPage(Page):
    """Shows the content note and what the sources are where the student has not seen them; then starts the quiz."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
        self._state: ErrorState | None = None
        self._place: BeginPlace | None = None
        self._begun: BeginPlace | None = None
        self._intro: Intro | None = None
        self._busy = False
        self.before: BeforeYouBegin | None = None
        self._patience = Patience(self, self._show_loading)
        self.column = PageColumn(spacing=0)
        self.bar = BeginBar("You will see this once. It stays in Help.")
        self.bar.begun.connect(self._on_begin)
        self.bar.back.connect(self.back_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.column, 1)
        layout.addWidget(self.bar)
        self.set_header(Header(tab="today"))
        theme().changed.connect(self._on_theme)

    def show_place(self, place: Place) -> None:
        assert isinstance(place, BeginPlace)
        if place is self._begun:  # back from the quiz that it began: not a second one
            QTimer.singleShot(0, self, self.back_requested.emit)
            return
        self._place, self._intro, self._busy = place, None, False
        self._clear()
        self._patience.begin()
        self.desk.backend.call(
            self, self._on_intro, history.read_intro, place.plan.set, failed=self._show_error
        )

    def give_focus(self) -> None:
        first = self.bar.button if self.bar.isVisibleTo(self) else self._way_out()
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self._patience.end()
        self._place = None  # what is still under way opens nothing any more

    def _way_out(self) -> Button | None:
        return self._state.findChild(Button) if self._state is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and self.before is not None:
            self._on_begin()
        else:
            super().keyPressEvent(event)

    # --- Before ---

    def _on_intro(self, intro: Intro) -> None:
        if self._place is None or intro.set != self._place.plan.set:
            return
        self._intro = intro
        if self._paint(intro, self._place.plan):
            self._patience.end()
            self.give_focus()
        else:
            self._start()

    def _paint(self, intro: Intro, plan: QuizPlan) -> bool:
        """Lay out what is new to this student; return whether there was anything."""
        seen, who = self.desk.settings.notes_seen, self.desk.learner
        notes = unseen_notes(intro, seen, who.id if who else None)
        sources = unseen_sources(intro, seen, who.id if who else None)
        self._clear()
        if not notes and not sources:
            return False
        self.before = BeforeYouBegin(notes, sources)
        self.before.about_requested.connect(
            lambda source: self.open_requested.emit(AboutPlace(SourceId(source)))
        )
        self.column.add(PageHeading("Before you begin", plan_words(intro.title, plan)))
        self.column.space(tokens.SPACE[1])
        self.column.add(self.before)
        self.bar.show()
        return True

    def _on_theme(self) -> None:
        if self.before is not None and self._intro is not None and self._place is not None:
            self._paint(self._intro, self._place.plan)

    # --- Beginning ---

    def _on_begin(self) -> None:
        if self.before is not None and not self._busy:
            self._start()

    def _start(self) -> None:
        self._busy = True
        self._patience.begin()
        learner = self.desk.learner
        if learner is None:  # the first quiz of all: the name is asked for afterwards
            self.desk.backend.call(self, self._on_learner, learners.add_learner, "", failed=self._show_error)
        else:
            self._on_learner(learner)

    def _on_learner(self, learner: Learner) -> None:
        place = self._place
        if place is None:
            return
        if self.desk.learner is None:
            self.desk.sit_down(learner)
        if self._intro is not None:
            seen = with_seen(self._intro, self.desk.settings.notes_seen, learner.id)
            if seen != self.desk.settings.notes_seen:
                self.desk.set_settings(notes_seen=seen)
        gate = self.desk.backend
        gate.call(
            self, self._on_started, attempts.start_attempt, learner.id, place.plan, failed=self._show_error
        )

    def _on_started(self, step: Step) -> None:
        self._patience.end()
        self._busy = False
        if self._place is not None:
            self._begun = self._place
            self.open_requested.emit(QuizPlace(step.attempt.id))

    # --- Other states ---

    def _clear(self) -> None:
        self._state = None
        self.column.clear()
        self.before = None
        self.bar.hide()

    def _show_loading(self) -> None:
        self._clear()
        self.column.add(LoadingState("Choosing questions"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        self._busy = False
        self._clear()
        way = "Go to Today" if error.code == "exam_runs" else "Choose another set"
        actions = [("back", "Back"), ("today", way)]
        state = ErrorState("This quiz cannot begin", errors.sentence(error), actions)
        state.chosen.connect(self._on_way_out)
        self._state = state
        self.column.add(state)
        self.give_focus()

    def _on_way_out(self, way: str) -> None:
        if way == "back":
            self.back_requested.emit()
        else:
            self.open_requested.emit(TodayPlace())


def plan_words(title: str, plan: QuizPlan) -> str:
    """Say what is about to begin: "The Great Purge. 10 questions, practice."."""
    size = counted(plan.size, "question") if plan.size else "All questions"
    return f"{labels.title_of(title)}. {size}, {labels.MODE[plan.mode].lower()}."

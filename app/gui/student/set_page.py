"""One question set: what it asks, where its questions come from, and how to begin."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.domain.ids import AttemptId, SetId
from app.gui.shared.desk import Desk
from app.gui.shared.focus_order import FocusOrder
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import (
    AboutPlace,
    AboutSetPlace,
    BeginPlace,
    Place,
    QuizPlace,
    SetPlace,
    StartPlace,
)
from app.gui.student.begin_bar import BeginBar
from app.gui.student.measured import measured
from app.gui.student.set_choices import SetChoices
from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.page import PageColumn, PageHeading, is_low
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.text import Span, TextBlock
from app.services import history
from app.services.views import Intro, SetRow, SourceIntro, Today
from app.words import errors, labels
from app.words.counts import counted


class SetPage(Page):
    """Asks the library for the set, lets a student choose, and goes on to the beginning of a quiz."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
        self._state: EmptyState | ErrorState | None = None
        self._set: SetId | None = None
        self._row: SetRow | None = None
        self._intro: Intro | None = None
        self.choices: SetChoices | None = None
        self._told: QWidget | None = None
        self._focus_order = FocusOrder()
        self._patience = Patience(self, self._show_loading)
        self.column = PageColumn(spacing=0)
        self.bar = BeginBar()
        self.bar.begun.connect(self._on_begin)
        self.bar.back.connect(self.back_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.column, 1)
        layout.addWidget(self.bar)
        self.set_header(Header(tab="today"))
        theme().changed.connect(self._fill)

    def show_place(self, place: Place) -> None:
        assert isinstance(place, SetPlace)
        learner = self.desk.learner
        if learner is None:
            QTimer.singleShot(0, self, lambda: self.open_requested.emit(StartPlace()))
            return
        if place.set != self._set:
            self._clear()
        self._set, self._row, self._intro = place.set, None, None
        if self.choices is None:
            self._patience.begin()
        gate = self.desk.backend
        gate.call(self, self._on_today, history.today, learner.id, failed=self._show_error)
        gate.call(self, self._on_intro, history.read_intro, place.set, failed=self._show_error)

    def give_focus(self) -> None:
        first = self.bar.button if self.bar.isVisibleTo(self) else self._way_out()
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._order_parts()

    def _way_out(self) -> Button | None:
        return self._state.findChild(Button) if self._state is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and self.choices is not None:
            self._on_begin()
        else:
            super().keyPressEvent(event)

    # --- Asking ---

    def _on_today(self, today: Today) -> None:
        if today.open is not None and today.open.attempt.mode == "exam":
            self._show_exam(today.open.attempt.id)
            return
        found = [row for row in today.sets if row.set == self._set] if self._set else [_mix(today)]
        if not found:
            self._show_error(FootnoteError("set_not_found", set=self._set))
            return
        self._row = found[0]
        self._show()

    def _on_intro(self, intro: Intro) -> None:
        if intro.set == self._set:
            self._intro = intro
            self._show()

    def _show(self) -> None:
        if self._row is not None and self._intro is not None:
            self._patience.end()
            self._fill()
            self.give_focus()

    # --- Painting ---

    def _fill(self) -> None:
        row, intro = self._row, self._intro
        if row is None or intro is None:
            return
        self._clear()
        self.column.add(measured(PageHeading(labels.title_of(row.title))))
        self.column.space(tokens.SPACE[1])
        self._told = self._tell(row, intro)
        self.column.add(self._told)
        if not row.questions:
            words = "This set holds no questions now. Choose another set."
            self.column.add(EmptyState("There is nothing to ask", words))
            return
        self.choices = SetChoices(row, self.desk.settings)
        self.choices.changed.connect(self._on_changed)
        self.column.add(self.choices)
        self.bar.show()
        self._on_changed()
        self._order_parts()

    def _tell(self, row: SetRow, intro: Intro) -> QWidget:
        """Make what is said of the set: what it asks, its content notes, where its questions come from."""
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, tokens.SPACE[4])
        column.setSpacing(tokens.SPACE[2])
        column.addWidget(measured(TextBlock(row.about, "source_card")))
        for note in intro.notes:
            column.addWidget(measured(_content_note(note.words)))
        if intro.sources or row.set:
            column.addWidget(self._links(intro.sources, row.set))
        return told

    def _order_parts(self) -> None:
        """Put what is chosen first where the window is low: else nothing of it would be seen."""
        told, choices, body = self._told, self.choices, self.column.body
        if told is None or choices is None:
            return
        first, second = (choices, told) if is_low(self.height()) else (told, choices)
        if body.indexOf(first) > body.indexOf(second):
            body.removeWidget(first)
            body.insertWidget(body.indexOf(second), first)
        above, below = (tokens.SPACE[1], tokens.SPACE[4]) if first is choices else (0, 0)
        choices.setContentsMargins(0, above, 0, below)
        self._focus_order.set_order([first, second, self.bar])

    def _links(self, sources: tuple[SourceIntro, ...], set_id: SetId) -> QWidget:
        line = QWidget()
        flow = FlowRow(line, gap=16, line_gap=0)
        if set_id:  # a mix of all sets has no page of its own
            about = Button("About this set", "link")
            about.setToolTip("Who reviewed it, what was put right, and the works it rests on")
            about.clicked.connect(lambda _on=False: self.open_requested.emit(AboutSetPlace(set_id)))
            flow.addWidget(about)
        if sources:
            flow.addWidget(TextBlock("Where its questions come from:", "meta", "ink2"))
        for source in sorted(sources, key=lambda one: one.kind == "notes"):
            link = Button(source.title, "link")
            link.setToolTip(f"About this source: {labels.SOURCE_KIND[source.kind]}")
            link.clicked.connect(lambda _on=False, of=source.source: self.open_requested.emit(AboutPlace(of)))
            flow.addWidget(link)
        return line

    def _clear(self) -> None:
        self._state = None
        self.column.clear()
        self.choices = self._told = None
        self.bar.hide()

    def _show_loading(self) -> None:
        self._clear()
        self.column.add(LoadingState("Opening the question set"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        self._clear()
        state = ErrorState("This set cannot be shown", errors.sentence(error), [("back", "Back")])
        state.chosen.connect(lambda _value: self.back_requested.emit())
        self._state = state
        self.column.add(state)
        self.give_focus()

    def _show_exam(self, exam: AttemptId) -> None:
        """Say that an exam comes first: nothing else can begin before it is handed in."""
        self._patience.end()
        self._clear()
        words = errors.sentence(FootnoteError("exam_runs"))
        state = EmptyState(
            "Your exam is still open", words, [("go_on", "Continue the exam")], first="primary"
        )
        state.chosen.connect(lambda _value: self.open_requested.emit(QuizPlace(exam)))
        self._state = state
        self.column.add(state)
        self.give_focus()

    # --- What people do ---

    def _on_changed(self) -> None:
        if self.choices is not None:
            plan = self.choices.plan()
            mode = labels.MODE[plan.mode].lower()
            self.bar.words.set_text(f"{counted(self.choices.asked(), 'question')}, {mode}.")

    def _on_begin(self) -> None:
        if self.choices is None:
            return
        plan = self.choices.plan()
        self.desk.set_settings(last_mode=plan.mode, last_size=self.choices.remembered_size())
        self.open_requested.emit(BeginPlace(plan))


def _mix(today: Today) -> SetRow:
    """Return all sets as one; its questions are not counted by topic, for a set may gather those of another."""
    sources = tuple(dict.fromkeys(short for row in today.sets for short in row.sources))
    about = "Questions of all sets, mixed by topic. Those you have not seen come first."
    most = max((row.questions for row in today.sets), default=0)
    return SetRow(SetId(""), "", about, "", most, 0, 0, sources, (), shipped=True)


def _content_note(words: str) -> TextBlock:
    label = "Content note:"
    block = TextBlock(f"{label} {words}", "meta", "ink2")
    block.set_spans([Span(0, len(label), role="meta_strong")])
    return block

"""The result of a finished attempt: the score in words, and every question to be opened as it was."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.domain.ids import AttemptId, LearnerId
from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import BeginPlace, Place, QuizPlace, ResultPlace, TodayPlace
from app.gui.shared.result_parts import NameCard, ScoreBlock, TopicBlock
from app.gui.shared.result_words import first_to_look_at, question_lines, when_words
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.marks import Rule
from app.gui.widgets.page import ActionBar, PageColumn, PageHeading, SectionHeading
from app.gui.widgets.question_rows import QuestionPainter
from app.gui.widgets.row_list import BLEED, RowList
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.two_columns import TwoColumns
from app.services import attempts, learners
from app.services.views import Learner, QuizPlan, Summary
from app.words import errors, labels

_AGAIN = 10
_FOCUS = Qt.FocusReason.OtherFocusReason


class ResultPage(Page):
    """What now: the score, by topic, and what to do next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._attempt: AttemptId | None = None
        self._summary: Summary | None = None
        self._declined: LearnerId | None = None
        self._patience = Patience(self, self._show_loading)
        self._make_parts()
        self._lay_out()
        theme().changed.connect(self._place_actions)

    def show_place(self, place: Place) -> None:
        assert isinstance(place, ResultPlace)
        self.set_header(Header(tab="scores" if self.desk.is_teacher else "history"))
        if place.attempt != self._attempt:
            self._attempt, self._summary = place.attempt, None
            self._show_only()
            self.column.verticalScrollBar().setValue(0)
        self._ask()

    def give_focus(self) -> None:
        """Begin with the score, or at the question that one comes back from."""
        if not self.state.isHidden():
            self.state.setFocus(_FOCUS)
        elif self._summary is None:
            self.setFocus(_FOCUS)  # the score has the focus once there is one: an empty line says nothing
        elif self.questions.current_row() is not None:
            self.questions.setFocus(_FOCUS)
        else:
            self.score.score.setFocus(_FOCUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_actions()

    # --- Laying out ---

    def _make_parts(self) -> None:
        self.heading = PageHeading("")
        self.score, self.topics = ScoreBlock(), TopicBlock()
        self.both = TwoColumns(self.score, self.topics)
        self.both.turned.connect(lambda side_by_side: self.score.show_head(shown=side_by_side))
        self.name = NameCard()
        self.name.named.connect(self._on_named)
        self.name.declined.connect(self._on_declined)
        self.list_heading = SectionHeading("Every question")
        self.list_rule = Rule("line")
        self.questions = RowList("Every question", QuestionPainter())
        self.questions.opened.connect(lambda line: self._open_question(line.position))
        self.state: QWidget = QWidget(self)
        self.today = Button("Back to Today", "primary")
        self.again = Button("Another ten questions", "link")
        self.look = Button("", "link")
        self.today.clicked.connect(lambda _on=False: self._go_back())
        self.again.clicked.connect(lambda _on=False: self._begin_again())
        self.look.clicked.connect(lambda _on=False: self._look_at_first())

    def _lay_out(self) -> None:
        # The rows of the list bleed into the margin; everything else keeps the edge of their text.
        self.column = PageColumn(margin=tokens.PAGE_MARGIN - BLEED, spacing=0)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(BLEED, BLEED, BLEED, 0)
        self._top.setSpacing(tokens.SPACE[4])
        self._more = QWidget(self)
        self._more_row = FlowRow(self._more, gap=16)
        for part in (self.heading, self.both, self._more, self.name, self.state):
            self._top.addWidget(part)
        heading = QVBoxLayout()
        heading.setSpacing(tokens.SPACE[1])
        heading.addWidget(self.list_heading)
        heading.addWidget(self.list_rule)
        self._top.addLayout(heading)
        self.column.add(self._top)
        self.column.add(self.questions)
        self.bar = ActionBar()
        self.bar.add(self.today)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.column, 1)
        whole.addWidget(self.bar)
        for button in (self.again, self.look):
            self.bar.add(button)
        self._show_only()

    def _place_actions(self) -> None:
        """Keep the other buttons beside the first where they fit in its line, else put them on the page."""
        wanted = [button for button in (self.again, self.look) if not button.isHidden()]
        room = self.width() - 2 * tokens.PAGE_MARGIN
        need = sum(button.sizeHint().width() + tokens.SPACE[3] for button in (self.today, *wanted))
        on_page = need > room
        for button in (self.again, self.look):
            if on_page and button.parentWidget() is not self._more:
                self._more_row.addWidget(button)
            elif not on_page and button.parentWidget() is self._more:
                self._more_row.removeWidget(button)
                self.bar.add(button)
        self._more.setVisible(on_page and bool(wanted) and self._summary is not None)

    def _show_only(self, *parts: QWidget) -> None:
        everything = (self.both, self.name, self.list_heading, self.list_rule, self.questions, self.state)
        for part in everything:
            part.setVisible(part in parts)
        self.heading.setVisible(self._summary is not None)
        self.again.setVisible(self._summary is not None and not self.desk.is_teacher)
        self.look.setVisible(self._summary is not None and first_to_look_at(self._summary) is not None)
        self._place_actions()

    def _show_state(self, state: QWidget) -> None:
        self._top.replaceWidget(self.state, state)
        self.state.hide()
        self.state.deleteLater()
        self.state = state
        if isinstance(state, EmptyState):
            state.chosen.connect(lambda _value: self._ask())
            state.setFocusProxy(state.findChildren(Button)[0])
        self._show_only(state)

    # --- Asking and showing ---

    def _ask(self) -> None:
        if self._attempt is None:
            return
        if self._summary is None:
            self._patience.begin()
        wanted = self._attempt

        def on_answer(summary: Summary) -> None:
            if wanted == self._attempt:  # else another attempt was asked for since
                self._show(summary)

        self.desk.backend.call(self, on_answer, attempts.read_summary, wanted, failed=self._show_error)

    def _show(self, summary: Summary) -> None:
        self._patience.end()
        first = self._summary is None
        self._summary = summary
        who = f"{summary.attempt.learner.name}  \u00b7  " if self.desk.is_teacher else ""
        self.heading.set_heading(labels.title_of(summary.attempt.title), f"{who}{when_words(summary)}")
        self.score.show_summary(summary)
        self.topics.show_summary(summary)
        self.topics.setVisible(len(summary.topics) > 1)
        at = self.questions.currentIndex().row()
        self.questions.set_rows(question_lines(summary))
        if not first:
            self.questions.go_to(at)
        self.list_heading.set_heading("Every question", "Each opens as it was shown.")
        found = first_to_look_at(summary)
        self.look.set_text(found[1] if found is not None else "")
        self.today.set_text("Back to the scores" if self.desk.is_teacher else "Back to Today")
        asked = (self.name,) if self._wants_name(summary) else ()
        self._show_only(self.both, *asked, self.list_heading, self.list_rule, self.questions)
        if first and self.isVisible():
            self.score.score.setFocus(_FOCUS)

    def _show_loading(self) -> None:
        self._show_state(LoadingState("Reading the result"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        if error.code == "attempt_open" and self._attempt is not None:
            self.open_requested.emit(QuizPlace(self._attempt))
            return
        self._summary = None
        actions = [("again", "Try again")]
        self._show_state(ErrorState("This result cannot be shown", errors.sentence(error), actions))
        self.give_focus()

    # --- The name ---

    def _wants_name(self, summary: Summary) -> bool:
        person = summary.attempt.learner
        here = self.desk.learner
        mine = here is not None and here.id == person.id and not self.desk.is_teacher
        return mine and not person.name and self._declined != person.id

    def _on_named(self, name: str) -> None:
        if self.desk.learner is not None:
            self.desk.backend.call(
                self,
                self._on_renamed,
                learners.rename_learner,
                self.desk.learner.id,
                name,
                failed=lambda error: self.name.show_problem(errors.sentence(error)),
            )

    def _on_renamed(self, learner: Learner) -> None:
        self.desk.sit_down(learner)
        self._put_name_away()
        self.message_posted.emit(f"Your history is kept under the name {learner.name}.", "", None)

    def _on_declined(self) -> None:
        self._declined = self.desk.learner.id if self.desk.learner is not None else None
        self._put_name_away()

    def _put_name_away(self) -> None:
        self.today.setFocus(_FOCUS)
        self.name.hide()

    # --- What now ---

    def _open_question(self, position: int) -> None:
        if self._attempt is not None:
            self.open_requested.emit(QuizPlace(self._attempt, position))

    def _look_at_first(self) -> None:
        found = first_to_look_at(self._summary) if self._summary is not None else None
        if found is not None:
            self.questions.go_to(found[0] - 1)
            self._open_question(found[0])

    def _begin_again(self) -> None:
        if self._summary is not None:
            head = self._summary.attempt
            self.open_requested.emit(BeginPlace(QuizPlan(head.set or None, head.mode, None, _AGAIN)))

    def _go_back(self) -> None:
        if self.desk.is_teacher:
            self.back_requested.emit()
        else:
            self.open_requested.emit(TodayPlace())

"""About a set: who has reviewed what, what was put right, and every work its questions rest on."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import AboutPlace, AboutSetPlace, Place
from app.gui.shared.reader_states import ELSEWHERE_UNANSWERED
from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.fact_row import FactRow
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.fold import FoldButton
from app.gui.widgets.page import PageColumn, PageHeading, SectionHeading
from app.gui.widgets.source_words import day_of
from app.gui.widgets.speech import announce
from app.gui.widgets.states import ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.services import about_sets
from app.services.views import CorrectionView, SetAbout, UsedWork
from app.words import errors
from app.words.counts import counted
from app.words.labels import title_of
from app.words.works import standing

COPY, COPIED = "Copy list", "Copied"
NO_CORRECTIONS = "No corrections so far."
NO_REVIEW = "Nothing is said of who has reviewed it."
_WIDEST = 800


class AboutSetPage(Page):
    """Shows what is known of one set besides its questions."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place: AboutSetPlace | None = None
        self._about: SetAbout | None = None
        self.column = PageColumn(widest=_WIDEST, spacing=0)
        self.column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll it
        self.column.setProperty(NO_RING, True)
        self.back, self.copy = Button("Back", "link", mark="arrow-left"), Button(COPY, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self._patience = Patience(self, self._show_loading)
        self.set_header(Header(tab="today"))
        theme().changed.connect(self._repaint)

    def show_place(self, place: Place) -> None:
        assert isinstance(place, AboutSetPlace)
        if place != self._place:
            self._place, self._about = place, None
            self.column.clear()
        self._ask()

    def give_focus(self) -> None:
        self.column.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    # --- Asking ---

    def _ask(self) -> None:
        place = self._place
        if place is None:
            return
        if self._about is None:
            self._patience.begin()
        call = self.desk.backend.call
        call(
            self,
            lambda about: self._show(place, about),
            about_sets.about_set,
            place.set,
            failed=self._show_error,
        )

    def _show(self, place: AboutSetPlace, about: SetAbout) -> None:
        if place == self._place and about != self._about:
            self._patience.end()
            self._about = about
            self._repaint()

    def _show_loading(self) -> None:
        self._begin()
        self.column.add(LoadingState("Opening what is known of this set"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        self._about = None
        self._begin()
        state = ErrorState("This set cannot be shown", errors.sentence(error), [("again", "Try again")])
        state.chosen.connect(lambda _value: self._ask())
        self.column.add(state)

    # --- Painting ---

    def _repaint(self) -> None:
        about = self._about
        if about is None:
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._begin()
        self.column.add(PageHeading(title_of(about.title), counted(about.questions, "question")))
        self._add_reviews(about)
        if about.evidence:
            self._add_corrections(about.corrections)
            self._add_works(about.works)
        else:
            self.column.space(28)
            self.column.add(TextBlock(ELSEWHERE_UNANSWERED, "meta_strong", "accent"))
        if inside:
            self.give_focus()

    def _begin(self) -> None:
        self.column.clear()
        self.back = Button("Back", "link", mark="arrow-left")
        self.back.clicked.connect(lambda _on=False: self.back_requested.emit())
        self.column.add(_row(self.back))
        self.column.space(8)

    def _add_reviews(self, about: SetAbout) -> None:
        self._add_section("Who has reviewed what")
        self._add_fact("The questions", about.reviewed.strip() or NO_REVIEW)
        for source in about.sources:
            self._add_fact(source.title, source.words.strip() or NO_REVIEW)
        links = []
        for source in about.sources:
            link = Button(f"About {source.title}", "link")
            link.clicked.connect(lambda _on=False, of=source.source: self.open_requested.emit(AboutPlace(of)))
            links.append(link)
        if links:
            self.column.add(_row(*links))

    def _add_corrections(self, corrections: tuple[CorrectionView, ...]) -> None:
        self._add_section("Corrections", "the latest first" if len(corrections) > 1 else "")
        if not corrections:
            self.column.add(TextBlock(NO_CORRECTIONS, "explanation"))
        for one in corrections:
            about = f"\n\u201c{one.stem}\u201d" if one.stem else ""
            self._add_fact(day_of(one.date), f"{one.changed.strip()}{about}")

    def _add_works(self, works: tuple[UsedWork, ...]) -> None:
        self._add_section("Works", f"{len(works)}, each with the questions that rest on it")
        if not works:
            self.column.add(TextBlock("Its questions rest on no work.", "explanation"))
            return
        self.copy = Button(COPY, "second")
        self.copy.clicked.connect(lambda _on=False: self._on_copy())
        self.column.add(_row(self.copy))
        self.column.space(12)
        for used in works:
            self.column.add(WorkEntry(used))
            self.column.space(12)

    def _add_fact(self, name: str, words: str) -> None:
        self.column.add(FactRow(TextBlock(name, "interface_medium", "ink2"), TextBlock(words, "explanation")))
        self.column.space(10)

    def _add_section(self, title: str, aside: str = "") -> None:
        self.column.space(28)
        self.column.add(SectionHeading(title, aside, role="card_title"))
        self.column.space(8)

    # --- Acting ---

    def _on_copy(self) -> None:
        if self._about is not None:
            QGuiApplication.clipboard().setText(list_text(self._about))
            self.copy.set_text(COPIED)
            announce(self, f"{counted(len(self._about.works), 'work')} copied.")
            QTimer.singleShot(3000, self.copy, lambda: self.copy.set_text(COPY))


class WorkEntry(QWidget):
    """A work: its full reference, what is known of it, and on request the questions that rest on it."""

    def __init__(self, used: UsedWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stems = used.stems
        self._list: TextBlock | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        work = used.work
        self.reference = TextBlock(work.full or work.label, "source_card")
        self._column.addWidget(self.reference)
        self._column.addWidget(
            TextBlock(standing(work.seen, work.identification, work.doubt), "small", "ink2")
        )
        rests = "rests" if len(used.stems) == 1 else "rest"
        self.fold = FoldButton(f"{counted(len(used.stems), 'question')} {rests} on it")
        self.fold.toggled.connect(self._on_toggled)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_toggled(self, opened: bool) -> None:
        if self._list is None:
            self._list = TextBlock("\n".join(self._stems), "note")
            self._list.setContentsMargins(tokens.SPACE[3], 0, 0, 0)
            self._column.addWidget(self._list)
        self._list.setVisible(opened)


def list_text(about: SetAbout) -> str:
    """Return the list of works as plain text, a line each."""
    return "\n".join(used.work.full or used.work.label for used in about.works)


def _row(*buttons: Button) -> QWidget:
    row = QWidget()
    flow = FlowRow(row, gap=16, line_gap=0)
    for button in buttons:
        flow.addWidget(button)
    return row

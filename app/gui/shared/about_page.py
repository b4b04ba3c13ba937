"""About a source: who wrote it and when, what it is good for, what its labels mean, and every work it cites."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.domain.source import STATUSES, Locator
from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.places import AboutPlace, Place, ReaderPlace
from app.gui.shared.reader_states import ELSEWHERE_UNANSWERED
from app.gui.theme import theme
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.fact_row import FactRow
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.labels import StatusLabel
from app.gui.widgets.page import PageColumn, PageHeading, SectionHeading
from app.gui.widgets.reader_sentences import count_words
from app.gui.widgets.states import ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.services import reading
from app.services.views import ReaderView, Work
from app.words import errors, labels
from app.words.works import standing

_PATIENCE_MS = 300
_WIDEST = 800
_FACTS = (
    ("author", "Who wrote it"),
    ("date", "When"),
    ("what", "What it is"),
    ("cut", "Where it is cut"),
    ("good_for", "What it is good for"),
    ("errors", "Errors in it"),
    ("why", "Why it is worth asking about"),
    ("reviewed", "Who has reviewed it"),
)


class AboutPage(Page):
    """Shows what is known of one source."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place: AboutPlace | None = None
        self._view: ReaderView | None = None
        self.column = PageColumn(widest=_WIDEST, spacing=0)
        self.column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll it
        self.column.setProperty(NO_RING, True)
        self.back = Button("Back", "link", mark="arrow-left")
        self.read = Button("Read it", "second")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_loading)
        self.set_header(Header(tab="reader"))
        theme().changed.connect(self._repaint)

    def show_place(self, place: Place) -> None:
        assert isinstance(place, AboutPlace)
        if place != self._place:
            self._place, self._view = place, None
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
        if self._view is None:
            self._patience.start()
        self.desk.backend.call(
            self,
            lambda view: self._show(place, view),
            reading.read_source,
            place.source,
            failed=self._show_error,
        )

    def _show(self, place: AboutPlace, view: ReaderView) -> None:
        if place != self._place or view == self._view:
            return
        self._patience.stop()
        self._view = view
        self._repaint()

    def _show_loading(self) -> None:
        self._begin()
        self.column.add(LoadingState("Opening what is known of this source"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.stop()
        self._view = None
        self._begin()
        state = ErrorState("This source cannot be shown", errors.sentence(error), [("again", "Try again")])
        state.chosen.connect(lambda _value: self._ask())
        self.column.add(state)

    # --- Painting ---

    def _repaint(self) -> None:
        view = self._view
        if view is None:
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._begin()
        length = count_words(claim.at for claim in view.claims)
        kind = labels.SOURCE_KIND[view.kind]
        self.column.add(PageHeading(view.title, f"{kind}, retold in {length}" if view.claims else kind))
        self._add_facts(view)
        self._add_labels()
        if view.evidence:
            self._add_works(view)
        else:
            self.column.space(28)
            self.column.add(TextBlock(ELSEWHERE_UNANSWERED, "meta_strong", "accent"))
        if inside:
            self.give_focus()

    def _begin(self) -> None:
        self.column.clear()
        self.back = Button("Back", "link", mark="arrow-left")
        self.back.clicked.connect(lambda _on=False: self.back_requested.emit())
        row = QWidget()
        FlowRow(row).addWidget(self.back)
        self.column.add(row)
        self.column.space(8)

    def _add_facts(self, view: ReaderView) -> None:
        self.column.space(16)
        for field, name in _FACTS:
            if field == "errors" and (view.waiting or not view.evidence):
                continue  # it names the mistakes that a question may be about
            if words := getattr(view.about, field).strip():
                self._add_fact(name, words)
        for gap in view.gaps:
            self._add_fact(f"After {gap.after}", gap.note.strip())
        self.read = Button("Read our summary" if view.wording == "own" else "Read it", "second")
        self.read.clicked.connect(lambda _on=False: self.open_requested.emit(ReaderPlace(view.source)))
        row = QWidget()
        FlowRow(row).addWidget(self.read)
        self.column.space(8)
        self.column.add(row)

    def _add_fact(self, name: str, words: str) -> None:
        self.column.add(FactRow(TextBlock(name, "interface_medium", "ink2"), TextBlock(words, "explanation")))
        self.column.space(10)

    def _add_labels(self) -> None:
        self._add_section("What the labels mean", "each belongs to one statement, never to a whole sentence")
        for status in STATUSES:
            label = StatusLabel(status, labels.STATUS[status])
            self.column.add(FactRow(label, TextBlock(labels.STATUS_MEANING[status], "note")))
            self.column.space(6)
        self._add_section("Who says it", "apart from whether it holds")
        for voice, words in labels.VOICE.items():
            meaning = TextBlock(labels.VOICE_MEANING[voice], "note")
            self.column.add(FactRow(TextBlock(words, "small_medium", "ink2"), meaning))
            self.column.space(6)

    def _add_works(self, view: ReaderView) -> None:
        if not view.works:
            return
        self._add_section("Works", f"{len(view.works)}, cited in the text or in our notes")
        for work, places in view.works:
            self.column.add(TextBlock(work.full or work.label, "source_card"))
            self.column.add(TextBlock(work_line(work, places), "small", "ink2"))
            self.column.space(10)

    def _add_section(self, title: str, aside: str) -> None:
        self.column.space(28)
        self.column.add(SectionHeading(title, aside, role="card_title"))
        self.column.space(8)


def work_line(work: Work, places: tuple[Locator, ...]) -> str:
    """Say whether the editors have seen a work, what is doubtful about it, and where it is cited."""
    words = standing(work.seen, work.identification, work.doubt)
    return f"{words} At {', '.join(map(str, places))}." if places else words

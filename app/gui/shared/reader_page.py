"""The reader: a source sentence by sentence, with what historians say of each, and back to the question."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.domain.ids import SourceId
from app.domain.source import Locator
from app.gui.shared.desk import Desk
from app.gui.shared.original_file import ask_for_original, dropped_original
from app.gui.shared.page import Header, Page
from app.gui.shared.places import AboutPlace, Place, ReaderPlace
from app.gui.shared.quiz_keys import is_typing
from app.gui.shared.reader_finding import Finding
from app.gui.shared.reader_heat import ReaderHeat
from app.gui.shared.reader_keys import read_key
from app.gui.shared.reader_layout import ReaderLayout
from app.gui.shared.reader_states import (
    beginning,
    caption_of,
    notice_of,
    state_for,
    still_closed,
    without_original,
)
from app.gui.theme.focus import NO_RING
from app.gui.widgets.reader_head import Tab, copy_words
from app.gui.widgets.reader_sentences import count_words, original_sentences, summary_sentences
from app.gui.widgets.speech import announce
from app.gui.widgets.states import EmptyState, LoadingState
from app.gui.widgets.works_list import CitedWork
from app.services import reading
from app.services.views import OriginalReport, ReaderView

_PATIENCE_MS = 300


class ReaderPage(Page):
    """Shows one source at a time; opened from a question it knows the way back to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place = ReaderPlace()
        self._view: ReaderView | None = None
        self._tab: Tab = "summary"
        self._wants_focus = False
        self.parts = ReaderLayout(self)
        self.spread, self.head = self.parts.spread, self.parts.head
        self.finding = Finding(self.parts.find_bar, self.spread, self._go_to)
        self.heat = ReaderHeat(self.parts, desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_loading)
        self.setAcceptDrops(True)
        self.setProperty(NO_RING, True)  # the whole page has the focus where no sentence was chosen yet
        self.set_header(Header(tab="reader"))
        self._connect()

    @property
    def view(self) -> ReaderView | None:
        """Return what is shown."""
        return self._view

    # --- The page contract ---

    def show_place(self, place: Place) -> None:
        assert isinstance(place, ReaderPlace)
        again = place == self._place and self._view is not None
        self._place = place
        self.parts.set_back(self._way_back())
        settings = self.desk.settings
        self.parts.keys.show_letters(settings.letters if settings.single_keys else None)
        if again and self._view is not None:
            self._ask(self._view.source)
            return
        self._view, self._tab = None, place.tab
        self.finding.clear()
        self._ask(place.source)

    def _way_back(self) -> str:
        """Say where Back leads: to a question; a teacher came from a table."""
        if self._place.attempt is not None:
            return f"Back to question\u00a0{self._place.position}"
        return "Back" if self.desk.is_teacher else ""

    def give_focus(self) -> None:
        self._wants_focus = self._view is None
        if self._view is None or self.spread.isHidden() or not self.spread.text.focus_current():
            self.setFocus()

    # --- Asking ---

    def _ask(self, source: SourceId | None) -> None:
        self._patience.start()
        place = self._place
        self.desk.backend.call(
            self,
            lambda view: self._show(place, view),
            reading.read_source,
            source,
            place.attempt,
            place.position,
            failed=self._show_error,
        )

    def _show(self, place: ReaderPlace, view: ReaderView) -> None:
        if place != self._place:
            return  # somebody went elsewhere meanwhile
        self._patience.stop()
        before = self._view
        self._view = view
        if view == before and not self.spread.isHidden():
            return
        self.head.set_view(view, count_words(claim.at for claim in view.claims) if view.claims else "")
        self.head.show()
        if not (view.file or view.has_original):
            self._tab = "summary"
        self._show_tab(self._tab)
        if self._wants_focus and self.hasFocus():
            self.give_focus()
        announce(self, f"{view.title}. {caption_of(view, self._tab)}")

    def _show_tab(self, tab: Tab) -> None:
        view = self._view
        if view is None:
            return
        here = self.spread.current if tab != self._tab else None
        self._tab = tab
        self.head.set_tab(tab, view)
        self.parts.caption.set_text(caption_of(view, tab))
        self.parts.set_notice(notice_of(view, tab, self._place))
        self.parts.keys.hint.setVisible(view.evidence)
        works = view.works if view.evidence else ()
        self.parts.works.set_works(tuple(CitedWork(*one) for one in works))
        original = tab == "original"
        if original and not view.original:
            self._show_instead(without_original(view), self._on_attach)
            return
        sentences = original_sentences(view) if original else summary_sentences(view)
        if not sentences and (view.waiting or not view.evidence):
            self._show_instead(still_closed(view, self._place), lambda _value: None)
            return
        self.parts.show_text()
        self.spread.set_sentences(sentences, here or beginning(view, self._place, tab))
        self.finding.set_sentences(sentences, notes=view.evidence)
        self.heat.set_view(view, [sentence.at for sentence in sentences])
        self._scroll_first()

    def _scroll_first(self) -> None:
        here = self.spread.current
        if here is not None:
            self.parts.scroll_to(self.spread.sentence_area(here))
        else:
            self.parts.main.verticalScrollBar().setValue(0)
        self._on_scrolled(self.parts.seen_from())

    # --- Other states ---

    def _show_instead(self, state: EmptyState, act: object) -> None:
        state.chosen.connect(act)
        self.spread.set_sentences([])
        self.finding.set_sentences([], notes=False)
        self.heat.clear()
        self.parts.works.set_works(())
        self.parts.keys.hint.hide()
        self.parts.set_notice("")
        self.parts.show_instead(state)

    def _show_loading(self) -> None:
        if self._view is None:
            self.head.hide()
            self.parts.show_instead(LoadingState("Opening the source"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.stop()
        self._view = None
        self.head.hide()
        self._show_instead(state_for(error, any_source=self._place.source is None), self._on_again)

    def _on_again(self, _value: str) -> None:
        self._ask(self._place.source)

    # --- What a person does ---

    def _connect(self) -> None:
        self.parts.back.clicked.connect(lambda _on=False: self.back_requested.emit())
        self.parts.scrolled.connect(self._on_scrolled)
        self.parts.works.place_chosen.connect(self._go_to)
        self.parts.strip.chosen.connect(self._on_strip)
        self.parts.works.all_requested.connect(self._on_about)
        self.parts.find_bar.left.connect(self.give_focus)
        self.head.source_chosen.connect(self._on_source)
        self.head.tab_chosen.connect(self._show_tab)
        self.head.about_requested.connect(self._on_about)
        self.head.attach_requested.connect(self._on_attach)
        self.spread.moved.connect(self._on_moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = is_typing(QApplication.focusWidget())
        settings = self.desk.settings
        act = read_key(event, single_keys=settings.single_keys, typing=typing, letters=settings.letters)
        match act:
            case "next" | "before":
                self._step(1 if act == "next" else -1)
            case "find":
                self.parts.find_bar.give_focus()
            case "next_hit" | "hit_before":
                self.finding.step(1 if act == "next_hit" else -1)
            case "note":
                self._on_note()
            case "back" if self._way_back():
                self.back_requested.emit()
            case "down" | "up" | "page_down" | "page_up" | "top" | "end":
                self.parts.scroll_by_key(act)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        here = self.spread.current
        if here is None or not self.parts.in_view(self.spread.area(here)):
            first = self.spread.sentence_at(self.parts.seen_from())
            if first is not None:
                self._go_to(first)
        elif self.spread.step(by):
            self._reveal()
        self.spread.text.focus_current()

    def _go_to(self, at: Locator) -> None:
        if self.spread.isHidden():
            self._show_tab("summary")
        self.spread.go_to(at)
        self._reveal()

    def _on_strip(self, at: Locator) -> None:
        self.spread.go_to(at)
        self.parts.scroll_to(self.spread.sentence_area(at))

    def _reveal(self) -> None:
        if (here := self.spread.current) is not None:
            self.parts.reveal(self.spread.area(here), self.spread.sentence_area(here))

    def _on_note(self) -> None:
        if self.spread.current is not None and self.spread.text.has_focus():
            self.spread.choose(self.spread.current)
            self._reveal()

    def _on_moved(self, at: Locator) -> None:
        self.parts.works.set_paragraph(at.paragraph)
        self.finding.show_count()

    def _on_scrolled(self, top: int) -> None:
        self.heat.show_view()
        here = self.spread.current
        if here is not None and self.parts.in_view(self.spread.sentence_area(here)):
            self.parts.works.set_paragraph(here.paragraph)
        else:
            self.parts.works.set_paragraph(self.spread.paragraph_at(top))

    def _on_source(self, source: str) -> None:
        self._view, self._tab = None, "summary"
        self.finding.clear()
        self._ask(SourceId(source))

    def _on_about(self) -> None:
        if self._view is not None:
            self.open_requested.emit(AboutPlace(self._view.source))

    # --- A person's own copy ---

    def _on_attach(self, _value: str = "") -> None:
        ask_for_original(self, self.attach)

    def attach(self, path: str) -> None:
        """Keep a file as the person's own copy and show what was found in it."""
        self.desk.backend.call(self, self._on_original_read, reading.read_original, path)

    def _on_original_read(self, read: tuple[bytes, str]) -> None:
        self.desk.backend.call(self, self._on_attached, reading.attach_original, *read)

    def _on_attached(self, report: OriginalReport) -> None:
        self._view, self._tab = None, "original"
        self.message_posted.emit(copy_words(report.verified, report.anchors), "", None)
        self._ask(report.source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_original(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_original(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.attach(path)

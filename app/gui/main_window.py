"""The main window: the bar at the top, one line for messages, and a stack of pages."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.domain.glance import Glance
from app.gui.pages import make_page
from app.gui.shared.desk import Desk, learner_of
from app.gui.shared.page import Header, Page
from app.gui.shared.places import (
    TEACHER_ONLY,
    CoveragePlace,
    DoorPlace,
    HelpPlace,
    HistoryPlace,
    ImportPlace,
    Place,
    ReaderPlace,
    ScoresPlace,
    SetsPlace,
    SettingsPlace,
    StartPlace,
    TodayPlace,
)
from app.gui.shared.who_menu import WhoMenu
from app.gui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from app.gui.widgets.message_bar import MessageBar

_STUDENT_TABS: dict[str, tuple[str, Place]] = {
    "today": ("Today", TodayPlace()),
    "reader": ("Sources", ReaderPlace()),
    "history": ("History", HistoryPlace()),
}
_TEACHER_TABS: dict[str, tuple[str, Place]] = {
    "sets": ("Question sets", SetsPlace()),
    "coverage": ("Coverage", CoveragePlace()),
    "scores": ("Scores", ScoresPlace()),
}
_SMALLEST = (640, 400)
_FIRST_SIZE = (1280, 800)
_LONGEST_TRAIL = 50
_FILE_ENDINGS = (".yaml", ".yml", ".json", ".gift", ".aiken", ".xml", ".txt")


class MainWindow(QMainWindow):
    """Shows one page at a time and remembers the way back."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._pages: dict[type, Page] = {}
        self._trail: list[Place] = []
        self._place: Place | None = None
        self._act: Callable[[], object] | None = None
        self.setWindowTitle("Footnote")
        self.resize(*_FIRST_SIZE)
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self.bar = TopBar()
        self._messages: MessageBar | None = None
        self.stack = QStackedWidget()
        self._who = WhoMenu(desk)
        self._lay_out()
        self._connect()

    @property
    def place(self) -> Place | None:
        """Return where the window is."""
        return self._place

    @property
    def page(self) -> Page | None:
        """Return the page in front."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def messages(self) -> "MessageBar":
        """Return the line for messages; it is made for the first of them."""
        if self._messages is None:
            from app.gui.widgets.message_bar import MessageBar

            self._messages = MessageBar()
            self._messages.acted.connect(self._on_acted)
            self._column.insertWidget(1, self._messages)
        return self._messages

    def show_first(self, place: Place, glance: Glance) -> None:
        """Show the first page with what a glance at the library tells, before any service can be called."""
        self._place = place
        page = self._pages.get(type(place)) or self._make(place)
        page.show_glance(glance)
        self.stack.setCurrentWidget(page)
        self._show_header(page.header())

    def begin(self, place: Place, glance: Glance) -> None:
        """Begin to work, now that services can be called: the only student sits down at once.

        Whoever has gone somewhere else meanwhile, to the settings say, stays there.
        """
        if isinstance(place, TodayPlace):
            self.desk.sit_down(learner_of(glance.learners[0]))
        else:
            self.desk.sit_down(None)
        self._show(place if self._place is None else self._place)

    def open(self, place: Place) -> None:
        """Go to a place and remember the way back."""
        if isinstance(place, TEACHER_ONLY) and not self.desk.is_teacher:
            place = DoorPlace(place.paths if isinstance(place, ImportPlace) else ())
        if self._place is not None and self._place != place:
            self._trail = [*self._trail, self._place][-_LONGEST_TRAIL:]
        self._show(place)

    def go_back(self) -> None:
        """Go to where the person came from, else to the first page."""
        home: Place = SetsPlace() if self.desk.is_teacher else TodayPlace()
        self._show(self._trail.pop() if self._trail else home)

    def show_widget(self, widget: QWidget) -> None:
        """Show something that is no place: what stands in for the pages where the library cannot be opened."""
        self._leave()
        self._place = None
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        self._show_header(Header())
        widget.setFocus()

    def show_message(self, sentence: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence under the bar, with one thing to do about it if there is one."""
        self._act = act
        self.messages.show_message(sentence, action)

    def show_error(self, error: FootnoteError) -> None:
        """Show an expected error in its sentence."""
        from app.words import errors  # loaded for the first error

        self._act = None
        self.messages.show_message(errors.sentence(error), tone="problem")

    def come_forward(self) -> None:
        """Show the window in front of the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _lay_out(self) -> None:
        whole = QWidget()
        self._column = column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(whole)
        self._show_tabs()

    def _connect(self) -> None:
        self.bar.tab_chosen.connect(self._on_tab)
        self._who.open_requested.connect(self.open)
        self.desk.changed.connect(self._show_tabs)
        self.desk.backend.error_occurred.connect(self.show_error)
        self.desk.backend.bug_occurred.connect(self._on_bug)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self._on_help)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Preferences), self, self._on_settings)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)

    def _show(self, place: Place) -> None:
        self._leave()
        self._place = place
        page = self._pages.get(type(place)) or self._make(place)
        if (focus := self.focusWidget()) is not None:
            focus.clearFocus()  # else it goes to whatever comes next, and a screen reader says that first
        self.stack.setCurrentWidget(page)
        self._show_header(page.header())
        page.show_place(place)
        page.give_focus()

    def _make(self, place: Place) -> Page:
        page = make_page(place, self.desk)
        page.open_requested.connect(self.open)
        page.back_requested.connect(self.go_back)
        page.message_posted.connect(self.show_message)
        page.header_changed.connect(lambda header, of=page: self._on_header(of, header))
        self.stack.addWidget(page)
        self._pages[type(place)] = page
        return page

    def _leave(self) -> None:
        if self.page is not None:
            self.page.leave()
        if self._messages is not None:
            self._messages.put_away()

    def _show_tabs(self) -> None:
        tabs = _TEACHER_TABS if self.desk.is_teacher else _STUDENT_TABS
        shown = [(name, words) for name, (words, _) in tabs.items()]
        self.bar.set_tabs(shown if self.desk.learner or self.desk.is_teacher else [])
        page = self.page
        self._show_header(page.header() if page is not None else Header())

    def _on_header(self, page: Page, header: Header) -> None:
        if page is self.page:
            self._show_header(header)

    def _show_header(self, header: Header) -> None:
        if header.title:
            self.bar.set_title(header.title, header.detail)
            self.bar.set_right(header.right)
        else:
            self.bar.set_current(header.tab)
            self.bar.set_right([*header.right, self._who])
        self.bar.set_progress(header.progress)

    def _on_tab(self, name: str) -> None:
        tabs = _TEACHER_TABS if self.desk.is_teacher else _STUDENT_TABS
        self.open(tabs[name][1])

    def _on_acted(self) -> None:
        if self._act is not None:
            self._act()

    def _on_help(self) -> None:
        if not isinstance(self._place, StartPlace) or self.desk.backend.is_ready:
            self.open(HelpPlace())

    def _on_settings(self) -> None:
        self.open(SettingsPlace())

    def _on_bug(self, line: str) -> None:
        self.show_error(FootnoteError("unexpected", detail=line))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _dropped_files(event):
            event.acceptProposedAction()
            self.open(ImportPlace(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        event.accept()
        self.closed.emit()


def _dropped_files(event: QDropEvent) -> tuple[str, ...]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return tuple(str(path) for path in paths if path.suffix.lower() in _FILE_ENDINGS or path.is_dir())

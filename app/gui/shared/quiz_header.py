"""What stands in the top bar during a quiz: counts, the saved mark, the way out."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.gui.shared import quiz_words as words
from app.gui.shared.page import Header, Page
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.labels import SavedMark
from app.gui.widgets.paint import baseline, draw_text, painting, text_width
from app.services.views import Step
from app.words.labels import title_of

_GAP = 24


class QuizHeader(QObject):
    """Owns the widgets of the page in the top bar."""

    leave_asked = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._step: Step | None = None
        self._shown: tuple[QWidget, ...] = ()
        self.counts = CountsLabel(page)
        self.saved = SavedMark(page)
        self.leave = Button(words.LEAVE, "link", parent=page)
        self.leave.clicked.connect(self.leave_asked)
        for widget in self._widgets():
            widget.hide()
        page.installEventFilter(self)

    def header_of(self, step: Step) -> Header:
        """Return the header of a step; the counts give way where they would cost a second row."""
        self._step = step
        finished = step.attempt.finished is not None
        self.counts.setText(words.counts(step))
        self.leave.set_text(words.LEAVE_FINISHED if finished else words.LEAVE)
        title, detail = title_of(step.attempt.title), words.mode(step.attempt)
        shown = (self.counts, self.leave) if finished else self._widgets()
        if not self._has_room(text_width("interface_medium", title) + text_width("meta", detail), shown):
            shown = shown[1:]
        self._shown = shown
        return Header(
            title=title,
            detail=detail,
            right=shown,
            progress=words.progress(step),
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._step is not None and self._page.isVisible():
            before = self._shown
            header = self.header_of(self._step)
            if header.right != before:
                self._page.set_header(header)
        return False

    def _has_room(self, title: int, shown: tuple[QWidget, ...]) -> bool:
        gaps = _GAP * (len(shown) + 1)
        return title + gaps + sum(one.sizeHint().width() for one in shown) <= (
            self._page.width() - 2 * tokens.PAGE_MARGIN
        )

    def set_saved(self, saved: bool) -> None:
        """Show the tick, or nothing."""
        self.saved.set_saved(saved)
        self.saved.setToolTip(words.ALL_SAVED if saved else "")
        self.saved.setAccessibleName(f"Saved. {words.ALL_SAVED}" if saved else "")

    def _widgets(self) -> tuple[QWidget, ...]:
        return (self.counts, self.saved, self.leave)


class CountsLabel(QLabel):
    """One line such as "5 of 18 answered, 1 skipped"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(text_width("meta", self.text()), theme().line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_text(painter, 0, baseline("meta", 0), "meta", theme().colour("ink2"), self.text())

"""What stands in the top bar during a quiz: counts, the saved mark, the way out."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.gui.shared import quiz_words as words
from app.gui.shared.page import Header
from app.gui.theme import theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.labels import SavedMark
from app.gui.widgets.paint import baseline, draw_text, painting, text_width
from app.services.views import Step
from app.words.labels import title_of


class QuizHeader(QObject):
    """Owns the widgets of the page in the top bar."""

    leave_asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.counts = CountsLabel(page)
        self.saved = SavedMark(page)
        self.leave = Button(words.LEAVE, "link", parent=page)
        self.leave.clicked.connect(self.leave_asked)
        for widget in self._widgets():
            widget.hide()

    def header_of(self, step: Step) -> Header:
        """Return the header of a step."""
        finished = step.attempt.finished is not None
        self.counts.setText(words.counts(step))
        self.leave.set_text(words.LEAVE_FINISHED if finished else words.LEAVE)
        shown = (self.counts, self.leave) if finished else self._widgets()
        for widget in shown:
            widget.show()
        return Header(
            title=title_of(step.attempt.title),
            detail=words.mode(step.attempt),
            right=shown,
            progress=words.progress(step),
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

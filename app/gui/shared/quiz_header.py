"""What stands in the top bar during a quiz: counts, the saved mark, the way out."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.shared import quiz_words as words
from app.gui.shared.page import Header
from app.gui.theme import theme
from app.gui.widgets.buttons import Button
from app.gui.widgets.labels import SavedMark
from app.services.views import Step


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
        for widget in self._widgets():
            widget.show()
        return Header(
            title=step.attempt.title,
            detail=words.mode(step.attempt),
            right=self._widgets(),
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
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFont(theme().font("meta"))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme().colour("ink2"))
        self.setPalette(palette)

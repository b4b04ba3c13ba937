"""What the first explanation would wait for, done in short pieces while the first question is read."""

from collections.abc import Callable
from string import ascii_letters, digits

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.gui.theme import theme

_FIRST_MS, _NEXT_MS = 250, 40
_LETTERS = f"{ascii_letters}{digits}.,;:?()\u2013\u2019\u201c\u201d"
_ROLES = (
    "explanation",
    "source_card",
    "card_title",
    "quote",
    "note",
    "verdict",
    "small",
    "small_strong",
    "meta_medium",
)
_WIDE, _HIGH = 1000, 48


class QuizWarmer(QObject):
    """Does pieces of work one after the other, each once, so that no key ever waits for more than one."""

    def __init__(self, parent: QObject, pieces: list[Callable[[], object]]) -> None:
        super().__init__(parent)
        self._pieces = [*pieces, *(lambda role=role: draw_unseen(role) for role in _ROLES)]
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._do_one)

    def start(self) -> None:
        """Begin, if anything is left to do."""
        if self._pieces and not self._timer.isActive():
            self._timer.start(_FIRST_MS)

    def _do_one(self) -> None:
        self._pieces.pop(0)()
        if self._pieces:
            self._timer.start(_NEXT_MS)


def polish(widget: QWidget) -> None:
    """Dress the parts of a widget that was not shown yet."""
    for part in widget.findChildren(QWidget):
        part.ensurePolished()


def lay_out_unseen(widget: QWidget) -> None:
    """Give all parts of a hidden widget the places that they will have at its size."""
    polish(widget)
    if (layout := widget.layout()) is not None:
        layout.activate()
    for part in widget.findChildren(QWidget):
        if (layout := part.layout()) is not None:
            layout.activate()


def draw_unseen(role: str) -> None:
    """Draw the letters of a role where nobody sees it: Qt keeps their shapes."""
    image = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.setFont(theme().font(role))
        painter.drawText(QPointF(0, _HIGH / 2), _LETTERS)

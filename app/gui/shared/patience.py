"""Says after 300 ms that something takes a moment, and not before."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PATIENCE_MS = 300


class Patience(QObject):
    """Calls `show_loading` once, unless `end` comes first."""

    def __init__(self, parent: QObject, show_loading: Callable[[], object]) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(show_loading)

    def begin(self) -> None:
        """Begin to wait."""
        self._timer.start()

    def end(self) -> None:
        """What was waited for is here."""
        self._timer.stop()

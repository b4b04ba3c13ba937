"""Collect garbage on the GUI thread only.

Python's cycle collector runs on whichever thread happens to allocate. On a worker it would delete widgets there, and Qt
ends the process. So it is switched off, and a timer collects here.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class GuiCollector(QObject):
    """Does on a timer what Python's own collector would do, by the same thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over from Python's own collector."""
        gc.disable()
        self._timer.start()

    def pass_over(self) -> None:
        """Pass over all that is there now from here on.

        The program itself stays to its end, and to look through it would hold an answer up for 50 ms now and then.
        """
        gc.freeze()

    def stop(self) -> None:
        """Hand back to Python's own collector."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        """Collect the generations that have grown enough."""
        young, middle, old = gc.get_count()
        if young <= self._thresholds[0]:
            return
        if middle <= self._thresholds[1]:
            gc.collect(0)
        else:
            gc.collect(1 if old <= self._thresholds[2] else 2)

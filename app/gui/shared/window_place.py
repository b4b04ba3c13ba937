"""Where a window may stand: whole on its screen, with the frame that the system draws around it."""

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

USUAL_FRAME = QMargins(0, 40, 0, 0)
"""A title bar as systems draw it; the true frame is known only once the window is shown."""


def fitted(wanted: QRect, available: QRect, frame: QMargins) -> QRect:
    """Return a window without its frame, made smaller and moved until both are within what is available."""
    room = available.marginsRemoved(frame)
    box = QRect(wanted.topLeft(), wanted.size().boundedTo(room.size()))
    box.moveLeft(min(max(box.left(), room.left()), room.right() - box.width() + 1))
    box.moveTop(min(max(box.top(), room.top()), room.bottom() - box.height() + 1))
    return box


def first_size(wanted: QSize) -> QSize:
    """Return the size of a window that the system is to place, as far as the first screen has room."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    return fitted(QRect(screen.topLeft(), wanted), screen, USUAL_FRAME).size()


def restored(box: QRect) -> QRect | None:
    """Return a place kept from an earlier time, made to fit; None where no screen is there any more."""
    shared = [
        (screen.availableGeometry(), screen.availableGeometry().intersected(box))
        for screen in QGuiApplication.screens()
    ]
    on = [(part.width() * part.height(), index) for index, (_, part) in enumerate(shared) if part.isValid()]
    return fitted(box, shared[max(on)[1]][0], USUAL_FRAME) if on else None


def fit_frame(window: QWidget) -> None:
    """Make a shown window smaller where its true frame is larger than thought."""
    if window.isMaximized() or window.isFullScreen():
        return
    inner, outer = window.geometry(), window.frameGeometry()
    frame = QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )
    box = fitted(inner, window.screen().availableGeometry(), frame)
    if box.size() != inner.size():
        window.setGeometry(box)

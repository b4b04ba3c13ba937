"""The ring around what has the keyboard: 2 px of accent, 2 px outside."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from app.gui.theme.tokens import FOCUS_GAP, FOCUS_LINE, RADIUS_BUTTON

REACH = FOCUS_LINE + FOCUS_GAP
NO_RING = "no_focus_ring"
RING_RADIUS = "focus_radius"
_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.EnabledChange,
    QEvent.Type.ZOrderChange,
}


class FocusRing(QObject):
    """Draws one ring, outside the widget that has the focus, in the window or scroll area it lies in.

    Nothing is drawn around a widget with the property `no_focus_ring`, nor around a button reached by mouse.
    """

    def __init__(self, app: QApplication, colour: Callable[[str], QColor]) -> None:
        super().__init__(app)
        self._colour = colour
        self._target: QWidget | None = None
        self._band: _Band | None = None
        self._chain: list[QWidget] = []
        app.focusChanged.connect(self._on_focus_changed)

    def show_around(self, target: QWidget | None) -> None:
        """Draw the ring around a widget, or none."""
        for widget in self._chain:
            _unwatch(widget, self)
        self._target, self._chain = target, []
        _remove(self._band)
        self._band = None
        if target is None:
            return
        ground = _ground_of(target)
        if ground is target:
            return
        self._chain = _between(target, ground)
        for widget in self._chain:
            widget.installEventFilter(self)
        self._band = _Band(ground, self._colour)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.show_around(new if new is not None and _wants_ring(new) else None)

    def _place(self) -> None:
        target, band = self._target, self._band
        if target is None or band is None or not _alive(target) or not _alive(band):
            return
        ground = band.ground
        area = QRect(target.mapTo(ground, QPoint(0, 0)), target.size())
        band.radius = int(target.property(RING_RADIUS) or RADIUS_BUTTON)
        band.setGeometry(area.adjusted(-REACH, -REACH, REACH, REACH))
        band.setVisible(target.isVisibleTo(ground))
        band.raise_()


class _Band(QWidget):
    """The drawn ring; the mouse goes through it."""

    def __init__(self, parent: QWidget, colour: Callable[[str], QColor]) -> None:
        super().__init__(parent)
        self.ground = parent
        self.radius = RADIUS_BUTTON
        self._colour = colour
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._colour("accent"), FOCUS_LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = FOCUS_LINE / 2
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            radius = self.radius + REACH - inset
            painter.drawRoundedRect(box, radius, radius)


def _wants_ring(widget: QWidget) -> bool:
    if widget.property(NO_RING) or widget.isWindow():
        return False
    if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        return True
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit  # reached by mouse: not before the first paint

    return isinstance(widget, QLineEdit | QPlainTextEdit)


def _ground_of(widget: QWidget) -> QWidget:
    """Find what the ring is drawn on: the page of the scroll area around the widget, else its window."""
    ground = widget
    while not ground.isWindow():
        parent = ground.parentWidget()
        if parent is None:
            break
        outer = parent.parentWidget()
        if isinstance(outer, QScrollArea) and outer.widget() is ground and ground is not widget:
            break
        ground = parent
    return ground


def _between(widget: QWidget, ground: QWidget) -> list[QWidget]:
    chain = [widget]
    while (parent := chain[-1].parentWidget()) is not None and parent is not ground:
        chain.append(parent)
    return chain


def _alive(thing: QObject) -> bool:
    return isValid(thing)


def _unwatch(widget: QWidget, watcher: QObject) -> None:
    if _alive(widget):
        widget.removeEventFilter(watcher)


def _remove(band: QWidget | None) -> None:
    if band is not None and _alive(band):
        band.hide()
        band.deleteLater()

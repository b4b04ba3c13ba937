"""A column of the quiz page that scrolls, with room kept for its bar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from app.gui.theme import tokens

TOP = 28
FOOT = 20
_REACH = 8  # room around a column for the focus ring


class ReadingColumn(QScrollArea):
    """A column that scrolls. It keeps room for the scroll bar: nothing is laid out anew where that comes or goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(_Bar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = _ColumnPage()
        self.page.setObjectName("page")
        self.body = QVBoxLayout(self.page)
        self.body.setSpacing(0)
        self.setWidget(self.page)
        # Where only the height changes, nothing is painted anew.
        for part in (self, self.viewport(), self.page):
            part.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._top, self._trail = TOP, tokens.SPACE[3]

    def lay(self, left: int, width: int, height: int, *, top: int, trail: int) -> None:
        """Take a place: the text begins at `left` and is `width` wide; `trail` is what it may take after it."""
        self._top, self._trail = top, trail
        before = trail if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else _REACH
        self.setGeometry(left - before, 0, width + _REACH + trail, height)
        self._set_margins()

    def fit(self) -> None:
        """Lay out what is in the column, once, at the height that it takes."""
        if not self.isVisible():
            return
        room = self.viewport().size()
        height = max(room.height(), self.page.heightForWidth(room.width()))
        self.page.resize(room.width(), height)
        self.body.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # Page Up and Page Down move between questions

    def _set_margins(self) -> None:
        bar = max(0, self.width() - self.viewport().width())
        trail = max(0, self._trail - bar)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.body.setContentsMargins(trail, self._top, _REACH, FOOT)
        else:
            self.body.setContentsMargins(_REACH, self._top, trail, FOOT)


class _Bar(QScrollBar):
    """A scroll bar that is drawn where there is something to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class _ColumnPage(QWidget):
    """What a column scrolls: as high as its content is at its width, never as high as that would like to be."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

"""Fields to write in, and the button that opens a list to choose from."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.icons import draw_icon
from app.gui.widgets.paint import baseline, draw_box, draw_text, elided, mirrored, painting, text_width

_PAUSE_MS = 200


class TextField(QLineEdit):
    """One line to write in; `name` is what a screen reader calls it. Emits Qt's `textEdited`."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None, *, width: int = 240) -> None:
        super().__init__(parent)
        self._wide = width
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().size(self._wide), theme().size(tokens.BUTTON_SECOND))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(72), theme().size(tokens.BUTTON_SECOND))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._come_into_sight)  # once the page is laid out

    def _come_into_sight(self) -> None:
        """Let the page scroll so far that the whole field is seen."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is not None and page is not None and self.hasFocus():
            middle = self.mapTo(page, self.rect().center())
            area.ensureVisible(middle.x(), middle.y(), 0, self.height() // 2 + tokens.SPACE[2])


class SearchField(TextField):
    """A field to search in: `searched(text)` comes at a pause, at once on Enter. Esc empties it."""

    searched = Signal(str)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None, *, width: int = 280) -> None:
        super().__init__(name, hint, parent, width=width)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self.textEdited.connect(self._on_edited)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_paused()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._on_paused()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().size(14)
        spot = QRectF(theme().size(11), round((self.height() - side) / 2), side, side)
        with painting(self) as painter:
            draw_icon(painter, mirrored(self, spot), "search", theme().colour("ink2"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()

    def _make_room(self) -> None:
        left = theme().size(20)
        rightwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if rightwards else left, 0, left if rightwards else 0, 0)

    def _on_edited(self, _text: str) -> None:
        self._pause.start()

    def _on_paused(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())


class Select(QComboBox):
    """A button that opens a list of values; `chosen(value)` is emitted when a person takes one.

    The first option is the resting one; any other is shown as an active filter where `filters` is set.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: list[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        filters: bool = True,
    ) -> None:
        super().__init__(parent)
        self._filters = filters
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_options(options)
        self.activated.connect(lambda _index: self.chosen.emit(self.value()))
        self.currentIndexChanged.connect(lambda _index: self.updateGeometry())

    def set_options(self, options: list[tuple[str, str]]) -> None:
        """Offer other values (value, words), keeping what is chosen where it is still there."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.blockSignals(False)
        self.set_value(before)
        self.updateGeometry()

    def value(self) -> str:
        """Give the chosen value."""
        found = self.currentData()
        return found if isinstance(found, str) else ""

    def set_value(self, value: str) -> None:
        """Choose a value without saying so; an unknown one chooses the first."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = text_width("meta_strong", self.currentText())
        return QSize(min(words, theme().size(320)) + theme().size(12 + 8 + 12 + 12), theme().size(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        active = self._filters and self.currentIndex() > 0
        fill, line, text = ("accent_soft", "accent", "accent") if active else ("sheet", "line", "ink")
        if not self.isEnabled():
            fill, line, text = "paper", "hair", "ink3"
        role, arrow = "meta_strong" if active else "meta_medium", theme().size(12)
        with painting(self) as painter:
            ground, border = theme().colour(fill), theme().colour(line)
            draw_box(painter, QRectF(self.rect()), tokens.RADIUS_BUTTON, fill=ground, border=border)
            room = self.width() - theme().size(12 + 8 + 12) - arrow
            words = elided(role, self.currentText(), room + 2)
            place = mirrored(self, QRectF(theme().size(12), 0, text_width(role, words), self.height()))
            top = (self.height() - theme().line_height(role)) / 2
            draw_text(painter, place.left(), baseline(role, top), role, theme().colour(text), words)
            left, above = self.width() - theme().size(12) - arrow, round((self.height() - arrow) / 2)
            spot = mirrored(self, QRectF(left, above, arrow, arrow))
            draw_icon(painter, spot, "chevron-down", theme().colour(text))

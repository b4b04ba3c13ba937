"""The field an answer is typed into."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.widgets.paint import baseline

LONGEST = 1000
_SMALLEST = 56


class AnswerField(QLineEdit):
    """One line to answer in. Every letter and figure is its own; Enter is told as `entered`.

    `left` comes when the focus goes elsewhere after the text was changed. `stepped` is an arrow up (-1) or down (+1).
    """

    entered = Signal()
    left = Signal()
    stepped = Signal(int)

    def __init__(
        self, name: str, *, role: str, width: int, height: int, inset: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role, self._wide, self._high, self._inset = role, width, height, inset
        self._dirty = False
        self._revision = -1
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)
        self.setProperty(RING_RADIUS, tokens.RADIUS_BUTTON)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_edited)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show what was typed before, without saying so."""
        self._dirty = False
        self.setText(text)
        self.setCursorPosition(len(text))

    def sizeHint(self) -> QSize:
        return QSize(theme().size(self._wide), theme().size(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(_SMALLEST), theme().size(self._high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # said once, by this signal: the page must not see the key a second time
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._dirty and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._dirty = False
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _on_edited(self, _text: str) -> None:
        self._dirty = True

    def _dress(self) -> None:
        """Take the font and the inner margins of the text size of now: the sheet's padding is for lower fields."""
        if self._revision == theme().revision:
            return
        self._revision = theme().revision
        self.setFont(theme().font(self._role))
        self.setStyleSheet(f"QLineEdit {{ padding: 0px {theme().size(self._inset)}px; }}")
        self._set_on_baseline()
        self.updateGeometry()

    def _set_on_baseline(self) -> None:
        """Lift or drop the words to where a line of text in the middle of the same height has its baseline."""
        high, metrics = self.sizeHint().height(), QFontMetrics(theme().font(self._role))
        own = (high - metrics.height() + 1) // 2 + metrics.ascent()
        drop = round(own - baseline(self._role, (high - theme().line_height(self._role)) / 2))
        self.setTextMargins(0, max(0, -2 * drop), 0, max(0, 2 * drop))

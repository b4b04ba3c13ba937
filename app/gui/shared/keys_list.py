"""The list of keys that "?" lays over a page."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.card import Card
from app.gui.widgets.marks import KeyCap
from app.gui.widgets.paint import painting
from app.gui.widgets.speech import announce
from app.gui.widgets.text import TextBlock

Keys = tuple[tuple[str, str], ...]
_WIDEST = 440


class KeysList(QWidget):
    """Covers the widget it is made for while it is shown; Esc, "?" and its button close it (`closed`)."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._came_from: QWidget | None = None
        self.setAccessibleName("Keys")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card = Card(padding=24)
        self.title = TextBlock("Keys", "card_title")
        self.sentence = TextBlock("", "meta", "ink2")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.SPACE[3])
        self._grid.setVerticalSpacing(tokens.SPACE[1])
        self._grid.setColumnStretch(1, 1)
        self.close_button = Button("Close", "second", "Esc")
        self.close_button.clicked.connect(self.put_away)
        for part in (self.title, self.sentence):
            self._card.body.addWidget(part)
        self._card.body.addLayout(self._grid)
        self._card.body.addSpacing(tokens.SPACE[1])
        self._card.body.addWidget(self.close_button)
        self._scroll.setWidget(self._card)
        whole = QVBoxLayout(self)
        whole.addWidget(self._scroll, 0, Qt.AlignmentFlag.AlignCenter)
        over.installEventFilter(self)
        self.hide()

    def show_keys(self, keys: Keys, *, single_keys: bool) -> None:
        """Lay the list over the page and take the focus."""
        self._came_from = self._over.window().focusWidget()
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, (key, does) in enumerate(keys):
            cap = KeyCap(key)
            cap.setAccessibleName(f"{key}: {does}")
            self._grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(TextBlock(does, "interface"), row, 1)
        told = (
            "They can be changed and switched off in Settings."
            if single_keys
            else "Single keys are switched off in Settings."
        )
        self.sentence.set_text(
            f"Single keys do nothing while you type in a field. {told}" if single_keys else told
        )
        self._fit()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        said = " ".join(f"{key}: {does}." for key, does in keys)
        announce(self, f"Keys. {said} {self.sentence.text()}")

    def put_away(self) -> None:
        """Close the list and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or event.text() == "?":
            self.put_away()
        # Every other key ends here too: nothing under the list may act.

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.put_away()

    def focusNextPrevChild(self, _next: bool) -> bool:
        return True  # its one button keeps the focus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = QColor(theme().colour("paper"))
        ground.setAlphaF(0.82)
        with painting(self) as painter:
            painter.fillRect(QRectF(self.rect()), ground)

    def _fit(self) -> None:
        self.setGeometry(self._over.rect())
        width = min(theme().size(_WIDEST), max(1, self.width() - 2 * tokens.SPACE[3]))
        height = self._card.heightForWidth(width - 2)
        if height < 0:
            height = self._card.sizeHint().height()
        self._scroll.setFixedSize(width, min(height + 2, max(1, self.height() - 2 * tokens.SPACE[3])))

"""One of two or three: "Study text | Original", "A guess | Fairly sure | Sure"."""

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.paint import draw_box, draw_centred, elided, painting, text_width

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Segmented(QWidget):
    """A switch of two or three positions; `chosen(value)` is emitted when a person moves it.

    Arrow keys move it at once, Tab reaches it once. Each position is announced as a radio button with its
    words, "of" how many, and whether it is on. With `optional=True` it may begin with none chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: list[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        optional: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons: dict[str, _Position] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, words in options:
            button = _Position(words, self)
            button.setAccessibleDescription(name)
            button.clicked.connect(lambda _on, v=value: self._on_clicked(v))
            button.stepped.connect(self._on_stepped)
            row.addWidget(button, 1)
            self._buttons[value] = button
        self._value = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if not optional:
            self.set_value(options[0][0])
        else:
            self._let_tab_reach(next(iter(self._buttons.values())))

    def value(self) -> str:
        """Give what is chosen, or an empty string."""
        return self._value

    def set_value(self, value: str) -> None:
        """Move the switch without saying so."""
        self._value = value
        for name, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(name == value)
            button.setAutoExclusive(True)
        reached = self._buttons.get(value) or next(iter(self._buttons.values()))
        self._let_tab_reach(reached)
        self.setFocusProxy(reached)
        self.update()

    def _let_tab_reach(self, one: "_Position") -> None:
        for button in self._buttons.values():
            click, strong = Qt.FocusPolicy.ClickFocus, Qt.FocusPolicy.StrongFocus
            button.setFocusPolicy(strong if button is one else click)

    def _on_clicked(self, value: str) -> None:
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.chosen.emit(value)

    def _on_stepped(self, step: int) -> None:
        names = list(self._buttons)
        here = names.index(self._value) if self._value else (-1 if step > 0 else len(names))
        there = names[min(max(here + step, 0), len(names) - 1)]
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._on_clicked(there)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_box(
                painter,
                QRectF(self.rect()),
                tokens.RADIUS_BUTTON,
                fill=theme().colour("sheet"),
                border=theme().colour("line"),
            )
            buttons = list(self._buttons.values())
            for before, after in pairwise(buttons):
                if not before.isChecked() and not after.isChecked():
                    self._draw_divider(painter, max(before.x(), after.x()))

    def _draw_divider(self, painter: QPainter, x: int) -> None:
        painter.setPen(theme().colour("hair"))
        painter.drawLine(x, 8, x, self.height() - 8)


class _Position(QRadioButton):
    """One position of the switch."""

    stepped = Signal(int)

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = self.text().replace("&&", "&")
        return QSize(text_width("meta_strong", words) + 2 * theme().size(14), theme().size(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _point: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            rightwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-step if sideways and rightwards else step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        words = elided("meta_strong", self.text().replace("&&", "&"), self.width() - 8)
        rect = QRectF(self.rect())
        with painting(self) as painter:
            if self.isChecked():
                fill, line = theme().colour("accent_soft"), theme().colour("accent")
                draw_box(
                    painter, rect, tokens.RADIUS_BUTTON, fill=fill, border=line, width=tokens.VERDICT_LINE
                )
            role = "meta_strong" if self.isChecked() else "meta_medium"
            draw_centred(painter, rect, role, theme().colour("accent" if self.isChecked() else "ink2"), words)

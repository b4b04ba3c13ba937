"""Small painted things: key caps, hairlines, letter badges, a person's initial."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.glyphs import draw_glyph
from app.gui.widgets.paint import draw_box, draw_centred, draw_hairline, painting, text_width


def keycap_size(key: str) -> QSize:
    """Give the size of a key cap."""
    height = theme().size(18)
    return QSize(max(theme().size(20), text_width("keycap", key) + theme().size(10)), height)


def draw_keycap(painter: QPainter, rect: QRectF, key: str, border: QColor, text: QColor) -> None:
    """Draw a key of the keyboard."""
    draw_box(painter, rect, tokens.RADIUS_KEY, border=border)
    draw_centred(painter, rect, "keycap", text, key)


class KeyCap(QLabel):
    """A key of the keyboard, to stand beside what it does."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self.setText(key)

    def sizeHint(self) -> QSize:
        return keycap_size(self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            colours = theme().colour("line"), theme().colour("ink2")
            draw_keycap(painter, QRectF(self.rect()), self.text(), *colours)


class Rule(QWidget):
    """A hairline across; `colour` is `hair` between rows and `line` under a heading of a table."""

    def __init__(self, colour: str = "hair", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_hairline(painter, 0, self.width(), 0, theme().colour(self._colour))


_BADGES = {  # state: fill, border, text
    "idle": ("sheet", "line", "ink2"),
    "chosen": ("accent", "", "on_accent"),
    "correct": ("right", "", "sheet"),
    "wrong": ("wrong", "", "sheet"),
    "partly": ("part", "", "sheet"),
    "faded": ("", "hair", "ink2"),
}
BADGE = 28


def draw_badge(painter: QPainter, rect: QRectF, letter: str, state: str) -> None:
    """Draw the letter of a choice: idle, chosen, correct, wrong, partly or faded."""
    fill, border, text = _BADGES[state]
    draw_box(
        painter,
        rect,
        tokens.RADIUS_BUTTON,
        fill=theme().colour(fill) if fill else None,
        border=theme().colour(border) if border else None,
    )
    draw_centred(painter, rect, "interface_strong", theme().colour(text), letter)


class Badge(QLabel):
    """The letter of a choice in its square."""

    def __init__(self, letter: str, state: str = "idle", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_badge(letter, state)

    def set_badge(self, letter: str, state: str) -> None:
        """Show a letter in a state: idle, chosen, correct, wrong, partly, faded."""
        self._state = state
        self.setText(letter)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size(BADGE), theme().size(BADGE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_badge(painter, QRectF(self.rect()), self.text(), self._state)


class Avatar(QLabel):
    """The first letter of a person's name in a disc."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show another person's initial."""
        self.setText(name.strip()[:1].upper())
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(theme().size(30), theme().size(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with painting(self) as painter:
            sunk, hair = theme().colour("sunk"), theme().colour("hair")
            draw_box(painter, rect, rect.height() / 2, fill=sunk, border=hair)
            draw_centred(painter, rect, "small_strong", theme().colour("ink2"), self.text())


__all__ = [
    "Avatar",
    "Badge",
    "KeyCap",
    "Rule",
    "draw_badge",
    "draw_glyph",
    "draw_keycap",
    "keycap_size",
]

"""The four buttons: one primary a screen, second ones, quiet ones, and links that act."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.icons import draw_icon
from app.gui.widgets.glyphs import GLYPHS, draw_glyph
from app.gui.widgets.marks import draw_keycap, keycap_size
from app.gui.widgets.paint import baseline, draw_box, draw_text, elided, mirrored, painting, text_width

Kind = Literal["primary", "second", "quiet", "link"]


class _Shape(NamedTuple):
    height: int
    padding: int
    role: str
    text: str
    fill: str = ""
    border: str = ""


_SHAPES: dict[Kind, _Shape] = {
    "primary": _Shape(tokens.BUTTON_PRIMARY, 18, "interface_strong", "on_accent", "accent"),
    "second": _Shape(tokens.BUTTON_SECOND, 14, "interface_medium", "ink", "sheet", "line"),
    "quiet": _Shape(tokens.BUTTON_QUIET, 8, "meta_medium", "ink2"),
    "link": _Shape(tokens.BUTTON_QUIET, 0, "meta_medium", "accent"),
}
_GAP, _MARK = 10, 16
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_POINTING = ("arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo")


class Button(QPushButton):
    """A button with, if wanted, its key painted inside and a mark (a glyph or line icon) before its words.

    Space, Return and Enter press it. The key is a hint only; the screen listens for it.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "second",
        key: str = "",
        parent: QWidget | None = None,
        *,
        mark: str = "",
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._key, self._mark = "", mark
        self._hovered = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_key(key)
        self.set_text(text)

    @property
    def kind(self) -> Kind:
        return self._kind

    @property
    def label(self) -> str:
        """The words as people read them."""
        return self.text().replace("&&", "&")

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text.replace("&", "&&"))

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        if key == self._key:
            return
        self._key = key
        self.setAccessibleDescription(f"Key: {key}" if key else "")
        self.updateGeometry()
        self.update()

    def set_mark(self, mark: str) -> None:
        """Show another glyph or line icon before the words, or none."""
        if mark == self._mark:
            return
        self._mark = mark
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        shape = _SHAPES[self._kind]
        width = text_width(shape.role, self.label) if self.text() else 0
        if self._mark:
            width += theme().size(_MARK) + (theme().size(8) if self.text() else 0)
        if self._key:
            width += keycap_size(self._key).width() + theme().size(_GAP)
        return QSize(width + 2 * theme().size(shape.padding), theme().size(shape.height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()  # they are the page's: Qt would go to whatever button comes next
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    # --- Drawing ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        shape = _SHAPES[self._kind]
        text = self._text_colour(shape)
        with painting(self) as painter:
            self._draw_ground(painter, shape)
            x = float(theme().size(shape.padding))
            end = self.width() - x
            if self._mark:
                x += self._draw_mark(painter, x, text) + theme().size(8)
            if self._key:
                end -= self._draw_key(painter, end, text) + theme().size(_GAP)
            self._draw_label(painter, shape.role, x, end, text)

    def _draw_ground(self, painter: QPainter, shape: _Shape) -> None:
        fill, border = shape.fill, shape.border
        if not self.isEnabled():
            fill, border = ("sunk", "") if fill == "accent" else ("", "hair") if border else ("", "")
        elif (self._hovered or self.isDown()) and self._kind in ("second", "quiet"):
            fill = "accent_soft"
        ground = theme().colour(fill) if fill else None
        if fill == "accent" and (self._hovered or self.isDown()):
            ground = _mixed(theme().colour("accent"), theme().colour("ink"), 0.3 if self.isDown() else 0.15)
        line = theme().colour(border) if border else None
        if ground or line:
            draw_box(painter, QRectF(self.rect()), tokens.RADIUS_BUTTON, fill=ground, border=line)

    def _draw_mark(self, painter: QPainter, x: float, text: QColor) -> float:
        side = theme().size(_MARK)
        spot = mirrored(self, QRectF(x, round((self.height() - side) / 2), side, side))
        if self._mark in GLYPHS:
            own = None if self._kind != "primary" and self.isEnabled() else text
            draw_glyph(painter, spot, self._mark, own)
        else:
            turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft and self._mark in _POINTING
            draw_icon(painter, spot, self._mark, text, from_right=turned)
        return side

    def _draw_key(self, painter: QPainter, end: float, text: QColor) -> float:
        size = keycap_size(self._key)
        top = round((self.height() - size.height()) / 2)
        spot = mirrored(self, QRectF(end - size.width(), top, size.width(), size.height()))
        border = QColor(text)
        if self._kind == "primary" and self.isEnabled():
            border.setAlphaF(0.55)
        else:
            border = theme().colour("line")
        draw_keycap(painter, spot, self._key, border, text)
        return size.width()

    def _draw_label(self, painter: QPainter, role: str, x: float, end: float, colour: QColor) -> None:
        words = elided(role, self.label, end - x + 1)
        width = text_width(role, words)
        inside = mirrored(self, QRectF(x, 0, max(end - x, 1), self.height()))
        rightwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = inside.right() - width if rightwards else inside.left()
        if self._kind in ("primary", "second") and not self._key and not self._mark:
            left = inside.left() + max(0.0, (inside.width() - width) / 2)
        top = (self.height() - theme().line_height(role)) / 2
        draw_text(painter, round(left), baseline(role, top), role, colour, words)
        if self._kind == "link" and self._hovered and self.isEnabled():
            y = round(baseline(role, top)) + 2.5
            painter.drawLine(round(left), int(y), round(left) + width, int(y))

    def _text_colour(self, shape: _Shape) -> QColor:
        if not self.isEnabled():
            return theme().colour("ink2" if shape.fill == "accent" else "ink3")
        if self._kind == "quiet" and self._hovered:
            return theme().colour("ink")
        return theme().colour(shape.text)


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * (1 - share) + b * share) for a, b in parts))

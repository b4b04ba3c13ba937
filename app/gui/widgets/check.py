"""A setting that is on or off, with a sentence under it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.gui.theme import theme
from app.gui.widgets.paint import draw_box, mirrored, painting
from app.gui.widgets.text_lines import TextLines

_SIDE, _GAP = 18, 12


class CheckRow(QCheckBox):
    """A box to tick, its words, and a second line that says what it does. Emits Qt's `toggled(bool)`."""

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words, self._hint = words, hint
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, _point: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words, hint = self._parts(width)
        return max(words.height + (hint.height if hint else 0), theme().size(24))

    def sizeHint(self) -> QSize:
        width = theme().size(480)
        words, hint = self._parts(width)
        widest = max(words.natural_width, hint.natural_width if hint else 0.0)
        return QSize(int(widest) + 1 + self._start(), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._start() + theme().size(96), theme().size(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        words, hint = self._parts(self.width())
        with painting(self) as painter:
            side = theme().size(_SIDE)
            top = (theme().line_height("interface") - side) / 2
            box = mirrored(self, QRectF(0, max(0, round(top)), side, side))
            on = self.isChecked()
            fill, line = (
                theme().colour("accent" if on else "sheet"),
                theme().colour("accent" if on else "line"),
            )
            draw_box(painter, box, 4, fill=fill, border=line)
            if on:
                round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
                ink = theme().colour("on_accent")
                painter.setPen(QPen(ink, side / 9, Qt.PenStyle.SolidLine, round_cap, round_join))
                at = [
                    box.topLeft() + _point(side, x, y) for x, y in ((0.25, 0.52), (0.43, 0.69), (0.75, 0.33))
                ]
                painter.drawPolyline(at)
            painter.translate(mirrored(self, QRectF(self._start(), 0, self._room(self.width()), 1)).topLeft())
            words.draw(painter, theme().colour("ink" if self.isEnabled() else "ink3"))
            if hint:
                painter.translate(0, words.height)
                hint.draw(painter, theme().colour("ink2"))

    def _start(self) -> int:
        return theme().size(_SIDE) + theme().size(_GAP)

    def _room(self, width: int) -> int:
        return max(1, width - self._start())

    def _parts(self, width: int) -> tuple[TextLines, TextLines | None]:
        leading, direction = Qt.AlignmentFlag.AlignLeft, self.layoutDirection()
        room = self._room(width)
        words = TextLines(self._words, "interface", (), room, alignment=leading, direction=direction)
        if not self._hint:
            return words, None
        return words, TextLines(self._hint, "meta", (), room, alignment=leading, direction=direction)


def _point(side: float, x: float, y: float) -> QPointF:
    return QPointF(side * x, side * y)

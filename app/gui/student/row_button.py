"""A row of a list that opens something when it is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.theme.icons import draw_icon
from app.gui.widgets.paint import draw_hairline, mirrored, painting
from app.gui.widgets.text import TextBlock

CHEVRON = 28
"""Room at the end of a row, at 100 % text."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class RowButton(QAbstractButton):
    """A whole row as a button: its title, whatever stands beside it, and a chevron at the end.

    Put things into `row`. `spoken` is what a screen reader says for the whole row. `stepped(1 or -1)` is emitted
    for an arrow key.
    """

    stepped = Signal(int)

    def __init__(
        self,
        title: TextBlock,
        spoken: str,
        parent: QWidget | None = None,
        *,
        space: int = 10,
        rule: bool = True,
    ) -> None:
        super().__init__(parent)
        self.title, self._rule = title, rule
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, space, theme().size(CHEVRON), space + 1)
        self.row.setSpacing(tokens.SPACE[3])
        self.setText(spoken.replace("&", "&&"))
        self.setAccessibleName(spoken)
        self.setProperty(RING_RADIUS, tokens.RADIUS_KEY)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif step := _STEPS.get(Qt.Key(event.key())):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_hover(over=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_hover(over=False)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().size(16)
        spot = QRectF(self.width() - side, round((self.height() - side) / 2), side, side)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ink = theme().colour("accent" if self.underMouse() else "ink2")
        with painting(self) as painter:
            draw_icon(painter, mirrored(self, spot), "chevron-right", ink, from_right=turned)
            if self._rule:
                draw_hairline(painter, 0, self.width(), self.height() - 1, theme().colour("hair"))

    def _show_hover(self, *, over: bool) -> None:
        self.title.set_colour("accent" if over else "ink")
        self.update()


def link_rows(rows: Sequence[RowButton]) -> None:
    """Let the arrow keys move along rows, no farther than the ends."""
    for here, row in enumerate(rows):

        def step(by: int, here: int = here) -> None:
            there = min(max(here + by, 0), len(rows) - 1)
            rows[there].setFocus(Qt.FocusReason.TabFocusReason)

        row.stepped.connect(step)

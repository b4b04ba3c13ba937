"""A premise and the slot for the letter of its target."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.theme.icons import draw_icon
from app.gui.widgets.kinds.chooser import NOTHING, Chooser
from app.gui.widgets.kinds.laid import RowSpots, row_spots
from app.gui.widgets.marks import draw_badge
from app.gui.widgets.paint import draw_box, mirrored, painting
from app.gui.widgets.text_lines import TextLines, lay_out

_CHEVRON, _GAP = 14, 2


class PremiseRow(Chooser):
    """One box: a badge for the letter, the premise, and a sign that it opens. The whole box is the button.

    With `tells` set it says the chosen target in words below the premise, for the list of targets lies far away.
    """

    def __init__(self, premise: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{premise}, {place}", parent)
        self._premise = premise
        self._tells = False
        self.setProperty(RING_RADIUS, tokens.RADIUS_CHOICE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def premise(self) -> str:
        """Return the words of the premise."""
        return self._premise

    def set_tells(self, tells: bool) -> None:
        """Say the chosen target in words, or show its letter alone."""
        if tells != self._tells:
            self._tells = tells
            self.update()

    def height_for(self, width: int, *, tells: bool) -> int:
        """Return the height at a width, with or without the target in words."""
        spots = self._spots(width)
        height = self._lines(self._premise, "choice", spots.width).height
        if tells:
            height += theme().size(_GAP) + self._lines(self._target(), "meta", spots.width).height
        return spots.height(height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_for(width, tells=self._tells)

    def sizeHint(self) -> QSize:
        width = theme().size(264)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(64), theme().size(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        spots, taken = self._spots(self.width()), self.taken()
        hovered = self.underMouse() and self.isEnabled()
        with painting(self) as painter:
            fill, border = theme().colour("sheet"), theme().colour("line" if hovered else "hair")
            draw_box(painter, QRectF(self.rect()), tokens.RADIUS_CHOICE, fill=fill, border=border)
            letter, state = (taken.letter, "chosen") if taken else ("", "idle")
            draw_badge(painter, mirrored(self, spots.badge), letter, state)
            if self.isEnabled():
                draw_icon(painter, mirrored(self, spots.end), "chevron-down", theme().colour("ink2"))
            ink = theme().colour("ink" if self.isEnabled() else "ink2")
            lines = self._lines(self._premise, "choice", spots.width)
            words = mirrored(self, QRectF(spots.left, spots.top, spots.width, lines.height))
            painter.translate(words.topLeft())
            lines.draw(painter, ink)
            if self._tells:
                painter.translate(0, lines.height + theme().size(_GAP))
                said = self._lines(self._target(), "meta", spots.width)
                said.draw(painter, theme().colour("ink2" if taken else "ink3"))

    def _target(self) -> str:
        taken = self.taken()
        return taken.words if taken else NOTHING

    def _spots(self, width: int) -> RowSpots:
        side = theme().size(_CHEVRON)
        return row_spots(width, end=QSize(side, side))

    def _lines(self, text: str, role: str, width: int) -> TextLines:
        return lay_out(text, role, (), width, rightwards=self.isRightToLeft())

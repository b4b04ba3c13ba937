"""Premises beside the lettered list of targets; one below the other where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import PartId
from app.gui.theme import theme
from app.gui.widgets.kinds.chooser import Offered
from app.gui.widgets.kinds.laid import GAP, PAD_Y, ReadingOrder, SelfLaid
from app.gui.widgets.kinds.premise_row import PremiseRow
from app.gui.widgets.marks import BADGE, draw_badge
from app.gui.widgets.paint import mirrored, painting
from app.gui.widgets.text import TextBlock

_SIDE_BY_SIDE, _LEAST_WORDS = 440, 72
_BETWEEN, _ROW_GAP, _TARGET_GAP, _BLOCK_GAP = 24, 8, 10, 16


class TargetList(SelfLaid):
    """The targets, each with its letter; one that is used has a filled letter."""

    def __init__(self, targets: Sequence[Offered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets = tuple(targets)
        self._used: frozenset[PartId] = frozenset()
        self._blocks = [TextBlock(one.words, "choice", "ink", self, selectable=False) for one in targets]
        self._tops: list[int] = []
        for one, block in zip(targets, self._blocks, strict=True):
            block.setAccessibleName(f"{one.letter}. {one.words}")

    def show_used(self, used: frozenset[PartId]) -> None:
        """Fill the letters of the targets that are in use."""
        self._used = used
        self.update()

    def arrange(self, width: int, *, move: bool) -> int:
        side = theme().size(BADGE)
        start, lead, y = side + theme().size(GAP), theme().size(3), 0
        if width - start < theme().size(_LEAST_WORDS):
            start, lead = 0, side + theme().size(4)  # words below their letter
        room = max(1, width - start)
        if move:
            self._tops = []
        for block in self._blocks:
            height = block.heightForWidth(room)
            if move:
                self._tops.append(y)
                self.put(block, QRect(start, y + lead, room, height))
            y += max(side, lead + height + theme().size(3)) + theme().size(_TARGET_GAP)
        return max(0, y - theme().size(_TARGET_GAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().size(BADGE)
        with painting(self) as painter:
            for one, top in zip(self._targets, self._tops, strict=False):
                state = "chosen" if one.id in self._used else "idle"
                draw_badge(painter, mirrored(self, QRectF(0, top, side, side)), one.letter, state)


class MatchBoard(SelfLaid):
    """Lays the premises and the targets out; it decides alone on the width it is given."""

    def __init__(
        self, rows: Sequence[PremiseRow], targets: Sequence[Offered], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = list(rows)
        self.targets = TargetList(targets, self)
        ReadingOrder(self, self.rows)

    def arrange(self, width: int, *, move: bool) -> int:
        wide = width >= theme().size(_SIDE_BY_SIDE)
        if move:
            for row in self.rows:
                row.set_tells(not wide)
        return self._side_by_side(width, move=move) if wide else self._stacked(width, move=move)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(64), theme().size(48))

    def _side_by_side(self, width: int, *, move: bool) -> int:
        between = theme().size(_BETWEEN)
        left = (width - between) // 2
        right, inset = width - left - between, theme().size(PAD_Y)
        targets = self.targets.heightForWidth(right)
        if move:
            self.put(self.targets, QRect(left + between, inset, right, targets))
        rows = self._place_rows(left, 0, tells=False, move=move)
        return max(rows, targets + inset)

    def _stacked(self, width: int, *, move: bool) -> int:
        targets = self.targets.heightForWidth(width)
        if move:
            self.put(self.targets, QRect(0, 0, width, targets))
        top = targets + theme().size(_BLOCK_GAP)
        return self._place_rows(width, top, tells=True, move=move)

    def _place_rows(self, width: int, top: int, *, tells: bool, move: bool) -> int:
        y = top
        for row in self.rows:
            height = row.height_for(width, tells=tells)
            if move:
                self.put(row, QRect(0, y, width, height))
            y += height + theme().size(_ROW_GAP)
        return y - theme().size(_ROW_GAP)

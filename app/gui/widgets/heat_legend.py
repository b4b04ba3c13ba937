"""What the strip beside a text means, in words, each with the number of its sentences; and a way to switch it off."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.coverage import Covered
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.heat_strip import NAME, HeatCell, draw_level
from app.gui.widgets.paint import painting
from app.gui.widgets.text import TextBlock
from app.words.coverage import ASKED

HIDE, SHOW = "Hide it", "Show it beside the text"


class HeatLegend(QWidget):
    """`switched(bool)` asks for the strip, or for the text without it."""

    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[0])
        column.addWidget(TextBlock(NAME, "meta_strong"))
        holder = QWidget(self)
        row = FlowRow(holder, gap=12, line_gap=0)
        self._pairs: list[QWidget] = []
        self.words: dict[Covered, TextBlock] = {}
        for level in get_args(Covered):
            self.words[level] = TextBlock("", "small", "ink2")
            self._pairs.append(_pair(level, self.words[level]))
            row.addWidget(self._pairs[-1])
        self.switch = Button(HIDE, "link", parent=self)
        self.switch.clicked.connect(lambda _on=False: self.switched.emit(self._pairs[0].isHidden()))
        row.addWidget(self.switch)
        column.addWidget(holder)

    def set_cells(self, cells: Sequence[HeatCell]) -> None:
        """Count the sentences of each kind."""
        counts = Counter(cell.level for cell in cells)
        for level, words in self.words.items():
            name = ASKED[level]
            words.set_text(f"{name[:1].upper()}{name[1:]}: {counts[level]}")

    def set_on(self, *, on: bool) -> None:
        """Say whether the strip is shown."""
        for pair in self._pairs:
            pair.setVisible(on)
        self.switch.set_text(HIDE if on else SHOW)


def _pair(level: Covered, words: TextBlock) -> QWidget:
    pair = QWidget()
    row = FlowRow(pair, gap=6)
    row.addWidget(_Swatch(level))
    row.addWidget(words)
    return pair


class _Swatch(QWidget):
    """A cell of the strip beside its words."""

    def __init__(self, level: Covered) -> None:
        super().__init__()
        self._level = level

    def sizeHint(self) -> QSize:
        return QSize(theme().size(14), theme().line_height("small"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().size(10)
        box = QRectF(self.width() - side, (self.height() - side * 0.8) / 2, side, side * 0.8)
        with painting(self) as painter:
            draw_level(painter, box, self._level)

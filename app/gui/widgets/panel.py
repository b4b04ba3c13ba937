"""The numbered panel: every question of an attempt, what became of it, and a legend."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.glyphs import Glyph
from app.gui.widgets.paint import painting
from app.gui.widgets.panel_cell import CELL_WIDTH, PanelCell, draw_answered
from app.gui.widgets.text import TextBlock
from app.services.views import Cell, Mode
from app.words import labels

CELLS_SHOWN = 60
"""So many cells at most stand in the panel; a longer attempt is shown in stretches of this length."""
_GAP = 6
CELLS_A_ROW, CELLS_A_FLAT_ROW = 4, 12
PANEL_WIDTH = CELLS_A_ROW * CELL_WIDTH + (CELLS_A_ROW - 1) * _GAP


class Stretch(NamedTuple):
    """The positions that are shown together, both included."""

    first: int
    last: int


def stretch_around(position: int, total: int) -> Stretch:
    """Return the stretch of the panel in which a position lies."""
    first = (max(position, 1) - 1) // CELLS_SHOWN * CELLS_SHOWN + 1
    return Stretch(first, min(first + CELLS_SHOWN - 1, total))


class Panel(QWidget):
    """Numbered cells; `position_chosen(position)` says where the person wants to go.

    Tab reaches it once, arrow keys walk through the cells, Enter or Space opens one.
    """

    position_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Cell, ...] = ()
        self._here = 1
        self._stretch = Stretch(1, 0)
        self._cells: list[PanelCell] = []
        self._a_row = CELLS_A_ROW
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._heading = TextBlock("Questions", "meta_strong")
        column.addWidget(self._heading)
        column.addSpacing(tokens.SPACE[3])
        self._grid_of_cells = QWidget(self)
        self._grid = QGridLayout(self._grid_of_cells)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._grid_of_cells)
        column.addLayout(self._make_turners())
        column.addSpacing(tokens.SPACE[3])
        self.legend = Legend(self)
        column.addWidget(self.legend)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_panel(self, cells: tuple[Cell, ...], here: int, mode: Mode, *, finished: bool) -> None:
        """Show the cells of an attempt, and the question that is on the page."""
        self._all, self._here = cells, here
        self.legend.set_states(legend_states(mode, finished=finished))
        self._show_stretch(stretch_around(here, len(cells)))

    def set_flat(self, flat: bool) -> None:
        """Show long rows without heading and legend, where the panel lies over the question."""
        self._a_row = CELLS_A_FLAT_ROW if flat else CELLS_A_ROW
        self._heading.setVisible(not flat)
        self.legend.setVisible(not flat)
        for number, cell in enumerate(self._cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, number // self._a_row, number % self._a_row)

    def cells(self) -> list[PanelCell]:
        """Return the cells that are shown now."""
        return [cell for cell in self._cells if not cell.isHidden()]

    def stops(self) -> list[QWidget]:
        """Return all that can have the focus, in its order."""
        return [*self._cells, self._earlier, self._later]

    def give_focus(self) -> None:
        """Focus the cell of the question on the page, else the first."""
        shown = self.cells()
        here = next((cell for cell in shown if cell.cell.position == self._here), shown[0] if shown else None)
        if here is not None:
            here.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_turners(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, tokens.SPACE[0], 0, 0)
        row.setSpacing(0)
        self._earlier = Button("", "quiet", mark="chevron-left")
        self._later = Button("", "quiet", mark="chevron-right")
        self._earlier.clicked.connect(lambda: self._turn(-1))
        self._later.clicked.connect(lambda: self._turn(1))
        row.addWidget(self._earlier)
        row.addStretch(1)
        row.addWidget(self._later)
        return row

    def _turn(self, by: int) -> None:
        self._show_stretch(stretch_around(self._stretch.first + by * CELLS_SHOWN, len(self._all)))

    def _show_stretch(self, stretch: Stretch) -> None:
        self._stretch = stretch
        shown = self._all[stretch.first - 1 : stretch.last]
        while len(self._cells) < len(shown):
            self._add_cell()
        for widget in self._cells[len(shown) :]:
            widget.hide()
        reached = next((cell for cell in shown if cell.position == self._here), shown[0] if shown else None)
        for widget, cell in zip(self._cells, shown, strict=False):
            here = cell.position == self._here
            if not widget.shows(cell, here=here):
                widget.set_cell(cell, here=here)
            policy = Qt.FocusPolicy.StrongFocus if cell is reached else Qt.FocusPolicy.ClickFocus
            if widget.isHidden() or widget.focusPolicy() != policy:
                widget.setFocusPolicy(policy)
                widget.show()
        _set_turner(
            self._earlier, stretch_around(stretch.first - CELLS_SHOWN, len(self._all)), stretch.first > 1
        )
        _set_turner(self._later, Stretch(stretch.last + 1, len(self._all)), stretch.last < len(self._all))

    def _add_cell(self) -> None:
        cell, number = PanelCell(self._grid_of_cells), len(self._cells)
        cell.clicked.connect(lambda: self.position_chosen.emit(cell.cell.position))
        cell.stepped.connect(lambda on, down: self._step_from(cell, on + down * self._a_row))
        self._grid.addWidget(cell, number // self._a_row, number % self._a_row)
        if self._cells:
            QWidget.setTabOrder(self._cells[-1], cell)
        self._cells.append(cell)

    def _step_from(self, cell: PanelCell, by: int) -> None:
        shown = self.cells()
        index = shown.index(cell) + by
        if 0 <= index < len(shown):
            shown[index].setFocus(Qt.FocusReason.TabFocusReason)


def _set_turner(button: Button, stretch: Stretch, shown: bool) -> None:
    last = min(stretch.last, stretch.first + CELLS_SHOWN - 1)
    button.set_text(f"{stretch.first}\u2013{last}")
    button.setAccessibleName(f"Show questions {stretch.first} to {last}")
    button.setVisible(shown)


def legend_states(mode: Mode, *, finished: bool) -> tuple[str, ...]:
    """Return the states that a panel can show: an exam that is under way has no results."""
    if mode == "exam" and not finished:
        return ("answered", "flagged")
    last = "blank" if mode == "exam" else "skipped"
    return ("correct", "wrong", "partly", last, "flagged")


class Legend(QWidget):
    """What the shapes in the panel mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SPACE[0] + 2)

    def set_states(self, states: tuple[str, ...]) -> None:
        """Explain these shapes."""
        if states == self._states:
            return
        self._states = states
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for state in states:
            row = _LegendRow(state, self)
            self._column.addWidget(row)
            row.show()


class _LegendRow(QWidget):
    def __init__(self, state: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().size(9))
        words = "Marked for later" if state == "flagged" else labels.VERDICT[state]
        row.addWidget(_AnsweredDot(self) if state == "answered" else Glyph(state, "", 11, self))
        row.addWidget(TextBlock(words, "small", "ink2"), 1)


class _AnsweredDot(QLabel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(theme().size(11), theme().size(11))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_answered(painter, QRectF(self.rect()))

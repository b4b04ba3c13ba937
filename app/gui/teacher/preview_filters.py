"""The summary line of a file that is also its filter: in the file, new, changed, same, with a problem."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from app.gui.teacher.preview_values import Counts
from app.gui.theme import theme, tokens
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.glyphs import draw_glyph
from app.gui.widgets.paint import baseline, draw_hairline, draw_text, mirrored, painting, text_width

_WORDS = {"": "in the file", "new": "new", "changed": "changed", "same": "same", "problem": "with a problem"}
_COLOURS = {"": "ink", "new": "accent", "changed": "ink", "same": "ink", "problem": "wrong"}
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_HEIGHT, _SIDE, _GAP = 44, 16, 6


class PreviewFilters(QWidget):
    """One position for each state with its number; `chosen(state)` is emitted when a person moves it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Show questions")
        self.tabs: dict[str, _Tab] = {}
        self._value, self._is_short = "", False
        row = FlowRow(self, gap=28, line_gap=0)
        for state, words in _WORDS.items():
            tab = _Tab(state, words, self)
            tab.clicked.connect(lambda _on=False, of=state: self._choose(of))
            tab.stepped.connect(self._on_stepped)
            row.addWidget(tab)
            self.tabs[state] = tab
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_value("")

    def set_counts(self, counts: Counts) -> None:
        """Show how many there are of each; one without any cannot be chosen."""
        for state, number in zip(_WORDS, counts, strict=True):
            self.tabs[state].set_number(number)
            self.tabs[state].setEnabled(not state or number > 0)
        self._show_tabs()

    def set_short(self, *, short: bool) -> None:
        """Leave out what there is none of, for a window that is very low."""
        self._is_short = short
        self._show_tabs()

    def _show_tabs(self) -> None:
        for tab in self.tabs.values():
            tab.setVisible(tab.isEnabled() or not self._is_short)

    def value(self) -> str:
        """Give the chosen state, "" for all."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose a state without saying so."""
        self._value = value
        for state, tab in self.tabs.items():
            tab.setChecked(state == value)
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            tab.setFocusPolicy(strong if state == value else click)
        self.setFocusProxy(self.tabs[value])

    def _choose(self, state: str) -> None:
        changed = state != self._value
        self.set_value(state)
        if changed:
            self.chosen.emit(state)

    def _on_stepped(self, step: int) -> None:
        open_ones = [state for state, tab in self.tabs.items() if tab.isEnabled()]
        there = min(max(open_ones.index(self._value) + step, 0), len(open_ones) - 1)
        self.tabs[open_ones[there]].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(open_ones[there])

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_hairline(painter, 0, self.width(), self.height() - 1, theme().colour("line"))


class _Tab(QRadioButton):
    """A state's shape, its number and its word; underlined where it is chosen."""

    stepped = Signal(int)

    def __init__(self, state: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._words, self._number = state, words, ""
        self.setAutoExclusive(False)  # an arrow key would click the next one, also where it cannot be chosen
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_number(self, number: int) -> None:
        """Show how many there are."""
        self._number = f"{number:,}"
        self.setText(f"{self._number} {self._words}")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the choice to the line, which knows all positions."""

    def sizeHint(self) -> QSize:
        width = text_width("interface_strong", self._number) + theme().size(_GAP)
        width += text_width("interface", self._words) + (theme().size(_SIDE + _GAP) if self._state else 0)
        return QSize(width, theme().size(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _point: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _PLAIN:
            sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            rightwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-step if sideways and rightwards else step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Enter belongs to the page
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        able = self.isEnabled()
        ink = "ink" if self.isChecked() or self.underMouse() else "ink2"
        base = baseline("interface", (self.height() - theme().line_height("interface")) / 2)
        with painting(self) as painter:
            x = 0
            if self._state:
                side = theme().size(_SIDE)
                spot = mirrored(self, QRectF(0, round((self.height() - side) / 2), side, side))
                draw_glyph(painter, spot, self._state, None if able else theme().colour("ink3"))
                x = side + theme().size(_GAP)
            for words, role, colour in (
                (self._number, "interface_strong", _COLOURS[self._state]),
                (self._words, "interface", ink),
            ):
                width = text_width(role, words)
                place = mirrored(self, QRectF(x, 0, width, 1))
                draw_text(
                    painter, place.left(), base, role, theme().colour(colour if able else "ink3"), words
                )
                x += width + theme().size(_GAP)
            if self.isChecked():
                line = QRectF(0, self.height() - tokens.TAB_LINE, self.width(), tokens.TAB_LINE)
                painter.fillRect(line, theme().colour("accent"))


_PLAIN = Qt.KeyboardModifier.NoModifier

"""The bar at the top of the window: the name of the program, where one can go, who is here."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.paint import draw_hairline, mirrored, painting
from app.gui.widgets.top_bar_parts import TAB_PADDING, Tab, TitleLine, Wordmark, bar_height

_MIDDLE_AT = 178
_LINE = 2


class TopBar(QWidget):
    """Shows tabs, or the title of a quiz; widgets at the right; a thin line of progress if wanted.

    `tab_chosen(value)` is emitted for a click on any tab, the current one too. Where the window is narrow the
    program's name goes first, then a long title is shortened, then the right side takes a second row.
    """

    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, Tab] = {}
        self._progress: float | None = None
        self._start = _MIDDLE_AT
        self._plan: _Plan | None = None
        self._at_right: tuple[QWidget, ...] = ()
        self._wordmark = Wordmark(self)
        self._middle, self._right = QWidget(self), QWidget(self)
        self._tab_row = FlowRow(self._middle, gap=16, line_gap=0)
        self._right_row = FlowRow(self._right, gap=24, line_gap=4)
        self._title = TitleLine(self)
        self._title.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._arrange()

    def set_tabs(self, tabs: list[tuple[str, str]]) -> None:
        """Offer places to go: (value, words)."""
        for old in self._tabs.values():
            self._tab_row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tabs = {}
        for value, words in tabs:
            tab = Tab(words, self._middle)
            tab.clicked.connect(lambda _on=False, v=value: self.tab_chosen.emit(v))
            self._tab_row.addWidget(tab)
            self._tabs[value] = tab
            tab.show()
        self._arrange()

    def set_current(self, value: str) -> None:
        """Mark the place one is at, or none, and show the tabs."""
        for name, tab in self._tabs.items():
            tab.set_current(name == value)
        self._title.hide()
        self._middle.show()
        self._start = _MIDDLE_AT
        self._arrange()

    def set_title(self, title: str, detail: str = "", *, start: int = 218) -> None:
        """Show a title in place of the tabs; `start` is the left edge of the column it stands over."""
        self._title.set_title(title, detail)
        self._middle.hide()
        self._title.show()
        self._start = start
        self._arrange()

    def set_right(self, widgets: list[QWidget] | tuple[QWidget, ...]) -> None:
        """Put widgets at the right and show them; those that were there are taken out, not deleted."""
        if tuple(widgets) == self._at_right and not any(widget.isHidden() for widget in widgets):
            return
        self._at_right = tuple(widgets)
        while (item := self._right_row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in widgets:
                old.hide()
                old.setParent(None)
        for widget in widgets:
            self._right_row.addWidget(widget)
            widget.show()
        self._arrange()

    def set_progress(self, share: float | None, sentence: str = "") -> None:
        """Draw how far a quiz is along the lower edge, from 0 to 1, or nothing."""
        if share != self._progress:
            self._progress = share
            self.update(0, self.height() - _LINE, self.width(), _LINE)
        if sentence != self.accessibleDescription():
            self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, bar_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        y = self.height() - 1
        with painting(self) as painter:
            draw_hairline(painter, 0, self.width(), y, theme().colour("hair"))
            if self._progress is not None:
                width = self.width() * min(max(self._progress, 0.0), 1.0)
                line = mirrored(self, QRectF(0, y - 1, round(width), 2))
                painter.fillRect(line, theme().colour("accent"))

    def _arrange(self) -> None:
        """Lay the parts out for the width there is; nothing is touched where the plan is the same."""
        plan = self._make_plan()
        if plan == self._plan:
            return
        self._plan = plan
        centre = Qt.AlignmentFlag.AlignVCenter
        for part in (self._wordmark, self._middle, self._title, self._right):
            self._grid.removeWidget(part)
        self._wordmark.setVisible(plan.lead > 0)
        self._grid.setColumnMinimumWidth(0, plan.lead)
        self._grid.addWidget(self._wordmark, 0, 0, Qt.AlignmentFlag.AlignLeft | centre)
        middle = self._title if plan.titled else self._middle
        self._grid.addWidget(middle, 0, 1, 1, 1 if plan.one_row else 3)
        if plan.one_row:
            self._grid.addWidget(self._right, 0, 3, centre)
        else:
            self._grid.addWidget(self._right, 1, 0, 1, 4, centre)
        self._grid.setColumnMinimumWidth(2, 24 if plan.one_row else 0)
        self._grid.setColumnStretch(1, 1 if plan.titled else 0)
        self._grid.setColumnStretch(2, 0 if plan.titled else 1)
        self._grid.setRowMinimumHeight(0, plan.top)
        self._grid.setRowMinimumHeight(1, plan.low)
        self.setFixedHeight(plan.top + plan.low)

    def _make_plan(self) -> "_Plan":
        titled = not self._title.isHidden()
        tabs = self._tab_row.sizeHint().width()
        need, whole = tabs, tabs
        if titled:
            need, whole = self._title.minimumSizeHint().width(), self._title.sizeHint().width()
        room = self.width() - 2 * tokens.PAGE_MARGIN
        right = self._right_row.sizeHint().width()
        lead = max(self._start - tokens.PAGE_MARGIN, self._wordmark.sizeHint().width() + 24)
        one_row = need + right + 24 <= room
        lead = lead if lead + whole + (right + 24 if one_row else 0) <= room else 0
        if lead and not titled:
            lead -= TAB_PADDING  # the words of the first tab stand at the start, not its edge
        top, low = bar_height(), 0
        if not one_row:
            top = top if titled else max(top, self._tab_row.heightForWidth(max(1, room - lead)))
            low = self._right_row.heightForWidth(max(1, room)) + 12
        return _Plan(titled=titled, one_row=one_row, lead=lead, top=top, low=low, right=right)


class _Plan(NamedTuple):
    """How the bar is laid out: whether in one row, where the middle begins, how high the rows are."""

    titled: bool
    one_row: bool
    lead: int
    top: int
    low: int
    right: int

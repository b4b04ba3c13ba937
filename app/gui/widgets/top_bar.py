"""The bar at the top of the window: the name of the program, where one can go, who is here."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.paint import (
    baseline,
    draw_box,
    draw_hairline,
    draw_text,
    elided,
    mirrored,
    painting,
    text_width,
)

_MIDDLE_AT = 178
_TAB_PADDING = 8


def bar_height() -> int:
    """Give the height of one row of the bar: 56, more where the text is large."""
    return max(tokens.TOP_BAR, theme().line_height("interface") + 28)


class TopBar(QWidget):
    """Shows tabs, or the title of a quiz; widgets at the right; a thin line of progress if wanted.

    `tab_chosen(value)` is emitted for a click on any tab, the current one too. Where the window is narrow the
    program's name goes first, then the right side takes a second row.
    """

    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, _Tab] = {}
        self._progress: float | None = None
        self._start = _MIDDLE_AT
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
            tab = _Tab(words, self._middle)
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
        """Put widgets at the right; those that were there are taken out, not deleted."""
        while (item := self._right_row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in widgets:
                old.hide()
                old.setParent(None)
        for widget in widgets:
            hidden = widget.isHidden() and widget.parentWidget() is not None
            self._right_row.addWidget(widget)
            widget.setVisible(not hidden)
        self._arrange()

    def set_progress(self, share: float | None, sentence: str = "") -> None:
        """Draw how far a quiz is along the lower edge, from 0 to 1, or nothing."""
        self._progress = share
        self.setAccessibleDescription(sentence)
        self.update()

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
        """Lay the parts out for the width there is."""
        middle: QWidget = self._title if not self._title.isHidden() else self._middle
        need = middle.minimumSizeHint().width() if middle is self._title else middle.sizeHint().width()
        room = self.width() - 2 * tokens.PAGE_MARGIN
        right = self._right.sizeHint().width()
        lead = max(self._start - tokens.PAGE_MARGIN, self._wordmark.sizeHint().width() + 24)
        one_row = need + right + 24 <= room
        with_name = lead + need + (right + 24 if one_row else 0) <= room
        one_row_named = lead + need + right + 24 <= room
        self._wordmark.setVisible(with_name and (one_row_named or not one_row))
        if middle is self._middle:
            lead -= _TAB_PADDING
        self._grid.setColumnMinimumWidth(0, lead if not self._wordmark.isHidden() else 0)
        for part in (self._wordmark, self._middle, self._title, self._right):
            self._grid.removeWidget(part)
        left, centre = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self._wordmark, 0, 0, left | centre)
        self._grid.addWidget(middle, 0, 1, 1, 1 if one_row else 3)
        if one_row:
            self._grid.addWidget(self._right, 0, 3, centre)
        else:
            self._grid.addWidget(self._right, 1, 0, 1, 4, centre)
        self._grid.setColumnStretch(1, 1 if middle is self._title else 0)
        self._grid.setColumnStretch(2, 0 if middle is self._title else 1)
        self._set_rows(middle, room, one_row=one_row)

    def _set_rows(self, middle: QWidget, room: int, *, one_row: bool) -> None:
        top = bar_height()
        if middle is self._middle and not one_row:
            used = self._grid.columnMinimumWidth(0)
            top = max(top, self._tab_row.heightForWidth(max(1, room - used)))
        low = 0 if one_row else self._right_row.heightForWidth(max(1, room)) + 12
        self._grid.setRowMinimumHeight(0, top)
        self._grid.setRowMinimumHeight(1, low)
        self.setFixedHeight(top + low)


class Wordmark(QLabel):
    """Footnote, with its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Footnote", parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = text_width("wordmark", "Footnote") + text_width("small_strong", "1") + 2
        return QSize(width, theme().line_height("wordmark"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            y = baseline("wordmark", 0)
            draw_text(painter, 0, y, "wordmark", theme().colour("ink"), "Footnote")
            x = QFontMetricsF(theme().font("wordmark")).horizontalAdvance("Footnote") + 1
            rise = QFontMetricsF(theme().font("wordmark")).capHeight() * 0.62
            draw_text(painter, x, round(y - rise), "small_strong", theme().colour("accent"), "1")


class TitleLine(QLabel):
    """The title of what is open and a quieter detail after it, on one line; a long title is shortened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._detail = ""

    def set_title(self, title: str, detail: str = "") -> None:
        """Show a title and its detail."""
        self._detail = f"\u00b7  {detail}" if detail else ""
        self.setText(title)
        self.setToolTip(title)
        self.setAccessibleName(f"{title}, {detail}" if detail else title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            text_width("interface_medium", self.text()) + self._tail(), theme().line_height("interface")
        )

    def minimumSizeHint(self) -> QSize:
        least = min(self.sizeHint().width(), theme().size(120) + self._tail())
        return QSize(least, theme().line_height("interface"))

    def _tail(self) -> int:
        return text_width("meta", self._detail) + theme().size(10) if self._detail else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            y = baseline("interface", (self.height() - theme().line_height("interface")) / 2)
            title = elided("interface_medium", self.text(), self.width() - self._tail() + 1)
            width = text_width("interface_medium", title)
            x = mirrored(self, QRectF(0, 0, width, 1)).left()
            draw_text(painter, x, y, "interface_medium", theme().colour("ink"), title)
            detail = mirrored(self, QRectF(width + theme().size(10), 0, text_width("meta", self._detail), 1))
            draw_text(painter, detail.left(), y, "meta", theme().colour("ink2"), self._detail)


class _Tab(QPushButton):
    """A place one can go; underlined where one is."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._current = False
        self.setProperty(NO_RING, True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_current(self, current: bool) -> None:
        self._current = current
        self.setAccessibleDescription("You are here" if current else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(text_width("interface_strong", self._words) + 2 * _TAB_PADDING, bar_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @property
    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def paintEvent(self, _event: QPaintEvent) -> None:
        role = "interface_strong" if self._current else "interface"
        lit = self._current or self.underMouse() or self.hasFocus()
        y = baseline(role, (self.height() - theme().line_height(role)) / 2)
        with painting(self) as painter:
            draw_text(painter, _TAB_PADDING, y, role, theme().colour("ink" if lit else "ink2"), self._words)
            if self._current:
                painter.setPen(QPen(theme().colour("accent"), tokens.TAB_LINE, c=Qt.PenCapStyle.FlatCap))
                low = self.height() - tokens.TAB_LINE / 2
                painter.drawLine(QPointF(_TAB_PADDING, low), QPointF(self.width() - _TAB_PADDING, low))
            if self.hasFocus():
                self._draw_ring(painter)

    def _draw_ring(self, painter: QPainter) -> None:
        """The ring lies inside the tab, which ends where the window ends."""
        height = theme().line_height("interface") + 12
        ring = QRectF(0, (self.height() - height) / 2, self.width(), height)
        line = theme().colour("accent")
        draw_box(painter, ring, tokens.RADIUS_BUTTON, border=line, width=tokens.FOCUS_LINE)

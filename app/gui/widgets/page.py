"""What pages are laid out with: a scrolling column, headings, the bar of actions at the foot."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.gui.theme import theme, tokens
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.paint import draw_hairline, painting
from app.gui.widgets.text import Span, TextBlock

_LOW_BELOW, _CRAMPED_BELOW = 420, 250
"""Heights of a page at 100 % text."""


def is_low(height: int) -> bool:
    """Tell whether a page of this height should spend little on what stands above its content."""
    return 0 < height < theme().size(_LOW_BELOW)


def is_cramped(height: int) -> bool:
    """Tell whether a page of this height shows hardly anything at once."""
    return 0 < height < theme().size(_CRAMPED_BELOW)


class PageColumn(QScrollArea):
    """A column that scrolls, with the margins of a page; it ends with a stretch, so nothing swells.

    `widest` keeps the column to a readable width (at 100 % text), at the left edge. Where the window is low the margin
    above is half as high, and where it is very low for its text the headings are smaller: the page begins sooner.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margin: int = tokens.PAGE_MARGIN,
        widest: int = 0,
        spacing: int = 8,
    ) -> None:
        super().__init__(parent)
        self._widest, self._margin = widest, margin
        self.setViewport(QWidget())  # one that Python made: to take Qt's own for a wrapper costs 25 ms once
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setObjectName("page")
        self.body = QVBoxLayout(self.page)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(spacing)
        self.body.addStretch(1)
        self.setWidget(self.page)
        theme().changed.connect(self._fit)

    def add(self, part: QWidget | QLayout) -> None:
        """Put something at the end of the column."""
        at = self.body.count() - 1
        if isinstance(part, QWidget):
            self.body.insertWidget(at, part)
        else:
            self.body.insertLayout(at, part)

    def add_high(self, part: QWidget) -> None:
        """Put one thing alone into the column, a third of the spare height below its top."""
        self.add(part)
        self.body.insertStretch(0, 1)
        self.body.setStretch(self.body.count() - 1, 2)

    def set_widest(self, widest: int) -> None:
        """Keep the column to another width (at 100 % text)."""
        self._widest = widest
        self._fit()

    def space(self, pixels: int) -> None:
        """Leave room before what comes next, besides the usual spacing."""
        self.body.insertSpacing(self.body.count() - 1, pixels)

    def clear(self) -> None:
        """Take everything out of the column and delete it."""
        while self.body.count() > 1:
            item = self.body.takeAt(0)
            _discard(item.widget() if item else None, item.layout() if item else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins, spare = self.body.contentsMargins(), 0
        if self._widest:
            spare = max(0, self.viewport().width() - theme().size(self._widest) - 2 * self._margin)
            margins.setRight(self._margin + spare)
        less = tokens.PAGE_MARGIN // 2 if is_low(self.height()) else 0
        margins.setTop(self._margin - less)
        self.body.setContentsMargins(margins)
        for heading in self.page.findChildren(PageHeading):
            heading.set_small(small=is_cramped(self.height()))


class PageHeading(QWidget):
    """The title of a page, a sentence under it, and at the right what can be done with the whole page."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE[4])
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = TextBlock(title, "page_title")
        self.sentence = TextBlock(sentence, "interface", "ink2")
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        row.addLayout(words, 1)
        self._row = row
        self.sentence.setVisible(bool(sentence))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_heading(self, title: str, sentence: str = "") -> None:
        """Show another title and sentence."""
        self.title.set_text(title)
        self.sentence.set_text(sentence)
        self.sentence.setVisible(bool(sentence))

    def set_small(self, *, small: bool) -> None:
        """Show the title in the size of a stem, for a window that is very low."""
        self.title.set_role("stem" if small else "page_title")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, PageColumn):
            parent = parent.parentWidget()
        if parent is not None:
            self.set_small(small=is_cramped(parent.height()))

    def add_right(self, widget: QWidget) -> None:
        """Put a button at the right, on the line of the sentence."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)


class SectionHeading(QWidget):
    """The heading of a part of a page, a quieter aside on the same line, and a link at the right."""

    def __init__(
        self, title: str, aside: str = "", parent: QWidget | None = None, *, role: str = "interface_strong"
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.SPACE[2])
        self.words = TextBlock("", role)
        self._row.addWidget(self.words, 1)
        self.set_heading(title, aside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_heading(self, title: str, aside: str = "") -> None:
        """Show another heading and aside."""
        gap = "\u00a0\u00a0 "
        self.words.set_text(f"{title}{gap}{aside}" if aside else title)
        if aside:
            start = len(title) + len(gap)
            self.words.set_spans([Span(start, start + len(aside), role="meta", colour="ink2")])

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right end of the line."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class ActionBar(QWidget):
    """The bar at the foot of a page: the primary button first, words after it, quiet buttons at the right.

    With `spill_into` it stays one row high: what has no room in it stands at the end of that column instead. The
    primary button stays, then the last at the right, which leads away, then the others in their order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.PAGE_MARGIN, 8, tokens.PAGE_MARGIN, 8)
        row.setSpacing(tokens.SPACE[3])
        self._left, self._right = QWidget(self), QWidget(self)
        self._left_row, self._right_row = FlowRow(self._left, gap=16), FlowRow(self._right, gap=12)
        row.addWidget(self._left, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._right, 0, Qt.AlignmentFlag.AlignVCenter)
        self._at_left: list[QWidget] = []
        self._at_right: list[QWidget] = []
        self._spill: QWidget | None = None
        self._spilled: list[QWidget] = []
        self.setMinimumHeight(tokens.ACTION_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the left, after those before it."""
        self._left_row.addWidget(widget)
        self._at_left.append(widget)

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right."""
        self._right_row.addWidget(widget)
        self._at_right.append(widget)

    def spill_into(self, column: PageColumn) -> None:
        """Put what has no room in one row at the end of a column."""
        self._spill = QWidget()
        self._spill_row = FlowRow(self._spill, gap=16)
        self._spill_row.setContentsMargins(0, tokens.SPACE[3], 0, 0)
        self._spill.hide()
        column.add(self._spill)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._share_out()
        return super().event(event)

    def _share_out(self) -> None:
        """Give the bar what it has room for, and the rest to the column."""
        if self._spill is None or not self.width():
            return
        spilled = self._without_room()
        if spilled == self._spilled:
            return
        self._spilled = spilled
        for widgets, row in ((self._at_left, self._left_row), (self._at_right, self._right_row)):
            for widget in widgets:
                shown = not widget.isHidden()
                for old in (row, self._spill_row):
                    old.removeWidget(widget)  # and put it in again: each row keeps its order
                (self._spill_row if widget in spilled else row).addWidget(widget)
                widget.setVisible(shown)
        self._spill.setVisible(bool(spilled))

    def _without_room(self) -> list[QWidget]:
        room = self.width() - 2 * tokens.PAGE_MARGIN
        found = []
        first, *others = self._at_left
        for widget in (first, *reversed(self._at_right[-1:]), *others, *self._at_right[:-1]):
            if widget.isHidden():
                continue
            room -= widget.sizeHint().width() + tokens.SPACE[3]
            if room < -tokens.SPACE[3] and widget is not first:
                room += widget.sizeHint().width() + tokens.SPACE[3]
                found.append(widget)
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(QRectF(self.rect()), theme().colour("desk"))
            draw_hairline(painter, 0, self.width(), 0, theme().colour("hair"))


def _discard(widget: QWidget | None, layout: QLayout | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    while layout is not None and (item := layout.takeAt(0)) is not None:
        _discard(item.widget(), item.layout())

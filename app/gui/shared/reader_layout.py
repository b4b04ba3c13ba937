"""The reader page's parts: in a wide window the head stands beside the text, else above it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.config import Letters
from app.gui.shared.reader_keys import Move
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.find_bar import FindBar
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.heat_legend import HeatLegend
from app.gui.widgets.heat_strip import HeatStrip
from app.gui.widgets.marks import KeyCap
from app.gui.widgets.reader_head import ReaderHead
from app.gui.widgets.reader_spread import ReaderSpread
from app.gui.widgets.text import TextBlock
from app.gui.widgets.works_list import WorksList

_WIDE_FROM, _CAPTION_FROM, _SIDE, _WIDEST_INSTEAD = 1190, 800, 224, 648
_MARGIN, _GUTTER = tokens.PAGE_MARGIN, tokens.SPACE[5]
_KEYS = ("next sentence", "the one before", "find")
_NO_LIMIT = 16777215
_BEFORE_STRIP, _AFTER_STRIP = tokens.SPACE[2], 6  # the first holds a scroll bar
NOTES_HINT = "Click a sentence number or a note to open the note."


class ReaderLayout(QWidget):
    """Holds the parts and moves them as the width asks; `scrolled(int)` tells the height at the top of the text."""

    scrolled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button("Back", "link", parent=self, mark="arrow-left")
        self.caption = TextBlock("", "meta", "ink2", self)
        self.find_bar = FindBar(self)
        self.head, self.works, self.keys = ReaderHead(), WorksList(), _Keys()
        self.strip, self.legend = HeatStrip(self), HeatLegend()
        self.notice = TextBlock("", "meta_strong", "accent")
        self.spread, self.instead = ReaderSpread(), QWidget()
        self._wide: bool | None = None
        self._bar = QWidget(self)
        self._make_bar()
        self.side = _scroll_area(self)
        self.main = _scroll_area(self)
        self._side_column = _column(self.side, right=0)
        self._main_column = _column(self.main, right=_MARGIN)
        self._side_column.setSpacing(tokens.SPACE[3])
        self._side_column.addStretch(1)
        self._fill_main()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._bar)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.side)
        self._strip_cell = _beside(self.strip, self)
        both.addWidget(self._strip_cell)
        both.addWidget(self.main, 1)
        rows.addLayout(both, 1)
        self.main.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._arrange)
        self._arrange()

    @property
    def wide(self) -> bool:
        """Tell whether the head stands beside the text."""
        return bool(self._wide)

    def set_back(self, words: str) -> None:
        """Offer the way back, or none."""
        self.back.set_text(words)
        self.back.setVisible(bool(words))
        self._show_caption()

    def show_text(self) -> None:
        """Show the text, and not what stands in its place."""
        self.instead.hide()
        self.spread.show()

    def show_instead(self, part: QWidget) -> None:
        """Show something in place of the text."""
        self.spread.hide()
        part.setMaximumWidth(theme().size(_WIDEST_INSTEAD))
        self._main_column.replaceWidget(self.instead, part)
        self.instead.hide()
        self.instead.deleteLater()
        self.instead = part
        part.show()

    def show_strip(self, *, shown: bool) -> None:
        """Show the strip beside the text, or leave its room to the margin."""
        self._strip_cell.setVisible(shown)
        self._arrange_margins()

    def set_notice(self, words: str) -> None:
        """Say something quietly above the text, or nothing."""
        self.notice.set_text(words)
        self.notice.setVisible(bool(words))

    def reveal(self, area: QRect, first: QRect) -> None:
        """Scroll so that an area of the spread is in view; where it is too high, the line it begins with."""
        self._settle()
        bar, height = self.main.verticalScrollBar(), self.main.viewport().height()
        room = min(theme().size(24), height // 8)
        top = self.spread.y() + first.top()
        low = self.spread.y() + area.bottom()
        if top - room < bar.value():
            bar.setValue(top - room)
        elif low + room > bar.value() + height:
            bar.setValue(min(low + room - height, top - room))

    def scroll_to(self, area: QRect) -> None:
        """Scroll so that an area of the spread stands in the upper part of the page."""
        self._settle()
        lead = self.main.viewport().height() // 4
        self.main.verticalScrollBar().setValue(self.spread.y() + area.top() - lead)

    def scroll_by_key(self, act: Move) -> None:
        """Scroll as a key asks."""
        bar = self.main.verticalScrollBar()
        line, page = (
            theme().line_height("reader"),
            self.main.viewport().height() - theme().line_height("reader"),
        )
        places: dict[Move, int] = {
            "down": bar.value() + line,
            "up": bar.value() - line,
            "page_down": bar.value() + page,
            "page_up": bar.value() - page,
            "top": 0,
            "end": bar.maximum(),
        }
        bar.setValue(places[act])

    def seen_from(self) -> int:
        """Return the height in the spread at which the page in view begins."""
        return self.main.verticalScrollBar().value() - self.spread.y()

    def in_view(self, area: QRect) -> bool:
        """Tell whether an area of the spread can be seen."""
        top = self.seen_from()
        return area.bottom() > top and area.top() < top + self.main.viewport().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_bar(self) -> None:
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        row.setSpacing(_GUTTER)
        self._back_cell = QWidget(self._bar)
        cell = QHBoxLayout(self._back_cell)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.addWidget(self.back)
        cell.addStretch(1)
        row.addWidget(self._back_cell)
        row.addWidget(self.caption, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        row.addWidget(self.find_bar)

    def _fill_main(self) -> None:
        for part in (self.notice, self.spread, self.instead):
            self._main_column.addWidget(part)
        self._main_column.addStretch(1)
        self.notice.hide()
        self.instead.hide()

    def _arrange(self) -> None:
        wide = self.width() >= theme().size(_WIDE_FROM)
        self._show_caption()
        if wide == self._wide:
            self._arrange_margins()
            return
        self._wide = wide
        self.side.setVisible(wide)
        if wide:
            for at, part in enumerate((self.head, self.works, self.legend, self.keys)):
                self._side_column.insertWidget(at, part)
        else:
            self._main_column.insertWidget(0, self.head)
            for part in (self.works, self.legend, self.keys):
                self._main_column.insertWidget(self._main_column.count() - 1, part)
        self._arrange_margins()

    def _arrange_margins(self) -> None:
        """Give the strip its room out of the margin before the text."""
        strip = 0 if self._strip_cell.isHidden() else self.strip.sizeHint().width() + _AFTER_STRIP
        after = _BEFORE_STRIP if strip else _GUTTER
        side = theme().size(_SIDE) + after
        self.side.setFixedWidth(_MARGIN + side)
        self._side_column.setContentsMargins(_MARGIN, 0, after, tokens.SPACE[1])
        self._back_cell.setMinimumWidth(
            side + strip - _GUTTER if self._wide else 0
        )  # the caption above the text
        self._back_cell.setMaximumWidth(self._back_cell.minimumWidth() or _NO_LIMIT)
        self._main_column.setContentsMargins(0 if self._wide or strip else _MARGIN, 0, _MARGIN, _GUTTER)

    def _show_caption(self) -> None:
        wide = self.width() >= theme().size(_WIDE_FROM)
        self._back_cell.setVisible(wide or not self.back.isHidden())
        free = self.back.isHidden() and self.width() >= theme().size(_CAPTION_FROM)
        self.caption.setVisible(free or wide)

    def _settle(self) -> None:
        """Give the scroll bar its range now, not at the next turn of the event loop."""
        self._main_column.activate()
        page = self._main_column.parentWidget()
        if page is not None:
            height = max(self.main.viewport().height(), self._main_column.sizeHint().height())
            page.resize(page.width(), height)

    def _on_scrolled(self, _value: int) -> None:
        self.scrolled.emit(self.seen_from())


def _beside(strip: HeatStrip, parent: QWidget) -> QWidget:
    cell = QWidget(parent)
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, _AFTER_STRIP, _GUTTER)
    row.addWidget(strip)
    cell.hide()
    return cell


class _Keys(QWidget):
    """The keys that move in the text, and how a note is opened."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[1])
        self.hint = TextBlock(NOTES_HINT, "small", "ink2")
        column.addWidget(self.hint)
        self.caps = QWidget(self)
        row = FlowRow(self.caps, gap=8, line_gap=6)
        self._caps = [KeyCap("") for _ in _KEYS]
        for cap, does in zip(self._caps, _KEYS, strict=True):
            pair = QWidget(self.caps)
            both = QHBoxLayout(pair)
            both.setContentsMargins(0, 0, 8, 0)
            both.setSpacing(tokens.SPACE[1])
            both.addWidget(cap)
            both.addWidget(TextBlock(does, "small", "ink2"))
            row.addWidget(pair)
        column.addWidget(self.caps)
        self.show_letters(Letters())

    def show_letters(self, letters: Letters | None) -> None:
        """Paint the keys as they are now; none where single keys are off."""
        self.caps.setVisible(letters is not None)
        if letters is not None:
            for cap, key in zip(self._caps, (letters.next, letters.before, "/"), strict=True):
                cap.set_key(key)


def _scroll_area(parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _column(area: QScrollArea, *, right: int) -> QVBoxLayout:
    page = QWidget()
    page.setObjectName("page")
    column = QVBoxLayout(page)
    column.setContentsMargins(_MARGIN, 0, right, _GUTTER)
    column.setSpacing(tokens.SPACE[4])
    area.setWidget(page)
    return column

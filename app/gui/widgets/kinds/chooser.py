"""A button that opens a list of lettered choices: the base of a premise and of a gap with choices."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.ids import PartId
from app.gui.theme import theme
from app.gui.widgets.kinds.laid import plain_modifiers
from app.gui.widgets.marks import draw_badge
from app.gui.widgets.paint import text_width
from app.gui.widgets.speech import announce, tell_new_name
from app.gui.widgets.text_lines import TextLines, lay_out

NOTHING = "Nothing chosen"
_PAD, _GAP, _BADGE = 8, 10, 24
_FRAME = 24  # the list's border, padding and scroll bar
_LEAST, _MOST = 200, 520
_STEP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Offered(NamedTuple):
    """A choice of the list: its identifier, its letter and its words."""

    id: PartId
    letter: str
    words: str


class Chooser(QComboBox):
    """Space opens the list, a letter or figure chooses at once, Delete clears, arrows lead to the neighbour.

    `picked` says that a person chose something else; `stepped` that an arrow was pressed (-1 or 1).
    """

    picked = Signal()
    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Offered, ...] = ()
        self.setAccessibleName(name)
        if sys.platform.startswith("linux"):
            self.setAccessibleDescription(name)  # there Qt says the chosen words in place of the name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setStyleSheet("QComboBox { combobox-popup: 0; }")  # the list opens below, not over the words
        self.setMaxVisibleItems(30)
        self.setItemDelegate(_ChoiceLine(self))
        self._before = 0
        self.activated.connect(self._on_activated)

    def offer(self, offered: Sequence[Offered]) -> None:
        """Offer these choices; nothing is chosen."""
        self._offered = tuple(offered)
        self.blockSignals(True)
        self.clear()
        self.addItem(NOTHING)
        for one in offered:
            self.addItem(f"{one.letter}. {one.words}")
        self.setCurrentIndex(0)
        self.blockSignals(False)
        self._before = 0

    def offered(self) -> tuple[Offered, ...]:
        """Return what can be chosen."""
        return self._offered

    def taken(self) -> Offered | None:
        """Return what is chosen."""
        index = self.currentIndex()
        return self._offered[index - 1] if 0 < index <= len(self._offered) else None

    def take(self, part: PartId | None) -> None:
        """Choose something without saying so; None or an unknown part clears."""
        ids = [one.id for one in self._offered]
        self.blockSignals(True)
        self.setCurrentIndex(ids.index(part) + 1 if part in ids else 0)
        self.blockSignals(False)
        self._before = self.currentIndex()
        self.update()

    def pick_key(self, event: QKeyEvent) -> bool:
        """Choose by a letter or figure, or clear by Delete; tell whether the key was used."""
        index = self._index_of(event)
        if index is None:
            return False
        self.setCurrentIndex(index)
        self._on_activated(index)
        if self.hasFocus():
            announce(self, self.currentText())  # nothing else moves: a letter would be answered by silence
        return True

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._index_of(event) is not None
        ):
            event.accept()  # the letter is ours here, before any single key of the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = plain_modifiers(event.modifiers())
        alt = modifiers == Qt.KeyboardModifier.AltModifier
        opens = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F4) or (alt and event.key() == Qt.Key.Key_Down)
        if opens and not event.isAutoRepeat():
            self.showPopup()
        elif event.key() in _STEP and not modifiers:
            self.stepped.emit(_STEP[Qt.Key(event.key())])
        elif not self.pick_key(event):
            event.ignore()  # Return too: checking is the page's

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past must never choose

    def list_width(self) -> int:
        """Return the width of the opened list: as wide as its words, within the window."""
        widest = max((text_width("choice", one.words) for one in self._offered), default=0)
        size = theme().size
        wanted = max(widest + size(_BADGE + _GAP + 2 * _PAD) + _FRAME, size(_LEAST), self.width())
        return min(wanted, max(size(_MOST), self.width()), self.window().width())

    def showPopup(self) -> None:
        self.view().setAccessibleName(self.accessibleName())
        self.view().setFixedWidth(self.list_width())
        self.view().doItemsLayout()  # lines wrap anew at this width
        super().showPopup()

    def _on_activated(self, index: int) -> None:
        if index != self._before:
            self._before = index
            self.update()
            tell_new_name(self)
            self.picked.emit()

    def _index_of(self, event: QKeyEvent) -> int | None:
        """Return the place in the list that a key stands for, 0 for clearing."""
        if plain_modifiers(event.modifiers()) & ~Qt.KeyboardModifier.ShiftModifier:
            return None
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return 0
        first = Qt.Key.Key_A if event.key() >= Qt.Key.Key_A else Qt.Key.Key_1
        index = event.key() - first + 1
        return index if 1 <= index <= len(self._offered) and event.key() <= Qt.Key.Key_Z else None


class _ChoiceLine(QStyledItemDelegate):
    """Draws a line of the opened list: its letter in a badge and its words, which wrap."""

    def __init__(self, chooser: Chooser) -> None:
        super().__init__(chooser)
        self._chooser = chooser

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._chooser.list_width() - _FRAME
        height = self._words(index.row(), width).height + 2 * theme().size(_PAD // 2 + 1)
        return QSize(width, max(height, theme().size(_BADGE + 8)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        size, rect = theme().size, option.rect
        words = self._words(index.row(), self._chooser.list_width() - _FRAME)
        marked = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if marked:
            painter.fillRect(rect, theme().colour("accent_soft"))
        one = self._chooser.offered()[index.row() - 1] if index.row() else None
        direction = self._chooser.layoutDirection()
        lead = size(_PAD)
        if one is not None:
            spot = rect.adjusted(lead, (rect.height() - size(_BADGE)) // 2, 0, 0)
            spot.setSize(QSize(size(_BADGE), size(_BADGE)))
            state = "chosen" if self._chooser.taken() == one else "idle"
            draw_badge(painter, QRectF(QStyle.visualRect(direction, rect, spot)), one.letter, state)
        start = lead + size(_BADGE + _GAP)
        text = rect.adjusted(start, (rect.height() - words.height) // 2, -lead, 0)
        painter.translate(QStyle.visualRect(direction, rect, text).topLeft())
        words.draw(painter, theme().colour("ink" if one else "ink2"))
        painter.restore()

    def _words(self, row: int, width: int) -> TextLines:
        offered = self._chooser.offered()
        words = offered[row - 1].words if 0 < row <= len(offered) else NOTHING
        room = max(1, width - theme().size(_BADGE + _GAP + 2 * _PAD))
        return lay_out(words, "choice", (), room, rightwards=self._chooser.isRightToLeft())


def letter_of(index: int) -> str:
    """Return the letter of a choice counted from 0; after Z come numbers."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)

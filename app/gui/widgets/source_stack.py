"""The sources of an answer: the first open, each further one a line that unfolds."""

from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.ids import SourceId
from app.domain.source import Status
from app.gui.theme import theme, tokens
from app.gui.theme.focus import RING_RADIUS
from app.gui.theme.icons import draw_icon
from app.gui.widgets.glyphs import GLYPHS, draw_glyph
from app.gui.widgets.paint import baseline, draw_box, draw_text, elided, mirrored, painting, text_width
from app.gui.widgets.source_card import SourceCardView
from app.gui.widgets.source_words import place_words, standing
from app.gui.widgets.tips import plain_tip
from app.services.views import SourceCard
from app.words import labels

_PAD, _GAP, _SIDE = 20, 12, 14
_NO_CARD = SourceCard(
    SourceId(""), "", "", "essay", "", None, "", "checked_when_made", "", "established"
)  # what a card shows before it shows one
Entry = TypeVar("Entry", bound=QWidget)


class SourceStack(QWidget):
    """Shows the source cards of a checked question."""

    reader_requested = Signal(object)
    about_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[SourceCard, ...] = ()
        self._key = "S"
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SPACE[1])
        self._entries: list[QWidget] = []
        self._spare: list[QWidget] = []

    def set_cards(self, cards: tuple[SourceCard, ...], *, key: str = "S") -> None:
        """Show these citations; `key` is painted on the button that opens the reader."""
        if cards == self._cards and key == self._key and self._entries:
            return
        self._cards, self._key = cards, key
        before, self._entries = self._entries, []
        for index, entry in enumerate(before):
            if index >= len(cards) or not isinstance(entry, _kind_at(index)):
                self._put_aside(entry)
        for index in range(len(cards)):
            here = before[index] if index < len(before) else None
            if isinstance(here, _kind_at(index)):
                self._fill(here, index)
                self._entries.append(here)
            else:
                entry = self._open(index) if index == 0 else self._line(index)
                self._column.insertWidget(index, entry)
                entry.show()  # now, not by the event loop: else the page is laid out and painted twice
                self._entries.append(entry)

    def make_ready(self) -> None:
        """Make the widgets of an open card in advance, unseen."""
        if self._entries or self._spare:
            return
        view = SourceCardView(_NO_CARD, self)
        view.hide()
        self._connect_card(view)
        self._spare.append(view)
        for part in view.findChildren(QWidget):
            part.ensurePolished()

    def entries(self) -> list[QWidget]:
        """Return what is shown for each citation: a SourceCardView where it is open, else a SourceLine."""
        return list(self._entries)

    def _fill(self, entry: "SourceCardView | SourceLine", index: int) -> None:
        if isinstance(entry, SourceCardView):
            key = self._key if index == 0 else ""
            entry.show_card(self._cards[index], key=key, foldable=index > 0)
        else:
            entry.show_card(self._cards[index], index + 1, len(self._cards))

    def _open(self, index: int) -> SourceCardView:
        spare = self._take(SourceCardView)
        if spare is not None:
            self._fill(spare, index)
            return spare
        view = SourceCardView(self._cards[index], key=self._key if index == 0 else "", foldable=index > 0)
        self._connect_card(view)
        return view

    def _connect_card(self, view: SourceCardView) -> None:
        view.reader_requested.connect(self.reader_requested)
        view.about_requested.connect(self.about_requested)
        view.fold_requested.connect(lambda: self._replace(view, self._line(self._entries.index(view))))

    def _line(self, index: int) -> "SourceLine":
        spare = self._take(SourceLine)
        if spare is not None:
            self._fill(spare, index)
            return spare
        line = SourceLine(self._cards[index], index + 1, len(self._cards))
        line.clicked.connect(lambda: self._replace(line, self._open(self._entries.index(line))))
        return line

    def _take(self, kind: type[Entry]) -> Entry | None:
        """Take a widget of a kind from those that show nothing now."""
        spare = next((entry for entry in self._spare if isinstance(entry, kind)), None)
        if spare is not None:
            self._spare.remove(spare)
        return spare

    def _put_aside(self, entry: QWidget) -> None:
        self._column.removeWidget(entry)
        entry.hide()
        self._spare.append(entry)

    def _replace(self, old: QWidget, entry: QWidget) -> None:
        index = self._entries.index(old)
        self._column.insertWidget(self._column.indexOf(old), entry)
        self._entries[index] = entry
        entry.show()
        target = entry.more if isinstance(entry, SourceCardView) else entry
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put_aside(old)


class SourceLine(QPushButton):
    """One citation in a line: its document, its place, the standing of what it says."""

    def __init__(self, card: SourceCard, number: int, total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(RING_RADIUS, tokens.RADIUS_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_card(card, number, total)

    def show_card(self, card: SourceCard, number: int, total: int) -> None:
        """Show another citation."""
        self.card = card
        self._title = card.title if card.source or card.work is None else card.work.label
        self._place = place_words(card.at)
        self._status = standing(card)
        words = [self._title, self._place, labels.STATUS[self._status] if self._status else ""]
        said = ", ".join(word for word in words if word)
        self.setAccessibleName(f"Source {number} of {total}: {said}, folded")
        self.setToolTip(plain_tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size(320), theme().size(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(120), theme().size(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        pad = theme().size(_PAD)
        with painting(self) as painter:
            border = theme().colour("line" if self.underMouse() else "hair")
            draw_box(
                painter, QRectF(self.rect()), tokens.RADIUS_CARD, fill=theme().colour("sheet"), border=border
            )
            end = float(self.width() - pad)
            end -= self._draw_chevron(painter, end) + theme().size(_GAP)
            if self._status is not None:
                end -= self._draw_status(painter, end, self._status) + theme().size(_GAP)
            self._draw_words(painter, pad, end)

    def _draw_chevron(self, painter: QPainter, end: float) -> float:
        side = theme().size(_SIDE)
        spot = mirrored(self, QRectF(end - side, (self.height() - side) // 2, side, side))
        draw_icon(painter, spot, "chevron-down", theme().colour("ink2"))
        return side

    def _draw_status(self, painter: QPainter, end: float, status: Status) -> float:
        role, side, gap = "small_medium", theme().size(_SIDE), theme().size(6)
        words = labels.STATUS[status]
        width = text_width(role, words)
        if width + side + gap > self.width() * 0.45:
            words, width = "", 0
        top = (self.height() - theme().line_height(role)) / 2
        place = mirrored(self, QRectF(end - width, 0, width, self.height()))
        colour = theme().colour(GLYPHS[status][1])
        draw_text(painter, place.left(), baseline(role, top), role, colour, words)
        left = end - width - (gap if words else 0) - side
        draw_glyph(
            painter,
            mirrored(self, QRectF(left, (self.height() - side + 1) // 2, side, side)),
            status,
        )
        return end - left

    def _draw_words(self, painter: QPainter, start: float, end: float) -> None:
        top = (self.height() - theme().line_height("meta")) / 2
        room = end - start
        place = text_width("meta", self._place) if self._place else 0
        short = str(self.card.at) if self.card.at else ""
        tail = self._place
        if text_width("meta_medium", self._title) + theme().size(10) + place > room:
            tail, place = short, text_width("meta", short)
        title = elided("meta_medium", self._title, room - place - theme().size(10))
        width = text_width("meta_medium", title)
        first = mirrored(self, QRectF(start, 0, width, 1))
        second = mirrored(self, QRectF(start + width + theme().size(10), 0, place, 1))
        y = baseline("meta", top)
        draw_text(painter, first.left(), y, "meta_medium", theme().colour("ink"), title)
        draw_text(painter, second.left(), y, "meta", theme().colour("ink2"), tail)


def _kind_at(index: int) -> type[SourceCardView] | type[SourceLine]:
    return SourceCardView if index == 0 else SourceLine

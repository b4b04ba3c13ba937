"""The text of a cloze question on the screen: its words painted, its gaps as widgets among them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.domain.ids import PartId
from app.gui.theme import theme
from app.gui.theme.focus import NO_RING
from app.gui.widgets.kinds.answer_field import AnswerField
from app.gui.widgets.kinds.gap_text import (
    Flow,
    Piece,
    Size,
    Spaces,
    Spot,
    flow,
    pieces_of,
    reads_from_right,
    split_long,
)
from app.gui.widgets.kinds.gap_widgets import HEIGHT, PITCH, ROLE, GapChooser, GapMark
from app.gui.widgets.kinds.laid import ReadingOrder
from app.gui.widgets.paint import baseline, draw_text, painting, text_width

GapWidget = AnswerField | GapChooser | GapMark
_AIR = 3


class GappedText(QLabel):
    """Words and gaps in reading order; it wraps at any width. Its text is what a screen reader says of it."""

    def __init__(
        self,
        text: str,
        gaps: Mapping[PartId, Sequence[GapWidget]],
        spoken: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spoken, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty(NO_RING, True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._from_right = reads_from_right(text)
        self._widgets = {
            _name(gap, index): one for gap, many in gaps.items() for index, one in enumerate(many)
        }
        self._pieces = [
            part for piece in pieces_of(text, list(gaps)) for part in _with_every_widget(piece, gaps)
        ]
        self._flow = Flow((), {}, 0)
        ReadingOrder(self, list(self._widgets.values()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow_at(width).height

    def sizeHint(self) -> QSize:
        width = theme().size(536)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().size(64), theme().size(PITCH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._place()
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, line = theme().colour("ink"), (theme().size(PITCH) - theme().line_height(ROLE)) // 2
        with painting(self) as painter:
            for spot in self._flow.spots:
                if not spot.piece.gap:
                    x = self._left(spot)
                    draw_text(painter, x, baseline(ROLE, spot.y + line), ROLE, ink, spot.piece.words)

    def _place(self) -> None:
        self._flow = self._flow_at(self.width())
        air = (theme().size(PITCH) - theme().size(HEIGHT)) // 2
        for spot in self._flow.spots:
            if spot.piece.gap:
                place = QRect(self._left(spot), spot.y + air, spot.width, spot.height - 2 * air)
                self._widgets[spot.piece.gap].setGeometry(place)
        self.update()

    def _left(self, spot: Spot) -> int:
        """Return where a piece begins on the screen: in the direction of the text, set flush with the program's."""
        spare = self.width() - self._flow.reach[spot.y]
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._from_right:
            return self.width() - spot.x - spot.width - (0 if mirrored else spare)
        return spot.x + (spare if mirrored else 0)

    def _flow_at(self, width: int) -> Flow:
        pieces = split_long(self._pieces, width, self._measure)
        words = text_width(ROLE, "\u00a0")
        spaces = Spaces(words, words + theme().size(_AIR), theme().size(PITCH))
        return flow(pieces, width, spaces=spaces, measure=self._measure)

    def _measure(self, piece: Piece, width: int) -> Size:
        if not piece.gap:
            return Size(text_width(ROLE, piece.words), theme().size(PITCH))
        widget = self._widgets[piece.gap]
        if isinstance(widget, AnswerField):
            size = widget.sizeHint().boundedTo(QSize(width, widget.sizeHint().height()))
        else:
            size = widget.size_within(width)
        return Size(size.width(), size.height() + theme().size(PITCH) - theme().size(HEIGHT))


def _name(gap: PartId, index: int) -> PartId:
    return PartId(f"{gap}#{index}")


def _with_every_widget(piece: Piece, gaps: Mapping[PartId, Sequence[GapWidget]]) -> list[Piece]:
    """Return a piece for each widget that stands in a gap: after checking there may be two, with a space between."""
    if not piece.gap:
        return [piece]
    count = len(gaps[piece.gap])
    return [
        piece._replace(
            gap=_name(piece.gap, index),
            glued=piece.glued and index == 0,
            new_line=piece.new_line and index == 0,
        )
        for index in range(count)
    ]

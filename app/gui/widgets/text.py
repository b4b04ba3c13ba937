"""The one widget for text that may take several lines."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.gui.theme import theme
from app.gui.theme.focus import NO_RING
from app.gui.widgets.paint import painting
from app.gui.widgets.text_lines import UNBOUNDED, Span, TextLines, cut_qt, is_surely_wider, lay_out, qt_offset

__all__ = ["Span", "TextBlock"]

_UNDERLINE = 1.5
_WIDEST_HINT = 640  # a paragraph asks for no more; it takes what it gets


class TextBlock(QLabel):
    """Plain text on the line height of its role, with spans, highlights and exact rectangles.

    `text()` and the accessible name are the text itself. It never draws outside its box: a word longer
    than a line is broken. A click on a span with a link emits `link_activated(link)`. Inside something
    that is clicked as a whole, such as a choice, make it with `selectable=False`: the mouse goes through it.
    """

    link_activated = Signal(str)

    def __init__(
        self,
        text: str = "",
        role: str = "interface",
        colour: str = "ink",
        parent: QWidget | None = None,
        *,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        selectable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._role, self._colour = role, colour
        self._begins_left = alignment == Qt.AlignmentFlag.AlignLeft
        self._spans: tuple[Span, ...] = ()
        self._selection = (0, 0)
        self._laid: dict[tuple[int, bool], TextLines] = {}
        self._heights: dict[int, int] = {}
        self._revision = -1
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty(NO_RING, True)
        if selectable:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.setMouseTracking(True)
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    @property
    def role(self) -> str:
        return self._role

    def set_text(self, text: str) -> None:
        """Show another text, without spans."""
        if text == self.text() and not self._spans and self._selection == (0, 0):
            return
        self._spans, self._selection = (), (0, 0)
        self.setText(text)
        self._forget()

    def set_spans(self, spans: list[Span] | tuple[Span, ...]) -> None:
        """Make parts of the text look different."""
        if tuple(spans) == self._spans:
            return
        self._spans = tuple(spans)
        self._forget()

    def set_role(self, role: str, colour: str | None = None) -> None:
        """Show the text in another role, and in another colour."""
        if (role, colour or self._colour) == (self._role, self._colour):
            return
        self._role, self._colour = role, colour or self._colour
        self._forget()

    def set_colour(self, colour: str) -> None:
        """Show the text in another colour."""
        if colour == self._colour:
            return
        self._colour = colour
        self.update()

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Give the rectangles of a part of the text as it lies now, one for each line it is on."""
        return self._lines(self.width()).rects(start, end)

    def first_baseline(self) -> float:
        """Give the baseline of the first line, to set a neighbour of another size on it."""
        return self._lines(self.width()).baseline_of(0)

    def selected_text(self) -> str:
        """Give what is selected."""
        return cut_qt(self.text(), min(self._selection), max(self._selection))

    def natural_width(self) -> int:
        """Give the width at which no line needs to be broken."""
        return int(self._lines(int(UNBOUNDED)).natural_width) + 1

    def _asked_width(self, most: int) -> int:
        """Give the width at which no line needs to be broken, but no more than this."""
        return most if is_surely_wider(self.text(), self._role, most) else min(self.natural_width(), most)

    # --- Measures ---

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None or self._revision != theme().revision:
            height = self._heights[width] = self._lines(width).height
        return height

    def sizeHint(self) -> QSize:
        width = self._asked_width(min(self.maximumWidth(), theme().size(_WIDEST_HINT)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._asked_width(theme().size(48)), theme().line_height(self._role))

    def _lines(self, width: int) -> TextLines:
        revision = theme().revision
        if self._revision != revision:
            self._laid, self._heights, self._revision = {}, {}, revision
        mirrored = self.isRightToLeft()
        lines = self._laid.get((width, mirrored))
        if lines is None:
            rightwards = mirrored == self._begins_left
            lines = lay_out(self.text(), self._role, self._spans, width, rightwards=rightwards)
            self._laid[width, mirrored] = lines
        return lines

    def _forget(self) -> None:
        self._laid, self._heights = {}, {}
        self.updateGeometry()
        self.update()

    # --- Drawing ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        lines = self._lines(self.width())
        with painting(self) as painter:
            for span in self._spans:
                if span.highlight:
                    self._draw_highlight(painter, lines.rects(span.start, span.end))
            lines.draw(painter, theme().colour(self._colour), self._selection)

    def _draw_highlight(self, painter: QPainter, rects: list[QRectF]) -> None:
        for rect in rects:
            drop = min(2.0, rect.height() / 12)
            box = rect.adjusted(-1.5, drop, 1.5, -drop)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hl"))
            painter.drawRoundedRect(box, 2, 2)
            painter.setPen(QPen(theme().colour("hl_line"), _UNDERLINE))
            low = box.bottom() - _UNDERLINE / 2  # whole inside the fill, so that one row of pixels is full
            painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))

    # --- Selecting, copying and links ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            at = self._lines(self.width()).offset_at(event.position())
            self._select(at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._select(self._selection[0], self._lines(self.width()).offset_at(event.position()))
        over = Qt.CursorShape.PointingHandCursor if self._link_at(event.position()) else None
        self.setCursor(over or Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link = self._link_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and link and self._selection[0] == self._selection[1]:
            self.link_activated.emit(link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        end = qt_offset(self.text(), len(self.text()))
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._select(0, end)
        elif event.matches(QKeySequence.StandardKey.Copy) and self.selected_text():
            QGuiApplication.clipboard().setText(self.selected_text())
        elif event.key() in steps and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            to = self._selection[1] + steps[Qt.Key(event.key())]
            self._select(self._selection[0], min(max(to, 0), end))
        else:
            event.ignore()

    def _select(self, start: int, end: int) -> None:
        self._selection = (start, end)
        self.update()

    def _link_at(self, point: QPointF) -> str:
        for span in self._spans:
            if span.link and any(rect.contains(point) for rect in self.rects(span.start, span.end)):
                return span.link
        return ""

"""The parts of the bar at the top: the name of the program, a tab, the title of what is open."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from app.gui.theme import theme, tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.paint import baseline, draw_box, draw_text, elided, mirrored, painting, text_width
from app.gui.widgets.tips import plain_tip

TAB_PADDING = 8


def bar_height() -> int:
    """Give the height of one row of the bar: 56, more where the text is large."""
    return max(tokens.TOP_BAR, theme().line_height("interface") + 28)


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
        self.setToolTip(plain_tip(title))
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


class Tab(QPushButton):
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
        return QSize(text_width("interface_strong", self._words) + 2 * TAB_PADDING, bar_height())

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
            draw_text(painter, TAB_PADDING, y, role, theme().colour("ink" if lit else "ink2"), self._words)
            if self._current:
                painter.setPen(QPen(theme().colour("accent"), tokens.TAB_LINE, c=Qt.PenCapStyle.FlatCap))
                low = self.height() - tokens.TAB_LINE / 2
                painter.drawLine(QPointF(TAB_PADDING, low), QPointF(self.width() - TAB_PADDING, low))
            if self.hasFocus():
                self._draw_ring(painter)

    def _draw_ring(self, painter: QPainter) -> None:
        """The ring lies inside the tab, which ends where the window ends."""
        height = theme().line_height("interface") + 12
        ring = QRectF(0, (self.height() - height) / 2, self.width(), height)
        line = theme().colour("accent")
        draw_box(painter, ring, tokens.RADIUS_BUTTON, border=line, width=tokens.FOCUS_LINE)

"""Where the parts of the quiz page lie: panel, question and source side by side, or one column."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from app.gui.shared.reading_column import FOOT, TOP, ReadingColumn
from app.gui.theme import theme, tokens
from app.gui.widgets.paint import draw_hairline, painting
from app.gui.widgets.panel import PANEL_WIDTH

WIDE_FROM = 1100
_LOW_BELOW = 560
_TOP_LOW = 12
_QUESTION_SHARE = 0.5414
_QUESTION_WIDEST, _ONE_COLUMN_WIDEST = 640, 700
_DOCK_PAD, _DOCK_SHARE, _ACTIONS_GAP = 12, 0.6, 20


class QuizColumns(QWidget):
    """Places six parts: panel and keys, head and question, sources, and the actions that end the question.

    Wide: three columns. Else one column with the panel folded under its button. Where the question does not fit, or the
    window is low, the actions lie in a bar at the foot, so that the first button is always visible.
    """

    rearranged = Signal()
    """`is_wide` or `is_low` is another."""

    def __init__(
        self,
        panel: QWidget,
        hints: QWidget,
        head: QWidget,
        question: QWidget,
        sources: QWidget,
        actions: QWidget,
    ) -> None:
        super().__init__()
        self._panel, self._hints, self._head, self._question = panel, hints, head, question
        self._sources, self._actions = sources, actions
        self.side = ReadingColumn(self)
        self.middle = ReadingColumn(self)
        self.end = ReadingColumn(self)
        self.dock = Dock(self)
        self.is_wide, self.is_low, self.is_docked, self.panel_open = True, False, False, False
        self._placed: tuple[bool, bool, bool] | None = None
        self._arranging = self._settling = self._is_asked = False
        for part in (self.middle.page, self.dock):
            part.installEventFilter(self)

    def reveal(self, widget: QWidget) -> None:
        """Scroll what has the focus into sight, whole: Qt alone would show no more of a field than its cursor."""
        for column in (self.side, self.middle, self.end):
            if column.page.isAncestorOf(widget) and widget.isVisible():
                middle = widget.mapTo(column.page, widget.rect().center())
                column.ensureVisible(middle.x(), middle.y(), 0, widget.height() // 2 + tokens.SPACE[2])

    def show_from(self, start: QWidget, whole: QWidget) -> None:
        """Scroll the question so that `whole` is read from `start` on; where all of it is in sight nothing moves."""
        bar = self.middle.verticalScrollBar()
        top = start.mapTo(self.middle.page, QPoint(0, 0)).y()
        end = whole.mapTo(self.middle.page, QPoint(0, whole.height())).y()
        if top < bar.value() or end > bar.value() + self.middle.viewport().height():
            bar.setValue(top - tokens.SPACE[2])

    def settle(self) -> None:
        """Lay everything out now, so that the next paint is the final one and scrolling knows the heights."""
        self._settling = True
        self._lay_out()
        if self.arrange():
            self._lay_out()
            self.arrange()
            self._lay_out()
        self._settling = False

    def _lay_out(self) -> None:
        for column in (self.side, self.middle, self.end):
            column.fit()
        _lay_out_now()

    def set_panel_open(self, opened: bool) -> None:
        """Unfold the panel where it is folded under its button."""
        self.panel_open = opened
        self.arrange()

    def arrange(self) -> bool:
        """Give every part its place for the size there is; tell whether a part went to another column."""
        if self._arranging or not self.width():
            return False
        placed = self._placed
        self._arranging = True
        before = (self.is_wide, self.is_low)
        self.is_wide = self.width() >= theme().size(WIDE_FROM)
        self.is_low = self.height() < theme().size(_LOW_BELOW)
        top = TOP if self.is_wide and not self.is_low else _TOP_LOW
        left, width = self._question_place()
        wanted = not self.is_wide or self.is_low or not self._fits(width, top)
        self.is_docked = wanted and self._has_room_for_dock(width)
        self._fill()
        height = self.height() - self._lay_dock(left, width)
        # One column scrolls at the edge of the window, and under the mouse wherever that is.
        trail = tokens.SPACE[3] if self.is_wide else self.width() - left - width
        self._lay(self.middle, left, width, height, top, trail=trail)
        if self.is_wide:
            panel = theme().size(PANEL_WIDTH)
            self._lay(self.side, tokens.PAGE_MARGIN, panel, height, top)
            start = left + width + tokens.GUTTER
            self._lay(self.end, start, self.width() - tokens.PAGE_MARGIN - start, height, top)
            # The keys are a help that can be missed; the numbers are not to scroll for them.
            keys = height_at(self._panel, panel) + height_at(self._hints, panel) + tokens.SPACE[5]
            self._hints.setVisible(top + keys + FOOT <= height)
        self.side.setVisible(self.is_wide)
        self.end.setVisible(self.is_wide)
        self._arranging = False
        if before != (self.is_wide, self.is_low):
            self.rearranged.emit()
        return placed != self._placed

    def _question_place(self) -> tuple[int, int]:
        margin = tokens.PAGE_MARGIN
        if not self.is_wide:
            return margin, min(self.width() - 2 * margin, theme().size(_ONE_COLUMN_WIDEST))
        left = margin + theme().size(PANEL_WIDTH) + tokens.GUTTER
        rest = self.width() - left - tokens.GUTTER - margin
        return left, min(round(rest * _QUESTION_SHARE), theme().size(_QUESTION_WIDEST))

    def _fits(self, width: int, top: int) -> bool:
        parts = (self._head, self._question, self._actions)
        needed = sum(height_at(part, width) for part in parts)
        gap = _ACTIONS_GAP if self.is_docked else 0  # in the bar the actions have no gap before them
        return top + needed + gap + FOOT <= self.height()

    def _has_room_for_dock(self, width: int) -> bool:
        """Tell whether a bar leaves something of the question to be seen: very large text scrolls as a whole."""
        gap = 0 if self.is_docked else _ACTIONS_GAP
        return height_at(self._actions, width) - gap + 2 * _DOCK_PAD <= self.height() * _DOCK_SHARE

    def _fill(self) -> None:
        """Put each part into its column; nothing is moved that lies there already."""
        wanted = (self.is_wide, self.is_docked, self.panel_open)
        if wanted == self._placed:
            return
        self._placed = wanted
        middle = [self._head]
        middle += [self._panel] if self.panel_open and not self.is_wide else []
        middle.append(self._question)
        middle += [] if self.is_docked else [self._actions]
        middle += [] if self.is_wide else [self._sources]
        for part, gap in self._gaps().items():
            part.setContentsMargins(0, gap, 0, 0)
        _fill(self.middle.body, middle)
        _fill(self.side.body, [self._panel] if self.is_wide else [])
        _fill(self.end.body, [self._sources] if self.is_wide else [])
        if self.is_wide:
            self.side.body.addWidget(self._hints)
        else:
            self.side.body.removeWidget(self._hints)
        self.dock.hold(self._actions if self.is_docked else None)
        self._panel.setVisible(self.is_wide or self.panel_open)
        if not self.is_wide:
            self._hints.hide()
            if not self.panel_open:
                self._panel.setParent(self)

    def _gaps(self) -> dict[QWidget, int]:
        space = tokens.SPACE
        return {
            self._panel: 0 if self.is_wide else space[2],
            self._hints: space[5],
            self._question: space[1],
            self._actions: 0 if self.is_docked else _ACTIONS_GAP,
            self._sources: 0 if self.is_wide else space[4],
        }

    def _lay_dock(self, left: int, width: int) -> int:
        self.dock.setVisible(self.is_docked)
        if not self.is_docked:
            return 0
        height = self.dock.height_for(width)
        self.dock.setGeometry(0, self.height() - height, self.width(), height)
        self.dock.lay(left, width)
        return height

    def _lay(
        self,
        column: ReadingColumn,
        left: int,
        width: int,
        height: int,
        top: int,
        *,
        trail: int = tokens.SPACE[3],
    ) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        column.lay(left, width, height, top=top, trail=trail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not (
            self._arranging or self._settling or self._is_asked
        ):
            self._is_asked = True
            QTimer.singleShot(0, self, self._arrange_as_asked)
        return False

    def _arrange_as_asked(self) -> None:
        self._is_asked = False
        self.arrange()


class Dock(QWidget):
    """The bar at the foot that holds the actions where the question is longer than the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._held: QWidget | None = None

    def hold(self, widget: QWidget | None) -> None:
        """Take the actions, or let them go."""
        self._held = widget
        if widget is not None:
            widget.setParent(self)
            widget.show()

    def height_for(self, width: int) -> int:
        """Return the height of the bar."""
        held = height_at(self._held, width) if self._held is not None else 0
        return held + 2 * _DOCK_PAD

    def lay(self, left: int, width: int) -> None:
        """Set the actions under the question."""
        if self._held is not None:
            spot = QRect(left, _DOCK_PAD, width, max(0, self.height() - 2 * _DOCK_PAD))
            self._held.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(QRectF(self.rect()), theme().colour("desk"))
            draw_hairline(painter, 0, self.width(), 0, theme().colour("hair"))


def _lay_out_now() -> None:
    """Let every layout that waits for the event loop do its work now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def height_at(widget: QWidget, width: int) -> int:
    """Return the height that a widget takes at a width."""
    height = widget.heightForWidth(width)
    return height if height >= 0 else widget.sizeHint().height()


def _fill(body: QVBoxLayout, parts: list[QWidget]) -> None:
    """Let a column hold these parts, one under the other; it ends with a stretch.

    Widgets are taken out by `removeWidget`: what `takeAt` takes out keeps measuring for the widget, with old sizes.
    """
    held = [item.widget() for index in range(body.count()) if (item := body.itemAt(index)) is not None]
    for widget in held:
        if widget is not None:
            body.removeWidget(widget)
    if not body.count():
        body.addStretch(1)
    for index, part in enumerate(parts):
        body.insertWidget(index, part)
        part.show()

"""Where the parts of the import page lie: the table, and the question beside it or in its place."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.teacher.preview_filters import PreviewFilters
from app.gui.teacher.preview_table import PreviewTable
from app.gui.teacher.question_preview import QuestionPreview
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import PageColumn, PageHeading, is_cramped
from app.gui.widgets.row_list import BLEED
from app.gui.widgets.text import TextBlock

TITLE = "Import"
_WIDE = 1040
"""The width at 100 % text from which the question stands beside the table."""
_SIDE_SHARE, _SIDE_LEAST, _SIDE_MOST = 0.32, 380, 560
_AFTER_HEADING = 12
_ANY_WIDTH = 16_777_215
_OTHER_FILE = "Choose another file"


class ImportLayout(QWidget):
    """The heading, the filters and the table at the left, the question at the right; each side scrolls by itself."""

    other_file_requested = Signal()
    turned = Signal(bool)
    """The question stands beside the table now, or no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PageHeading(TITLE)
        self.notes = TextBlock("", "meta", "ink2")
        self.filters, self.table = PreviewFilters(), PreviewTable()
        self.question = QuestionPreview()
        self.back = Button("Back to the list", "link", mark="arrow-left")
        self.back.clicked.connect(lambda _on=False: self.show_list())
        self._others = [Button(_OTHER_FILE, "second") for _ in range(3)]
        for button in self._others:
            button.clicked.connect(lambda _on=False: self.other_file_requested.emit())
        self._is_looking = self._has_content = self._was_wide = False
        self.state = QWidget(self)
        self._left_top = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_left(), 1)
        row.addWidget(self._make_right())
        self.table.opened.connect(lambda _line: self._look())
        self._top.installEventFilter(self)
        theme().changed.connect(self._arrange)
        self.show_content(shown=False)

    @property
    def is_wide(self) -> bool:
        """Tell whether the question stands beside the table."""
        return self.width() >= theme().size(_WIDE)

    @property
    def is_looking(self) -> bool:
        """Tell whether the question stands in place of the table."""
        return self._is_looking and not self.is_wide

    def show_content(self, *, shown: bool) -> None:
        """Show the table and the question, or only what stands in their place."""
        self._has_content = shown
        for part in (self.filters, self.table):
            part.setVisible(shown)
        self.state.setVisible(not shown)
        if not shown:
            self.heading.set_heading(TITLE)
            self.notes.hide()
        self.show_list()

    def show_state(self, state: QWidget) -> None:
        """Put a state in place of the table."""
        self._left_top.replaceWidget(self.state, state)
        self.state.hide()
        self.state.deleteLater()
        self.state = state
        self.show_content(shown=False)

    def show_list(self) -> None:
        """Go back to the table where the question stands in its place."""
        was_looking, self._is_looking = self.is_looking, False
        self._arrange()
        if was_looking:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._top and event.type() == QEvent.Type.Resize:
            self._beside.setFixedHeight(self._top.height())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_left(self) -> QWidget:
        self.heading.add_right(self._others[0])
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, _AFTER_HEADING)
        top.setSpacing(tokens.SPACE[1])
        top.addWidget(self.heading)
        top.addWidget(self.notes)
        # The rows of the table bleed into the margin; everything else keeps the edge of their text.
        self.left = PageColumn(margin=tokens.PAGE_MARGIN - BLEED, spacing=0)
        self._left_top.setContentsMargins(BLEED, BLEED, BLEED, 0)
        self._left_top.setSpacing(0)
        for part in (self._top, self.filters, self.state):
            self._left_top.addWidget(part)
        self.left.add(self._left_top)
        self.left.add(self.table)
        self.left.add(self._make_below())
        return self.left

    def _make_below(self) -> QWidget:
        """Make the place below the table, for what would push it out of a very low window."""
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(BLEED, tokens.SPACE[3], BLEED, 0)
        below.setSpacing(tokens.SPACE[2])
        below.addWidget(self._others[2], 0, Qt.AlignmentFlag.AlignLeft)
        return self._below

    def _make_right(self) -> QWidget:
        self._beside = QWidget()
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, _AFTER_HEADING)
        beside.addStretch(1)
        beside.addWidget(self._others[1], 0, Qt.AlignmentFlag.AlignBottom)
        self.right = PageColumn(spacing=0)
        self.right.add(self._beside)
        self._return = QWidget()
        way_back = QHBoxLayout(self._return)
        way_back.setContentsMargins(0, 0, 0, tokens.SPACE[1])
        way_back.addWidget(self.back)
        way_back.addStretch(1)
        self.right.add(self._return)
        self.right.add(self.question)
        return self.right

    def _lift_table(self, *, low: bool) -> None:
        """Leave over the table only what the file is and what is in it, where the window is very low."""
        self.heading.title.setVisible(not low)
        self.filters.set_short(short=low)
        self._below.setVisible(low)
        place = self._below.layout() if low else self._top.layout()
        if place is not None and place.indexOf(self.notes) < 0:
            self.notes.setParent(None)
            place.addWidget(self.notes)
            self.notes.setVisible(self._has_content and bool(self.notes.text()))

    def _look(self) -> None:
        if not self.is_wide:
            self._is_looking = True
            self._arrange()
            self.right.verticalScrollBar().setValue(0)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Show one side or both, as wide as they may be."""
        wide, margin = self.is_wide, tokens.PAGE_MARGIN
        self.left.setVisible(wide or not self._is_looking)
        self.right.setVisible(self._has_content and (wide or self._is_looking))
        self._beside.setVisible(wide)
        self._return.setVisible(not wide)
        self._lift_table(low=self._has_content and is_cramped(self.height()))
        self._others[0].setVisible(self._has_content and not wide and self._below.isHidden())
        self.question.set_heading_height(self.filters.sizeHint().height() if wide else 0)
        self.right.body.setContentsMargins(8 if wide else margin, margin if wide else 16, margin, margin)
        if wide:
            share = int(self.width() * _SIDE_SHARE)
            self.right.setFixedWidth(min(max(share, theme().size(_SIDE_LEAST)), theme().size(_SIDE_MOST)))
        else:
            self.right.setMinimumWidth(0)
            self.right.setMaximumWidth(_ANY_WIDTH)
        if wide != self._was_wide:
            self._was_wide = wide
            self.turned.emit(wide)

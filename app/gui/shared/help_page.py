"""Help: keys and words explained, the content note, how answers are marked, what is stored."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.gui.shared.desk import Desk
from app.gui.shared.help_parts import SectionBlock, SectionPainter
from app.gui.shared.help_words import help_sections
from app.gui.shared.page import Header, Page
from app.gui.shared.places import HelpPlace, Place
from app.gui.theme import theme, tokens
from app.gui.widgets.fields import Select
from app.gui.widgets.page import PageColumn, PageHeading
from app.gui.widgets.row_list import BLEED, RowList
from app.services import history
from app.services.views import ContentNote, Intro

_TITLE = "Help"
_LIST, _MEASURE, _NARROW = 280, 560, 900
_FOCUS = Qt.FocusReason.OtherFocusReason


class HelpPage(Page):
    """A list of sections at the left and one of them to read; where it is narrow, a list to choose from."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._notes: tuple[ContentNote, ...] = ()
        self._sections = help_sections(single_keys=desk.settings.single_keys, letters=desk.settings.letters)
        self._topic = self._sections[0].topic
        self._goes_to_heading = False
        self._make_parts()
        self._lay_out()
        self.set_header(Header())
        theme().changed.connect(self._show_section)
        desk.changed.connect(self._on_desk)
        self._show_section()

    @property
    def topic(self) -> str:
        """Give the topic of the section that is shown."""
        return self._topic

    def show_place(self, place: Place) -> None:
        assert isinstance(place, HelpPlace)
        topics = [section.topic for section in self._sections]
        self._goes_to_heading = place.topic in topics
        if self._goes_to_heading:
            self._topic = place.topic
        self._show_section()
        self.desk.backend.call(self, self._on_intro, history.read_intro, None, failed=self._on_no_intro)

    def give_focus(self) -> None:
        """Begin at the section asked for, else with the list of sections."""
        if self._goes_to_heading:
            self.section.heading.setFocus(_FOCUS)
        elif self._left.isHidden():
            self.jump.setFocus(_FOCUS)
        else:
            self.sections.go_to(self._number())
            self.sections.setFocus(_FOCUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING:
            self.column.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    # --- Laying out ---

    def _make_parts(self) -> None:
        self._painter = SectionPainter()
        self.sections = RowList("Sections of the help", self._painter)
        self.sections.set_rows(self._sections)
        self.sections.opened.connect(lambda section: self._go_to(section.topic))
        options = [(section.topic, section.title) for section in self._sections]
        self.jump = Select("Section of the help", options, filters=False)
        self.jump.chosen.connect(self._go_to)
        self.section = SectionBlock(self._sections[0])
        self.column = PageColumn(widest=_MEASURE, spacing=0)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(tokens.PAGE_MARGIN - BLEED, tokens.PAGE_MARGIN, 0, 0)
        left.setSpacing(tokens.SPACE[2])
        title = QVBoxLayout()
        title.setContentsMargins(BLEED, 0, 0, 0)
        title.addWidget(PageHeading(_TITLE))
        left.addLayout(title)
        left.addWidget(self.sections)
        left.addStretch(1)
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, tokens.SPACE[4])
        top.setSpacing(tokens.SPACE[2])
        top.addWidget(PageHeading(_TITLE))
        top.addWidget(self.jump, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.add(self._top)
        self.column.add(self.section)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.column, 1)

    def _fit(self) -> None:
        narrow = self.width() < theme().size(_NARROW)
        self._left.setFixedWidth(theme().size(_LIST))
        self._left.setHidden(narrow)
        self._top.setVisible(narrow)

    # --- Showing ---

    def _show_section(self) -> None:
        """Lay the section out anew: other keys, notes or measures may hold now."""
        had_focus = self.section.heading.hasFocus()
        before = self.section
        self.section = SectionBlock(self._sections[self._number()])
        self.column.body.replaceWidget(before, self.section)
        before.hide()
        before.deleteLater()
        self.section.show()
        self._painter.here = self._topic
        self.sections.viewport().update()
        self.jump.set_value(self._topic)
        self._fit()
        if had_focus:
            self.section.heading.setFocus(_FOCUS)

    def _go_to(self, topic: str) -> None:
        self._topic = topic
        self._show_section()
        self.column.verticalScrollBar().setValue(0)
        self.section.heading.setFocus(_FOCUS)

    def _number(self) -> int:
        return [section.topic for section in self._sections].index(self._topic)

    def _on_intro(self, intro: Intro) -> None:
        self._notes = intro.notes
        self._on_desk()

    def _on_no_intro(self, _error: FootnoteError) -> None:
        pass  # the help can be read without the notes of the sets

    def _on_desk(self) -> None:
        settings = self.desk.settings
        sections = help_sections(
            single_keys=settings.single_keys, notes=self._notes, letters=settings.letters
        )
        if sections != self._sections:
            self._sections = sections
            self.sections.set_rows(sections)
            self._show_section()


_SCROLLING = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Down, Qt.Key.Key_Up)

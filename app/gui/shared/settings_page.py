"""Settings: how it looks and which keys act, the student's own name, where the data lie, and versions."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app import __version__
from app.domain.errors import FootnoteError
from app.gui.shared import settings_words as words
from app.gui.shared.desk import Desk
from app.gui.shared.letter_keys import LetterKeys
from app.gui.shared.page import Header, Page
from app.gui.shared.places import HelpPlace, Place
from app.gui.shared.settings_parts import NameField, Section, TextSize
from app.gui.theme import theme, tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.check import CheckRow
from app.gui.widgets.fields import Select
from app.gui.widgets.page import PageColumn, PageHeading
from app.gui.widgets.text import TextBlock
from app.gui.widgets.two_columns import TwoColumns
from app.services import learners
from app.services.library_facts import LibraryFacts, describe_library
from app.services.views import Learner
from app.words import errors


class SettingsPage(Page):
    """Everything here holds at once and is written down at once; there is no button to save it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._folder: Path | None = None
        self._make_controls()
        self._lay_out()
        self.set_header(Header())
        desk.changed.connect(self._show_settings)
        theme().changed.connect(self._on_theme)
        self._show_settings()

    def show_place(self, place: Place) -> None:
        self._show_settings()
        learner = self.desk.learner
        self.name.set_name(learner.name if learner is not None else "")
        self.name_section.setVisible(learner is not None and not self.desk.is_teacher)
        self.desk.backend.call(self, self._show_facts, describe_library, failed=self._show_no_facts)

    def give_focus(self) -> None:
        first = self.text_size.smaller if self.text_size.smaller.isEnabled() else self.text_size.larger
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Laying out ---

    def _make_controls(self) -> None:
        self.text_size = TextSize()
        self.text_size.chosen.connect(lambda scale: self.desk.set_settings(text_scale=scale))
        self.scheme = Select("Colours", words.SCHEMES, filters=False)
        self.scheme.chosen.connect(lambda value: self.desk.set_settings(scheme=value))
        self.motion = Select("Movement", words.MOTIONS, filters=False)
        self.motion.chosen.connect(lambda value: self.desk.set_settings(motion=value))
        self.citation = Select("Citations", words.CITATION_STYLES, filters=False)
        self.citation.chosen.connect(lambda value: self.desk.set_settings(citation_style=value))
        self.heat_strip = CheckRow(words.HEAT_STRIP, words.HEAT_STRIP_HINT)
        self.heat_strip.toggled.connect(lambda on: self.desk.set_settings(heat_strip=on))
        self.single_keys = CheckRow(words.SINGLE_KEYS, words.SINGLE_KEYS_HINT)
        self.single_keys.toggled.connect(self._on_single_keys)
        self.letters = LetterKeys()
        self.letters.chosen.connect(lambda letters: self.desk.set_settings(letters=letters))
        self.keys_help = Button("All keys", "link")
        self.keys_help.clicked.connect(lambda _on=False: self.open_requested.emit(HelpPlace("keys")))
        self.name = NameField()
        self.name.named.connect(self._on_named)
        self.path = TextBlock("", "meta")
        self.file_size = TextBlock("", "meta", "ink2")
        self.open_folder = Button("Open the folder")
        self.open_folder.clicked.connect(lambda _on=False: self._on_open_folder())
        self.versions = TextBlock("", "interface")
        self.sqlite_note = TextBlock(words.OLDER_SQLITE, "meta", "ink2")

    def _lay_out(self) -> None:
        self.column = PageColumn(widest=1216, spacing=tokens.SPACE[4])
        self.column.add(PageHeading("Settings", "What you change here holds at once, on this computer."))
        self.column.add(TwoColumns(self._person_side(), self._sources_and_data(), narrow=860, line_gap=32))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.column)

    def _person_side(self) -> QWidget:
        reading = Section("Reading")
        reading.add_labelled("Text size", self.text_size)
        reading.add_labelled("Colours", self.scheme)
        reading.add_labelled("Movement", self.motion, words.MOTION_HINT)
        keys = Section("Keys")
        keys.add(self.single_keys, self.letters)
        keys.column.addWidget(self.keys_help, 0, Qt.AlignmentFlag.AlignLeft)
        self.name_section = Section("Your name")
        self.name_section.add(TextBlock("Your history is kept under it.", "meta", "ink2"), self.name)
        return _side(reading, keys, self.name_section)

    def _sources_and_data(self) -> QWidget:
        sources = Section("Sources")
        sources.add_labelled("Citations", self.citation, words.CITATION_HINT)
        sources.add(self.heat_strip)
        data = Section("Your Footnote data")
        data.add(self.path, self.file_size, TextBlock(words.STORED, "meta", "ink2"))
        data.add(TextBlock(words.BESIDE, "meta", "ink2"))
        data.column.addSpacing(tokens.SPACE[0])
        data.column.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignLeft)
        about = Section("This program")
        about.add(self.versions, self.sqlite_note)
        return _side(sources, data, about)

    # --- Showing ---

    def _show_settings(self) -> None:
        settings = self.desk.settings
        self.text_size.set_scale(settings.text_scale)
        self.scheme.set_value(settings.scheme)
        self.motion.set_value(settings.motion)
        self.citation.set_value(settings.citation_style)
        self.letters.set_letters(settings.letters)
        self.letters.setVisible(settings.single_keys)
        for row, on in ((self.single_keys, settings.single_keys), (self.heat_strip, settings.heat_strip)):
            row.blockSignals(True)
            row.setChecked(on)
            row.blockSignals(False)

    def _show_facts(self, facts: LibraryFacts) -> None:
        self._folder = Path(facts.path).parent
        self.path.set_text(facts.path)
        self.file_size.set_text(words.size_words(facts.size))
        self.file_size.show()
        self.open_folder.show()
        self.versions.set_text("\n".join(words.version_lines(__version__, qVersion(), facts)))
        self.sqlite_note.setHidden(facts.sqlite_is_sound)

    def _show_no_facts(self, error: FootnoteError) -> None:
        self.path.set_text(errors.sentence(error))
        self.file_size.hide()
        self.open_folder.hide()
        self.versions.set_text("\n".join(words.version_lines(__version__, qVersion(), None)))
        self.sqlite_note.hide()

    def _on_theme(self) -> None:
        QTimer.singleShot(0, self, self._keep_focus_in_view)  # once everything lies in its place

    def _keep_focus_in_view(self) -> None:
        """Keep what was just pressed on the screen when the text grows around it."""
        here = QApplication.focusWidget()
        if here is not None and self.column.page.isAncestorOf(here):
            self.column.ensureWidgetVisible(here, 0, tokens.SPACE[5])

    # --- Acting ---

    def _on_single_keys(self, on: bool) -> None:
        self.desk.set_settings(single_keys=on)

    def _on_named(self, name: str) -> None:
        learner = self.desk.learner
        if learner is not None:
            call = self.desk.backend.call
            call(self, self._on_renamed, learners.rename_learner, learner.id, name, failed=self._on_refused)

    def _on_renamed(self, learner: Learner) -> None:
        self.desk.sit_down(learner)
        self.name.set_name(learner.name)
        self.name.say(f"Saved. Your history is kept under the name {learner.name}.")

    def _on_refused(self, error: FootnoteError) -> None:
        self.name.say(errors.sentence(error), problem=True)

    def _on_open_folder(self) -> None:
        if self._folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            sentence = f"The folder could not be opened from here. It is {self._folder}."
            self.message_posted.emit(sentence, "", None)


def _side(*sections: QWidget) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.SPACE[5])
    for section in sections:
        column.addWidget(section)
    column.addStretch(1)
    return side

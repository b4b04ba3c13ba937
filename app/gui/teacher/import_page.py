"""Import: a question set file before anything of it is written, and bringing it in."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.gui.backend import Job
from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import ImportPlace, Place, SetsPlace
from app.gui.teacher import preview_values as values
from app.gui.teacher.file_dialogs import ask_for_sets, ask_where
from app.gui.teacher.file_preview import FilePreview, read_files
from app.gui.teacher.import_layout import TITLE, ImportLayout
from app.gui.teacher.preview_values import PreviewLine
from app.gui.teacher.saved_files import save_text
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import ActionBar
from app.gui.widgets.speech import announce
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.text import Span, TextBlock
from app.services import importing
from app.services.views import ChangeRow, ImportReport
from app.words import errors

_ANOTHER = [("choose", "Choose another file"), ("back", "Back to the question sets")]
_MOST_NOTES = 3
_SAVE, _SAVE_SHORT = "Save the problems as a list", "Save the problems"


class ImportPage(Page):
    """Reads the files, shows what they would bring, and writes it as one change that can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
        self._paths: tuple[str, ...] = ()
        self._read = FilePreview()
        self._current: PreviewLine | None = None
        self._job: Job | None = None
        self._busy = False
        self._patience = Patience(self, self._show_loading)
        self._lay_out()
        self.set_header(Header(tab="sets"))

    def show_place(self, place: Place) -> None:
        assert isinstance(place, ImportPlace)
        if place.paths != self._paths:
            self.parts.filters.set_value("")
        self._paths = place.paths
        self._read = FilePreview()
        self._set_busy(False)
        self.parts.show_state(QWidget())
        self.bar.hide()
        self._patience.begin()
        self._job = self.desk.backend.call(
            self, self._on_read, read_files, self._paths, failed=self._show_error
        )

    def leave(self) -> None:
        if self._job is not None and not self._read.previews:
            self._job.cancel()
        self._patience.end()

    def give_focus(self) -> None:
        if self.bar.isVisibleTo(self):
            self.parts.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first = self.parts.state.findChild(Button)
            (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and self.bar.isVisibleTo(self):
            self._on_primary()
        elif event.key() == Qt.Key.Key_Escape and self.parts.is_looking:
            self.parts.show_list()
        elif event.key() == Qt.Key.Key_Down and not self.parts.table.isHidden():
            self.parts.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # --- Laying out ---

    def _lay_out(self) -> None:
        self.parts = ImportLayout()
        self.parts.other_file_requested.connect(self._on_choose)
        self.parts.filters.chosen.connect(lambda _state: self._filter())
        self._soon = QTimer(self)  # a key held down moves faster than questions can be shown
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: self.parts.question.show_line(self._current))
        self.parts.table.moved.connect(self._on_moved)
        self.primary = Button("", "primary", "Enter")
        self.primary.clicked.connect(lambda _on=False: self._on_primary())
        self.words = TextBlock("", "meta", "ink2")
        self.save = Button(_SAVE, "quiet")
        self.save.setAccessibleName(_SAVE)
        self.parts.turned.connect(lambda wide: self.save.set_text(_SAVE if wide else _SAVE_SHORT))
        self.save.clicked.connect(lambda _on=False: self._on_save())
        cancel = Button("Cancel", "quiet")
        cancel.clicked.connect(lambda _on=False: self._on_back())
        self.bar = ActionBar()
        self.bar.add(self.primary)
        self.bar.add(self.words)
        self.bar.add_right(self.save)
        self.bar.add_right(cancel)
        self.bar.spill_into(self.parts.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.bar)

    # --- Showing ---

    def _on_read(self, read: FilePreview) -> None:
        self._patience.end()
        self._read = read
        if not read.has_sets:
            self._show_refusal()
            return
        self._show_heading()
        filters = self.parts.filters
        filters.set_counts(read.counts)
        if not filters.tabs[filters.value()].isEnabled():
            filters.set_value("")
        self._filter()
        self._show_bar()
        self.parts.show_content(shown=True)
        self.give_focus()

    def _show_heading(self) -> None:
        heading, name = self.parts.heading, values.file_words(self._paths)
        heading.set_heading(TITLE, f"{name}\u2002{values.into_words(self._read.previews)}")
        heading.sentence.set_spans([Span(0, len(name), role="interface_strong", colour="ink")])
        notes = values.note_words(self._read.previews)
        if len(notes) > _MOST_NOTES:
            rest = len(notes) - _MOST_NOTES + 1
            notes = [*notes[: _MOST_NOTES - 1], f"And {rest} more: save the problems as a list to see all."]
        self.parts.notes.set_text("\n".join(notes))
        self.parts.notes.setVisible(bool(notes))

    def _show_bar(self) -> None:
        self.primary.set_text(values.button_words(self._read.counts))
        words = values.bar_words(self._read.counts, values.beside_of(self._read.previews))
        self.words.set_text(words)
        self.primary.setAccessibleDescription(words)
        self.save.setVisible(
            bool(self._read.counts.problem or any(preview.notes for preview in self._read.previews))
        )
        self.bar.show()

    def _filter(self) -> None:
        wanted = self.parts.filters.value()
        self.parts.table.set_lines([line for line in self._read.lines if wanted in ("", line.state)])
        self.parts.left.verticalScrollBar().setValue(0)

    def _show_loading(self) -> None:
        name = values.file_words(self._paths)
        state = LoadingState(f"Importing {name}" if self._busy else f"Reading {name}", cancel="Cancel")
        if self._busy:
            state = LoadingState(f"Importing {name}", "All of it comes in, or nothing.")
        state.cancelled.connect(self._on_back)
        self.parts.show_state(state)
        self.bar.hide()

    def _show_refusal(self) -> None:
        name, words = values.file_words(self._paths), values.refusal_words(self._read.previews)
        self._show_problem(ErrorState(f"{name} cannot be loaded", words, _ANOTHER))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        self._set_busy(False)
        title = f"{values.file_words(self._paths)} cannot be loaded"
        actions = [("again", "Try again"), ("choose", "Choose another file")]
        self._show_problem(ErrorState(title, errors.sentence(error), actions))

    def _show_problem(self, state: EmptyState) -> None:
        state.chosen.connect(self._on_state)
        self.parts.show_state(state)
        self.bar.hide()
        announce(state, f"{state.title.text()}. {state.sentence.text()}")
        self.give_focus()

    # --- What people do ---

    def _on_state(self, value: str) -> None:
        match value:
            case "choose":
                self._on_choose()
            case "again":
                self.show_place(ImportPlace(self._paths))
            case _:
                self._on_back()

    def _on_moved(self, line: PreviewLine | None) -> None:
        self._current = line
        self._soon.start(0)

    def _on_choose(self) -> None:
        ask_for_sets(self, lambda paths: self.open_requested.emit(ImportPlace(paths)))

    def _on_back(self) -> None:
        self.leave()
        self.open_requested.emit(SetsPlace())

    def _on_primary(self) -> None:
        if self._busy:
            return
        if not self._read.counts.coming:
            self._on_back()
            return
        self._set_busy(True)
        self._patience.begin()
        self.desk.backend.call(
            self, self._on_imported, importing.import_files, self._paths, failed=self._show_error
        )

    def _on_imported(self, report: ImportReport) -> None:
        self._patience.end()
        self._set_busy(False)
        number = sum(file.imported + file.updated for file in report.files)
        words, change = values.imported_words(self._read.previews, number), report.change
        self.open_requested.emit(SetsPlace())
        if change is None:
            self.message_posted.emit(words, "", None)
        else:
            self.message_posted.emit(words, "Undo", lambda: self._undo(change))

    def _undo(self, change: int) -> None:
        self.desk.backend.call(
            self, self._on_undone, importing.undo_change, change, failed=self._on_not_undone
        )

    def _on_undone(self, change: ChangeRow) -> None:
        self.open_requested.emit(SetsPlace())
        self.message_posted.emit(f"Undid the import of {change.name}.", "", None)

    def _on_not_undone(self, error: FootnoteError) -> None:
        self.message_posted.emit(errors.sentence(error), "", None)

    def _on_save(self) -> None:
        name = f"{Path(self._paths[0]).stem}-problems.txt"
        ask_where(self, _SAVE, name, self._on_place)

    def _on_place(self, path: Path) -> None:
        text = values.problem_list(self._read.previews)
        self.desk.backend.call(self, self._on_saved, save_text, path, text, failed=self._on_not_undone)

    def _on_saved(self, path: Path) -> None:
        self.message_posted.emit(f"The problems are in {path.name}.", "", None)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.primary.setEnabled(not busy)

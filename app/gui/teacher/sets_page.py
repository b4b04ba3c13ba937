"""Question sets: what the library holds, loading a file, undoing a change, the door."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.gui.shared.attempt_lines import today
from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import ImportPlace, Place, SetsPlace, StartPlace
from app.gui.teacher.change_list import ChangeList
from app.gui.teacher.door_card import DoorCard
from app.gui.teacher.file_dialogs import ask_for_folder, ask_for_sets, open_folder
from app.gui.teacher.saved_files import save_all_sets
from app.gui.teacher.set_list import SetList
from app.gui.theme import tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import ActionBar, PageColumn, PageHeading, SectionHeading
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.two_columns import TwoColumns
from app.services import importing, set_rows, teaching
from app.services.views import ChangeRow, Door, SetRow
from app.words import errors
from app.words.counts import counted

_TITLE = "Question sets"
_MORE = "To load another, choose its file or drop it on this window."
_NONE = ("No question sets yet", "Load a file with a question set, or drop one on this window.")


class SetsPage(Page):
    """The teacher's first page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
        self._rows: tuple[SetRow, ...] | None = None
        self._patience = Patience(self, self._show_loading)
        self._make_parts()
        self._lay_out()
        self.set_header(Header(tab="sets"))

    def show_place(self, place: Place) -> None:
        assert isinstance(place, SetsPlace)
        if self._rows is None:
            self._patience.begin()
        self._ask()

    def leave(self) -> None:
        self.door.put_away()

    def give_focus(self) -> None:
        if isinstance(self.state, ErrorState) and not self.state.isHidden():
            first: QWidget | None = self.state.findChild(Button)
        else:
            first = self.load
        (first or self.load).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Laying out ---

    def _make_parts(self) -> None:
        self.heading = PageHeading(_TITLE)
        self.sets, self.changes, self.door = SetList(), ChangeList(), DoorCard()
        self.changes.undo_requested.connect(self._on_undo)
        self.door.passphrase_given.connect(self._on_passphrase)
        self.door.removal_requested.connect(self._on_removal)
        self.state: QWidget = QWidget(self)
        self.load = Button("Load question sets", "primary")
        self.save = Button("Save all sets as YAML", "quiet")
        self.out = Button("Leave the teacher\u2019s side", "quiet")
        self.load.clicked.connect(lambda _on=False: ask_for_sets(self, self._on_files))
        self.save.clicked.connect(lambda _on=False: ask_for_folder(self, self.save.label, self._on_folder))
        self.out.clicked.connect(lambda _on=False: self.open_requested.emit(StartPlace()))

    def _lay_out(self) -> None:
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(tokens.SPACE[1])
        beside.addWidget(SectionHeading("Loaded here"))
        beside.addWidget(self.changes)
        beside.addSpacing(tokens.SPACE[4])
        beside.addWidget(self.door)
        beside.addStretch(1)
        main = QWidget()
        rows = QVBoxLayout(main)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(tokens.SPACE[1])
        rows.addWidget(SectionHeading("All sets"))
        rows.addWidget(self.sets, 1)
        self.both = TwoColumns(main, side, narrow=840, gap=48, shares=(2, 1))
        self.column = PageColumn(spacing=0)
        self.column.add(self.heading)
        self.column.space(20)
        self.column.add(self.both)
        self.column.add(self.state)
        self.bar = ActionBar()
        self.bar.add(self.load)
        self.bar.add_right(self.save)
        self.bar.add_right(self.out)
        self.bar.spill_into(self.column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.column, 1)
        layout.addWidget(self.bar)
        self.both.hide()
        self.state.hide()

    def _show_state(self, state: QWidget | None) -> None:
        """Put a state in place of everything, or take it away."""
        new = state or QWidget(self)
        self.column.body.replaceWidget(self.state, new)
        self.state.hide()
        self.state.deleteLater()
        self.state = new
        self.state.setVisible(state is not None)

    # --- Asking and showing ---

    def _ask(self) -> None:
        gate = self.desk.backend
        gate.call(self, self._on_sets, set_rows.list_sets, failed=self._show_error)
        gate.call(self, self.changes.set_changes, importing.list_changes, failed=self._show_error)
        gate.call(self, self.door.set_door, teaching.door, failed=self._show_error)

    def _on_sets(self, rows: tuple[SetRow, ...]) -> None:
        self._patience.end()
        self._rows = rows
        words = f"{counted(len(rows), 'set')}. {_MORE}" if rows else ""
        self.heading.set_heading(_TITLE, words)
        self.sets.set_rows(rows)
        self.both.show()
        self._show_state(None if rows else EmptyState(*_NONE))

    def _show_loading(self) -> None:
        self._show_state(LoadingState("Reading the question sets"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        self._rows = None
        self.both.hide()
        words = errors.sentence(error)
        state = ErrorState("The question sets cannot be shown", words, [("again", "Try again")])
        state.chosen.connect(lambda _value: self.show_place(SetsPlace()))
        self._show_state(state)
        self.give_focus()

    # --- What people do ---

    def _on_files(self, paths: tuple[str, ...]) -> None:
        self.open_requested.emit(ImportPlace(paths))

    def _on_undo(self, change: ChangeRow) -> None:
        self.changes.set_busy(True)
        self.desk.backend.call(
            self, self._on_undone, importing.undo_change, change.id, failed=self._on_not_undone
        )

    def _on_undone(self, change: ChangeRow) -> None:
        self.message_posted.emit(f"Undid the import of {change.name}.", "", None)
        self._ask()
        self.give_focus()  # the button that was pressed has gone

    def _on_not_undone(self, error: FootnoteError) -> None:
        self.changes.set_busy(False)
        self.message_posted.emit(errors.sentence(error), "", None)

    def _on_folder(self, folder: Path) -> None:
        self.save.setEnabled(False)
        self.desk.backend.call(
            self, self._on_saved, save_all_sets, folder, today(), failed=self._on_not_saved
        )

    def _on_saved(self, folder: Path) -> None:
        self.save.setEnabled(True)
        words = f"All sets are in the folder {folder.name}."
        self.message_posted.emit(words, "Open the folder", lambda: open_folder(folder))

    def _on_not_saved(self, error: FootnoteError) -> None:
        self.save.setEnabled(True)
        self.message_posted.emit(errors.sentence(error), "", None)

    def _on_passphrase(self, text: str) -> None:
        self.desk.backend.call(self, self._on_locked, teaching.set_passphrase, text, failed=self._on_refused)

    def _on_locked(self, door: Door) -> None:
        self._show_door(door, "The passphrase is set.")

    def _on_removal(self) -> None:
        self.desk.backend.call(self, self._on_unlocked, teaching.remove_passphrase)

    def _on_unlocked(self, door: Door) -> None:
        self._show_door(door, "The passphrase is removed.")

    def _show_door(self, door: Door, words: str) -> None:
        self.door.set_door(door)
        self.message_posted.emit(words, "", None)
        self.give_focus()

    def _on_refused(self, error: FootnoteError) -> None:
        if self.door.form is not None:
            self.door.form.refuse(errors.sentence(error))

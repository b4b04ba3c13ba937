"""The teacher's door: a passphrase is offered once; without one anyone here can open it."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import FootnoteError
from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import DoorPlace, ImportPlace, Place, SetsPlace
from app.gui.teacher.passphrase_form import NOT_LOCKED, PassphraseForm
from app.gui.theme import tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.page import ActionBar, PageColumn, PageHeading
from app.gui.widgets.states import ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.services import teaching
from app.services.views import Door
from app.words import errors

State = Literal["", "offer", "open", "locked", "inside"]

TRIES, PAUSE_MS = 5, 5000
_TITLE = "Teacher\u2019s door"
_BEHIND = "Behind it: the question sets, and all students\u2019 attempts."
_OFFER = "If students use this computer too, a passphrase keeps them from what is behind it."
_PRIMARY: dict[State, str] = {
    "offer": "Set it and go in",
    "open": "Go in",
    "locked": "Open",
    "inside": "Go in",
}
_QUIET: dict[State, str] = {"offer": "Go in without one", "open": "Set a passphrase"}


class DoorPage(Page):
    """Asks the library what kind of door it is, lets a teacher in, and goes on to the sets or to the file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
        self._state: State = ""
        self._door: Door | None = None
        self._paths: tuple[str, ...] = ()
        self._wrong = 0
        self._busy = False
        self.form: PassphraseForm | None = None
        self._patience = Patience(self, self._show_loading)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_paused)
        self._lay_out()
        self.set_header(Header())

    def show_place(self, place: Place) -> None:
        assert isinstance(place, DoorPlace)
        self._paths = place.paths
        self._show_state("")
        self._patience.begin()
        self.desk.backend.call(self, self._on_door, teaching.door, failed=self._show_error)

    def leave(self) -> None:
        if self.form is not None:
            self.form.clear()  # a passphrase stays no longer than it is needed

    def give_focus(self) -> None:
        if self.form is not None:
            self.form.give_focus()
            return
        first = self.primary if self.bar.isVisibleTo(self) else self.column.findChild(Button)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and self._state:
            self._on_primary()
        else:
            super().keyPressEvent(event)

    # --- Painting ---

    def _lay_out(self) -> None:
        self.column = PageColumn(widest=640, spacing=0)
        self.primary = Button("", "primary", "Enter")
        self.primary.clicked.connect(lambda _on=False: self._on_primary())
        self.other = Button("", "quiet")
        self.other.clicked.connect(lambda _on=False: self._on_other())
        back = Button("Back", "quiet")
        back.clicked.connect(lambda _on=False: self.back_requested.emit())
        self.bar = ActionBar()
        self.bar.add(self.primary)
        self.bar.add(self.other)
        self.bar.add_right(back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.column, 1)
        layout.addWidget(self.bar)

    def _show_state(self, state: State) -> None:
        self._state = state
        self._fill()

    def _fill(self) -> None:
        self.column.clear()
        self.form = None
        self.bar.setVisible(bool(self._state))
        if not self._state:
            return
        self.column.add(PageHeading(_TITLE, _BEHIND))
        self.column.space(tokens.SPACE[4])
        if self._state in ("open", "inside") and self._door is not None and not self._door.locked:
            self.column.add(TextBlock(NOT_LOCKED))
        if self._state == "offer":
            self.column.add(TextBlock(_OFFER))
            self.column.space(tokens.SPACE[1])
        if self._state in ("offer", "locked"):
            self.form = PassphraseForm(setting=self._state == "offer")
            self.column.add(self.form)
        if self._paths:
            self.column.space(tokens.SPACE[3])
            self.column.add(TextBlock(_waiting_words(self._paths), "interface", "ink2"))
        self.primary.set_text(_PRIMARY[self._state])
        self.other.set_text(_QUIET.get(self._state, ""))
        self.other.setVisible(self._state in _QUIET)

    def _show_loading(self) -> None:
        self.column.add(LoadingState("Opening the teacher\u2019s door"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        self._set_busy(False)
        self._show_state("")
        words = errors.sentence(error)
        state = ErrorState("The teacher\u2019s door cannot be opened", words, [("again", "Try again")])
        state.chosen.connect(lambda _value: self.show_place(DoorPlace(self._paths)))
        self.column.add(state)
        self.give_focus()

    # --- What people do ---

    def _on_door(self, door: Door) -> None:
        self._patience.end()
        self._door = door
        if self.desk.is_teacher:
            self._show_state("inside")
        elif door.locked:
            self._show_state("locked")
        else:
            self._show_state("open" if door.offered else "offer")
        self._show_pause()
        self.give_focus()

    def _on_primary(self) -> None:
        if self._busy or self._pause.isActive():
            return
        if self.form is None:
            self._go_in()
        elif self.form.needs_second() and self.form.again is not None:
            self.form.again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.form.find_problem():
            self._set_busy(True)
            service = teaching.set_passphrase if self._state == "offer" else teaching.check_passphrase
            self.desk.backend.call(
                self, lambda _done: self._go_in(), service, self.form.text(), failed=self._on_refused
            )

    def _on_other(self) -> None:
        if self._busy:
            return
        if self._state == "open":
            self._show_state("offer")
            self.give_focus()
            return
        self._set_busy(True)
        self.desk.backend.call(
            self, lambda _done: self._go_in(), teaching.decline_passphrase, failed=self._show_error
        )

    def _go_in(self) -> None:
        self._set_busy(False)
        self._wrong = 0
        if not self.desk.is_teacher:
            self.desk.sit_down(None, teacher=True)
        self.open_requested.emit(ImportPlace(self._paths) if self._paths else SetsPlace())

    def _on_refused(self, error: FootnoteError) -> None:
        self._set_busy(False)
        if error.code not in ("passphrase_wrong", "passphrase_too_short") or self.form is None:
            self._show_error(error)
            return
        self._wrong += error.code == "passphrase_wrong"
        self.form.refuse(errors.sentence(error))
        if self._wrong >= TRIES:
            self._wrong = 0
            self._pause.start(PAUSE_MS)
            self._show_pause()
            seconds = f"{PAUSE_MS // 1000} seconds"
            self.form.problem.say(
                f"{errors.sentence(error)} After {TRIES} tries there is a pause of {seconds}."
            )

    def _on_paused(self) -> None:
        self._show_pause()
        if self.form is not None:
            self.form.problem.say("")

    def _show_pause(self) -> None:
        """Take nothing while a pause lasts or an answer is waited for; the focus stays where it is."""
        paused = self._pause.isActive()
        self.primary.setEnabled(not self._busy and not paused)
        if self.form is not None:
            self.form.set_waiting(paused)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_pause()


def _waiting_words(paths: tuple[str, ...]) -> str:
    """Say what waits behind the door."""
    name = Path(paths[0]).name if len(paths) == 1 else f"{len(paths)} files"
    return f"Then you see what is in {name}, before anything of it is written."

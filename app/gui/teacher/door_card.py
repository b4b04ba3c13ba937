"""Whether the teacher's door is locked, and setting, changing or removing its passphrase, within the page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.teacher.passphrase_form import NOT_LOCKED, PassphraseForm
from app.gui.theme import tokens
from app.gui.widgets.buttons import Button
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.marks import Rule
from app.gui.widgets.page import SectionHeading
from app.gui.widgets.text import TextBlock
from app.services.views import Door

_LOCKED = "Locked with a passphrase."


class DoorCard(QWidget):
    """Says how the door is; `passphrase_given(text)` and `removal_requested` ask the page to change that."""

    passphrase_given = Signal(str)
    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door: Door | None = None
        self.form: PassphraseForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.SPACE[1])
        self.state = TextBlock("")
        self._column.addWidget(SectionHeading("Teacher\u2019s door"))
        self._column.addWidget(Rule("line"))
        self._column.addWidget(self.state)
        self._place = QWidget(self)
        self._column.addWidget(self._place)

    def set_door(self, door: Door) -> None:
        """Show how the door is now."""
        self._door = door
        self.state.set_text(_LOCKED if door.locked else NOT_LOCKED)
        self._show(self._links(door))

    def show_form(self) -> None:
        """Unfold the two fields."""
        self._show(self._make_form())
        if self.form is not None:
            self.form.give_focus()

    def put_away(self) -> None:
        """Fold the fields and forget what was typed."""
        if self._door is not None and self.form is not None:
            self.set_door(self._door)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if self.form is not None and enter:
            self._on_given()
        elif self.form is not None and event.key() == Qt.Key.Key_Escape:
            self._on_kept()
        else:
            super().keyPressEvent(event)

    def _show(self, part: QWidget) -> None:
        self._column.replaceWidget(self._place, part)
        self._place.hide()
        self._place.deleteLater()
        self._place = part
        part.show()

    def _links(self, door: Door) -> QWidget:
        self.form = None
        line = QWidget(self)
        row = FlowRow(line, gap=24, line_gap=0)
        change = Button("Change the passphrase" if door.locked else "Set a passphrase", "link")
        change.clicked.connect(lambda _on=False: self.show_form())
        row.addWidget(change)
        if door.locked:
            remove = Button("Remove it", "link")
            remove.setAccessibleName("Remove the passphrase")
            remove.clicked.connect(lambda _on=False: self.removal_requested.emit())
            row.addWidget(remove)
        return line

    def _make_form(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE[2])
        self.form = PassphraseForm(setting=True)
        column.addWidget(self.form)
        line = QWidget()
        row = FlowRow(line, gap=16)
        given, kept = Button("Set the passphrase", "second"), Button("Leave it as it is", "quiet")
        given.clicked.connect(lambda _on=False: self._on_given())
        kept.clicked.connect(lambda _on=False: self._on_kept())
        row.addWidget(given)
        row.addWidget(kept)
        column.addWidget(line)
        return holder

    def _on_given(self) -> None:
        if self.form is None:
            return
        if self.form.needs_second() and self.form.again is not None:
            self.form.again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.form.find_problem():
            self.passphrase_given.emit(self.form.text())

    def _on_kept(self) -> None:
        self.put_away()
        first = self._place.findChild(Button)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

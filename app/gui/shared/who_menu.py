"""Who is here, at the right of the top bar, and what belongs to a person: changing, the door, settings, help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.gui.shared.desk import Desk
from app.gui.shared.places import DoorPlace, HelpPlace, Place, SettingsPlace, StartPlace
from app.gui.widgets.buttons import Button
from app.gui.widgets.marks import Avatar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

_LONGEST_NAME = 24


class WhoMenu(QWidget):
    """The person's name as a button that opens a menu."""

    open_requested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.button = Button("Menu", "quiet", mark="chevron-down")
        self._avatar = Avatar("")
        row.addWidget(self.button)
        row.addWidget(self._avatar)
        self.menu: QMenu | None = None
        self.button.clicked.connect(self._on_clicked)
        desk.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        learner = self._desk.learner
        name = learner.name if learner is not None else ""
        if self._desk.is_teacher:
            name = "Teacher"
        shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "\u2026"
        self.button.set_text(shown or "Menu")
        self.button.setAccessibleName(f"{name}: menu" if name else "Menu")
        self._avatar.set_name(name)
        self._avatar.setVisible(bool(name))

    def _fill_menu(self, menu: "QMenu") -> None:
        self._add(menu, "Settings", SettingsPlace())
        self._add(menu, "Help", HelpPlace())
        menu.addSeparator()
        if self._desk.is_teacher:
            self._add(menu, "Leave the teacher\u2019s side", StartPlace())
        else:
            self._add(menu, "Change student", StartPlace())
            self._add(menu, "Teacher\u2019s door", DoorPlace())

    def _add(self, menu: "QMenu", words: str, place: Place) -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda _on=False: self.open_requested.emit(place))

    def _on_clicked(self) -> None:
        from PySide6.QtWidgets import QMenu  # made when it is opened

        menu = self.menu = self.menu or QMenu(self)
        menu.clear()
        self._fill_menu(menu)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

"""The contract between a page and the window that shows it."""

from typing import Literal, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.glance import Glance
from app.gui.shared.desk import Desk
from app.gui.shared.places import Place

Tab = Literal["", "today", "reader", "history", "sets", "coverage", "scores"]


class Header(NamedTuple):
    """What the top bar shows for a page.

    With `title` the bar names a quiz (title, detail such as "practice") instead of the tabs, and has `right` (the
    page's own widgets: counts, the saved mark, the way out) and a line of progress from 0 to 1.
    """

    tab: Tab = ""
    title: str = ""
    detail: str = ""
    right: tuple[QWidget, ...] = ()
    progress: float | None = None


class Page(QWidget):
    """A page: asks for places, says short things, and can be opened again with another place of its kind.

    The window calls `show_place` each time the page comes to the front, and `leave` before it goes away or the program
    ends: there a page saves what is on it. `give_focus` puts the keyboard where work begins.
    """

    open_requested = Signal(object)
    """A Place that the person wants to go to."""
    back_requested = Signal()
    """Back to where the person came from."""
    message_posted = Signal(str, str, object)
    """A sentence, the label of one action ("" for none), and what the action calls."""
    header_changed = Signal(object)
    """The Header is another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._header = Header()

    def header(self) -> Header:
        """Return what the top bar shows now."""
        return self._header

    def set_header(self, header: Header) -> None:
        """Show something else in the top bar."""
        self._header = header
        self.header_changed.emit(header)

    def show_place(self, place: Place) -> None:
        """Fill the page for a place."""
        raise NotImplementedError

    def show_glance(self, glance: Glance) -> None:
        """Fill the page with the little that is known before any service can be called (first pages only)."""

    def leave(self) -> None:
        """Save what is on the page before it goes away."""

    def give_focus(self) -> None:
        """Put the keyboard focus where work begins."""
        self.setFocus()

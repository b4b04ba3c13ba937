"""What the tests of all inputs share: an input in a window, what it tells, what is spoken, and whether it fits."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from app.gui.shared.focus_order import stops_in
from app.gui.theme import Look, theme
from app.gui.widgets.kinds import make_input
from app.gui.widgets.kinds.response_input import ResponseInput
from app.services.views import Step
from tests.gui.layout_checks import beyond_parent, look_at

LOOKS = [
    (300, 1.0, "light"),
    (300, 3.0, "light"),
    (420, 2.0, "dark"),
    (536, 0.75, "contrast"),
    (536, 1.0, "dark"),
    (900, 1.5, "light"),
]
"""Width, text size and scheme that every input is looked at in."""


class Told:
    """Counts what an input told since the last look."""

    def __init__(self, shown: ResponseInput) -> None:
        self.names: list[str] = []
        for name in ("changed", "text_left", "submitted"):
            getattr(shown, name).connect(lambda n=name: self.names.append(n))

    def now(self) -> list[str]:
        """Return what was told, and forget it."""
        names, self.names = self.names, []
        return names


class Stage(QWidget):
    """A window with one input in a scroll area; it notes the keys that the input did not want."""

    def __init__(self, step: Step, width: int = 536) -> None:
        super().__init__()
        self.unwanted: list[int] = []
        self.input: Any = make_input(step.shown.kind)
        self.told = Told(self.input)
        self.input.show_question(step)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.input)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.resize(width, 600)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.unwanted.append(event.key())

    def show_question(self, step: Step) -> None:
        """Show another question in the same input."""
        self.input.show_question(step)
        settle()


def stage(qtbot: Any, step: Step, width: int = 536) -> Stage:
    """Return an active window with the step's input."""
    window = Stage(step, width)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle()
    return window


def settle() -> None:
    """Let everything be laid out."""
    for _ in range(4):
        QApplication.processEvents()


def key(event_key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is."""
    pressed = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        pressed |= one
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, event_key, pressed)


def type_words(words: str) -> None:
    """Type into what has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, words)


def spoken_name(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def spoken_description(widget: QWidget) -> str:
    """Return what a screen reader adds to the name."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return what Tab leads to, in order, from the first on."""
    found: list[QWidget] = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or here in found:
            break
        found.append(here)
    return found


def page_stops(window: Stage) -> list[QWidget]:
    """Return where Tab stops in the order in which the quiz page leads it through an input."""
    found = stops_in(window.input)
    return [one for one in found if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()]


def faults(window: Stage) -> list[str]:
    """Return what does not fit, lies over something else, or is too faint."""
    return [*look_at(window.input), *beyond_parent(window)]


def in_look(scheme: str, scale: float, make: Callable[[], Stage]) -> Stage:
    """Return a stage in a look that was set before it was made."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme().apply(app, Look(scheme=scheme, text_scale=scale))  # type: ignore[arg-type]
    return make()

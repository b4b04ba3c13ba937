"""The keys of the quiz page: what each does, and where single letters must not act."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit, QWidget

from app.config import Letters

Act = Literal["go", "mark", "source", "explanation", "back", "forward", "keys", "close"]

_ALWAYS: dict[int, Act] = {
    Qt.Key.Key_Return: "go",
    Qt.Key.Key_Enter: "go",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_PageDown: "forward",
    Qt.Key.Key_Escape: "close",
}
_USUAL = Letters()
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)

KEYS: tuple[tuple[str, str], ...] = (
    ("1\u20139", "choose an answer"),
    ("A\u2013E", "choose, where there are at most five"),
    ("0\u20139", "choose the sentence of a passage whose number ends so"),
    ("Space", "choose what has the focus"),
    ("\u2191 \u2193", "move between answers"),
    ("Enter", "check the answer, then go on"),
    ("M", "mark for later"),
    ("S", "open the source"),
    ("R", "return to the explanation"),
    ("Page Up", "the question before"),
    ("Page Down", "the question after"),
    ("?", "this list"),
    ("Esc", "close what lies on top"),
)
KEYS_OF_KIND: dict[str, tuple[tuple[str, str], ...]] = {
    "ordering": (
        ("\u2191 \u2193", "from line to line; a line that is picked up moves"),
        ("Space", "pick a line up, put it down"),
        ("Ctrl \u2191 \u2193", "move a line without picking it up"),
        ("Esc", "put a line that is picked up back where it was"),
    ),
    "matching": (
        ("\u2191 \u2193", "from line to line"),
        ("A\u2013E", "choose the match with this letter; 1\u20139 do the same"),
        ("Space", "open the list of matches"),
        ("Delete", "take the match away"),
    ),
    "status_sort": (
        ("\u2191 \u2193", "from line to line"),
        ("A\u2013E", "choose the answer with this letter; 1\u20139 do the same"),
        ("Space", "open the list of answers"),
        ("Delete", "take the answer away"),
    ),
    "cloze": (
        ("Tab", "to the next gap"),
        ("\u2191 \u2193", "from gap to gap"),
        ("A\u2013E", "in a gap with choices: choose"),
        ("Space", "in a gap with choices: open the list"),
        ("Delete", "in a gap with choices: empty it"),
    ),
}
"""What keys do at questions of some kinds, in place of what they do elsewhere."""
_CHOOSING = ("1\u20139", "A\u2013E", "0\u20139")
_LETTERS = {_USUAL.mark: "mark", _USUAL.source: "source", _USUAL.back: "back"}
"""The keys of the list whose letter can be changed, each with its name in `Letters`."""
_WITHOUT_SINGLE = ("Space", "\u2191 \u2193", "Enter", "Page Up", "Page Down", "Esc")


def read_key(event: QKeyEvent, *, single_keys: bool, typing: bool, letters: Letters = _USUAL) -> Act | None:
    """Return what a key asks the page to do; single keys do nothing while somebody types or where they are off."""
    if event.modifiers() & ~_HARMLESS:
        return None
    if (act := _ALWAYS.get(event.key())) is not None:
        return act
    if typing or not single_keys:
        return None
    acts: dict[str, Act] = {
        letters.mark: "mark",
        letters.source: "source",
        letters.back: "explanation",
        "?": "keys",
    }
    return acts.get(event.text().upper())


def may_choose(event: QKeyEvent, *, single_keys: bool, typing: bool) -> bool:
    """Tell whether a key may go to the answer: arrows always, figures and letters as other single keys."""
    if event.key() in _ARROWS:
        return not typing
    return single_keys and not typing


def is_typing(widget: QWidget | None) -> bool:
    """Tell whether the focus is where letters are text."""
    match widget:
        case QLineEdit() | QPlainTextEdit() | QTextEdit() | QSpinBox():
            return widget.isEnabled() and not widget.isReadOnly()
        case QComboBox():
            return True
        case _:
            return False


def keys_shown(
    *, single_keys: bool, kind: str = "", letters: Letters = _USUAL
) -> tuple[tuple[str, str], ...]:
    """Return the keys that work, each with what it does: first those of a kind of question, where it has its own."""
    named = tuple((getattr(letters, _LETTERS[key]) if key in _LETTERS else key, does) for key, does in KEYS)
    works = named if single_keys else tuple(pair for pair in KEYS if pair[0] in _WITHOUT_SINGLE)
    own = KEYS_OF_KIND.get(kind, ())
    hidden = {*(key for key, _ in own), *_CHOOSING} if own else set()
    return (*own, *(pair for pair in works if pair[0] not in hidden))

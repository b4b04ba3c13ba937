"""The keys of the reader."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.config import Letters

Move = Literal["down", "up", "page_down", "page_up", "top", "end"]
ReaderAct = Literal["next", "before", "find", "next_hit", "hit_before", "note", "back"] | Move

_ALWAYS: dict[int, ReaderAct] = {
    Qt.Key.Key_Return: "note",
    Qt.Key.Key_Enter: "note",
    Qt.Key.Key_Escape: "back",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_Home: "top",
    Qt.Key.Key_End: "end",
}
_USUAL = Letters()
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def read_key(
    event: QKeyEvent, *, single_keys: bool, typing: bool, letters: Letters = _USUAL
) -> ReaderAct | None:
    """Return what a key asks the reader to do; single keys do nothing while somebody types or where they are off."""
    if event.matches(QKeySequence.StandardKey.Find):
        return "find"
    if event.matches(QKeySequence.StandardKey.FindNext):
        return "next_hit"
    if event.matches(QKeySequence.StandardKey.FindPrevious):
        return "hit_before"
    if event.modifiers() & ~_HARMLESS:
        return None
    if typing:
        return None
    if (act := _ALWAYS.get(event.key())) is not None:
        return act
    return _single(event.text(), letters) if single_keys else None


def _single(text: str, letters: Letters) -> ReaderAct | None:
    acts: dict[str, ReaderAct] = {
        letters.next: "next",
        letters.before: "before",
        letters.found: "next_hit" if text == letters.found.lower() else "hit_before",
        letters.back: "back",
        "/": "find",
    }
    return acts.get(text.upper())

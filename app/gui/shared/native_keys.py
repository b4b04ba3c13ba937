"""Keys that every system has its own for."""

from PySide6.QtGui import QKeySequence

HELP = QKeySequence.StandardKey.HelpContents


def native_key(key: QKeySequence.StandardKey) -> str:
    """Return a key as this system writes it: "F1"; "" where it has none."""
    found = QKeySequence.keyBindings(key)
    return found[0].toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ") if found else ""

"""What lists of which one is taken have in common: one stop of Tab, arrows that only move, figures and letters."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from app.gui.widgets.kinds.laid import plain_modifiers

LETTERS = "ABCDE"
STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def tick_one(rows: Sequence[QAbstractButton], chosen: QAbstractButton | None) -> None:
    """Tick one of the rows, or none, without saying so; Tab then stops there, else at the first."""
    for row in rows:
        row.blockSignals(True)
        row.setAutoExclusive(False)  # else the last one could not be put back
        row.setChecked(row is chosen)
        row.setAutoExclusive(True)
        row.blockSignals(False)
        row.update()
    stop = chosen or next(iter(rows), None)
    for row in rows:
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)


def step_focus(rows: Sequence[Any], by: int) -> None:
    """Move the focus to the row before or after the one that has it, round the end; nothing is chosen."""
    if not rows:
        return
    here = next((index for index, row in enumerate(rows) if row.hasFocus()), -1 if by > 0 else len(rows))
    rows[(here + by) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)


def take_by_key(row: QAbstractButton) -> None:
    """Choose a row whose key was pressed, and go there."""
    row.setFocus(Qt.FocusReason.ShortcutFocusReason)
    row.click()


def pressed_letter(event: QKeyEvent, count: int) -> int | None:
    """Return the index of the choice whose letter was pressed."""
    text = event.text().upper()
    return LETTERS.index(text) if len(text) == 1 and text in LETTERS[:count] else None


def pressed_figure(event: QKeyEvent) -> int | None:
    """Return the figure that was pressed."""
    text = event.text()
    return int(text) if len(text) == 1 and text.isascii() and text.isdigit() else None


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key was pressed alone, or with Shift."""
    return not plain_modifiers(event.modifiers()) & ~Qt.KeyboardModifier.ShiftModifier

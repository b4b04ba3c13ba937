"""A text where the keyboard lands: a heading or a score that is read aloud when one comes to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from app.gui.theme.focus import NO_RING
from app.gui.widgets.text import TextBlock


def make_landing(text: str, role: str) -> TextBlock:
    """Make a text that takes the focus, with a ring around its words alone."""
    block = TextBlock(text, role)
    block.setProperty(NO_RING, False)
    block.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    block.setSizePolicy(policy)
    return block

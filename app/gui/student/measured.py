"""Keeping a text to a readable measure."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.gui.theme import theme

MEASURE = 640


def measured(widget: QWidget, widest: int = MEASURE) -> QWidget:
    """Put a text at the leading edge of a row, no wider than so many pixels at 100 % text."""
    widget.setMaximumWidth(theme().size(widest))
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return holder

"""What a screen reader is told when nothing moves the focus, and that something is called differently now."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence, where one is running."""
    from PySide6.QtGui import (
        QAccessible,
        QAccessibleAnnouncementEvent,
    )  # their names are many: not before the first paint

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def tell_new_name(widget: QWidget) -> None:
    """Let a screen reader forget what it knew a widget by: some keep the name until they are told."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # as above

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))

"""The order in which Tab walks through a page whose parts come and go."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


class FocusOrder:
    """Lets Tab walk through parts one after the other, and through each in the order of its layout."""

    def __init__(self) -> None:
        self._stops: list[QWidget] = []

    def set_order(self, parts: list[QWidget | list[QWidget]]) -> None:
        """Walk through these parts from now on; a list is a part that knows its own stops."""
        stops = [stop for part in parts for stop in (part if isinstance(part, list) else stops_in(part))]
        if stops == self._stops:
            return
        self._stops = stops
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets inside a widget that can have the focus, as they are laid out.

    Those that Tab passes over now are among them: which choice it stops at changes with what is chosen.
    """
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _stops_of(inner)
        elif (widget := item.widget()) is not None:
            yield from stops_in(widget)

"""Changing several widgets and laying them out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def held(*layouts: QLayout | None) -> Iterator[None]:
    """Let layouts wait until several widgets were changed, then lay each out once, in the order given.

    Qt would lay them all out for each widget that is shown. An inner layout stands before the one around it, which is
    otherwise laid out twice: with the old size of the inner one and with the new one.
    """
    waiting = [layout for layout in layouts if layout is not None and layout.isEnabled()]
    for layout in waiting:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in waiting:
            layout.setEnabled(True)
            _fit(layout)


def _fit(layout: QLayout) -> None:
    """Lay out what is in a widget at the height that it takes now: it will get it, and is not laid out twice."""
    owner = layout.parentWidget()
    if owner is None:
        return
    height = owner.heightForWidth(owner.width())
    if height > 0 and height != owner.height():
        owner.resize(owner.width(), height)
    layout.activate()

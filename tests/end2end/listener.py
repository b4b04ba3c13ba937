"""Hears over AT-SPI what a screen reader would say; runs in the system's own Python, which has pyatspi.

usage: /usr/bin/python3 listener.py

One line of JSON for each thing heard: what came into focus (its name, role and description) and what was announced.
The first line says that it listens. It ends when its standard input does.
"""

import json
import sys
from typing import Any

import pyatspi
from gi.repository import GLib


def tell(how: str, words: str, role: str = "", more: str = "") -> None:
    sys.stdout.write(json.dumps({"how": how, "words": words, "role": role, "more": more}) + "\n")
    sys.stdout.flush()


def on_focus(event: Any) -> None:
    if event.detail1:
        try:
            tell("focus", event.source.name, event.source.getRoleName(), event.source.description)
        except GLib.Error:
            return  # it went out of sight before it could be asked, and nobody would have heard it


def on_announcement(event: Any) -> None:
    tell("announcement", str(event.any_data))


def on_change(_event: Any) -> None:
    """A changed name is sent only to whoever listens for it; what is known of the widget is up to date after it."""


def on_ended(_source: Any, _condition: Any) -> bool:
    pyatspi.Registry.stop()
    return False


pyatspi.Registry.registerEventListener(on_change, "object:property-change:accessible-name")
pyatspi.Registry.registerEventListener(on_change, "object:property-change:accessible-description")
pyatspi.Registry.registerEventListener(on_focus, "object:state-changed:focused")
pyatspi.Registry.registerEventListener(on_announcement, "object:announcement")
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_ended)
tell("start", "listening")
pyatspi.Registry.start()

"""Assemble the program: settings, the gate to the services, the main window. The one place that knows everything."""

import argparse
import logging
import os
import socket
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.gui.backend import Performer
    from app.services.opening import OpenLibrary

NO_DISPLAY = (
    "Footnote needs a screen, and there is no display here. "
    "To see what it looks like without one, run: make screenshots (the pictures are written to docs/images)."
)
_HEADLESS_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def run_window(arguments: "Sequence[str]") -> int:
    """Open the window and run until it is closed; return the exit code."""
    options = _parse(arguments)
    if not has_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2

    from app import config  # nothing is loaded before the words above can be said
    from app.gui.application import Application
    from app.storage.glance import read_glance

    if options.smoke == "quiz" and options.database is None:
        with TemporaryDirectory(prefix="footnote-smoke-") as folder:  # nobody's history is touched
            return run_window([*arguments, "--database", str(Path(folder) / "library.sqlite")])
    try:
        paths = config.find_paths(options.database)
    except config.PathProblem as problem:
        from app.words import errors

        sys.stderr.write(errors.sentence_for(problem.code, problem.values) + "\n")
        return 2
    _write_log(paths.log)
    door = _Opener(paths.library)
    glance = read_glance(paths.library)
    application = Application(paths, glance=glance, opener=door.open, closer=door.close, smoke=options.smoke)
    return application.run()


def has_display() -> bool:
    """Tell whether Qt can open a window: without one it would abort with a core dump."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(_HEADLESS_PLATFORMS):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    return bool(display) and _x_answers(display)


def _x_answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host and host != "unix" and not host.startswith("/"):
        return _connects(socket.AF_INET, (host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  the X server's own fixed place
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, "\0" + path)


def _connects(family: int, address: Any) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


def _parse(arguments: "Sequence[str]") -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="footnote", add_help=False, allow_abbrev=False)
    parser.add_argument("--database", default=None)
    parser.add_argument("--smoke", nargs="?", const="paint", choices=("paint", "quiz"), default=None)
    return parser.parse_args(list(arguments))


class _Opener:
    """Opens the library on the gate's worker, and closes it at the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._library: OpenLibrary | None = None

    def open(self) -> "Performer":
        """Open the library and bring the shipped sets up to date."""
        from app.services.opening import open_for_window  # loads the database layer: after the first paint

        self._library = open_for_window(self._path)
        return self._library

    def close(self) -> None:
        """Close the library, if it was opened."""
        if self._library is not None:
            self._library.close()


def _write_log(path: Path) -> None:
    """Keep what went wrong in a small file of the person's own; nothing of it is ever sent."""
    from logging.handlers import RotatingFileHandler

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return  # a folder that cannot be written to is said by the window
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)

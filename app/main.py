"""Assemble the program: settings, the gate to the services, the main window. The one place that knows everything."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.gui.application import Smoke
    from app.gui.backend import Performer
    from app.services.opening import OpenLibrary

NO_DISPLAY = (
    "Footnote needs a screen, and there is no display here. "
    "To see what it looks like without one, run: make screenshots (the pictures are written to docs/images)."
)
USAGE = "Usage: footnote [--database FILE], or a command: see footnote --help."
_HEADLESS_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def run_window(arguments: "Sequence[str]") -> int:
    """Open the window and run until it is closed; return the exit code."""
    options = _parse(arguments)
    if options is None:
        sys.stderr.write(USAGE + "\n")
        return 2
    if not has_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2

    gc.disable()  # nothing is thrown away before the first paint; then the window's own collector takes over
    try:
        return _run(options)
    finally:
        gc.enable()


def _run(options: "_Options") -> int:
    _use_plain_import()  # nothing is loaded before the words above can be said
    from app import config
    from app.gui.application import Application
    from app.storage.glance import read_glance

    if options.smoke == "quiz" and options.database is None:
        from tempfile import TemporaryDirectory  # here and below: not a millisecond before the first paint

        with TemporaryDirectory(prefix="footnote-smoke-") as folder:  # nobody's history is touched
            return _run(options._replace(database=str(Path(folder) / "library.sqlite")))
    try:
        paths = config.find_paths(options.database)
    except config.PathProblem as problem:
        from app.words import errors

        sys.stderr.write(errors.sentence_for(problem.code, problem.values) + "\n")
        return 2
    door = _Opener(paths.library)
    glance = read_glance(paths.library)
    application = Application(paths, glance=glance, opener=door.open, closer=door.close, smoke=options.smoke)
    return application.run()


def _use_plain_import() -> None:
    """Load PySide, then put Python's own `import` back in the place of PySide's.

    That one looks through the source of every module that is loaded later, and keeps it, for the sake of
    `from __feature__ import`, which is used nowhere here: a quarter of the time before the first answer, and 20 MiB.
    """
    import builtins

    import shiboken6  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


class _Options(NamedTuple):
    database: str | None = None
    smoke: "Smoke | None" = None


def _parse(arguments: "Sequence[str]") -> _Options | None:
    """Read the window's few options; None where they do not fit."""
    options = _Options()
    words = list(arguments)
    while words:
        name, _, value = words.pop(0).partition("=")
        if name == "--smoke" and value in ("", "quiz"):
            options = options._replace(smoke="quiz" if value else "paint")
        elif name == "--database" and (value or words):
            options = options._replace(database=value or words.pop(0))
        else:
            return None
    return options


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
    import socket

    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host and host != "unix" and not host.startswith("/"):
        return _connects(socket.AF_INET, (host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  the X server's own fixed place
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, "\0" + path)


def _connects(family: int, address: Any) -> bool:
    import socket

    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


class _Opener:
    """Opens the library on the gate's worker, and closes it at the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._library: OpenLibrary | None = None

    def open(self) -> "Performer":
        """Open the library and bring the shipped sets up to date."""
        from app.late import loaded_late  # here and below: after the first paint

        # The database layer names both and uses neither here: 6 MiB and 40 ms.
        with loaded_late("asyncio", "importlib.metadata"):
            from app.services.opening import open_for_window

        self._library = open_for_window(self._path)
        return self._library

    def close(self) -> None:
        """Close the library, if it was opened."""
        if self._library is not None:
            self._library.close()

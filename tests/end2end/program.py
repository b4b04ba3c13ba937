"""A running program in a real window: keys go in as they come from a keyboard, and a witness tells what is seen."""

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.repository import ROOT

PATIENCE = 60.0
"""The longest wait for anything, in seconds: a loaded machine is slow, and nothing here measures time."""
_LOOK_EVERY = 0.02
_PACE = 0.45
"""The program takes a second Enter within 0.4 s for a slip."""

_OF_THE_SCREEN = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "QT_QPA_PLATFORM",
    "QT_ACCESSIBILITY",
    "DBUS_SESSION_BUS_ADDRESS",
)

Seen = dict[str, Any]


class Program:
    """One run of the program under a display, from its start to its end."""

    def __init__(self, environment: Mapping[str, str], log: Path, *arguments: str) -> None:
        self._environment = dict(environment)
        self._log = log
        self._rested = 0.0
        self.last: Seen = {}
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.end2end.witness", *arguments],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )

    # --- Looking ---

    def look(self) -> Seen:
        """Return what is on the screen now."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(b"look\n")
            self._process.stdin.flush()
            self.last = json.loads(self._answer())
        except (BrokenPipeError, json.JSONDecodeError) as error:
            raise AssertionError(f"the program has ended: {self._errors()}") from error
        return self.last

    def wait(self, until: Callable[[Seen], object], what: str) -> Seen:
        """Return what is seen as soon as it is as hoped for."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            seen = self.look()
            if until(seen):
                return seen
            time.sleep(_LOOK_EVERY)
        raise AssertionError(f"waited in vain for {what}; seen: {self.last}; errors: {self._errors()}")

    def wait_for_place(self, name: str) -> Seen:
        """Wait until a page is in front and services can be called."""
        return self.wait(lambda seen: seen["place"] == name and seen["ready"] and seen["active"], name)

    def _answer(self) -> bytes:
        assert self._process.stdout is not None
        with selectors.DefaultSelector() as ready:
            ready.register(self._process.stdout, selectors.EVENT_READ)
            if not ready.select(PATIENCE):
                raise AssertionError(f"the program does not answer: {self._errors()}")
        return self._process.stdout.readline()

    def _errors(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")[-3000:]

    # --- Typing ---

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names in X."""
        self._xdotool("key", "--clearmodifiers", "--delay", "0", *keys)

    def type(self, text: str) -> None:
        """Type a text into whatever has the focus."""
        self._xdotool("type", "--clearmodifiers", "--delay", "0", text)

    def enter(self, until: Callable[[Seen], object], what: str) -> Seen:
        """Press Enter at a person's pace and wait for what it brings."""
        time.sleep(max(0.0, self._rested - time.monotonic()))
        self.press("Return")
        seen = self.wait(until, what)
        self._rested = time.monotonic() + _PACE
        return seen

    def tab_to(self, name: str, *, back: bool = False) -> Seen:
        """Press Tab until the focus is on something whose name begins like this."""
        met: list[str] = []
        for _ in range(80):
            before = self.look()["focus"]
            if before["name"].startswith(name):
                return self.last
            met.append(before["name"])
            self.press("shift+Tab" if back else "Tab")
            self.wait(_leaves(before), f"the focus to leave {before}")
        raise AssertionError(f"Tab does not come to {name!r}; it met {met}")

    def _xdotool(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self._environment, check=True, timeout=PATIENCE)

    # --- Ending ---

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._process.kill()
        self._process.wait(PATIENCE)

    def end(self) -> None:
        """End the program if it still runs."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _leaves(focus: Any) -> Callable[[Seen], object]:
    return lambda seen: seen["focus"] != focus


def quiet_environment(**more: str) -> dict[str, str]:
    """Return the environment of a program that is to see nothing of the screen the tests were started from."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_THE_SCREEN}
    return {**kept, "PYTHONUNBUFFERED": "1", **more}

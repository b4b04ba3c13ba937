"""A screen reader that only listens: its bus, and what it has heard so far."""

import contextlib
import json
import selectors
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.end2end.program import PATIENCE, quiet_environment

SYSTEM_PYTHON = "/usr/bin/python3"
LISTENER = Path(__file__).with_name("listener.py")
PATIENCE_FOR_WORDS = 20.0
"""The window shows already what is to be heard; seconds."""

Heard = dict[str, str]


def missing() -> str:
    """Say what is missing to hear the accessibility bus, "" where nothing is."""
    if shutil.which("dbus-daemon") is None:
        return "dbus-daemon"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "at-spi2-core"
    try:
        asked = subprocess.run(
            [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False, timeout=PATIENCE
        )
    except OSError:
        return SYSTEM_PYTHON
    return "python3-pyatspi" if asked.returncode else ""


@contextlib.contextmanager
def session_bus() -> Iterator[dict[str, str]]:
    """Start a session bus, with which the accessibility bus comes; yield the environment that points to it."""
    with tempfile.TemporaryDirectory(prefix="footnote-bus-", ignore_cleanup_errors=True) as folder:
        points = {"XDG_RUNTIME_DIR": folder, "GSETTINGS_BACKEND": "memory"}
        where = f"--address=unix:path={folder}/bus"
        daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", where],
            env=quiet_environment(**points),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert daemon.stdout is not None
        try:
            points["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().decode().strip()
            yield points
        finally:
            _end(daemon)
            daemon.stdout.close()


class Listener:
    """Keeps everything that was heard, in order; `hear` goes on from what was heard last, and notes what it passed."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.heard: list[Heard] = []
        self.passed: list[Heard] = []
        self._from = 0
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, str(LISTENER)],
            bufsize=0,  # else lines wait where `select` does not see them
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.hear(lambda one: one["how"] == "start", "that it listens")

    def hear(self, until: Callable[[Heard], object], what: str) -> Heard:
        """Return the next that is heard as hoped for; what came before it is over."""
        ends = time.monotonic() + PATIENCE_FOR_WORDS
        here = self._from
        while True:
            for index in range(here, len(self.heard)):
                if until(self.heard[index]):
                    self.passed = self.heard[self._from : index]
                    self._from = index + 1
                    return self.heard[index]
            here = len(self.heard)
            if not self._read_more(ends - time.monotonic()):
                said = "\n".join(f"  {one['how']}: {one['words']}" for one in self.heard[self._from :])
                raise AssertionError(f"{what} was not heard; since then there was:\n{said}")

    def end(self) -> None:
        """Listen no more."""
        _end(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    def _read_more(self, seconds: float) -> bool:
        """Wait for one more line; tell whether it came."""
        answers = self._process.stdout
        assert answers is not None
        with selectors.DefaultSelector() as ready:
            ready.register(answers, selectors.EVENT_READ)
            line = answers.readline() if ready.select(max(0.0, seconds)) else b""
        if line:
            self.heard.append({name: " ".join(said.split()) for name, said in json.loads(line).items()})
        return bool(line)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)
        return
    process.kill()
    process.wait(10)

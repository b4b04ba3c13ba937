"""A display of their own for the stories: Xvfb and a window manager, started here and ended here."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.program import PATIENCE, Program, quiet_environment

NEEDED = ("Xvfb", "openbox", "xdotool")


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Start a display with a window manager and return its name."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        reason = f"a story needs {', '.join(missing)}, which `make test` installs on Debian"
        if os.environ.get("FOOTNOTE_REQUIRE_DISPLAY"):
            pytest.fail(f"{reason} (FOOTNOTE_REQUIRE_DISPLAY is set)", pytrace=False)
        pytest.skip(reason)
    reading, writing = os.pipe()
    screen = ["-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *screen],
        pass_fds=(writing,),
        env=quiet_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb ended without a display"
    name = f":{number}"
    manager = subprocess.Popen(
        ["openbox", "--sm-disable", "--config-file", os.devnull],
        env=quiet_environment(DISPLAY=name),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _wait_for_manager(name)
    yield name
    _end(manager)
    _end(server)


@pytest.fixture
def run(display: str, home: Path, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program in a window on the display, as often as a story wants."""
    started: list[Program] = []

    def start(*arguments: str, **more: str) -> Program:
        environment = quiet_environment(
            DISPLAY=display, QT_QPA_PLATFORM="xcb", FOOTNOTE_HOME=str(home), HOME=str(tmp_path), **more
        )
        program = Program(environment, tmp_path / "errors.txt", *arguments)
        started.append(program)
        return program

    yield start
    for program in started:
        program.end()


def _wait_for_manager(display: str) -> None:
    """Wait until the window manager has announced itself: before, no window becomes active."""
    ask = ["xdotool", "get_num_desktops"]
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        done = subprocess.run(
            ask, env=quiet_environment(DISPLAY=display), capture_output=True, check=False, timeout=PATIENCE
        )
        if done.returncode == 0:
            return
        time.sleep(0.02)
    pytest.fail("the window manager did not start")


def _end(process: "subprocess.Popen[Any]") -> None:
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)
        return
    process.kill()
    process.wait(10)

"""A new student in a real window, by keyboard alone: ten questions, a source, the history; then a kill."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb, a display without a screen")


@pytest.fixture
def display() -> Iterator[str]:
    """Start a display of our own with a window manager: without one no window becomes active."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as answer:
        name = f":{answer.readline().strip()}"
    manager = None
    if shutil.which("openbox") is not None:
        environment = {**os.environ, "DISPLAY": name}
        manager = subprocess.Popen(
            ["openbox"], env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
    yield name
    for process in (manager, server):
        if process is not None:
            process.terminate()
            process.wait(timeout=10)


def start(display: str, home: Path, part: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "FOOTNOTE_HOME": str(home)}
    environment.pop("WAYLAND_DISPLAY", None)
    return subprocess.Popen(
        [sys.executable, "-m", "tests.end2end.keyboard_student", str(home / "library.sqlite"), part],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def lines_until(process: "subprocess.Popen[str]", word: str) -> list[str]:
    """Return what a process says until a line begins with a word, or until it ends."""
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if line.startswith(word):
            break
    return lines


def test_a_new_student_takes_ten_questions_and_goes_on_after_a_kill(display: str, tmp_path: Path) -> None:
    first = start(display, tmp_path, "begin")
    try:
        said = lines_until(first, "READY")
        assert said[-1:] == ["READY"], "\n".join(said)
        (stood,) = [line for line in said if line.startswith("AT ")]
    finally:
        first.send_signal(signal.SIGKILL)
        first.wait(timeout=10)
        if first.stdout is not None:
            first.stdout.close()

    again = start(display, tmp_path, "resume")
    output, _ = again.communicate(timeout=120)

    assert again.returncode == 0, output
    assert stood in output.splitlines(), f"stood {stood}\n{output}"

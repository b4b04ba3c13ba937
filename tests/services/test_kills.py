"""A short soak: the long one is `make soak`."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="the harness forks and kills: not on Windows")
def test_ten_kills_lose_no_acknowledged_answer() -> None:
    done = subprocess.run(
        [sys.executable, "tools/soak.py", "--runs", "10"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "killed: 10 runs" in done.stdout

"""Run every check of the project, one after the other, and stop at the first that fails.

usage: .venv/bin/python tools/check.py [--quick]     (--quick: format, lint, types and imports only)
"""

import os
import shlex
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

QUICK = {
    "format": "ruff format --check --quiet .",
    "lint": "ruff check --quiet .",
    "types": "mypy",
    "imports": "lint-imports",
}
# The stories in a real window come by themselves: on a loaded machine a window is slow to become active.
COVERAGE = "--cov --cov-append --cov-report= --cov-fail-under=0"
FULL = QUICK | {
    "tests": f"pytest -q -n 2 --ignore=tests/end2end {COVERAGE}",
    "stories": f"pytest -q tests/end2end {COVERAGE}",
    "coverage": "coverage report",
    "wheel": "python tools/check_wheel.py",
}


def run(name: str, command: str) -> None:
    """Run one check; end with its command where it fails."""
    print(f"\n== {name}: {command}", flush=True)
    program, *arguments = shlex.split(command)
    started = time.monotonic()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code = subprocess.run([str(BIN / program), *arguments], cwd=ROOT, env=environment, check=False).returncode
    print(
        f"== {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s", flush=True
    )
    if code != 0:
        sys.exit(f"\nThe check '{name}' failed. To repeat it alone: .venv/bin/{command}")


def main() -> None:
    """Run the quick checks, or all of them."""
    quick = "--quick" in sys.argv[1:]
    for old in ROOT.glob(".coverage*"):
        old.unlink()
    for name, command in (QUICK if quick else FULL).items():
        run(name, command)
    print("\nEverything passed.")


if __name__ == "__main__":
    main()

"""The command line: the same services without a window, without Qt and without a display."""

import sys
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 problems found, 2 could not do it."""
    from app.cli.program import run_program

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return run_program(list(arguments))

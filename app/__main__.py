"""The command `footnote`: a window without a subcommand, else the same services on the command line."""

import sys
from collections.abc import Sequence
from itertools import pairwise


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 problems found, 2 could not do it."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if _wants_window(arguments):
        from app.main import run_window  # Qt is loaded for a window only

        return run_window(arguments)
    from app.cli import run  # the command line's library is loaded without a window only

    return run(arguments)


def _wants_window(arguments: list[str]) -> bool:
    if {"--help", "-h", "--version"} & set(arguments):
        return False
    words = [word for word in arguments if not word.startswith("-")]
    takes_value = {word for flag, word in pairwise(arguments) if flag == "--database"}
    first = next((word for word in words if word not in takes_value), None)
    return first is None


if __name__ == "__main__":
    sys.exit(main())

"""How the command line speaks: text for people, or exactly one JSON document on standard output."""

import sys
from typing import Any

import msgspec

DONE, PROBLEMS, COULD_NOT = 0, 1, 2


def say(text: str = "") -> None:
    """Write a line for people, with plain spaces: what keeps words together in a window is of no use here."""
    sys.stdout.write(text.replace("\u00a0", " ") + "\n")


def complain(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(text + "\n")


def write_json(value: Any) -> None:
    """Write the one JSON document of a command."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def give_up(sentence: str, *, code: str, as_json: bool) -> int:
    """Say why something could not be done and return the exit code for that."""
    if as_json:
        write_json({"error": {"code": code, "message": sentence}})
    complain(sentence)
    return COULD_NOT

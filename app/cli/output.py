"""How the command line speaks: text for people, or exactly one JSON document on standard output."""

import os
import sys
from contextlib import suppress
from typing import Any, TextIO

import msgspec

from app.domain.printable import printable

DONE, PROBLEMS, COULD_NOT = 0, 1, 2


class OutputLost(Exception):
    """Standard output is full or closed."""


_TO_TERMINAL = dict.fromkeys([*range(32), *range(127, 160)]) | {0x09: " ", 0x0A: "\n", 0xA0: " "}
"""A name or an answer could hold characters that a terminal obeys."""


def say(text: str = "") -> None:
    """Write a line for people, with plain spaces: what keeps words together in a window is of no use here."""
    _write(text.translate(_TO_TERMINAL) + "\n")


def complain(text: str) -> None:
    """Write a line to standard error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(printable(text) + "\n")
        sys.stderr.flush()
    except OSError:  # nobody is left to tell
        _abandon(sys.stderr)


def write_json(value: Any) -> None:
    """Write the one JSON document of a command."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:  # rare: a name of a file that is no text
        encoded = msgspec.json.encode(_all_printable(msgspec.to_builtins(value)))
    _write(msgspec.json.format(encoded, indent=2).decode() + "\n")


def _all_printable(value: Any) -> Any:
    match value:
        case str():
            return printable(value)
        case dict():
            return {_all_printable(key): _all_printable(one) for key, one in value.items()}
        case list() | tuple():
            return [_all_printable(one) for one in value]
        case _:
            return value


def deliver(code: int) -> int:
    """Pass on all that was written and return the exit code: `code`, unless the output has nowhere to go."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return leave_quietly(code)
    except OSError as error:
        return lose_output(OutputLost(error.strerror or str(error)))
    return code


def leave_quietly(code: int) -> int:
    """End where the reader of the output has seen enough (`| head`)."""
    _abandon(sys.stdout)
    return code


def lose_output(problem: OutputLost) -> int:
    """Say that the output could not be written; there is no place for JSON any more."""
    _abandon(sys.stdout)
    complain(f"The output could not be written: {problem}.")
    return COULD_NOT


def give_up(sentence: str, *, code: str, as_json: bool) -> int:
    """Say why something could not be done and return the exit code for that."""
    if as_json:
        write_json({"error": {"code": code, "message": sentence}})
    complain(sentence)
    return COULD_NOT


def _write(text: str) -> None:
    if sys.stdout is None:  # so Python has it where the stream was closed before it began
        raise OutputLost("it is closed")
    try:
        sys.stdout.write(printable(text))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLost(error.strerror or str(error)) from error


def _abandon(stream: TextIO | None) -> None:
    """Let a stream lead nowhere: Python would complain again about what it still holds while ending."""
    if stream is None:
        return
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

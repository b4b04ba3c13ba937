"""What can be told of a question in a file whatever is wrong with it: where it begins, its kind, its stem.

Each question begins with `- ` in the first column, so even a question that cannot be read has its lines.
"""

import re
from bisect import bisect_right
from pathlib import Path

from app.domain.bank import Outline
from app.domain.errors import BadFile
from app.formats.bank import MAX_BYTES
from app.services.own_files import read_within

_FIELD = re.compile(r"(?:- |  )(id|kind|stem):[ \t]*(.*)")
_FOLDED = re.compile(r"[>|][+-]?\d?$")
_LONGEST = 500


class Outlines:
    """The questions of one file, found by any of their lines."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [number for number, line in enumerate(self._lines, 1) if line.startswith("- ")]

    def find(self, line: int) -> Outline | None:
        """Return the question that a line belongs to, None before the first."""
        place = bisect_right(self._starts, line) - 1
        if place < 0:
            return None
        start = self._starts[place]
        end = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._lines) + 1
        fields: dict[str, str] = {}
        for number in range(start, end):
            found = _FIELD.fullmatch(self._lines[number - 1])
            if found is not None:
                fields.setdefault(found[1], self._value(found[2], number, end))
        return Outline(start, **fields)

    def _value(self, first: str, number: int, end: int) -> str:
        """Return a field's text: on its own line, or on the deeper lines below it."""
        words = "" if _FOLDED.match(first) else first.strip().strip("\"'")
        for line in self._lines[number : end - 1]:
            if not line.startswith("    ") or len(words) > _LONGEST:
                break
            words = f"{words} {line.strip()}"
        return words.strip()[:_LONGEST]


def read_outlines(path: str) -> Outlines:
    """Return the questions of a file; none where it cannot be read."""
    try:
        data = read_within(Path(path), MAX_BYTES)
    except BadFile:
        return Outlines("")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return Outlines(data.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n"))

"""Bytes of a text file to text, however it was saved; what was guessed is said."""

import re

from app.formats.findings import Findings
from app.formats.yaml_events import Refused

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufdd0-\ufdef]")
_LONE_RETURN = re.compile("\r(?!\n)")


def decode_text(data: bytes, findings: Findings) -> str:
    """Return a file's text with plain line ends, without invisible control characters. Raises `Refused`."""
    text = _decode(data, findings)
    if "\r" in text:
        text = _plain_ends(text, findings)
    found = _HIDDEN.search(text)
    if found:
        findings.add(
            "controls_removed", text.count("\n", 0, found.start()) + 1, count=len(_HIDDEN.findall(text))
        )
        text = _HIDDEN.sub(" ", text)
    return text


def decode_quietly(data: bytes) -> str:
    """Return a file's text for a first look, with nothing said."""
    try:
        return decode_text(data, Findings(""))
    except Refused:
        return ""


def wide_encoding(data: bytes) -> str:
    """Return utf-16-le or utf-16-be where a file is written so, with a mark or without, else ""."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16-le" if data[:1] == b"\xff" else "utf-16-be"
    start = data[:200]
    if len(start) >= 4 and start.count(0) > len(start) // 3:
        odd, even = start[1::2].count(0), start[::2].count(0)
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def _decode(data: bytes, findings: Findings) -> str:
    wide = wide_encoding(data)
    if wide:
        try:
            text = data.decode(wide).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise Refused("not_utf8", 1) from error
        findings.add("read_as_utf16", 1)
        return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        findings.add("read_as_cp1252", line)
        return data.decode("cp1252", errors="replace")
    if text.startswith("\ufeff"):
        findings.add("byte_order_mark", 1)
        return text[1:]
    return text


def _plain_ends(text: str, findings: Findings) -> str:
    pairs, lone = text.count("\r\n"), len(_LONE_RETURN.findall(text))
    single = text.count("\n") - pairs
    if sum(bool(count) for count in (pairs, lone, single)) > 1:
        findings.add("mixed_line_ends", 1)
    return text.replace("\r\n", "\n").replace("\r", "\n")

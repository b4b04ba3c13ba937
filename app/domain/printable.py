"""Names as they can be written anywhere: a name of a file may hold bytes that are no text."""

_LONGEST = 300
_KEPT = 120


def printable(text: str) -> str:
    """Return a text that can be written as UTF-8: bytes of a name that are no text are written as numbers."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a sign that no file's name made
        return text.encode("utf-8", "backslashreplace").decode()


def in_short(text: str) -> str:
    """Return a printable text for a sentence: of a very long one its beginning and its end."""
    written = printable(text)
    return written if len(written) <= _LONGEST else f"{written[:_KEPT]}\u2026{written[-_KEPT:]}"

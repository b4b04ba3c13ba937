"""Tables for spreadsheets, in which no cell can act as a formula."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime

from app.services.views import ExportedAttempt

_ACTIVE = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The last four are the wide ones of East Asian text, which some spreadsheets take for the others."""
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Categories of signs that nobody sees, so that a formula may stand behind them."""
_QUOTED = (",", ";", '"', "\r", "\n")
"""A cell with one of these is quoted; the semicolon divides cells where the comma stands in numbers."""

COLUMNS = (
    "attempt",
    "learner",
    "set",
    "mode",
    "started",
    "finished",
    "score",
    "max",
    "position",
    "question",
    "version",
    "kind",
    "stem",
    "response",
    "key",
    "verdict",
    "fraction",
    "points",
    "points_max",
)


def make_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV. A text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers."""
    return "".join(",".join(_quoted(_cell(value)) for value in row) + "\r\n" for row in rows)


def history_csv(attempts: Iterable[ExportedAttempt]) -> str:
    """Return attempts with a line for each response or blank question; an attempt without any has one line."""
    return make_csv([COLUMNS, *(line for one in attempts for line in _lines(one))])


def _lines(one: ExportedAttempt) -> list[tuple[object, ...]]:
    head = (str(one.attempt), one.learner, one.set, one.mode, one.started, one.finished, one.score, one.max)
    if not one.responses:
        return [head + ("",) * (len(COLUMNS) - len(head))]
    return [
        (
            *head,
            given.position,
            given.question,
            given.version,
            given.kind,
            given.stem,
            given.response,
            given.key,
            given.verdict,
            given.fraction,
            given.points,
            given.max,
        )
        for given in one.responses
    ]


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if any(sign in cell for sign in _QUOTED) else cell


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, str) and _could_run(value):
        return f"'{value}"
    return str(value)


def _could_run(text: str) -> bool:
    """Tell whether a spreadsheet could take a text for a formula, or for something that begins with a tab or a line."""
    seen = next((sign for sign in text if unicodedata.category(sign) not in _UNSEEN), "")
    return text.startswith(("\t", "\r", "\n")) or seen in _ACTIVE

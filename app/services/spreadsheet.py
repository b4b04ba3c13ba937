"""Tables for spreadsheets, in which no cell can act as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from app.services.views import ExportedAttempt

_ACTIVE = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The last four are the wide ones of East Asian text, which some spreadsheets take for the others."""
_UNSEEN = ("\t", "\r", "\n")

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
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


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


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, str) and (value.startswith(_UNSEEN) or value.lstrip().startswith(_ACTIVE)):
        return f"'{value}"
    return value

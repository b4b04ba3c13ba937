"""What the history says, as plain values: filters, the points of the line, counts in words."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, get_args

from app.domain.ids import LearnerId, SetId
from app.gui.widgets.line_chart import ScorePoint
from app.services.views import AttemptFilter, AttemptRow, Mode
from app.words.counts import counted
from app.words.days import axis_day, local_day, since_day

LONGEST_LINE = 60
"""More points than this stand too close to be told apart."""
SET_OPTIONS: list[tuple[str, str]] = [("", "All sets")]
MODE_OPTIONS: list[tuple[str, str]] = [
    ("", "Practice and exams"),
    ("practice", "Practice only"),
    ("exam", "Exams only"),
]
SINCE_OPTIONS: list[tuple[str, str]] = [
    ("", "Any time"),
    ("7", "The last 7 days"),
    ("30", "The last 30 days"),
    ("365", "The last 12 months"),
]


class Chosen(NamedTuple):
    """What the three filters are set to; "" is the resting value of each."""

    set: str = ""
    mode: str = ""
    days: str = ""


def filter_of(learner: LearnerId, chosen: Chosen, now: datetime) -> AttemptFilter:
    """Return the filter that was chosen; days are counted back from the beginning of today."""
    since = None
    if chosen.days:
        midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        since = (midnight - timedelta(days=int(chosen.days) - 1)).astimezone(UTC)
    return AttemptFilter(
        learner=learner,
        set=SetId(chosen.set) if chosen.set else None,
        mode=_mode_of(chosen.mode),
        since=since,
    )


def set_options(rows: Sequence[AttemptRow]) -> list[tuple[str, str]]:
    """Return the sets that were taken, each under the title it had last."""
    titles = {row.set: row.title for row in _oldest_first(rows) if row.set}
    return SET_OPTIONS + sorted(titles.items(), key=lambda pair: pair[1].casefold())


def score_points(rows: Sequence[AttemptRow]) -> list[ScorePoint]:
    """Return the points of the line of scores, the oldest first; attempts in which nothing counted have none."""
    return [
        ScorePoint(row.percent, row.mode, axis_day(local_day(row.finished or row.started)))
        for row in _oldest_first(rows)
        if row.percent is not None
    ]


def chart_aside(points: int, shown: int) -> str:
    """Say which part of the scores the line shows, where it is not all of them."""
    return f"the latest {shown} of {points}" if shown < points else ""


def heading_words(rows: Sequence[AttemptRow], today: date, most: int) -> str:
    """Say how many attempts there are and since when; `most` is how many a list holds."""
    first = _oldest_first(rows)[0]
    if len(rows) >= most:
        return f"The latest {count_words(len(rows))}. Every attempt opens exactly as it was."
    since = since_day(local_day(first.finished or first.started), today)
    return f"{count_words(len(rows))} since {since}. Every attempt opens exactly as it was."


def count_words(count: int) -> str:
    """Write a number of attempts: "1 attempt", "1,000 attempts"."""
    return counted(count, "attempt")


def file_name(learner_name: str, today: date) -> str:
    """Propose a name for the exported file, without what a file name cannot hold."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in learner_name.lower()).strip("-")
    return "-".join(part for part in ("history", kept, today.isoformat()) if part)


def _mode_of(value: str) -> Mode | None:
    modes: tuple[Mode, ...] = get_args(Mode)
    return next((mode for mode in modes if mode == value), None)


def _oldest_first(rows: Sequence[AttemptRow]) -> list[AttemptRow]:
    return sorted(rows, key=lambda row: row.finished or row.started)

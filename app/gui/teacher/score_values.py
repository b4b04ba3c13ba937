"""What the scores page says, as plain values: its filters, and counts in words."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, get_args
from uuid import UUID

from app.domain.ids import LearnerId, SetId
from app.gui.shared.attempt_lines import NAMELESS
from app.services.views import AttemptFilter, AttemptRow, Learner, Mode
from app.words.counts import counted
from app.words.days import local_day, since_day

Options = list[tuple[str, str]]

WHO_OPTIONS: Options = [("", "All students")]
SET_OPTIONS: Options = [("", "All sets")]
MODE_OPTIONS: Options = [
    ("", "Practice and exams"),
    ("practice", "Practice only"),
    ("exam", "Exams only"),
]
SINCE_OPTIONS: Options = [
    ("", "Any time"),
    ("1", "Today"),
    ("7", "The last 7 days"),
    ("30", "The last 30 days"),
    ("365", "The last 12 months"),
]


class Chosen(NamedTuple):
    """What the filters are set to; "" is the resting value of each."""

    who: str = ""
    set: str = ""
    mode: str = ""
    days: str = ""


def filter_of(chosen: Chosen, now: datetime) -> AttemptFilter:
    """Return the filter that was chosen; days are counted back from the beginning of today."""
    since = None
    if chosen.days:
        midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        since = (midnight - timedelta(days=int(chosen.days) - 1)).astimezone(UTC)
    modes: tuple[Mode, ...] = get_args(Mode)
    return AttemptFilter(
        learner=LearnerId(UUID(chosen.who)) if chosen.who else None,
        set=SetId(chosen.set) if chosen.set else None,
        mode=next((mode for mode in modes if mode == chosen.mode), None),
        since=since,
    )


def who_options(learners: Sequence[Learner]) -> Options:
    """Return the students by name; those without a name come last."""
    ordered = sorted(learners, key=lambda one: (not one.name, one.name.casefold()))
    return WHO_OPTIONS + [(str(one.id), one.name or NAMELESS) for one in ordered]


def set_options(rows: Sequence[AttemptRow]) -> Options:
    """Return the sets that were taken, each under the title it had last."""
    titles = {row.set: row.title for row in sorted(rows, key=_ended) if row.set}
    return SET_OPTIONS + sorted(titles.items(), key=lambda pair: pair[1].casefold())


def heading_words(rows: Sequence[AttemptRow], today: date, most: int) -> str:
    """Say how many attempts there are, of how many students, since when; `most` is how many a list holds."""
    students = len({row.learner.id for row in rows})
    by = f"by {students:,} {'student' if students == 1 else 'students'}"
    if len(rows) >= most:
        return f"The latest {count_words(len(rows))} {by}. Every attempt opens exactly as it was."
    since = since_day(local_day(_ended(min(rows, key=_ended))), today)
    return f"{count_words(len(rows))} {by} since {since}. Every attempt opens exactly as it was."


def count_words(count: int) -> str:
    """Write a number of attempts: "1 attempt", "1,000 attempts"."""
    return counted(count, "attempt")


def file_name(today: date) -> str:
    """Propose a name for the exported file."""
    return f"scores-{today.isoformat()}"


def _ended(row: AttemptRow) -> datetime:
    return row.finished or row.started

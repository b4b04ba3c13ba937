"""What lists of attempts can be narrowed to, as plain values."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, get_args
from uuid import UUID

from app.domain.ids import LearnerId, SetId
from app.gui.shared.attempt_lines import NAMELESS, oldest_first
from app.services.views import AttemptFilter, AttemptRow, Learner, Mode
from app.words import labels

Options = list[tuple[str, str]]

WHO_OPTIONS: Options = [("", "All students")]
SET_OPTIONS: Options = [("", "All sets")]
MODE_OPTIONS: Options = [("", "Practice and exams"), ("practice", "Practice only"), ("exam", "Exams only")]
SINCE_OPTIONS: Options = [
    ("", "Any time"),
    ("1", "Today"),
    ("7", "The last 7 days"),
    ("30", "The last 30 days"),
    ("365", "The last 12 months"),
]
MIX = "-"
"""The value of the option for a mix of all sets; no set can have this name."""


class Chosen(NamedTuple):
    """What the filters are set to; "" is the resting value of each."""

    set: str = ""
    mode: str = ""
    days: str = ""
    who: str = ""


def filter_of(chosen: Chosen, now: datetime, learner: LearnerId | None = None) -> AttemptFilter:
    """Return the filter that was chosen, for all students or one; days are counted from the beginning of today."""
    since = None
    if chosen.days:
        midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        since = (midnight - timedelta(days=int(chosen.days) - 1)).astimezone(UTC)
    modes: tuple[Mode, ...] = get_args(Mode)
    return AttemptFilter(
        learner=LearnerId(UUID(chosen.who)) if chosen.who else learner,
        set=SetId(chosen.set.removeprefix(MIX)) if chosen.set else None,
        mode=next((mode for mode in modes if mode == chosen.mode), None),
        since=since,
    )


def who_options(learners: Iterable[Learner]) -> Options:
    """Return the students by name; those without a name come last."""
    ordered = sorted(learners, key=lambda one: (not one.name, one.name.casefold()))
    return WHO_OPTIONS + [(str(one.id), one.name or NAMELESS) for one in ordered]


def set_options(rows: Sequence[AttemptRow]) -> Options:
    """Return the sets that were taken, each under the title it had last; a mix of all comes last."""
    titles = {row.set: row.title for row in oldest_first(rows) if row.set}
    mixed = [(MIX, labels.MIX)] if any(not row.set for row in rows) else []
    return SET_OPTIONS + sorted(titles.items(), key=lambda pair: pair[1].casefold()) + mixed

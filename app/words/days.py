"""Days, times and durations as people read and hear them, in English whatever the computer's language is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_BLANK: Final = "\u00a0"


def local_day(moment: datetime) -> date:
    """Return the day of a moment, where the person is."""
    return moment.astimezone().date()


def clock(moment: datetime) -> str:
    """Write the time of day as the clock on the wall shows it: "16:40"."""
    return f"{moment.astimezone():%H:%M}"


def weekday(day: date) -> str:
    """Write a day of this year: "Monday 23 November"."""
    return f"{_DAYS[day.weekday()]} {_day_and_month(day)}"


def full_day(day: date) -> str:
    """Write a day in full: "21 November 2026"."""
    return f"{_day_and_month(day)}{_BLANK}{day.year}"


def axis_day(day: date) -> str:
    """Write a day for an axis: "21 Nov"."""
    return f"{day.day}{_BLANK}{_MONTHS[day.month - 1][:3]}"


def row_day(day: date, today: date) -> str:
    """Write a day for a row: "Sat 21 Nov"; of another year "21 Nov 2025"."""
    if day.year == today.year:
        return f"{_DAYS[day.weekday()][:3]} {axis_day(day)}"
    return f"{axis_day(day)} {day.year}"


def since_day(day: date, today: date) -> str:
    """Write a day to count from: "2 October", with its year where that is another."""
    return _day_and_month(day) if day.year == today.year else full_day(day)


def ago(day: date, today: date) -> str:
    """Say when something was: "today", "yesterday", "on Saturday", "on 3 October"."""
    past = (today - day).days
    if past == 0:
        return "today"
    if past == 1:
        return "yesterday"
    return f"on {_DAYS[day.weekday()]}" if 1 < past < 7 else f"on {since_day(day, today)}"


def full_moment(moment: datetime) -> str:
    """Write a moment: "21 November 2026, 16:40"."""
    return f"{full_day(local_day(moment))}, {clock(moment)}"


def row_moment(moment: datetime, today: date) -> str:
    """Write a moment for a row: "Sat 21 Nov, 16:40"; of another year "21 Nov 2025, 16:40"."""
    return f"{row_day(local_day(moment), today)}, {clock(moment)}"


def spoken_moment(moment: datetime) -> str:
    """Write a moment to be read aloud: "Saturday 21 November 2026, 16:40"."""
    return f"{_DAYS[local_day(moment).weekday()]} {full_moment(moment)}"


def short_minutes(minutes: float) -> str:
    """Write a duration for a row: "24 min", and nothing where no time was noted."""
    if minutes <= 0:
        return ""
    return f"{round(minutes)}{_BLANK}min" if minutes >= 1 else f"under 1{_BLANK}min"


def long_minutes(minutes: float) -> str:
    """Write a duration in full: "24 minutes", and nothing where no time was noted."""
    if minutes <= 0:
        return ""
    if minutes < 1:
        return f"under 1{_BLANK}minute"
    whole = round(minutes)
    return f"{whole}{_BLANK}{'minute' if whole == 1 else 'minutes'}"


def time_at_questions(minutes: float) -> str:
    """Write how long somebody was at the questions of a quiz, and nothing where no time was noted."""
    return f"{long_minutes(minutes)} at the questions" if minutes > 0 else ""


def _day_and_month(day: date) -> str:
    return f"{day.day}{_BLANK}{_MONTHS[day.month - 1]}"

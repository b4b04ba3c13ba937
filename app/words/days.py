"""Days, times and durations as people read and hear them, in English whatever the computer's language is."""

from datetime import date, datetime
from typing import Final

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_BLANK: Final = "\u00a0"


def local(moment: datetime) -> datetime:
    """Return a moment as the clock on the wall shows it."""
    return moment.astimezone()


def clock(moment: datetime) -> str:
    """Write the time of day: "16:40"."""
    return f"{local(moment):%H:%M}"


def axis_day(moment: datetime) -> str:
    """Write a day for an axis: "21 Nov"."""
    day = local(moment).date()
    return f"{day.day}{_BLANK}{_MONTHS[day.month - 1][:3]}"


def row_moment(moment: datetime, today: date) -> str:
    """Write a moment for a row: "Sat 21 Nov, 16:40"; of another year "21 Nov 2025, 16:40"."""
    day = local(moment).date()
    if day.year == today.year:
        return f"{_DAYS[day.weekday()][:3]} {axis_day(moment)}, {clock(moment)}"
    return f"{axis_day(moment)} {day.year}, {clock(moment)}"


def full_day(moment: datetime) -> str:
    """Write a day in full: "21 November 2026"."""
    day = local(moment).date()
    return f"{day.day}{_BLANK}{_MONTHS[day.month - 1]}{_BLANK}{day.year}"


def spoken_moment(moment: datetime) -> str:
    """Write a moment to be read aloud: "Saturday 21 November 2026, 16:40"."""
    return f"{_DAYS[local(moment).weekday()]} {full_day(moment)}, {clock(moment)}"


def since_day(moment: datetime, today: date) -> str:
    """Write a day to count from: "2 October", with its year where that is another."""
    day = local(moment).date()
    year = "" if day.year == today.year else f"{_BLANK}{day.year}"
    return f"{day.day}{_BLANK}{_MONTHS[day.month - 1]}{year}"


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

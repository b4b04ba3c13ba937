"""Days and small numbers in words, without the system's language."""

from datetime import date, datetime

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December".split()
_NUMBERS = "no one two three four five six seven eight nine ten".split()


def local_day(moment: datetime) -> date:
    """Return the day of a moment, where the person is."""
    return moment.astimezone().date()


def long_day(day: date) -> str:
    """Write a day: "Monday 23 November"."""
    return f"{_DAYS[day.weekday()]} {day.day}\u00a0{_MONTHS[day.month - 1]}"


def short_day(day: date) -> str:
    """Write a day for an axis: "21 Nov"."""
    return f"{day.day}\u00a0{_MONTHS[day.month - 1][:3]}"


def weekday_and_day(day: date, today: date) -> str:
    """Write a day for a row: "Sat 21 Nov", with its year where that is another."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_DAYS[day.weekday()][:3]} {short_day(day)}{year}"


def moment_words(moment: datetime) -> str:
    """Write a moment: "21 November 2026, 16:40"."""
    here = moment.astimezone()
    return f"{here.day}\u00a0{_MONTHS[here.month - 1]} {here.year}, {here:%H:%M}"


def when(day: date, today: date) -> str:
    """Say when something was: "today", "yesterday", "on Saturday", "on 3 October"."""
    past = (today - day).days
    if past == 0:
        return "today"
    if past == 1:
        return "yesterday"
    if 1 < past < 7:
        return f"on {_DAYS[day.weekday()]}"
    year = "" if day.year == today.year else f" {day.year}"
    return f"on {day.day}\u00a0{_MONTHS[day.month - 1]}{year}"


def number(count: int) -> str:
    """Write a number up to ten in words."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str = "") -> str:
    """Write how many there are: "1 question", "8 questions"."""
    return f"{count}\u00a0{one if count == 1 else many or one + 's'}"

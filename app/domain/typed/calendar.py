"""Times as days: years, months, decades and centuries of both eras, in today's calendar carried backwards."""

from datetime import date
from functools import lru_cache

import msgspec

DAY, MONTH, YEAR, DECADE, CENTURY = range(5)
"""How precise a time is, the most precise first."""

_MONTHS = "january february march april may june july august september october november december".split()


class Span(msgspec.Struct, frozen=True):
    """A time: its first and last day as day numbers, its year, and how precise it is."""

    first: int
    last: int
    year: int
    grain: int

    def within(self, other: "Span") -> bool:
        """Tell whether every day of this time lies in another."""
        return other.first <= self.first and self.last <= other.last


class Period(msgspec.Struct, frozen=True):
    """A time with two ends, such as 1936-1938."""

    since: Span
    until: Span


def day_number(year: int, month: int, day: int) -> int:
    """Return the number of a day; years before 1 are counted 0, -1, ... for 1 BCE, 2 BCE, ..."""
    near = year % 400 + 400
    return date(near, month, day).toordinal() + (year - near) // 400 * 146097


def years(first: int, last: int, grain: int = YEAR) -> Span:
    """Return the time from the first day of a year to the last day of another."""
    return Span(day_number(first, 1, 1), day_number(last, 12, 31), first, grain)


def at(year: int, month: int | None = None, day: int | None = None, *, before: bool) -> list[Span]:
    """Return a year, month or day as a list of one, empty where the calendar has no such day."""
    if year < 1 or (month is not None and not 1 <= month <= 12):
        return []
    counted = 1 - year if before else year
    if month is None:
        return [years(counted, counted)]
    after = day_number(counted + month // 12, month % 12 + 1, 1)
    first = day_number(counted, month, 1)
    if day is None:
        return [Span(first, after - 1, counted, MONTH)]
    return [Span(first + day - 1, first + day - 1, counted, DAY)] if 1 <= day <= after - first else []


def run(first: int, length: int, grain: int, *, before: bool) -> list[Span]:
    """Return a decade or century as a list of one."""
    if first < 1:
        return []
    return [years(1 - first - length, 1 - first, grain) if before else years(first, first + length, grain)]


@lru_cache(maxsize=256)
def month_number(word: str) -> int:
    """Return a month's number, 0 for another word; one slip is forgiven in a name of five letters or more."""
    for number, name in enumerate(_MONTHS, start=1):
        if word in (name, name[:3]) or (word, name) == ("sept", "september"):
            return number
    from rapidfuzz.distance import OSA  # for the first typed answer, not at every start

    near = [n for n, name in enumerate(_MONTHS, start=1) if len(name) > 4 and OSA.distance(word, name) == 1]
    return near[0] if len(near) == 1 else 0

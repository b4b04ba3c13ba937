"""Reading a typed year or date: to which days it points, how precise it is, and whether it names one time only."""

import re
from datetime import date
from functools import lru_cache
from unicodedata import normalize

import msgspec
from rapidfuzz.distance import OSA

LONGEST = 200
"""A longer answer is no date."""

DAY, MONTH, YEAR, DECADE, CENTURY = range(5)
"""How precise a time is, the most precise first."""

_MONTHS = "january february march april may june july august september october november december".split()
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_HEDGE = re.compile(
    r"[?~±<>≈]|^until |\b\d{1,2} ?- ?\d{1,2} (?=[a-z])"
    r"|\b(?:or|either|about|around|circa|ca|c|approx\w*|roughly|nearly|almost|before|after|by|since|not"
    r"|maybe|perhaps|probably|possibly|think|guess|at least)\b"
)
_BETWEEN = re.compile(r"between (?P<since>.+?) and (?P<until>.+)")
_FROM = re.compile(r"(?:from )?(?P<since>.+?)(?: ?- ?| to | until | till | through | ?/ ?)(?P<until>.+)")
_NOISE = re.compile(
    r"\b(?:in|on|the|of|during|year|early|mid|late|end|beginning|start|spring|summer|autumn|fall|winter)\b"
    r"(?: |-(?=\w))?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day "
)
_ERA = re.compile(
    r"(?:\b(?P<after>ad|ce) ?|\b(?P<before>bce?) ?)(?![a-z])|(?<=\d)(?:(?P<ad>ad|ce)|(?P<bc>bce?))\b"
)
_DOTTED_ERA = re.compile(r"\b(?:a\. ?d|c\. ?e|b\. ?c(?:\. ?e)?)\b\.?")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{1,4})")
_ISO = re.compile(r"(\d{3,4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_WORDED = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<month>[a-z]+)\.?(?: (?P<day2>\d{1,2}))? (?P<year>\d{1,4})")


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


class Reading(msgspec.Struct, frozen=True):
    """What an answer may mean (3/5/1953 has two readings), or the reason: not_a_date, hedged or two_digits."""

    times: tuple[Span | Period, ...] = ()
    reason: str = ""


def day_number(year: int, month: int, day: int) -> int:
    """Return the number of a day; years before 1 are counted 0, -1, ... for 1 BCE, 2 BCE, ..."""
    near = year % 400 + 400
    return date(near, month, day).toordinal() + (year - near) // 400 * 146097


def years(first: int, last: int, grain: int = YEAR) -> Span:
    """Return the time from the first day of a year to the last day of another."""
    return Span(day_number(first, 1, 1), day_number(last, 12, 31), first, grain)


def read_time(text: str, *, short_years: bool = False) -> Reading:
    """Read a typed year, date, decade, century or period; two-digit years are read only where asked for."""
    plain = _plain(text)
    if not plain or len(plain) > LONGEST:
        return Reading((), "not_a_date")
    single = _single(plain, short_years=short_years)
    if single.times:
        return single
    period = _period(plain, short_years=short_years)
    if period is not None:
        return Reading((period,))
    hedged = _HEDGE.search(plain) or len(set(re.findall(r"\d{3,}", plain))) > 1
    return Reading((), "hedged") if hedged else single


def _plain(text: str) -> str:
    """Lay a typed time out as plain words: no commas, ordinals, weekdays or articles, eras as ad and bc."""
    if len(text) > 50 * LONGEST:
        return ""
    text = normalize("NFKC", text.translate(_HYPHENS)).translate(_HYPHENS).casefold()
    text = re.sub(r"['’‘\u200b-\u200f\ufeff]", "", text)
    text = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    text = re.sub(r"\b(\d+)(?:st|nd|rd|th)\b", r"\1", text.replace(",", " "))
    text = _DOTTED_ERA.sub(lambda era: re.sub(r"[. ]", "", era[0]), text)
    text = " ".join(text.split())
    return _NOISE.sub("", text).strip(' ."“”')


def _period(plain: str, *, short_years: bool) -> Span | Period | None:
    found = _BETWEEN.fullmatch(plain) or _FROM.fullmatch(plain)
    if found is None or _HEDGE.search(plain):
        return None
    since, until = found["since"], found["until"]
    if re.fullmatch(r"\d{1,2}", until) and re.fullmatch(r"\d{3,4}", since) and int(until) > int(since[-2:]):
        until = since[:-2] + until.zfill(2)
    if re.fullmatch(r"\d+", since) and (era := _ERA.search(until)):
        since = f"{since} {era[0]}"
    ends = [_single(end, short_years=short_years).times for end in (since, until)]
    if not all(ends) or not isinstance(ends[0][0], Span) or not isinstance(ends[1][0], Span):
        return None
    if ends[0][0] == ends[1][0]:
        return ends[0][0]
    return Period(ends[0][0], ends[1][0]) if ends[0][0].first < ends[1][0].first else None


def _single(plain: str, *, short_years: bool) -> Reading:
    """Read one time without any hedge."""
    eras = {"bc" if era["before"] or era["bc"] else "ad" for era in _ERA.finditer(plain)}
    bare = " ".join(_ERA.sub(" ", plain).split())
    if len(eras) > 1 or not bare:
        return Reading((), "not_a_date")
    if bare.startswith("-") and not eras:
        bare, eras = bare[1:], {"bc"}
    spans, short = _times(bare, before="bc" in eras)
    if short and not eras and not short_years:
        return Reading((), "two_digits")
    return Reading(tuple(dict.fromkeys(spans)), "" if spans else "not_a_date")


def _times(bare: str, *, before: bool) -> tuple[list[Span], bool]:
    """Return the readings of a time without its era, and whether its year is written with two digits."""
    if re.fullmatch(r"\d{1,4}", bare):
        return _at(int(bare), before=before), len(bare) < 3
    if found := re.fullmatch(r"(\d{1,3})0s", bare):
        return _run(int(found[1]) * 10, 9, DECADE, before=before), len(found[1]) < 2
    if found := re.fullmatch(r"(\d{1,2}) century", bare):
        return _run(int(found[1]) * 100 - 99, 99, CENTURY, before=before), False
    if found := _ISO.fullmatch(bare):
        span_looks_likely = found[3] is None and int(found[2]) > int(found[1][-2:])
        day = int(found[3]) if found[3] else None
        return [] if span_looks_likely else _at(int(found[1]), int(found[2]), day, before=before), False
    if found := _NUMERIC.fullmatch(bare):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        orders = [(other, one)] if found[2] == "." else [(other, one), (one, other)]
        return [s for m, d in orders for s in _at(year, m, d, before=before)], len(found[4]) < 3
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{3,4})", bare):
        return _at(int(found[2]), int(found[1]), before=before), False
    if (
        (found := _WORDED.fullmatch(bare))
        and (month := _month(found["month"]))
        and not (found["day"] and found["day2"])
    ):
        written = found["day"] or found["day2"]
        day = int(written) if written else None
        return _at(int(found["year"]), month, day, before=before), len(found["year"]) < 3
    return [], False


def _at(year: int, month: int | None = None, day: int | None = None, *, before: bool) -> list[Span]:
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


def _run(first: int, length: int, grain: int, *, before: bool) -> list[Span]:
    """Return a decade or century as a list of one."""
    if first < 1:
        return []
    return [years(1 - first - length, 1 - first, grain) if before else years(first, first + length, grain)]


@lru_cache(maxsize=256)
def _month(word: str) -> int:
    """Return a month's number, 0 for another word; one slip is forgiven in a name of five letters or more."""
    for number, name in enumerate(_MONTHS, start=1):
        if word in (name, name[:3]) or (word, name) == ("sept", "september"):
            return number
    near = [n for n, name in enumerate(_MONTHS, start=1) if len(name) > 4 and OSA.distance(word, name) == 1]
    return near[0] if len(near) == 1 else 0

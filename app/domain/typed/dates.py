"""Reading a typed year or date: to which days it points, how precise it is, and whether it names one time only."""

import re
from unicodedata import normalize

import msgspec

from app.domain.typed.calendar import CENTURY, DECADE, Period, Span, at, month_number, run

LONGEST = 200
"""A longer answer is no date."""

_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_HEDGE = re.compile(
    r"[?~±<>≈]|^until |\b\d{1,2} ?- ?\d{1,2} (?!(?:ad|ce|bce?)\b)[a-z]"
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
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{3,4})")
_DAY_FIRST = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<month>[a-z]+)\.? (?P<year>\d{1,4})")
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2}) (?P<year>\d{1,4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{3,4}) (?P<month>[a-z]+)(?: (?P<day>\d{1,2}))?")


class Reading(msgspec.Struct, frozen=True):
    """What an answer may mean (3/5/1953 has two readings), or the reason: not_a_date, hedged or two_digits."""

    times: tuple[Span | Period, ...] = ()
    reason: str = ""


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
        return at(int(bare), before=before), len(bare) < 3
    if found := re.fullmatch(r"(\d{1,3})0s", bare):
        return run(int(found[1]) * 10, 9, DECADE, before=before), len(found[1]) < 2
    if found := re.fullmatch(r"(\d{1,2}) century", bare):
        return run(int(found[1]) * 100 - 99, 99, CENTURY, before=before), False
    return _in_words(bare, before=before) or _in_figures(bare, before=before)


def _in_words(bare: str, *, before: bool) -> tuple[list[Span], bool] | None:
    """Read a date whose month is a word: 5 March 1953, March 5 1953, 1953 March 5, March 1953."""
    found = _DAY_FIRST.fullmatch(bare) or _MONTH_FIRST.fullmatch(bare) or _YEAR_FIRST.fullmatch(bare)
    month = month_number(found["month"]) if found else 0
    if found is None or not month:
        return None
    day = found["day"]
    return at(int(found["year"]), month, int(day) if day else None, before=before), len(found["year"]) < 3


def _in_figures(bare: str, *, before: bool) -> tuple[list[Span], bool]:
    """Read a date in figures; with strokes or hyphens the day or the month may come first, with points the day."""
    if found := _ISO.fullmatch(bare):
        perhaps_a_range = found[3] is None and int(found[2]) > int(found[1][-2:])
        day = int(found[3]) if found[3] else None
        return [] if perhaps_a_range else at(int(found[1]), int(found[2]), day, before=before), False
    if found := _NUMERIC.fullmatch(bare):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        orders = [(other, one)] if found[2] == "." else [(other, one), (one, other)]
        return [span for m, d in orders for span in at(year, m, d, before=before)], len(found[4]) < 3
    if found := _MONTH_YEAR.fullmatch(bare):
        return at(int(found[2]), int(found[1]), before=before), False
    return [], False

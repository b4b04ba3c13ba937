"""Years and dates: a more precise answer that agrees is right, a coarser one earns what the author set."""

from fractions import Fraction
from math import floor

from app.domain.kinds.numerical import Key, Response
from app.domain.rules.judged import ONE, ZERO, Judged, bounded, key_misfit, whole
from app.domain.typed.calendar import CENTURY, DECADE, Period, Span, years
from app.domain.typed.dates import read_time
from app.domain.typed.numbers import exact

Time = Span | Period

_EVER = 10**9
_FURTHER_YEARS = {DECADE: 9, CENTURY: 99}


def score_year(key: Key, response: Response) -> Judged:
    """Score by `year`: tolerances count years."""
    return _score(key, response, in_years=True)


def score_date(key: Key, response: Response) -> Judged:
    """Score by `date`: tolerances count days."""
    return _score(key, response, in_years=False)


def _score(key: Key, response: Response, *, in_years: bool) -> Judged:
    if not response.text.strip():
        return whole(ZERO, "blank")
    wanted = _of_key(key.answer)
    early = wanted.since.year if isinstance(wanted, Period) else wanted.year
    given = read_time(response.text, short_years=-100 < early < 100)
    if not given.times:
        return whole(ZERO, given.reason)
    judged = [_judge(key, wanted, time, in_years=in_years) for time in given.times]
    return max(judged, key=lambda one: one.fraction)


def _judge(key: Key, wanted: Time, given: Time, *, in_years: bool) -> Judged:
    if _agrees(given, wanted, exact(key.tolerance), in_years=in_years) or _in_range(key, given, wanted):
        return whole(ONE, "right")
    for number, foreseen in enumerate(key.foreseen):
        for form in (foreseen.answer, *foreseen.accept):
            if any(
                _agrees(given, time, ZERO, in_years=in_years)
                for time in read_time(form, short_years=True).times
            ):
                credit = bounded(exact(foreseen.credit), -ONE, ONE)
                return whole(credit, "foreseen", accepted_as=form, foreseen=number)
    near = [t for t in key.tiers if _agrees(given, wanted, exact(t.tolerance), in_years=in_years)]
    credit = bounded(max((exact(tier.credit) for tier in near), default=ZERO))
    if credit > 0:
        return whole(credit, "near")
    if isinstance(given, Span) and _is_coarser(given, wanted):
        return whole(bounded(exact(key.less_precise)), "less_precise")
    hedged = isinstance(given, Period) and isinstance(wanted, Span)
    return whole(ZERO, "hedged" if hedged else "wrong")


def _agrees(given: Time, wanted: Time, tolerance: Fraction, *, in_years: bool) -> bool:
    """Tell whether a time is the wanted one, or a more precise one inside it."""
    match given, wanted:
        case Period(), Period():
            since = _agrees(given.since, wanted.since, tolerance, in_years=in_years)
            return since and _agrees(given.until, wanted.until, tolerance, in_years=in_years)
        case Span(), Span():
            return given.grain <= wanted.grain and given.within(
                _widened(wanted, tolerance, in_years=in_years)
            )
        case Period(), Span():  # 1930-1939 says what the 1930s say
            ends = (given.since.first, given.until.last)
            return ends == (wanted.first, wanted.last)
        case _:
            return False


def _widened(span: Span, tolerance: Fraction, *, in_years: bool) -> Span:
    if tolerance < 0:
        raise key_misfit("numerical", "negative_tolerance")
    if not floor(tolerance):
        return span
    by = floor(tolerance)
    if in_years:
        last = span.year + _FURTHER_YEARS.get(span.grain, 0)
        return years(span.year - by, last + by, span.grain)
    return Span(span.first - by, span.last + by, span.year, span.grain)


def _in_range(key: Key, given: Time, wanted: Time) -> bool:
    """Tell whether a time lies in the range that the key leaves open; a bound left out is open."""
    if not (key.low or key.high) or isinstance(given, Period) or isinstance(wanted, Period):
        return False
    first = _edge(key.low).first if key.low else -_EVER
    last = _edge(key.high).last if key.high else _EVER
    return given.grain <= wanted.grain and first <= given.first and given.last <= last


def _is_coarser(given: Span, wanted: Time) -> bool:
    if isinstance(wanted, Period):
        return given.first <= wanted.since.first and wanted.until.last <= given.last
    return given.grain > wanted.grain and wanted.within(given)


def _of_key(text: str) -> Time:
    times = read_time(text, short_years=True).times
    if not times:
        raise key_misfit("numerical", "not_a_date")
    return times[0]


def _edge(text: str) -> Span:
    edge = _of_key(text)
    if isinstance(edge, Period):
        raise key_misfit("numerical", "not_a_date")
    return edge

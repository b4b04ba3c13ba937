"""Short answer and numerical: what is typed, foreseen answers, numbers, years and dates."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import assert_never

from app.domain.kinds import numerical, short_answer
from app.domain.kinds.numerical import AnswerAs
from app.domain.typed.calendar import DAY, YEAR, Period
from app.domain.typed.dates import read_time
from app.formats import author
from app.formats.making import Making, check_fraction, folded, make_text
from app.formats.yaml_events import Mapping

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
_YEAR = re.compile(r"[1-9]\d{2,3}", re.ASCII)
_TOLERANCE = re.compile(
    r"(?:(\d{1,15}(?:\.\d{1,15})?)(?! ?%|[\d.]))?(?: or )?(?:(\d{1,6}(?:\.\d{1,6})?) ?%)?", re.ASCII
)


def make_short_answer(
    making: Making, written: author.ShortAnswer | author.TypedGap, node: Mapping
) -> tuple[short_answer.Shown, short_answer.Key]:
    """Return the parts of a short answer question or gap."""
    right = {folded(written.key)}
    for form in written.accept:
        if folded(form) in right:
            making.findings.add("accept_repeats_key", node.lines["accept"], text=form)
        right.add(folded(form))
    foreseen = _make_foreseen(making, written.foreseen, node, right, folded)
    return short_answer.Shown(), short_answer.Key(written.key, tuple(written.accept), foreseen)


def make_numerical(
    making: Making, written: author.Numerical | author.NumberGap, node: Mapping
) -> tuple[numerical.Shown, numerical.Key]:
    """Return the parts of a numerical question or gap."""
    as_ = written.answer_as
    _check_number(making, written.key, as_, node.lines["key"])
    low, high = _range(making, written, node)
    tolerance, relative = _tolerance(making, written.tolerance, as_, node.lines.get("tolerance", node.line))
    if written.within and written.tolerance:
        making.findings.add("range_and_tolerance", node.lines["within"])
    for unit, factor in written.units.items():
        if not _NUMBER.fullmatch(factor) or Decimal(factor) <= 0:
            making.findings.add("bad_number", node["units"].lines[unit], text=factor)
    check_fraction(making, "less_precise", written.less_precise, node.lines.get("less_precise", node.line))
    foreseen = _make_foreseen(making, written.foreseen, node, {written.key}, str)
    key = numerical.Key(
        answer=written.key,
        low=low,
        high=high,
        tolerance=tolerance,
        relative=relative,
        tiers=_tiers(making, written, node),
        units=dict(written.units),
        less_precise=written.less_precise,
        decimal_comma=written.decimal_comma in ("yes", "true"),
        foreseen=foreseen,
    )
    return numerical.Shown(as_, written.unit), key


def _make_foreseen(
    making: Making, written: list[author.Foreseen], node: Mapping, right: set[str], fold: Callable[[str], str]
) -> tuple[short_answer.Foreseen, ...]:
    seen: set[str] = set()
    made: list[short_answer.Foreseen] = []
    for one, line in zip(written, node["foreseen"].lines if written else (), strict=True):
        for form in (one.answer, *one.accept):
            if fold(form) in right:
                making.findings.add("foreseen_is_right", line, text=form)
            if fold(form) in seen:
                making.findings.add("foreseen_twice", line, text=form)
            seen.add(fold(form))
        check_fraction(making, "credit", one.credit, line)
        made.append(short_answer.Foreseen(one.answer, tuple(one.accept), make_text(one.feedback), one.credit))
    return tuple(made)


def _range(making: Making, written: author.Numerical | author.NumberGap, node: Mapping) -> tuple[str, str]:
    if not written.within:
        return "", ""
    line = node.lines["within"]
    low, to, high = (part.strip() for part in written.within.partition(" to "))
    if not to:
        making.findings.add("bad_range", line, text=written.within)
        return "", ""
    as_ = written.answer_as
    if not all(_check_number(making, text, as_, line) for text in (low, high)) or not _is_number(
        written.key, as_
    ):
        return "", ""
    lowest, highest = _bounds(low, as_)[0], _bounds(high, as_)[1]
    first, last = _bounds(written.key, as_)
    if lowest > highest:
        making.findings.add("bad_range", line, text=written.within)
    elif not lowest <= first <= last <= highest:
        making.findings.add("key_outside_range", line, text=written.within, key=written.key)
    return low, high


def _tiers(
    making: Making, written: author.Numerical | author.NumberGap, node: Mapping
) -> tuple[numerical.Tier, ...]:
    made = []
    for tier, line in zip(written.tiers, node["tiers"].lines if written.tiers else (), strict=True):
        check_fraction(making, "credit", tier.credit, line)
        absolute, relative = _tolerance(making, tier.tolerance, written.answer_as, line)
        if absolute != "0" and relative != "0":
            making.findings.add("bad_tolerance", line, text=tier.tolerance)
        is_relative = relative != "0"
        made.append(numerical.Tier(relative if is_relative else absolute, tier.credit, is_relative))
    return tuple(made)


def _tolerance(making: Making, written: str, as_: AnswerAs, line: int) -> tuple[str, str]:
    """Read `5`, `5 %` or `5 or 5 %` as absolute and relative tolerance."""
    if not written:
        return "0", "0"
    found = _TOLERANCE.fullmatch(written)
    if not found or not any(found.groups()) or (" or " in written and not all(found.groups())):
        making.findings.add("bad_tolerance", line, text=written)
        return "0", "0"
    absolute, share = found.group(1) or "0", found.group(2)
    if as_ != "number" and (share or "." in absolute):
        making.findings.add("bad_tolerance", line, text=written)
    return absolute, plain_decimal(Decimal(share) / 100) if share else "0"


def plain_decimal(number: Decimal) -> str:
    """Return a number as decimal text without an exponent or zeros at its end."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _check_number(making: Making, written: str, as_: AnswerAs, line: int) -> bool:
    if _is_number(written, as_):
        return True
    making.findings.add(
        {"number": "bad_number", "year": "bad_year", "date": "bad_date"}[as_], line, text=written
    )
    return False


def _is_number(written: str, as_: AnswerAs) -> bool:
    match as_:
        case "number":
            return bool(_NUMBER.fullmatch(written))
        case "year":
            return bool(_YEAR.fullmatch(written)) or _is_time(written, finest=YEAR)
        case "date":
            return _is_time(written, finest=DAY)
        case _:
            assert_never(as_)


def _is_time(written: str, *, finest: int) -> bool:
    """Tell whether a text names one time, or the two ends of one, that is no finer than `finest`."""
    times = read_time(written).times
    if len(times) != 1:
        return False
    time = times[0]
    return (
        min(time.since.grain, time.until.grain) >= finest
        if isinstance(time, Period)
        else time.grain >= finest
    )


def _bounds(written: str, as_: AnswerAs) -> tuple[Decimal, Decimal]:
    """Return the first and the last number, or day, that a key stands for."""
    if as_ == "number":
        return Decimal(written), Decimal(written)
    time = read_time(written).times[0]
    first, last = (time.since, time.until) if isinstance(time, Period) else (time, time)
    return Decimal(first.first), Decimal(last.last)

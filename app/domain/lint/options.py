"""L01, L06, L10, L11, L14 and L17: choices that repeat, contain, sum up or do not resemble one another."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from app.domain.lint.asked import Finding, Options
from app.domain.lint.language import STOP, words
from app.domain.typed.normal import form_of

_ALIKE = 0.9
_SAME_START = 3
_SUMMING_UP = re.compile(
    r"^(?:(?:all|none|both|neither|any|either) (?:of )?(?:the )?(?:above|these|others|other answers|following)\b"
    r"|both [A-F](?: and|,) [A-F]\b|[A-F] and [A-F]$|(?:all|none|both)$)",
    re.IGNORECASE,
)
_UNIT = (
    r"(?:\s?(?P<{}>%|per ?cent|hundred|thousand|million|(?:(?:thousand|million) )?"
    r"(?:years?|months?|weeks?|days?|hours?|"
    r"people|persons|men|women|families|households|roubles|km|kilometres|miles|metres|tons|tonnes)))?"
)
_NUMBER = re.compile(rf"^[^\d]{{0,4}}(\d[\d ,.]*){_UNIT.format('unit')}$")
_RANGE = re.compile(
    rf"^(?:from |between |in )?(\d[\d,.]*){_UNIT.format('low_unit')}"
    rf"\s?(?:–|-|to|and|until)\s?(\d[\d,.]*){_UNIT.format('unit')}$",
    re.IGNORECASE,
)
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_YEARLIKE = re.compile(
    r"^(?:(?:in|the|year|by|after|before|around|about|since|until|early|late|mid)[ -])*\d{4}(?:s|[–-]\d{2,4})?$",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(
    r"\d|\b(?:none|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|"
    r"millions?|half|third|quarter|years?|months?|days?|century)\b",
    re.IGNORECASE,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"^(?:in |on )?(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{1,2}},?)? \d{{4}}$|^(?:in )?(?:the )?\d{{4}}s$|"
    r"^[A-Za-z]+ (?:of )?\d{4}$",
    re.IGNORECASE,
)


def check_options(options: Options) -> Iterator[Finding]:
    """Find choices that do not stand side by side as equals."""
    if len(options.all) < 2:
        return
    yield from _alike_or_inside(options)
    yield from _summing_up(options)
    yield from _odd_type(options)
    yield from _numbers(options)
    starts = {words(text)[:_SAME_START] for text in options.texts}
    start = next(iter(starts))
    if len(starts) == 1 and len(start) == _SAME_START:
        yield Finding("same_beginning", options.field, {"text": " ".join(start)})


def _alike_or_inside(options: Options) -> Iterator[Finding]:
    split = [(text, words(text), form_of(text).strict) for text in options.texts]
    for (one, mine, form), (other, theirs, other_form) in combinations(split, 2):
        if (form and form == other_form) or _say_the_same(mine, theirs):
            yield Finding("choices_alike", options.field, {"text": one, "other": other})
        elif _contains(mine, theirs):
            yield Finding("choice_inside_choice", options.field, {"text": one, "other": other})
        elif _contains(theirs, mine):
            yield Finding("choice_inside_choice", options.field, {"text": other, "other": one})


def _say_the_same(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether nearly all words of two choices are common to both, and stand in the same order."""
    common = set(mine) & set(theirs)
    if len(common) < _ALIKE * len({*mine, *theirs}):
        return False
    return [word for word in mine if word in common] == [word for word in theirs if word in common]


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether one choice stands in another, word for word."""
    size = len(short)
    if not 0 < size < len(long) or all(word in STOP for word in short):
        return False
    return any(long[start : start + size] == short for start in range(len(long) - size + 1))


def _summing_up(options: Options) -> Iterator[Finding]:
    for number, option in enumerate(options.all):
        if _SUMMING_UP.match(option.text):
            stays = option.fixed and number == len(options.all) - 1
            code = "all_of_above_moves" if options.shuffled and not stays else "all_of_above"
            yield Finding(code, options.field, {"text": option.text})


def _odd_type(options: Options) -> Iterator[Finding]:
    """Find a key that is the only one of its type: a number among names, a name among phrases."""
    if options.several_keys:
        return
    if _year_among_phrases(options):
        yield Finding("key_of_another_type", options.field, {"text": options.keys[0].text})
        return
    key = _type(options.keys[0].text) if options.keys else ""
    others = {_type(one.text) for one in options.distractors if not one.fixed}
    if key and len(others) == 1 and "" not in others and key not in others:
        yield Finding("key_of_another_type", options.field, {"text": options.keys[0].text})


def _year_among_phrases(options: Options) -> bool:
    """Tell whether the key alone is a year, or alone is none."""
    others = [one.text for one in options.distractors if not one.fixed]
    if len(options.keys) != 1 or len(others) < 2:
        return False
    key = options.keys[0].text
    if _YEARLIKE.match(key):
        return not any(map(_NUMBER_WORD.search, others))
    return not _NUMBER_WORD.search(key) and all(map(_YEARLIKE.match, others))


def _type(text: str) -> str:
    """Return what sort of choice a text is, "" where it cannot be told."""
    if _NUMBER.match(text) or _RANGE.match(text):
        return "number"
    if text.startswith(("“", '"')) and text.endswith(("”", '"')):
        return "quotation"
    if text.endswith("."):
        return "sentence"
    if _DATE.match(text):
        return "date"
    said = [word for word in text.split() if word.lower() not in STOP]
    if len(said) < 2:
        return ""
    return "name" if all(word[0].isupper() for word in said) else "phrase"


def _numbers(options: Options) -> Iterator[Finding]:
    texts = [option.text for option in options.all if not option.fixed]
    spans = [_span(text) for text in texts]
    known = [span for span in spans if span is not None]
    if len(known) < len(texts) or len(known) < 3:
        return
    if options.shuffled or known not in (sorted(known), sorted(known, reverse=True)):
        yield Finding("numbers_unsorted", options.field, {})
    ordered = sorted(known)
    for (low, high), (next_low, next_high) in pairwise(ordered):
        if next_low < high or (low, high) == (next_low, next_high):
            yield Finding("ranges_overlap", options.field, {"text": _shown(low, high)})
            return


def _span(text: str) -> tuple[float, float] | None:
    """Return a number or range of numbers as its two ends."""
    if found := _RANGE.match(text):
        unit = found["unit"] or ""
        low, high = _value(found[1], found["low_unit"] or unit), _value(found[3], unit)
        if high < low and len(found[3]) < len(found[1]):  # 1932–33
            high = _value(found[1][: len(found[1]) - len(found[3])] + found[3], unit)
        return (low, high)
    found = _NUMBER.match(text)
    if found is None:
        return None
    value = _value(found[1], found["unit"] or "")
    return (value, value)


def _value(digits: str, unit: str) -> float:
    try:
        plain = float(digits.replace(",", "").replace(" ", "").rstrip("."))
    except ValueError:
        return 0.0
    return plain * _SCALE.get(unit.split(" ")[0].lower(), 1)


def _shown(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"

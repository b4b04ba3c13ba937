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
_NUMBER = re.compile(r"^[^\d]{0,4}(\d[\d ,.]*)(?:\s?(?:%|per cent|million|thousand|years?|people))?$")
_RANGE = re.compile(r"^(?:from |between )?(\d[\d,.]*)\s?(?:–|-|to|and)\s?(\d[\d,.]*)$")
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
    key = _type(options.keys[0].text) if options.keys else ""
    others = {_type(one.text) for one in options.distractors if not one.fixed}
    if key and len(others) == 1 and "" not in others and key not in others:
        yield Finding("key_of_another_type", options.field, {"text": options.keys[0].text})


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
        low, high = _value(found[1]), _value(found[2])
        if high < low and len(found[2]) < len(found[1]):  # 1932–33
            high = _value(found[1][: len(found[1]) - len(found[2])] + found[2])
        return (low, high)
    found = _NUMBER.match(text)
    return (_value(found[1]), _value(found[1])) if found else None


def _value(digits: str) -> float:
    try:
        return float(digits.replace(",", "").replace(" ", "").rstrip("."))
    except ValueError:
        return 0.0


def _shown(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"

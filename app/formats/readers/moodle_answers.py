"""Moodle XML: the answers of each type of question to our fields."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from app.formats.readers.item import Fields, Item, StaysOut
from app.formats.readers.moodle_parts import Parts
from app.formats.readers.typed import Number, in_range, number_of, numerical_fields, short_answer_fields
from app.formats.readers.weighing import ONE, ZERO, Weighed, choice_fields, share_of, short
from app.formats.typed import plain_decimal

_NO = ("0", "false", "no")
_YES = ("1", "true", "yes")
_SHARES = {"100": ONE, "0": ZERO}


def choices(item: Item, parts: Parts) -> Fields:
    """Read a question with choices."""
    single = parts.value("single") not in _NO
    if not single:
        item.kind = "multiple_response"
    weighed = [
        Weighed(parts.words_of(one), _share(one), parts.feedback_of(one)) for one in parts.all("answer")
    ]
    if len(weighed) < 2:
        raise StaysOut("too_few_choices", count=len(weighed), lowest=2)
    return choice_fields(item, weighed, single=single) | _shuffle(parts)


def true_false(item: Item, parts: Parts) -> Fields:
    """Read a statement. Its two answers are called true and false, or stand in this order."""
    found = parts.all("answer")
    if len(found) != 2:
        raise StaysOut("none_right")
    names = [parts.typed_of(one).casefold() for one in found]
    ways = ("false", "true") if names[0] == "false" or names[1] == "true" else ("true", "false")
    shares = [_share(one) for one in found]
    if max(shares) <= 0:
        raise StaysOut("none_right")
    reasons = {way: parts.feedback_of(one) for way, one in zip(ways, found, strict=True)}
    fields: Fields = {"kind": "true_false", "key": ways[shares.index(max(shares))]}
    feedback = {way: reason for way, reason in reasons.items() if reason}
    return {**fields, "feedback": feedback} if feedback else fields


def short_answer(item: Item, parts: Parts) -> Fields:
    """Read a typed word."""
    if parts.value("usecase") in _YES:
        item.note("case_not_kept")
    weighed = [
        Weighed(parts.typed_of(one), _share(one), parts.feedback_of(one)) for one in parts.all("answer")
    ]
    return short_answer_fields(item, weighed)


def numerical(item: Item, parts: Parts) -> Fields:
    """Read a number, with its tolerance and its units."""
    numbers: list[Number] = []
    for one in parts.all("answer"):
        text, share = parts.typed_of(one), _share(one)
        if text in ("", "*") and share < ONE:
            item.note("any_answer_left_out")
            continue
        wide = one.findtext("tolerance") or "0"
        tolerance = in_range(item, abs(decimal_of(wide)), wide)
        numbers.append(Number(number_of(item, text), tolerance, share, parts.feedback_of(one)))
    if not numbers:
        raise StaysOut("none_right")
    fields = numerical_fields(item, numbers)
    units = _units(item, parts)
    return {**fields, "units": units} if units else fields


def matching(item: Item, parts: Parts) -> Fields:
    """Read pairs; an answer without its question belongs to none."""
    pairs: list[Fields] = []
    spare: dict[str, None] = {}
    for one in parts.all("subquestion"):
        premise = parts.words_of(one)
        answer = next((child for child in one if child.tag == "answer"), None)
        target = "" if answer is None else parts.typed_of(answer)
        if not target:
            raise StaysOut("pair_incomplete", text=short(premise))
        if premise:
            pairs.append({"premise": premise, "target": target})
        else:
            spare[target] = None
    used = {pair["target"] for pair in pairs}
    fields: Fields = {"kind": "matching", "pairs": pairs, **_shuffle(parts)}
    targets = [{"target": target} for target in spare if target not in used]
    return {**fields, "spare_targets": targets} if targets else fields


def decimal_of(text: str) -> Decimal:
    """Return a number of the file. Raises `StaysOut`."""
    try:
        number = Decimal(text.strip() or "0")
    except InvalidOperation as error:
        raise StaysOut("not_a_number", text=short(text)) from error
    if not number.is_finite() or number.adjusted() > 15:
        raise StaysOut("number_too_long", text=short(text))
    return number


def rounded(number: Decimal) -> str:
    """Return a number with at most six decimals."""
    return plain_decimal(number.quantize(Decimal("0.000001")))


def _share(answer: Any) -> Fraction:
    written = answer.get("fraction", "0").strip()
    if written in _SHARES:
        return _SHARES[written]
    try:
        return share_of(written or "0")
    except ValueError as error:
        raise StaysOut("not_a_number", text=short(written)) from error


def _shuffle(parts: Parts) -> Fields:
    return {"shuffle": "no"} if parts.value("shuffleanswers") in _NO else {}


def _units(item: Item, parts: Parts) -> dict[str, str]:
    """Return what each unit is worth in the first: the file says how many of it make one of the first."""
    found = next(iter(parts.all("units")), None)
    if found is None or parts.value("showunits") == "3":
        return {}
    units: dict[str, str] = {}
    for one in found:
        name = (one.findtext("unit_name") or "").strip()
        many = decimal_of(one.findtext("multiplier") or "1")
        worth = Decimal(1) / many if many > 0 else Decimal(0)
        if not name or worth * many != 1 or abs(worth.adjusted()) > 12:
            item.note("unit_left_out", text=name or "?")
            continue
        units[name] = plain_decimal(worth)
    return units

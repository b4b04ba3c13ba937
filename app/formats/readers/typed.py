"""Typed answers of other formats: words with what is accepted beside them, numbers with their tolerances."""

import re
from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from app.formats.making import folded
from app.formats.readers.item import Fields, Item, StaysOut
from app.formats.readers.weighing import ONE, Weighed, percent, short, written
from app.formats.typed import plain_decimal

_NUMBER = re.compile(r"[-+]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][-+]?\d{1,3})?", re.ASCII)
_LONGEST = 15


class Number(NamedTuple):
    """A number with its tolerance and its share of the points."""

    value: Decimal
    tolerance: Decimal
    share: Fraction
    feedback: str = ""


def short_answer_fields(item: Item, answers: Sequence[Weighed]) -> Fields:
    """Return the fields of a typed word. The first full answer is the key; what earns less is foreseen."""
    taken = _without_patterns(item, answers)
    right = [answer for answer in taken if answer.share is ONE or answer.share >= ONE]
    if not right:
        raise StaysOut(
            "none_right" if not any(answer.share > 0 for answer in answers) else "none_fully_right"
        )
    explain(item, right)
    seen = {folded(right[0].text)}
    fields: Fields = {"kind": "short_answer", "key": right[0].text}
    accept = [answer.text for answer in right[1:] if _is_new(answer.text, seen)]
    if accept:
        fields["accept"] = accept
    partly = (each for each in taken if each.share is not ONE and each.share < ONE)
    foreseen = [_foreseen(each) for each in partly if _is_new(each.text, seen)]
    if foreseen:
        fields["foreseen"] = foreseen
    return fields


def _without_patterns(item: Item, answers: Sequence[Weighed]) -> list[Weighed]:
    """Return the answers that are words; a star stands for any words there, which has no place here."""
    taken = []
    for answer in answers:
        if answer.text.strip() == "*":
            item.note("any_answer_left_out")
        elif not answer.text.strip():
            item.note("empty_answer_left_out")
        elif "*" in answer.text.replace("\\*", ""):
            if answer.share >= ONE and not any(
                other.share >= ONE and "*" not in other.text.replace("\\*", "") for other in answers
            ):
                raise StaysOut("pattern_is_key", text=short(answer.text))
            item.note("pattern_left_out", text=short(answer.text))
        else:
            taken.append(answer._replace(text=answer.text.replace("\\*", "*")))
    return taken


def _is_new(text: str, seen: set[str]) -> bool:
    form = folded(text)
    is_new = form not in seen
    seen.add(form)
    return is_new


def _foreseen(answer: Weighed) -> Fields:
    made: Fields = {"answer": answer.text}
    if answer.feedback:
        made["feedback"] = answer.feedback
    if answer.share > 0:
        made["credit"] = written(answer.share)
    return made


def explain(item: Item, right: Sequence[Weighed | Number]) -> None:
    """Put what is told with a right typed answer to the explanation, where whoever answered rightly reads it."""
    told = dict.fromkeys(answer.feedback for answer in right if answer.feedback)
    item.explanation = "\n\n".join([*told, *([item.explanation] if item.explanation else [])])


def number_of(item: Item, text: str) -> Decimal:
    """Return a number; a comma for decimals is taken, and told. Raises `StaysOut`."""
    bare = text.strip().replace("\u2212", "-")
    if bare.count(",") == 1 and "." not in bare:
        item.note("decimal_comma_read", text=short(bare))
        bare = bare.replace(",", ".")
    if not _NUMBER.fullmatch(bare):
        raise StaysOut("not_a_number", text=short(text))
    return in_range(item, Decimal(bare), text)


def in_range(item: Item, number: Decimal, text: str) -> Decimal:
    """Return a number with as many digits as ours may have, and tell where it was rounded. Raises `StaysOut`."""
    if number and number.adjusted() >= _LONGEST:
        raise StaysOut("number_too_long", text=short(text))
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_LONGEST:
        with localcontext(prec=2 * _LONGEST + 5):
            rounded = number.quantize(Decimal(1).scaleb(-_LONGEST))
        if rounded != number:
            item.note("number_rounded", text=short(text))
        return rounded
    return number


def numerical_fields(item: Item, numbers: Sequence[Number]) -> Fields:
    """Return the fields of a number: the first full answer is the key, others are tiers or foreseen."""
    right = [number for number in numbers if number.share is ONE or number.share >= ONE]
    if not right:
        raise StaysOut("none_right" if not any(each.share > 0 for each in numbers) else "none_fully_right")
    explain(item, right)
    key = right[0]
    fields: Fields = {"kind": "numerical", "key": plain_decimal(key.value)}
    if key.tolerance:
        fields["tolerance"] = plain_decimal(key.tolerance)
    seen = {key.value}
    tiers: list[Fields] = []
    foreseen: list[Fields] = []
    for other in numbers:
        if other is key:
            continue
        if other.value == key.value and key.tolerance < other.tolerance and other.share < ONE:
            tiers.append({"tolerance": plain_decimal(other.tolerance), "credit": written(other.share)})
            if other.feedback:
                item.note("tier_reason_left_out", text=plain_decimal(other.tolerance))
        elif other.value in seen:
            item.note("number_repeated", text=plain_decimal(other.value))
        elif other.tolerance and other.share > 0:
            raise StaysOut("several_ranges", text=plain_decimal(other.value), percent=percent(other.share))
        else:
            if other.tolerance:
                item.note("wrong_range_narrowed", text=plain_decimal(other.value))
            seen.add(other.value)
            foreseen.append(_foreseen(Weighed(plain_decimal(other.value), other.share, other.feedback)))
    if tiers:
        fields["tiers"] = tiers
    if foreseen:
        fields["foreseen"] = foreseen
    return fields

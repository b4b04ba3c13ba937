"""Weighted answers, as other formats give them, to our choices with the rule that scores them in the same way."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from app.formats.readers.item import Fields, Item, StaysOut

ONE, ZERO = Fraction(1), Fraction(0)
_PERCENT = re.compile(r"[-+]?\d{1,4}(?:\.\d{0,12})?", re.ASCII)
_NEAR = Fraction(1, 20_000)
_ROUNDED = Fraction(1, 100)


class Weighed(NamedTuple):
    """An answer with its share of the points, and the reason told with it."""

    text: str
    share: Fraction
    feedback: str = ""


def share_of(percent: str) -> Fraction:
    """Return what a percentage such as 33.33333 means as a share: 1/3. Raises ValueError."""
    bare = "".join(percent.split()).replace(",", ".")
    if not _PERCENT.fullmatch(bare):
        raise ValueError(percent)
    share = Fraction(bare) / 100
    simple = share.limit_denominator(12)
    return simple if abs(simple - share) < _NEAR else share


def written(share: Fraction) -> str:
    """Return a share as our format writes it."""
    if share.denominator > 999_999:
        share = share.limit_denominator(999_999)
    return str(share)


def choice_fields(item: Item, choices: Sequence[Weighed], *, single: bool) -> Fields:
    """Return the fields of a question with choices: one key, or several that are ticked."""
    if not all(choice.text for choice in choices):
        raise StaysOut("choice_empty")
    # Identity spares most of the slow comparisons of fractions.
    right = [choice for choice in choices if choice.share is ONE or choice.share == ONE]
    if single and len(right) == 1:
        key = right[0]
        for choice in choices:
            if choice is not key and choice.share is not ZERO and choice.share:
                item.note("part_credit_lost", text=short(choice.text), percent=percent(choice.share))
        return {"kind": "single_choice", "choices": [_choice(each, each is key) for each in choices]}
    if not any(choice.share > 0 for choice in choices):
        raise StaysOut("none_right")
    if all(choice.share > 0 for choice in choices):
        raise StaysOut("no_wrong_choice")
    if single and not right:
        raise StaysOut("none_fully_right")
    if single:
        item.note("several_right_ticked", count=len(right))
        choices = _equal_shares(choices)
    return _several(item, choices)


def _several(item: Item, choices: Sequence[Weighed]) -> Fields:
    choices = _mended(item, choices)
    keys = [choice.share for choice in choices if choice.share > 0]
    others = {choice.share for choice in choices if choice.share <= 0}
    made = [_choice(choice, choice.share > 0) for choice in choices]
    fields: Fields = {"kind": "multiple_response", "choices": made}
    if set(keys) == {Fraction(1, len(keys))}:
        if others == {Fraction(-1, len(choices) - len(keys))}:
            return fields
        if others == {Fraction(-1, len(keys))}:
            return {**fields, "scoring": "equal_penalty"}
    for one, choice in zip(made, choices, strict=True):
        one["weight"] = written(choice.share)
    return {**fields, "scoring": "map_response"}


def _equal_shares(choices: Sequence[Weighed]) -> list[Weighed]:
    """Give the right choices equal shares of the points; others lose what the file takes for them."""
    share = Fraction(1, sum(choice.share == ONE for choice in choices))
    return [
        choice._replace(share=share)
        if choice.share == ONE
        else choice._replace(share=min(choice.share, ZERO))
        for choice in choices
    ]


def _mended(item: Item, choices: Sequence[Weighed]) -> Sequence[Weighed]:
    """Say where shares do not add up to all of the points; equal ones that were rounded are made whole."""
    keys = [choice.share for choice in choices if choice.share > 0]
    total = sum(keys, ZERO)
    if total == ONE:
        return choices
    equal = Fraction(1, len(keys))
    if len(set(keys)) == 1 and abs(keys[0] - equal) <= _ROUNDED:
        item.note("weights_rounded", text=percent(keys[0]), share=str(equal))
        return [choice._replace(share=equal) if choice.share > 0 else choice for choice in choices]
    item.note("weights_do_not_add_up", percent=percent(total))
    return choices


def _choice(choice: Weighed, is_key: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"key" if is_key else "distractor": choice.text}
    if choice.feedback:
        made["feedback"] = choice.feedback
    return made


def percent(share: Fraction) -> str:
    """Return a share as people write it, such as 33.33 %."""
    return f"{float(share * 100):.5g} %"


def short(text: str) -> str:
    """Return the beginning of a text, to be quoted in a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}..."

"""GIFT, last step: what stands in the braces to the fields of a question."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, Protocol

from app.formats.readers.item import Fields, Item, StaysOut
from app.formats.readers.typed import Number, number_of, numerical_fields, short_answer_fields
from app.formats.readers.weighing import ONE, ZERO, Weighed, choice_fields, share_of, short

_SIGN = re.compile(r"([=~])")
_WEIGHT = re.compile(r"\s*%\s*(-?\s*\d{1,4}(?:[.,]\d{0,12})?)\s*%", re.ASCII)
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


class Say(Protocol):
    """Reads a text as words; a typed answer is read on one line, without mark-up."""

    def __call__(self, text: str, *, typed: bool = False) -> str: ...


class Answer(NamedTuple):
    """One answer as it is written: its sign (= or ~, "" for none), weight, text and feedback."""

    sign: str
    weight: Fraction | None
    text: str
    feedback: str

    def share(self) -> Fraction:
        """Return its share of the points."""
        if self.weight is not None:
            return self.weight
        return ZERO if self.sign == "~" else ONE


def read_answers(item: Item, inner: str, say: Say) -> None:
    """Put the fields of a question to its item, by what stands in its braces. Raises `StaysOut`."""
    inner, _, general = inner.partition("####")
    item.explanation = say(general)
    inner = inner.strip()
    if not inner:
        item.kind = "essay"
        raise StaysOut("kind_essay")
    item.kind = _kind(inner)
    match item.kind:
        case "numerical":
            item.fields = _numerical(item, inner[1:], say)
        case "choice":
            item.fields = _choices(item, inner, say)
        case "matching":
            item.fields = _matching(item, inner, say)
        case "true_false":
            item.fields = _true_false(item, inner, say)
        case _:
            item.fields = _short_answer(item, inner, say)
    item.kind = item.fields["kind"]


def _kind(inner: str) -> str:
    if inner[0] == "#":
        return "numerical"
    if "~" in inner:
        return "choice"
    if "=" in inner:
        return "matching" if "->" in inner else "short_answer"
    return "true_false" if inner.partition("#")[0].strip().upper() in _TRUTH else "short_answer"


def _answers(item: Item, inner: str) -> list[Answer]:
    """Divide what stands in the braces into answers."""
    parts = _SIGN.split(inner)
    found: list[Answer] = []
    if parts[0].strip():
        found.append(_answer("", parts[0]))
    number = 1
    while number < len(parts):
        sign, text = parts[number], parts[number + 1]
        number += 2
        if sign == "=" and not text.strip() and number < len(parts) and parts[number] == "~":
            item.note("two_signs")  # “=~”: the weight behind it says what it is worth
            continue
        found.append(_answer(sign, text))
    return found


def _answer(sign: str, text: str) -> Answer:
    weight = None
    if "%" in text and (found := _WEIGHT.match(text)):
        weight = share_of(found[1])
        text = text[found.end() :]
    if "#" in text:
        text, _, feedback = text.partition("#")
        return Answer(sign, weight, text.strip(), feedback.strip())
    return Answer(sign, weight, text.strip(), "")


def _weighed(answer: Answer, say: Say, *, typed: bool = False) -> Weighed:
    feedback = say(answer.feedback) if answer.feedback else ""
    return Weighed(say(answer.text, typed=typed), answer.share(), feedback)


def _choices(item: Item, inner: str, say: Say) -> Fields:
    item.kind = "single_choice"
    answers = _answers(item, inner)
    if not answers[0].sign:
        raise StaysOut("words_before_answers", text=short(say(answers[0].text)))
    single = any(answer.sign == "=" for answer in answers)
    if not single:
        item.kind = "multiple_response"
    choices = [_weighed(_with_text(item, answer), say) for answer in answers]
    return choice_fields(item, choices, single=single)


def _with_text(item: Item, answer: Answer) -> Answer:
    """Return an answer whose text begins with the sign of feedback, such as a colour's code, with its text."""
    if answer.text or not answer.feedback:
        return answer
    item.note("feedback_taken_as_text", text=short(f"#{answer.feedback}"))
    return answer._replace(text=f"#{answer.feedback}", feedback="")


def _short_answer(item: Item, inner: str, say: Say) -> Fields:
    answers = _answers(item, inner)
    if not answers[0].sign:
        item.note("answer_without_sign", text=short(say(answers[0].text)))
    return short_answer_fields(item, [_weighed(answer, say, typed=True) for answer in answers])


def _true_false(item: Item, inner: str, say: Say) -> Fields:
    """Read a truth. The first reason is for whoever answered wrongly, the second for who answered rightly."""
    said, *reasons = (part.strip() for part in inner.split("#"))
    if said.islower():
        item.note("truth_in_small_letters", text=said)
    is_true = _TRUTH[said.upper()]
    wrong, right = (*(say(reason) for reason in reasons[:2]), "", "")[:2]
    if len(reasons) > 2:
        item.note("more_reasons_left_out", count=len(reasons) - 2)
    feedback = {"true": right if is_true else wrong, "false": wrong if is_true else right}
    fields: Fields = {"kind": "true_false", "key": "true" if is_true else "false"}
    feedback = {name: reason for name, reason in feedback.items() if reason}
    return {**fields, "feedback": feedback} if feedback else fields


def _matching(item: Item, inner: str, say: Say) -> Fields:
    pairs: list[Fields] = []
    spare: dict[str, None] = {}
    for answer in _answers(item, inner):
        premise, arrow, target = answer.text.partition("->")
        words, match = say(premise), say(target)
        if not arrow or not match:
            raise StaysOut("pair_incomplete", text=short(words))
        if answer.feedback:
            item.note("pair_reason_left_out", text=short(words or match))
        if words:
            pairs.append({"premise": words, "target": match})
        else:
            spare[match] = None
    used = {pair["target"] for pair in pairs}
    fields: Fields = {"kind": "matching", "pairs": pairs}
    targets = [{"target": target} for target in spare if target not in used]
    return {**fields, "spare_targets": targets} if targets else fields


def _numerical(item: Item, inner: str, say: Say) -> Fields:
    numbers: list[Number] = []
    for answer in _answers(item, inner):
        text = say(answer.text, typed=True)
        if text in ("", "*") and answer.share() != ONE:
            item.note("any_answer_left_out")
            continue
        value, tolerance = _number(item, text)
        numbers.append(Number(value, tolerance, answer.share(), say(answer.feedback)))
    if not numbers:
        raise StaysOut("none_right")
    return numerical_fields(item, numbers)


def _number(item: Item, text: str) -> tuple[Decimal, Decimal]:
    """Read `3`, `3:0.5` or `2.5..3.5` as a number with its tolerance."""
    low, dots, high = text.partition("..")
    if dots:
        first, last = number_of(item, low), number_of(item, high)
        if first > last:
            raise StaysOut("range_turned_round", text=short(text))
        return (first + last) / 2, (last - first) / 2
    value, _, tolerance = text.partition(":")
    return number_of(item, value), abs(number_of(item, tolerance)) if tolerance.strip() else Decimal(0)

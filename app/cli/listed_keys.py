"""The key of a question as lines of text, for each kind."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from app.cli.listed_weighing import STEP, choice_lines, reason_line, weighed_lines
from app.services.views.listed import ListedForeseen, ListedGap, ListedQuestion, ListedWithin


def key_lines(one: ListedQuestion) -> Iterator[str]:
    """Tell what is right and the reasons."""
    match one.kind:
        case "true_false":
            yield from _true_or_false(one)
        case "matching":
            yield from _pairs(one)
        case "ordering":
            yield from _steps(one)
        case "cloze":
            yield from _text_with_gaps(one)
        case "short_answer" | "numerical":
            yield from _typed(one)
        case "evidence" | "two_sources" | "status_sort" | "source_support":
            yield from weighed_lines(one)
        case _:
            yield from choice_lines(one.choices)


def _true_or_false(one: ListedQuestion) -> Iterator[str]:
    for value, word in (("true", "True"), ("false", "False")):
        yield f"{'*' if one.key is (value == 'true') else '-'} {word}"
        yield from reason_line(one.feedback.get(value, ""))


def _pairs(one: ListedQuestion) -> Iterator[str]:
    pairs: Any = one.key
    for pair in pairs:
        yield f"* {pair['premise']} = {pair['target']}"
        for part in dict.fromkeys(pair.values()):
            yield from reason_line(one.feedback.get(part, ""))
    for target in one.spare:
        yield f"- {target} (belongs to none)"
        yield from reason_line(one.feedback.get(target, ""))


def _steps(one: ListedQuestion) -> Iterator[str]:
    groups: Any = one.key
    for number, group in enumerate(groups, 1):
        for item in group:
            yield f"{number}. {item}"
            yield from reason_line(one.feedback.get(item, ""))


def _text_with_gaps(one: ListedQuestion) -> Iterator[str]:
    text = one.text
    for number, gap in enumerate(one.gaps, 1):
        text = text.replace(f"{{{gap.id}}}", f"[{number}]")
    yield text
    for number, gap in enumerate(one.gaps, 1):
        yield f"[{number}]"
        yield from (f"  {line}" for line in (choice_lines(gap.choices) if gap.choices else _typed(gap)))


def _typed(one: ListedQuestion | ListedGap) -> Iterator[str]:
    unit = f" {one.within.unit}" if one.within is not None and one.within.unit else ""
    yield f"* {one.key}{unit}"
    if one.accept:
        yield f"{STEP}Accepted too: {'; '.join(one.accept)}"
    if one.within is not None:
        yield from (f"{STEP}{line}" for line in _numbers(one.within))
    for foreseen in one.foreseen:
        yield from _foreseen(foreseen)


def _numbers(within: ListedWithin) -> Iterator[str]:
    if within.low or within.high:
        yield f"Accepted: {within.low} to {within.high}"
    else:
        yield _room(within.tolerance, within.relative)
    for tier in within.tiers:
        room = _share(tier.tolerance) if tier.relative else tier.tolerance
        yield f"{tier.credit} of the points: {room} more or less"
    if _is_some(within.less_precise):
        yield f"{within.less_precise} of the points: a less precise answer that agrees"
    if within.units:
        yield f"Units: {', '.join(within.units)}"


def _room(tolerance: str, relative: str) -> str:
    rooms = [tolerance] if _is_some(tolerance) else []
    rooms += [_share(relative)] if _is_some(relative) else []
    if not rooms:
        return "Accepted: this value alone"
    larger = ", whichever is larger" if len(rooms) > 1 else ""
    return f"Accepted: {' or '.join(rooms)} more or less{larger}"


def _foreseen(one: ListedForeseen) -> Iterator[str]:
    credit = f" ({one.credit} of the points)" if one.credit != "0" else ""
    yield f"- {'; '.join((one.answer, *one.accept))}{credit}"
    yield from reason_line(one.feedback)


def _is_some(number: str) -> bool:
    return number.strip("0.") != ""


def _share(number: str) -> str:
    return f"{(Decimal(number) * 100).normalize():f} %"

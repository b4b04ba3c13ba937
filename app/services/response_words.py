"""Responses and keys in the authors' words, for files that people read elsewhere."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from app.domain.ids import PartId
from app.domain.kinds import (
    Response,
    cloze,
    evidence,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    source_support,
    status_sort,
    true_false,
    two_sources,
)
from app.domain.question import AnswerKey, ShownQuestion
from app.services.weighed_words import BETWEEN, describe_weighed

GOES_TO = " = "


def describe_response(shown: ShownQuestion, response: Response) -> str:
    """Return a response in words; "" where it is blank."""
    words = part_words(shown)
    match response:
        case single_choice.Response(choice=choice):
            return words[choice] if choice is not None else ""
        case multiple_response.Response(choices=choices):
            return _join(words, choices)
        case true_false.Response(answer=answer):
            return "" if answer is None else str(answer).lower()
        case short_answer.Response(text=text) | numerical.Response(text=text):
            return text
        case matching.Response(pairs=pairs):
            return _join_pairs(words, pairs)
        case ordering.Response(order=order):
            return _join(words, order)
        case cloze.Response(gaps=gaps):
            return BETWEEN.join(words.get(PartId(given), given) for given in gaps.values())
        case (
            evidence.Response() | two_sources.Response() | status_sort.Response() | source_support.Response()
        ):
            return describe_weighed(shown.body, words, response)
        case _ as unreachable:
            assert_never(unreachable)


def describe_key(shown: ShownQuestion, key: AnswerKey) -> str:
    """Return what is right in words."""
    words = part_words(shown)
    match key.body:
        case single_choice.Key(correct=choice):
            return words[choice]
        case multiple_response.Key(correct=choices, order=order):
            return _join(words, (choice for choice in order if choice in choices))
        case true_false.Key(correct=correct):
            return str(correct).lower()
        case short_answer.Key(answer=answer) | numerical.Key(answer=answer):
            return answer
        case matching.Key(pairs=pairs, premise_order=order):
            return _join_pairs(words, {premise: pairs[premise] for premise in order if premise in pairs})
        case ordering.Key(groups=groups):
            return _join(words, (part for group in groups for part in group))
        case cloze.Key(gaps=gaps):
            return BETWEEN.join(_gap_key(words, gap.body) for gap in gaps)
        case evidence.Key() | two_sources.Key() | status_sort.Key() | source_support.Key() as weighed:
            return describe_weighed(shown.body, words, weighed)
        case _ as unreachable:
            assert_never(unreachable)


def _gap_key(words: Mapping[PartId, str], key: cloze.GapKey) -> str:
    match key:
        case single_choice.Key(correct=choice):
            return words[choice]
        case short_answer.Key(answer=answer) | numerical.Key(answer=answer):
            return answer
        case _ as unreachable:
            assert_never(unreachable)


def part_words(shown: ShownQuestion) -> dict[PartId, str]:
    """Return the words of every part that can be chosen."""
    match shown.body:
        case single_choice.Shown(choices) | multiple_response.Shown(choices):
            return {choice.id: choice.text.plain() for choice in choices}
        case matching.Shown(premises, targets):
            return {side.id: side.text.plain() for side in (*premises, *targets)}
        case ordering.Shown(items):
            return {side.id: side.text.plain() for side in items}
        case cloze.Shown(gaps=gaps):
            bodies = [gap.body for gap in gaps]
            return {
                choice.id: choice.text.plain()
                for body in bodies
                if isinstance(body, single_choice.Shown)
                for choice in body.choices
            }
        case evidence.Shown(answer=answer):
            return {choice.id: choice.text.plain() for choice in answer.choices} if answer else {}
        case status_sort.Shown(statements):
            return {side.id: side.text.plain() for side in statements}
        case (
            true_false.Shown()
            | short_answer.Shown()
            | numerical.Shown()
            | two_sources.Shown()
            | source_support.Shown()
        ):
            return {}
        case _ as unreachable:
            assert_never(unreachable)


def _join(words: Mapping[PartId, str], parts: Iterable[PartId]) -> str:
    return BETWEEN.join(words[part] for part in parts)


def _join_pairs(words: Mapping[PartId, str], pairs: Mapping[PartId, PartId]) -> str:
    return BETWEEN.join(f"{words[premise]}{GOES_TO}{words[target]}" for premise, target in pairs.items())

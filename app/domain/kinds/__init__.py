"""The question kinds: for each what is shown, what is right and what a response holds."""

from typing import get_args

from app.domain.kinds import (
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

WeighingShown = evidence.Shown | two_sources.Shown | status_sort.Shown | source_support.Shown
WeighingKey = evidence.Key | two_sources.Key | status_sort.Key | source_support.Key
WeighingResponse = evidence.Response | two_sources.Response | status_sort.Response | source_support.Response

ShownBody = (
    single_choice.Shown
    | multiple_response.Shown
    | true_false.Shown
    | short_answer.Shown
    | numerical.Shown
    | matching.Shown
    | ordering.Shown
    | cloze.Shown
    | WeighingShown
)
KeyBody = (
    single_choice.Key
    | multiple_response.Key
    | true_false.Key
    | short_answer.Key
    | numerical.Key
    | matching.Key
    | ordering.Key
    | cloze.Key
    | WeighingKey
)
Response = (
    single_choice.Response
    | multiple_response.Response
    | true_false.Response
    | short_answer.Response
    | numerical.Response
    | matching.Response
    | ordering.Response
    | cloze.Response
    | WeighingResponse
)

KINDS: tuple[str, ...] = tuple(str(body.__struct_config__.tag) for body in get_args(ShownBody))
"""The names of all kinds, as they stand in question sets, in the library and in exports."""


def kind_of(value: ShownBody | KeyBody | Response) -> str:
    """Return the kind's name of a shown part, a key or a response."""
    return str(value.__struct_config__.tag)


def is_blank(response: Response) -> bool:
    """Tell whether a response holds nothing at all."""
    match response:
        case single_choice.Response(choice=choice):
            return choice is None
        case multiple_response.Response(choices=choices):
            return not choices
        case true_false.Response(answer=answer):
            return answer is None
        case short_answer.Response(text=text) | numerical.Response(text=text):
            return not text.strip()
        case matching.Response(pairs=pairs):
            return not pairs
        case ordering.Response(order=order):
            return not order
        case cloze.Response(gaps=gaps):
            return not any(value.strip() for value in gaps.values())
        case evidence.Response(place=place, choice=choice):
            return place is None and choice is None
        case two_sources.Response(relation=relation, places=places):
            return relation is None and places == (None, None)
        case status_sort.Response(statuses=statuses, voices=voices):
            return not statuses and not voices
        case source_support.Response(support=support):
            return support is None

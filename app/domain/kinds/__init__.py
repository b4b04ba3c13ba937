"""The question kinds: for each what is shown, what is right and what a response holds."""

from typing import get_args

from app.domain.kinds import (
    cloze,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    true_false,
)

ShownBody = (
    single_choice.Shown
    | multiple_response.Shown
    | true_false.Shown
    | short_answer.Shown
    | numerical.Shown
    | matching.Shown
    | ordering.Shown
    | cloze.Shown
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

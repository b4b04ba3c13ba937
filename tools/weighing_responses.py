"""Responses to the kinds that weigh sources, right and otherwise, for tools that answer questions by themselves."""

from typing import assert_never

from app.domain.kinds import (
    Response,
    ShownBody,
    WeighingKey,
    WeighingShown,
    evidence,
    source_support,
    status_sort,
    two_sources,
)


def right_weighing(key: WeighingKey) -> Response:
    """Return the response that is right."""
    match key:
        case evidence.Key(places=places, answer=answer):
            return evidence.Response(places[0], answer.correct if answer is not None else None)
        case two_sources.Key(relation=relation, places=(first, second)):
            return two_sources.Response(
                relation, (first[0] if first else None, second[0] if second else None)
            )
        case status_sort.Key(statuses=statuses, voices=voices):
            return status_sort.Response(statuses, voices)
        case source_support.Key(support=support):
            return source_support.Response(support)
        case _:
            assert_never(key)


def half_right_weighing(shown: ShownBody, key: WeighingKey) -> Response:
    """Return a response that is wrong in something, and right in the rest where the kind has parts."""
    match shown, key:
        case evidence.Shown(passage=passage), evidence.Key(places=places, listed=listed, answer=answer):
            others = [*listed, *(one.at for one in passage.sentences)]
            place = next((at for at in others if at not in places), None)
            return evidence.Response(place, answer.correct if answer is not None else None)
        case two_sources.Shown(passages=(passage, _)), two_sources.Key(
            relation=relation, places=(first, second)
        ):
            other = next((one.at for one in passage.sentences if one.at not in first), None)
            return two_sources.Response(relation, (other, second[0] if second else None))
        case _, status_sort.Key(statuses=statuses, voices=voices, order=(_, *rest)):
            return status_sort.Response(
                {one: statuses[one] for one in rest if one in statuses},
                {one: voices[one] for one in rest if one in voices},
            )
        case _, source_support.Key(support=support):
            return source_support.Response("partly" if support != "partly" else "supports")
        case _:
            raise TypeError(type(shown))


def some_weighing(shown: WeighingShown) -> Response:
    """Return a response that fits a question, right or wrong."""
    match shown:
        case evidence.Shown(passage=passage, answer=answer):
            return evidence.Response(passage.first, answer.choices[0].id if answer is not None else None)
        case two_sources.Shown(passages=(first, second)):
            return two_sources.Response("agree", (first.first, second.first))
        case status_sort.Shown(statements=statements, ask=ask):
            parts = [one.id for one in statements]
            return status_sort.Response(
                {} if ask == "voice" else dict.fromkeys(parts, "contested"),
                {} if ask == "status" else dict.fromkeys(parts, "essay"),
            )
        case source_support.Shown():
            return source_support.Response("partly")
        case _:
            assert_never(shown)

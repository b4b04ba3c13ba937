"""What is still empty in an answer of several parts, said once before it is checked."""

from app.domain.kinds import (
    Response,
    ShownBody,
    cloze,
    evidence,
    is_blank,
    matching,
    status_sort,
    two_sources,
)
from app.words.counts import counted

_AGAIN = "Enter again checks all the same."


def still_empty(body: ShownBody, response: Response) -> str:
    """Return a sentence on what a half-filled answer leaves out; "" where nothing is missing, or all of it."""
    if is_blank(response):
        return ""
    missing = _missing(body, response)
    return f"{missing} {_AGAIN}" if missing else ""


def _missing(body: ShownBody, response: Response) -> str:
    match body, response:
        case matching.Shown(premises=premises), matching.Response(pairs=pairs):
            return _count(len(premises) - len(pairs), "line")
        case cloze.Shown(gaps=gaps), cloze.Response(gaps=given):
            return _count(len(gaps) - sum(1 for value in given.values() if value.strip()), "gap")
        case status_sort.Shown(statements=statements, ask=ask), status_sort.Response() as given:
            asked = len(statements) * (2 if ask == "both" else 1)
            return _count(asked - len(given.statuses) - len(given.voices), "line")
        case evidence.Shown(answer=answer), evidence.Response(place=place, choice=choice):
            if place is None:
                return "No sentence is chosen yet."
            return "No answer is chosen yet." if answer is not None and choice is None else ""
        case two_sources.Shown(), two_sources.Response() as given:
            return _missing_of_two(given)
        case _:
            return ""


def _missing_of_two(given: two_sources.Response) -> str:
    if given.relation is None:
        return "How the two stand to each other is not chosen yet."
    if given.relation == "unrelated":
        return ""  # there is no sentence to choose
    first, second = (place is None for place in given.places)
    if first and second:
        return "No sentence is chosen yet."
    if first or second:
        return f"No sentence is chosen in the {'first' if first else 'second'} passage."
    return ""


def _count(empty: int, what: str) -> str:
    if empty <= 0:
        return ""
    return f"{counted(empty, what)} {'is' if empty == 1 else 'are'} still empty."

"""What became of one judged part, in a shape and a few words."""

from typing import Final, Literal

from app.domain.kinds.short_answer import Foreseen
from app.services.views import JudgedPart

PartState = Literal["correct", "partly", "wrong", "blank"]

_WHY: Final = {
    "other_term": "This is a term of its own, so it was not taken for a slip of the hand.",
    "between_terms": "This could stand for two different words, so it was not taken for a slip of the hand.",
    "negation": "A word in it turns the meaning round.",
    "number_differs": "A number in it is another.",
    "near": "Near the answer, but not near enough for the whole point.",
    "not_a_number": "This could not be read as a number. Figures alone can always be read, such as 1250 or 12.5.",
    "hedged": "An answer with \u201cabout\u201d, \u201cor\u201d or a range does not settle on one value.",
    "grouping": "The marks between its figures can be read in two ways. Written without them it is clear.",
    "too_large": "This number is too large to be compared.",
    "unknown_unit": "The unit in it is not one that fits this question.",
    "less_precise": "It agrees, but it is less exact than what was asked.",
    "not_a_date": "This could not be read as a date. A year has four figures; a day reads like 5 March 1953.",
    "two_digits": "A year is read only with all four figures.",
}


def state_of(part: JudgedPart | None) -> PartState:
    """Return how a part is shown; one that was not judged was left empty."""
    if part is None or part.code == "blank":
        return "blank"
    if part.fraction >= 1:
        return "correct"
    return "partly" if part.fraction > 0 else "wrong"


def typed_reason(foreseen: tuple[Foreseen, ...], part: JudgedPart | None) -> str:
    """Return why a typed answer was marked so: the author's words for a foreseen one, else ours, else ""."""
    if part is None or state_of(part) in ("correct", "blank"):
        return ""
    if part.foreseen is not None and part.foreseen < len(foreseen):
        return foreseen[part.foreseen].feedback.plain()
    return _WHY.get(part.code, "")

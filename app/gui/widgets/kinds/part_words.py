"""What became of one judged part, in a shape and a few words."""

from typing import Literal

from app.domain.kinds.short_answer import Foreseen
from app.services.views import JudgedPart
from app.words.marking import PART_REASON

PartState = Literal["correct", "partly", "wrong", "blank"]


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
    return PART_REASON.get(part.code, "")

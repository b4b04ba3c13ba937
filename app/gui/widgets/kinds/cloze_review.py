"""The gaps of a cloze question after checking: what was given, what is right, and why."""

from typing import NamedTuple, assert_never

from app.domain.ids import PartId
from app.domain.kinds import cloze, numerical, short_answer, single_choice
from app.gui.widgets.kinds.gap_widgets import GapMark
from app.gui.widgets.kinds.part_words import PartState, state_of, typed_reason
from app.services.views import JudgedPart, Step

EMPTY = "left empty"
_SAID: dict[PartState, str] = {
    "correct": "right",
    "partly": "partly right",
    "wrong": "not right",
    "blank": "",
}


class GapReview(NamedTuple):
    """One gap: its marks in the text, how it is spoken there, its reason, and all there is to say of it."""

    gap: PartId
    number: int
    state: PartState
    marks: tuple[GapMark, ...]
    spoken: str
    reason: str
    more: str


def review_gaps(step: Step) -> list[GapReview]:
    """Return the review of each gap, in reading order."""
    body, checked = step.shown.body, step.checked
    assert isinstance(body, cloze.Shown)
    assert checked is not None
    assert isinstance(checked.key, cloze.Key)
    given = step.response.gaps if isinstance(step.response, cloze.Response) else {}
    keys = {gap.id: gap.body for gap in checked.key.gaps}
    judged = {part.id: part for part in checked.parts}
    place = f"of {len(body.gaps)}"
    return [
        _review(gap, keys[gap.id], given.get(gap.id, "").strip(), judged.get(gap.id), (number, place))
        for number, gap in enumerate(body.gaps, 1)
    ]


def _review(
    gap: cloze.ShownGap, key: cloze.GapKey, given: str, part: JudgedPart | None, place: tuple[int, str]
) -> GapReview:
    state = state_of(part)
    mine, right = _words(gap.body, given) or EMPTY, right_words(gap.body, key)
    number = str(place[0])
    glyph = "blank" if state == "blank" else state
    mark = GapMark(mine, state, glyph, number=number)
    marks = [mark] if state == "correct" else [mark, GapMark(right, "correct", "correct")]
    said = f"{mine}, {_SAID[state]}" if _SAID[state] else mine
    said = said if state == "correct" else f"{said}. Right: {right}"
    reason, more = _reasons(key, given, part)
    mark.setAccessibleName(f"Gap {number} {place[1]}: {said}")
    mark.setAccessibleDescription(reason)
    return GapReview(gap.id, place[0], state, tuple(marks), f"(gap {number}: {said})", reason, more)


def right_words(shown: cloze.GapShown, key: cloze.GapKey) -> str:
    """Return the words that belong in a gap."""
    match key:
        case single_choice.Key(correct=correct):
            return _words(shown, correct)
        case short_answer.Key(answer=answer) | numerical.Key(answer=answer):
            return answer
        case _ as never:
            assert_never(never)


def _words(shown: cloze.GapShown, given: str) -> str:
    if isinstance(shown, single_choice.Shown):
        return next((choice.text.plain() for choice in shown.choices if choice.id == given), "")
    return given


def _reasons(key: cloze.GapKey, given: str, part: JudgedPart | None) -> tuple[str, str]:
    """Return the reason that is shown at once, and all reasons together."""
    state = state_of(part)
    match key:
        case single_choice.Key(correct=correct, feedback=feedback):
            texts = {one: text.plain() for one, text in feedback.items()}
            reason = texts.get(PartId(given), "") if state in ("wrong", "partly") else ""
            return reason, " ".join(one for one in (texts.get(correct, ""), reason) if one)
        case short_answer.Key(foreseen=foreseen) | numerical.Key(foreseen=foreseen):
            accepted = part.accepted_as if part is not None and state == "correct" else ""
            if accepted and accepted.casefold() != given.casefold():
                return f"Accepted as: {accepted}.", f"Accepted as: {accepted}."
            reason = typed_reason(foreseen, part)
            return reason, reason
        case _ as never:
            assert_never(never)

"""The right answer of a question in one line of plain words: for what is spoken, and for results."""

from collections.abc import Iterable
from typing import assert_never

from app.domain.ids import PartId
from app.domain.kinds import (
    KeyBody,
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
from app.domain.question import ShownQuestion
from app.gui.widgets.right_of_weighed import right_of_weighed


def right_answer(shown: ShownQuestion, key: KeyBody) -> str:
    """Return the right answer as people say it."""
    body = shown.body
    match key:
        case single_choice.Key(correct=correct):
            assert isinstance(body, single_choice.Shown)
            return _names(body.choices)[correct]
        case multiple_response.Key(correct=several):
            assert isinstance(body, multiple_response.Shown)
            names = _names(body.choices)
            return "; ".join(names[part] for part in key.order if part in several)
        case true_false.Key(correct=right):
            return "True" if right else "False"
        case short_answer.Key(answer=answer):
            return answer
        case numerical.Key(answer=answer):
            assert isinstance(body, numerical.Shown)
            return f"{answer} {body.unit}".strip()
        case matching.Key():
            assert isinstance(body, matching.Shown)
            premises, targets = _names(body.premises), _names(body.targets)
            return "; ".join(f"{premises[one]}: {targets[key.pairs[one]]}" for one in key.premise_order)
        case ordering.Key(groups=groups):
            assert isinstance(body, ordering.Shown)
            items = _names(body.items)
            return "; then ".join(" and ".join(items[part] for part in group) for group in groups)
        case cloze.Key(gaps=gaps):
            assert isinstance(body, cloze.Shown)
            shown_gaps = {gap.id: gap.body for gap in body.gaps}
            return "; ".join(_of_gap(shown_gaps[gap.id], gap.body) for gap in gaps)
        case evidence.Key() | two_sources.Key() | status_sort.Key() | source_support.Key() as weighed:
            return right_of_weighed(body, weighed)
        case _ as never:
            assert_never(never)


def _of_gap(shown: cloze.GapShown, key: cloze.GapKey) -> str:
    match key:
        case single_choice.Key(correct=correct):
            assert isinstance(shown, single_choice.Shown)
            return _names(shown.choices)[correct]
        case short_answer.Key(answer=answer):
            return answer
        case numerical.Key(answer=answer):
            assert isinstance(shown, numerical.Shown)
            return f"{answer} {shown.unit}".strip()
        case _ as never:
            assert_never(never)


def _names(parts: Iterable[single_choice.Choice | matching.Side]) -> dict[PartId, str]:
    return {part.id: part.text.plain() for part in parts}

"""E03 beyond the stem: numbers of dead to be filled into gaps, matched with peoples, or put in order."""

import re
from collections.abc import Iterator, Sequence

from app.domain.kinds import cloze, matching, numerical, ordering, short_answer, single_choice
from app.domain.lint.asked import Options
from app.domain.lint.language import sentences
from app.domain.question import Question

_DEAD = re.compile(
    r"\b(?:died|dying|deaths?|dead|killed|murdered|executed|executions|perished|starved|victims|lives|losses|"
    r"death toll|mortality)\b",
    re.IGNORECASE,
)
_BY_THE_DEAD = re.compile(
    r"\b(?:by|in order of|according to) (?:the |their |its )?"
    r"(?:(?:number|share|count|rate|proportion) of (?:the |their )?)?"
    r"(?:dead|deaths|losses|victims|death (?:toll|rate)s?|mortality)\b|"
    r"\b(?:most|fewest|more|fewer|largest|smallest|highest|lowest)\b.{0,30}\b(?:dead|deaths|losses|victims|mortality)\b|"
    r"\bhow many (?:died|were killed|perished)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d{2}\b(?:s|[–-]\d{2,4})?")
_AMOUNT = re.compile(
    r"^\D{0,24}\d[\d ,.–-]*\D{0,16}$|\b(?:hundred|thousand|million)s?\b|\bper cent\b|%", re.IGNORECASE
)


def counts_the_dead(question: Question, options: tuple[Options, ...]) -> bool:
    """Tell whether numbers of dead fill gaps, stand beside peoples, or give an order."""
    stem = question.shown.stem.plain()
    match question.shown.body, question.key.body:
        case cloze.Shown() as shown, cloze.Key() as key:
            return any(_DEAD.search(around) and _are_amounts(right) for around, right in _gaps(shown, key))
        case matching.Shown(premises=premises, targets=targets), _:
            sides = [[side.text.plain() for side in one] for one in (premises, targets)]
            return any(map(_are_amounts, sides)) and bool(
                _DEAD.search(" ".join([stem, *sides[0], *sides[1]]))
            )
        case ordering.Shown(), _:
            return bool(_BY_THE_DEAD.search(stem))
        case _:
            return False


def _gaps(shown: cloze.Shown, key: cloze.Key) -> Iterator[tuple[str, list[str]]]:
    """Yield the sentence around each gap with what may stand in it; a year that is asked for is no amount."""
    bodies = {gap.id: gap.body for gap in shown.gaps}
    said = sentences(shown.text.plain())
    for gap in key.gaps:
        around = " ".join(one for one in said if f"{{{gap.id}}}" in one)
        match bodies.get(gap.id), gap.body:
            case single_choice.Shown(choices=choices), _:
                yield around, [choice.text.plain() for choice in choices]
            case numerical.Shown(answer_as="number"), numerical.Key(answer=answer):
                yield around, [f"{answer} people"]
            case short_answer.Shown(), short_answer.Key(answer=answer):
                yield around, [answer]
            case _:
                continue


def _are_amounts(texts: Sequence[str]) -> bool:
    """Tell whether at least half of some texts are amounts, and not years."""
    amounts = sum(bool(_AMOUNT.search(text)) and not _YEAR.search(text) for text in texts)
    return bool(texts) and 2 * amounts >= len(texts)

"""What a listed question tells of its key beyond the key itself: reasons, accepted forms, gaps."""

from collections.abc import Iterable, Mapping

from app.domain.ids import PartId
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
from app.domain.question import Question
from app.domain.text import Text
from app.services.response_words import part_words
from app.services.views.listed import ListedChoice, ListedForeseen, ListedGap, ListedWithin

_ChoiceKey = single_choice.Key | multiple_response.Key


def list_choices(words: Mapping[PartId, str], key: _ChoiceKey) -> tuple[ListedChoice, ...]:
    """List the choices in the author's order."""
    right = (key.correct,) if isinstance(key, single_choice.Key) else key.correct
    reasons = _plain(key.feedback)
    return tuple(ListedChoice(part, words[part], part in right, reasons.get(part, "")) for part in key.order)


def list_reasons(one: Question) -> dict[str, str]:
    """Return the reason for "true" and "false", or for the words of each part."""
    match one.key.body:
        case true_false.Key(feedback_true=to_true, feedback_false=to_false):
            reasons = {"true": to_true.plain(), "false": to_false.plain()}
        case two_sources.Key(feedback=named) | source_support.Key(feedback=named):
            reasons = {name: reason.plain() for name, reason in named.items()}
        case evidence.Key(listed=listed, feedback=at_places):
            told = {str(at): at_places.get(str(at)) for at in listed}
            reasons = {place: reason.plain() for place, reason in told.items() if reason is not None}
        case (
            matching.Key(feedback=feedback)
            | ordering.Key(feedback=feedback)
            | status_sort.Key(feedback=feedback)
        ):
            words = part_words(one.shown)
            reasons = {words[part]: reason for part, reason in _plain(feedback).items()}
        case _:
            reasons = {}
    return {about: reason for about, reason in reasons.items() if reason}


def list_spare(one: Question) -> tuple[str, ...]:
    """Return the targets that belong to no premise."""
    key = one.key.body
    if not isinstance(key, matching.Key):
        return ()
    words, used = part_words(one.shown), set(key.pairs.values())
    return tuple(words[target] for target in key.target_order if target not in used)


def list_accepted(key: object) -> tuple[str, ...]:
    """Return the forms of a word or name that are accepted beside the key."""
    return key.accept if isinstance(key, short_answer.Key) else ()


def list_foreseen(key: object) -> tuple[ListedForeseen, ...]:
    """Return the answers to which something else is said."""
    found: Iterable[short_answer.Foreseen] = ()
    if isinstance(key, short_answer.Key | numerical.Key):
        found = key.foreseen
    return tuple(ListedForeseen(one.answer, one.accept, one.feedback.plain(), one.credit) for one in found)


def list_within(shown: object, key: object) -> ListedWithin | None:
    """Return which numbers are right."""
    if not isinstance(key, numerical.Key):
        return None
    return ListedWithin(
        low=key.low,
        high=key.high,
        tolerance=key.tolerance,
        relative=key.relative,
        tiers=key.tiers,
        unit=shown.unit if isinstance(shown, numerical.Shown) else "",
        units=key.units,
        less_precise=key.less_precise,
    )


def list_gaps(one: Question) -> tuple[ListedGap, ...]:
    """Return the gaps of a text in its order."""
    shown, key = one.shown.body, one.key.body
    if not isinstance(shown, cloze.Shown) or not isinstance(key, cloze.Key):
        return ()
    words, bodies = part_words(one.shown), {gap.id: gap.body for gap in shown.gaps}
    return tuple(_gap(gap, bodies[gap.id], words) for gap in key.gaps)


def _gap(gap: cloze.KeyGap, shown: cloze.GapShown, words: Mapping[PartId, str]) -> ListedGap:
    body = gap.body
    if isinstance(body, single_choice.Key):
        return ListedGap(gap.id, "single_choice", words[body.correct], list_choices(words, body))
    return ListedGap(
        id=gap.id,
        kind="numerical" if isinstance(body, numerical.Key) else "short_answer",
        key=body.answer,
        accept=list_accepted(body),
        within=list_within(shown, body),
        foreseen=list_foreseen(body),
    )


def _plain(feedback: Mapping[PartId, Text]) -> dict[PartId, str]:
    return {part: reason.plain() for part, reason in feedback.items()}

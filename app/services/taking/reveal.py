"""What may be seen of an answer: verdict, key, explanation and sources."""

from datetime import datetime
from fractions import Fraction

from app.domain.outcome import Outcome, Verdict, stored_fraction, verdict_of
from app.domain.question import AnswerKey
from app.services.context import Context
from app.services.taking.answers import Answer
from app.services.taking.cards import make_cards
from app.services.taking.grading import Grade, read_key, replay
from app.services.taking.items import Item
from app.services.taking.state import AttemptState
from app.services.views import Checked, JudgedPart, Told


def reveal(ctx: Context, state: AttemptState, item: Item, answer: Answer | None) -> Checked | None:
    """Return all that is shown after the answer, None while it may not be seen."""
    if not state.reveals:
        return None
    if answer is not None and answer.grade is not None:
        key, outcome = replay(ctx, item, answer.response, answer.grade)
        return _graded(ctx, state, item, key, outcome, answer.grade)
    if state.head.finished is None:
        return None
    key = read_key(ctx, item.version_id)
    return _checked(ctx, state, item, key, "blank", 0.0, key.rule, state.head.finished)


def foretell(ctx: Context, state: AttemptState, item: Item) -> Told | None:
    """Return what the answer to a question of a running practice will bring; None where that may not be read yet."""
    if not state.is_open or not state.reveals:
        return None
    key = read_key(ctx, item.version_id)
    cards = make_cards(ctx, state.head, item.version_id, key)
    return Told(key.explanation, key.note, key.status, cards)


def _graded(
    ctx: Context, state: AttemptState, item: Item, key: AnswerKey, outcome: Outcome, grade: Grade
) -> Checked:
    """A person's correction stands above what the rule says; the rule's parts stay."""
    corrected = grade.graded if grade.revision > 1 else None
    verdict = outcome.verdict if corrected is None else verdict_of(Fraction(grade.fraction))
    return _checked(
        ctx,
        state,
        item,
        key,
        verdict,
        grade.fraction,
        grade.rule,
        grade.graded,
        outcome=outcome,
        corrected=corrected,
        reason=grade.reason,
    )


def _checked(
    ctx: Context,
    state: AttemptState,
    item: Item,
    key: AnswerKey,
    verdict: Verdict,
    fraction: float,
    rule: str,
    graded: datetime,
    *,
    outcome: Outcome | None = None,
    corrected: datetime | None = None,
    reason: str = "",
) -> Checked:
    return Checked(
        verdict=verdict,
        fraction=fraction,
        points=round(fraction * item.points, 9),
        max_points=item.points,
        rule=rule,
        parts=_parts(outcome),
        key=key.body,
        explanation=key.explanation,
        note=key.note,
        status=key.status,
        cards=make_cards(ctx, state.head, item.version_id, key),
        graded=graded,
        corrected=corrected,
        reason=reason,
    )


def _parts(outcome: Outcome | None) -> tuple[JudgedPart, ...]:
    if outcome is None:
        return ()
    return tuple(
        JudgedPart(part.id, stored_fraction(part.fraction), part.code, part.accepted_as, part.foreseen)
        for part in outcome.parts
    )

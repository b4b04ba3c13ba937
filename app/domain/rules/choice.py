"""Single choice, and true or false: the whole or nothing."""

from app.domain.kinds import single_choice, true_false
from app.domain.outcome import Part
from app.domain.rules.judged import ONE, ZERO, Judged, require_known, whole


def score_single_choice(
    shown: single_choice.Shown, key: single_choice.Key, response: single_choice.Response
) -> Judged:
    """Score by `single_choice`: the key earns 1, any other choice 0."""
    if response.choice is None:
        return whole(ZERO, "blank")
    require_known("single_choice", (response.choice,), (choice.id for choice in shown.choices))
    right = response.choice == key.correct
    fraction = ONE if right else ZERO
    return Judged(fraction, (Part(response.choice, fraction, "right" if right else "wrong"),))


def score_true_false(key: true_false.Key, response: true_false.Response) -> Judged:
    """Score by `true_false`: the right answer earns 1."""
    if response.answer is None:
        return whole(ZERO, "blank")
    return whole(ONE, "right") if response.answer == key.correct else whole(ZERO, "wrong")

"""L03 and L04: a choice that is much longer or shorter than the others gives itself away."""

from collections.abc import Iterator

from app.domain.lint.asked import Finding, Options
from app.domain.problem import Value

_KEY_LONGER, _KEY_SHORTER, _KEY_LETTERS = 1.5, 0.5, 12
_SPREAD, _SPREAD_LETTERS = 3.0, 25


def check_evenness(options: Options) -> Iterator[Finding]:
    """Find keys, and choices, whose length stands out."""
    keys = [len(option.text) for option in options.keys]
    distractors = [len(option.text) for option in options.distractors]
    if not keys or not distractors:
        return
    key, distractor = sum(keys) / len(keys), sum(distractors) / len(distractors)
    if abs(key - distractor) > _KEY_LETTERS:
        told: dict[str, Value] = {
            "text": options.keys[0].text,
            "count": round(key),
            "there": round(distractor),
        }
        if key > _KEY_LONGER * distractor:
            yield Finding("key_longer", options.field, told)
        elif key < _KEY_SHORTER * distractor:
            yield Finding("key_shorter", options.field, told)
    longest, shortest = max(options.texts, key=len), min(options.texts, key=len)
    difference = len(longest) - len(shortest)
    if difference > _SPREAD_LETTERS and len(longest) > _SPREAD * len(shortest):
        yield Finding("choices_uneven", options.field, {"text": longest, "other": shortest})

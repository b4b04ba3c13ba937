"""The figures of a bank in words, each with the bounds that it should keep."""

from typing import Final

from app.domain.lint.figures import Figures, Measure
from app.words import labels
from app.words.counts import counted

_SHARES: Final = {
    "established": "ask what is established",
    "by_the_source": "ask what a document says",
    "key_longest": "key alone the longest choice",
    "true_share": "true, of the true or false",
    "key_number_extreme": "key the lowest or highest number",
}
_NUMBERS: Final = {
    "key_length": "length of keys against other choices",
    "key_position": "chance of the keys’ places, not shuffled",
}


def figure_lines(figures: Figures) -> list[str]:
    """Return the figures, a line for each; those that rest on nothing are left out."""
    kinds = ", ".join(f"{labels.KIND[kind].lower()} {count}" for kind, count in figures.kinds.items())
    statuses = ", ".join(
        f"{labels.STATUS[status].lower()} {count}" for status, count in figures.statuses.items()
    )
    lines = [f"{counted(figures.questions, 'question')}: {kinds}.", f"Standing: {statuses}."]
    for name, says in (*_SHARES.items(), *_NUMBERS.items()):
        measure: Measure = getattr(figures, name)
        if measure.value is not None:
            lines.append(_line(says, measure, is_share=name in _SHARES))
    disputed = figures.disputed
    lines.append(
        f"Inaccurate or contested statements in use: {disputed.in_use}; by the best work behind them {disputed.seen} seen, "
        f"{disputed.identified} identified, {disputed.not_checked} not checked; no source checked for "
        f"{disputed.no_source_checked}{_listed(disputed.listed)}."
    )
    if figures.without_partner:
        lines.append(
            f"Questions on an error that name no partner on the right fact: {len(figures.without_partner)}"
            f"{_listed(figures.without_partner)}."
        )
    return lines


def _listed(places: tuple[str, ...]) -> str:
    return f" ({', '.join(places)})" if places else ""


def _line(says: str, measure: Measure, *, is_share: bool) -> str:
    value = _written(measure.value or 0.0, is_share=is_share)
    bounds = _bounds(measure, is_share=is_share)
    verdict = {None: "", True: "", False: "  not kept"}[measure.holds]
    return f"  {says:<42}{value:>7}  of {measure.cases:>4}{bounds}{verdict}"


def _bounds(measure: Measure, *, is_share: bool) -> str:
    low = "" if measure.low is None else _written(measure.low, is_share=is_share)
    high = "" if measure.high is None else _written(measure.high, is_share=is_share)
    if low and high:
        return f"  ({low} to {high})"
    if low or high:
        return f"  (at least {low})" if low else f"  (at most {high})"
    return ""


def _written(value: float, *, is_share: bool) -> str:
    return f"{value:.0%}".replace("%", " %") if is_share else f"{value:.2f}"

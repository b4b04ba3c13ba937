"""How an answer was marked, in a line: what was right, what it earned, and by which rule."""

from collections import Counter
from fractions import Fraction
from typing import Final

from app.services.views import Checked

RULE: Final = {
    "balanced": "balanced: the share of the right ones chosen, less the share of the wrong ones",
    "all_or_nothing": "all or nothing: every right one and no other",
    "equal_penalty": "equal penalty: each wrong one takes away what a right one gives",
    "per_option": "per choice: the share of all choices judged rightly",
    "hits_capped": "capped: choosing more than there are right ones earns nothing",
    "map_response": "weighted: each choice has its own weight",
    "pairs": "pairs: every pair counts the same",
    "kendall": "order of pairs: pairs in the right order, less those in the wrong one",
    "exact": "exact: the whole order or nothing",
    "adjacent": "neighbours: the share of neighbours in the right order",
    "absolute": "places: the share of lines in their place",
    "longest_run": "longest run: the longest unbroken piece of the right order",
    "weighted_mean": "gaps: the mean of all gaps, by their weight",
    "single_choice": "one right answer",
    "true_false": "one right answer",
    "typed": "typed word: small slips are forgiven",
    "numerical": "number: within the tolerance",
    "year": "year: a less exact answer earns what the author set",
    "date": "date: a less exact answer earns what the author set",
}
_IN_PARTS = ("multiple_response", "matching", "ordering", "cloze")


def has_marking(kind: str, checked: Checked) -> bool:
    """Tell whether there is something to say on how an answer was marked."""
    if checked.verdict in ("correct", "blank"):
        return False
    return kind in _IN_PARTS or checked.verdict == "partly"


def marking_line(kind: str, checked: Checked) -> str:
    """Say how an answer was marked, such as "2 of 3 right ones, 1 wrong: 1/3 of a point; rule: balanced ..."."""
    name = checked.rule.partition("@")[0]
    counted = _counted(kind, checked)
    earned = points_words(checked.points, checked.max_points)
    start = f"{counted}: {earned}" if counted else earned[0].upper() + earned[1:]
    return f"{start}; rule: {RULE.get(name, name)}."


def points_words(points: float, most: float) -> str:
    """Say points as a fraction: "1/3 of a point", "no point", "1 1/2 of 2 points"."""
    earned = Fraction(points).limit_denominator(360)
    if most == 1:
        return "no point" if not earned else "1 point" if earned == 1 else f"{_mixed(earned)} of a point"
    return f"{_mixed(earned)} of {_mixed(Fraction(most).limit_denominator(360))} points"


def _counted(kind: str, checked: Checked) -> str:
    codes = Counter(part.code for part in checked.parts)
    match kind:
        case "multiple_response":
            keys = codes["hit"] + codes["miss"]
            return f"{codes['hit']} of {keys} right ones, {codes['false_alarm'] or 'none'} wrong"
        case "matching":
            return f"{codes['right']} of {len(checked.parts)} pairs right"
        case "ordering":
            return f"{codes['in_place']} of {len(checked.parts)} lines in their place"
        case "cloze":
            right = sum(part.fraction >= 1 for part in checked.parts)
            return f"{right} of {len(checked.parts)} gaps right"
        case _:
            return ""


def _mixed(value: Fraction) -> str:
    sign, value = ("\u2212", -value) if value < 0 else ("", value)
    whole, rest = divmod(value.numerator, value.denominator)
    if not rest:
        return f"{sign}{whole}"
    part = f"{rest}/{value.denominator}"
    return f"{sign}{whole} {part}" if whole else f"{sign}{part}"

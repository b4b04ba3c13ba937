"""How an answer was marked, in a line: what was right, what it earned, and by which rule."""

from collections import Counter

from app.services.views import Checked
from app.words.marking import RULE
from app.words.points import points

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


def points_words(earned: float, most: float) -> str:
    """Say what was earned: "1/3 of a point", "no point", "1½ of 2 points"."""
    if most != 1:
        return f"{points(earned)} of {points(most)} points"
    said = points(earned)
    return {"0": "no point", "1": "1 point"}.get(said, f"{said} of a point")


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

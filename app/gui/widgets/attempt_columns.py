"""Where the columns of the table of attempts lie, without Qt. Measures are those at 100 % text."""

from typing import NamedTuple

GAP = 12
CHEVRON = 28


class Columns(NamedTuple):
    """The width of each column at 100 %; `who` is 0 where one student is shown."""

    when: float
    who: float
    title: float
    kind: float
    score: float
    bar: float
    marks: float
    time: float

    @property
    def starts(self) -> dict[str, float]:
        """Return where each column begins."""
        found, x = {}, 0.0
        for name in ("when", "who", "title", "kind", "score", "marks", "time"):
            found[name] = x
            x += getattr(self, name)
        return found


_WIDE = Columns(180, 160, 240, 130, 190, 96, 190, 100)
_NARROW = Columns(146, 120, 150, 92, 124, 56, 164, 76)


def columns_for(width: float, *, who: bool) -> Columns | None:
    """Divide a width; None where a row needs more than one line."""
    for spec in (_WIDE, _NARROW):
        fixed = spec._replace(who=spec.who if who else 0.0, title=0.0)
        title = width - CHEVRON - (sum(fixed) - fixed.bar)
        if title >= spec.title:
            return fixed._replace(title=title)
    return None

"""Cloze: a text with gaps, each a small question of its own."""

import re
from fractions import Fraction
from typing import assert_never

from app.domain.ids import PartId
from app.domain.kinds import cloze
from app.formats import author
from app.formats.choices import make_single_choice
from app.formats.making import Making, make_text
from app.formats.typed import make_numerical, make_short_answer
from app.formats.yaml_events import Mapping

_PLACEHOLDER = re.compile(r"\{([A-Za-z0-9_-]{1,40})\}")


def make_cloze(making: Making, written: author.Cloze, node: Mapping) -> tuple[cloze.Shown, cloze.Key] | None:
    """Return the parts of a cloze question; its gaps are numbered in the order of the text."""
    names = _PLACEHOLDER.findall(written.text)
    _check_names(making, names, written, node)
    ids = {name: making.part("gap", str(number)) for number, name in enumerate(dict.fromkeys(names), 1)}
    shown, keys = [], []
    for name, part in ids.items():
        if name not in written.gaps:
            continue
        gap = written.gaps[name]
        if gap.weight != "1" and not 0 < Fraction(gap.weight) <= 100:
            line = node["gaps"].lines[name]
            making.findings.add("bad_fraction", line, field="weight", text=gap.weight, lowest=0, highest=100)
        bodies = _make_gap(making, gap, node["gaps"][name], part)
        if bodies is not None:
            shown.append(cloze.ShownGap(part, bodies[0]))
            keys.append(cloze.KeyGap(part, bodies[1], gap.weight))
    if len(shown) != len(written.gaps) or not shown:
        return None
    text = _PLACEHOLDER.sub(lambda found: f"{{{ids[found.group(1)]}}}", written.text)
    return cloze.Shown(make_text(text), tuple(shown)), cloze.Key(tuple(keys))


def _check_names(making: Making, names: list[str], written: author.Cloze, node: Mapping) -> None:
    findings = making.findings
    line = node.lines["text"]
    if not written.gaps and not names:
        findings.add("no_gaps", node.lines["gaps"])
    for name in dict.fromkeys(names):
        if name not in written.gaps:
            findings.add("gap_without_entry", line, text=name, known=tuple(written.gaps))
        elif names.count(name) > 1:
            findings.add("gap_twice_in_text", line, text=name)
    for name in written.gaps:
        if name not in names:
            findings.add("gap_not_in_text", node["gaps"].lines[name], text=name)


def _make_gap(
    making: Making, gap: author.Gap, node: Mapping, part: PartId
) -> tuple[cloze.GapShown, cloze.GapKey] | None:
    match gap:
        case author.ChoiceGap():
            return make_single_choice(making, gap.choices, node, f"choice of {part}")
        case author.TypedGap():
            return make_short_answer(making, gap, node)
        case author.NumberGap():
            return make_numerical(making, gap, node)
        case _:
            assert_never(gap)

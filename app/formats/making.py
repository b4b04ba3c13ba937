"""What the makers of all kinds share: identity of the question in hand, texts, reasons, fractions."""

import re
from fractions import Fraction
from functools import cache

import msgspec

from app.domain.ids import PartId, opaque_part_id
from app.domain.source import Locator
from app.domain.text import EMPTY, Text
from app.formats.findings import Findings

_EMPHASIS = re.compile(r"\*[^\s*](?:[^*]*[^\s*])?\*")


class Making(msgspec.Struct, frozen=True):
    """The question that is being made: its parts are identified by set, slug and the author's words."""

    set: str
    slug: str
    findings: Findings

    def part(self, role: str, text: str) -> PartId:
        """Return the opaque identifier of a part."""
        return opaque_part_id(self.set, self.slug, role, text)


def make_text(written: str) -> Text:
    """Return an author's text; it is markdown where it holds *emphasis*."""
    if not written:
        return EMPTY
    return Text(written, "markdown") if "*" in written and _EMPHASIS.search(written) else Text(written)


def folded(text: str) -> str:
    """Return a text as it is compared with others: without capitals, with single spaces."""
    return " ".join(text.casefold().split())


def check_fraction(
    making: Making, field: str, written: str, line: int, *, lowest: int = 0, highest: int = 1
) -> None:
    """Add a problem where a fraction lies outside its bounds."""
    if written not in ("0", "1") and not lowest <= Fraction(written) <= highest:
        making.findings.add("bad_fraction", line, field=field, text=written, lowest=lowest, highest=highest)


@cache
def locator(at: str) -> Locator:
    """Return the place that a well-formed text such as 7.10 means."""
    return Locator.parse(at)

"""Reading a typed number exactly: a plain, bounded reading of decimals, nothing is ever evaluated."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from unicodedata import digit, normalize

import msgspec

from app.domain.errors import FootnoteError

LONGEST = 200
"""A longer answer is no number."""
_DIGITS, _EXPONENT = 60, 300
_MARKS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’‘`´ʼ", "'") | dict.fromkeys("×·*", "x"))
_RAISED = re.compile("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_TYPED = re.compile(
    r"(?P<sign>[+-]?) ?(?P<body>(?:[0-9]|[.,' ](?=[0-9]))+[.,]?)"
    r"(?:e(?P<power>[+-]?[0-9]+)| ?x ?10\^(?P<raised>[+-]?[0-9]+))? ?(?P<unit>(?:[^0-9].*)?)",
    re.IGNORECASE | re.DOTALL,
)
_SECOND = re.compile(r"(?<![a-z^_])[0-9]")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[.,' ])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
_HEDGE = re.compile(
    r"[?~±<>≈]|\b(?:or|and|to|about|around|circa|ca|approx\w*|roughly|nearly|almost|over|under|between|at least|at most"
    r"|more than|less than|up to|some|maybe|perhaps|probably)\b"
)
_AUTHOR = re.compile(
    r"[+-]?(?:[0-9]{1,60}(?:\.[0-9]{0,60})?|\.[0-9]{1,60})(?:e[+-]?[0-9]{1,3})?", re.ASCII | re.I
)
_SHARE = re.compile(r"([+-]?[0-9]{1,20})/([0-9]{1,20})", re.ASCII)
_PER_CENT = frozenset(("%", "percent", "per cent"))


class Reading(msgspec.Struct, frozen=True):
    """A number, or None and the reason: not_a_number, hedged, grouping, too_large or unknown_unit."""

    value: Fraction | None
    reason: str = ""


def exact(text: str) -> Fraction:
    """Read a number that an author wrote: a decimal, or a fraction such as 1/3."""
    share = _SHARE.fullmatch(text.strip())
    if share and int(share[2]):
        return Fraction(int(share[1]), int(share[2]))
    if _AUTHOR.fullmatch(text.strip()):
        return Fraction(Decimal(text.strip()))
    raise FootnoteError("key_not_a_number", value=text)


def read_number(text: str, units: Mapping[str, Fraction], *, decimal_comma: bool) -> Reading:
    """Read a typed number; a unit multiplies it, a number without one stands in the key's own unit."""
    plain = _plain(text)
    found = _TYPED.fullmatch(plain) if len(plain) <= LONGEST else None
    if found is None:
        return Reading(None, _why_not(plain))
    unit = found["unit"].strip()
    factor = _factor(unit, units)
    if factor is None:
        return Reading(None, "hedged" if _hedged(unit) else "unknown_unit")
    digits = _ungrouped(found["body"], "," if decimal_comma else ".")
    power = (found["power"] or found["raised"] or "0").lstrip("+")
    if not digits:
        return Reading(None, "grouping")
    if len(digits) > _DIGITS or len(power) > 4 or abs(int(power)) > _EXPONENT:
        return Reading(None, "too_large")
    value = Fraction(Decimal(f"{found['sign']}{digits}e{power}"))
    return Reading(value * factor)


def _plain(text: str) -> str:
    if len(text) > 50 * LONGEST:
        return "?" * (LONGEST + 1)
    raised = _RAISED.sub(lambda power: "^" + normalize("NFKC", power[0]), text)
    plain = normalize("NFKC", raised).translate(_MARKS)
    return " ".join("".join(str(digit(c)) if c.isdigit() else c for c in plain).split())


def _why_not(plain: str) -> str:
    if len(plain) > LONGEST:
        return "not_a_number"
    return "hedged" if re.search("[0-9]", plain) and _HEDGE.search(plain.casefold()) else "not_a_number"


def _hedged(unit: str) -> bool:
    return bool(_HEDGE.search(unit.casefold()) or _SECOND.search(unit.casefold()))


def _factor(unit: str, units: Mapping[str, Fraction]) -> Fraction | None:
    """Return what a unit multiplies by; its case matters only where two units differ by nothing else."""
    if not unit:
        return Fraction(1)
    if unit in units:
        return units[unit]
    alike = {factor for name, factor in units.items() if _folded(name) == _folded(unit)}
    return alike.pop() if len(alike) == 1 else None


def _folded(unit: str) -> str:
    folded = _plain(unit).casefold().removesuffix(".")
    return "%" if folded in _PER_CENT else folded


def _ungrouped(body: str, point: str) -> str:
    """Return the digits with a decimal point and without grouping, or "" where the grouping is not well formed."""
    whole, _, tail = body.partition(point)
    if tail and not tail.isdigit():
        return ""
    if whole and not whole.isdigit():
        if not _GROUPED.fullmatch(whole):
            return ""
        whole = re.sub(r"[.,' ]", "", whole)
    return f"{whole}.{tail}" if tail else whole

"""How near a typed answer is to a wanted one: equal, a slip of the hand, or something else.

An answer with a slip is taken only where nothing says that another word was meant: the guard of known terms stands in
`app.domain.typed.judge`.
"""

import re
from typing import Literal

import msgspec

from app.domain.typed.normal import Form

Reason = Literal["", "too_far", "negation", "number_differs", "other_word"]

_NEGATIONS = frozenset(
    "not no never without neither nor none nobody nothing cannot isnt arent wasnt werent dont doesnt didnt wont "
    "wouldnt cant couldnt shouldnt hasnt havent hadnt mustnt".split()
)
_ROMAN = re.compile(r"(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_DIGIT = re.compile(r"\d")
_PREFIXES = (
    "",
    *"a ab ante anti de dis e en ex hyper hypo il im in inter intra ir macro micro non over post pre pro re".split(),
    *"sub super un under".split(),
)
_SUFFIXES = (("ism", "ist"), ("isms", "ists"), ("er", "ee"), ("ers", "ees"), ("or", "ee"), ("ors", "ees"))


class Nearness(msgspec.Struct, frozen=True):
    """The distance between two forms: 0 equal, 1 equal but for a plural or a space, 1 + slips else.

    `reason` says why the pair does not match; it is empty where it does.
    """

    distance: int
    reason: Reason = ""


def slips(given: Form, wanted: Form) -> int:
    """Count the wrong, missing, spare and swapped letters between two forms."""
    from rapidfuzz.distance import OSA  # for the first typed answer, not at every start

    return min(OSA.distance(given.strict, wanted.strict), OSA.distance(given.loose, wanted.loose))


def allowed_slips(wanted: Form) -> int:
    """Return how many slips a wanted answer of this length bears."""
    letters = len(wanted.joined)
    return 0 if letters <= 4 else 1 if letters <= 8 else 2


def compare(given: Form, wanted: Form) -> Nearness:
    """Compare a typed answer with a wanted one, both in normal form."""
    if given.strict == wanted.strict and given.strict:
        return Nearness(0)
    if not given.strict or abs(len(given.strict) - len(wanted.strict)) > 4:
        return Nearness(99, "too_far")
    distance = 1 + (0 if _same_but_form(given, wanted) else slips(given, wanted))
    if distance > 1 + allowed_slips(wanted):
        return Nearness(distance, "too_far")
    return Nearness(distance, _objection(given, wanted, equal=distance == 1))


def _same_but_form(given: Form, wanted: Form) -> bool:
    return given.loose == wanted.loose or given.joined == wanted.joined


def _objection(given: Form, wanted: Form, *, equal: bool) -> Reason:
    if _negations(given.words) != _negations(wanted.words):
        return "negation"
    if _figures(given, letters=not equal) != _figures(wanted, letters=not equal):
        return "number_differs"
    if equal:
        return ""
    if len(given.words) != len(wanted.words):
        return "" if _first_letter_holds(given.words[0], wanted.joined) else "other_word"
    pairs = [(one, other) for one, other in zip(given.words, wanted.words, strict=True) if one != other]
    if all(_first_letter_holds(one, other) and not _opposed(one, other) for one, other in pairs):
        return ""
    return "other_word"


def _negations(words: list[str]) -> int:
    return sum(word in _NEGATIONS for word in words)


def _figures(form: Form, *, letters: bool) -> list[str]:
    """Return the words that tell things of one name apart: numbers, roman numerals, single letters; no initials."""
    words = form.words[1:] if form.words[:1] == [form.initials] else form.words
    return [w for w in words if _DIGIT.search(w) or _ROMAN.fullmatch(w) or (letters and len(w) == 1)]


def _first_letter_holds(given: str, wanted: str) -> bool:
    swapped = given[:2] == wanted[1::-1]
    return len(wanted) > 8 or given[0] == wanted[0] or swapped


def _opposed(given: str, wanted: str) -> bool:
    """Tell whether two words differ by a prefix or ending that changes the meaning (immigration, emigration)."""
    for prefix in _PREFIXES:
        rest = given.removeprefix(prefix)
        if len(rest) < 4 or not given.startswith(prefix) or not wanted.endswith(rest):
            continue
        other = wanted[: len(wanted) - len(rest)]
        if other != prefix and other in _PREFIXES:
            return True
    return any(
        (given.endswith(a) and wanted == given.removesuffix(a) + b)
        or (given.endswith(b) and wanted == given.removesuffix(b) + a)
        for a, b in _SUFFIXES
    )

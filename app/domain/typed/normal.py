"""The normal form of a typed answer: what stays when case, accents, punctuation and an article are taken away.

Look-alike letters of different scripts are never folded into one another.
"""

import re
from functools import lru_cache
from unicodedata import category, normalize

import msgspec

LONGEST = 1000
"""A longer answer is not compared: no key is so long, and reading it would only cost time."""

_ARTICLES = frozenset(("a", "an", "the"))
_APOSTROPHES = str.maketrans(
    "", "", "'`\u2018\u2019\u201b\u02bc\u02b9\u02bb\u02bd\u02be\u02bf\u00b4\u2032\uff07"
)
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "œ": "oe",
        "æ": "ae",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŋ": "n",
    }
)
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"))
_ACCENT = re.compile(r"(?!(?<=и)\u0306)[\u0300-\u036f]")  # й is a letter of its own
_JOINER = re.compile(r"(?<![\u0590-\U0010ffff])[\u200c\u200d]")  # scripts from Hebrew on may need theirs
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_MINUS = re.compile(r"(?<!\w)-(?=\d)")
_LONE_LETTERS = re.compile(r"\b([^\W\d_])(?: ([^\W\d_])\b)+")


_INITIALS = re.compile(r"(?:[^\W\d_]\. ?)+(?=\w)")


class Form(msgspec.Struct, frozen=True):
    """A typed answer as it was given, its normal form, that without plain plurals, and the initials it begins with."""

    text: str
    strict: str
    loose: str
    initials: str = ""

    @property
    def words(self) -> list[str]:
        """Return the words of the normal form."""
        return self.strict.split()

    @property
    def joined(self) -> str:
        """Return the normal form without spaces."""
        return self.strict.replace(" ", "")


@lru_cache(maxsize=4096)
def form_of(text: str) -> Form:
    """Return the normal form of a typed answer; it is empty where nothing can be compared."""
    squeezed = " ".join(text.split())
    strict = normal(squeezed) if len(squeezed) <= LONGEST else ""
    initials = _INITIALS.match(squeezed) if strict else None
    loose = " ".join(map(_singular, strict.split()))
    return Form(text, strict, loose, normal(initials[0]) if initials else "")


def normal(text: str) -> str:
    """Take away what does not matter: case, accents, punctuation, spare white space, one leading article."""
    text = normalize("NFKC", text.translate(_APOSTROPHES).translate(_HYPHENS)).casefold()
    text = _fold_accents(_without_controls(text)).translate(_LETTERS)
    text = _MINUS.sub("minus ", text).replace("&", " and ").replace("%", " percent ")
    text = "".join(" " if category(letter)[0] == "P" else letter for letter in text)
    text = _ORDINAL.sub(r"\1", " ".join(text.split()))
    text = _LONE_LETTERS.sub(lambda initials: initials[0].replace(" ", ""), text)
    words = text.split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


def _without_controls(text: str) -> str:
    text = _JOINER.sub("", text)
    return "".join(c for c in text if c in "\u200c\u200d" or category(c) != "Cf")


def _fold_accents(text: str) -> str:
    return normalize("NFC", _ACCENT.sub("", normalize("NFD", text)))


def _singular(word: str) -> str:
    plural = len(word) > 4 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word

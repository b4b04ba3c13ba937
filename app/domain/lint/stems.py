"""L07, L08, L12, L13 and L15: stems that are negative, empty, doubled, too long, or fit one choice by their grammar."""

import re
from collections.abc import Iterator

from app.domain.kinds import short_answer
from app.domain.lint.asked import Finding, Options
from app.domain.lint.language import GENERIC, STOP, sentences, unquoted, words
from app.domain.question import Question

MOST_WORDS = 40
HARDEST = 16.0
"""The highest automated readability index of a stem: letters a word and words a sentence, no syllables needed."""

_FEWEST_WORDS_TO_RATE = 12
_NEGATIVE = re.compile(r"\b(?:not(?! only\b)|(?<!at )least|except(?:ed|ing)?|never|\w+n[’']t)\b")
_MARKED = re.compile(r"\*[^*]*\*")
_AND_OR = re.compile(r"\band/or\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(and )?(?:who|what|when|where|why|how|which|whose)\b", re.IGNORECASE)
_MOST_WORDS_OF_A_LABEL = 6
_SAYS_SOMETHING = re.compile(
    r"\?|[:_…{]|\b(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|be|been|am|do|does|did|has|have|had|"
    r"can|could|may|might|must|shall|should|will|would|began|became|made|led|took|gave|came|went|wrote|held|fell|rose|"
    r"match|choose|select|name|give|put|sort|order|complete|fill|find|read|mark|pick|write|tell|say|answer|arrange|"
    r"claims|says|argues|calls|names|means|shows|states|speaks|explains|because|that|by|to|\w{2,}ed)\b",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"^(?:[aeio]|u(?!ni|s[aeiu]|kr|t[aeio]))", re.IGNORECASE)
_PLURAL = re.compile(r"(?:[^s’'iu]s|\band\b.*)$")


def check_stem(question: Question, *, has_options: bool) -> Iterator[Finding]:
    """Find what makes a stem hard to read or to answer."""
    stem = question.shown.stem
    asked = _question_in(_MARKED.sub("", stem.value) if stem.format == "markdown" else stem.value)
    negative = _NEGATIVE.search(unquoted(asked))
    if negative:
        yield Finding("negative_stem", "stem", {"text": negative[0]})
    plain = stem.plain()
    if has_options or isinstance(question.shown.body, short_answer.Shown):
        said = [word for word in words(plain) if word not in STOP and word not in GENERIC]
        if not said:
            yield Finding("empty_stem", "stem", {"text": plain})
        elif _is_label(plain):
            yield Finding("stem_asks_nothing", "stem", {"text": plain})
    if _AND_OR.search(plain) or plain.count("?") > 1 or _asks_twice(unquoted(plain)):
        yield Finding("doubled_stem", "stem", {})
    yield from _readable(plain)


def _is_label(stem: str) -> bool:
    """Tell whether a stem is a few words that neither ask nor say anything: "The murder of Kirov"."""
    return len(words(stem)) <= _MOST_WORDS_OF_A_LABEL and not _SAYS_SOMETHING.search(stem)


def _asks_twice(stem: str) -> bool:
    """Tell whether a question goes on with "and who", "and when" after it has asked something."""
    for sentence in sentences(stem):
        asking = list(_ASKING.finditer(sentence)) if sentence.endswith("?") else []
        if any(found[1] for found in asking[1:]):
            return True
    return False


def _question_in(stem: str) -> str:
    """Return the sentence that asks; a stem without a question mark is asked as a whole."""
    asking = [sentence for sentence in sentences(stem) if "?" in sentence]
    return asking[-1] if asking else stem


def _readable(stem: str) -> Iterator[Finding]:
    count = len(words(stem))
    if count > MOST_WORDS:
        yield Finding("long_stem", "stem", {"count": count, "highest": MOST_WORDS})
    elif count >= _FEWEST_WORDS_TO_RATE and readability(stem) > HARDEST:
        yield Finding("hard_stem", "stem", {})


def readability(text: str) -> float:
    """Return the automated readability index (Smith and Senter, 1967); higher is harder to read."""
    count = len(words(text)) or 1
    letters = sum(map(len, words(text)))
    return 4.71 * letters / count + 0.5 * count / len(sentences(text)) - 21.43


def check_grammar(options: Options) -> Iterator[Finding]:
    """Find choices that the last word before them fits only in part."""
    lead = words(options.lead)
    last = lead[-1] if lead and not options.lead.rstrip().endswith(("?", ".", "!")) else ""
    match last:
        case "a" | "an":
            fit = [bool(_VOWEL.match(text)) == (last == "an") for text in options.texts]
        case "is" | "was" | "has":
            fit = [not _PLURAL.search(text) for text in options.texts]
        case "are" | "were" | "these" | "those":
            fit = [bool(_PLURAL.search(text)) for text in options.texts]
        case _:
            return
    if any(fit) and not all(fit):
        yield Finding("grammar_fits_some", options.field, {"text": last})

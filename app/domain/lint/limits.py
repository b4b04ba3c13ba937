"""E03, E06 and E08: what is not asked about people who died or were accused, however it is worded."""

import re
from collections.abc import Iterator

from app.domain.kinds import matching, numerical, short_answer, true_false
from app.domain.lint.asked import Finding, Options
from app.domain.lint.counting import counts_the_dead
from app.domain.lint.language import sentences, unquoted
from app.domain.lint.texts import Told
from app.domain.lint.tone import accuses
from app.domain.question import Question

_COUNTING = re.compile(
    r"\bhow (?:many|high|large|great)\b|\b(?:what|which) (?:number|share|part|figure)\b|\bthe (?:number|count) of\b|"
    r"\bdeath (?:toll|rate)\b",
    re.IGNORECASE,
)
_DYING = re.compile(
    r"\b(?:die[ds]?|dying|deaths?|dead|killed|murdered|executed|executions|shot|perished|starved|victims|lives|toll)\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"^\D{0,12}\d[\d ,.–-]*\D{0,12}$|\b(?:hundred|thousand|million)s?\b|\bper cent\b|%")
_VERDICT = re.compile(
    r"\b(?:was|were|is|are|be|been|constitut\w+|amount\w*(?: to)?|count\w* as|qualif\w+ as|became|called)\s+"
    r"(?:\w+ly |not |an? |acts? of |the |case of |crime of )*genocid(?:e|al)\b",
    re.IGNORECASE,
)
_PEOPLES = re.compile(
    r"\b(?:Balkars|Bulgarians|Chechens|Crimean Tatars|Estonians|Finns|Germans|Greeks|Hemshins|Ingush|Kalmyks|Karachays|"
    r"Khemshils|Koreans|Kurds|Latvians|Lithuanians|Meskhetian|Meskhetians|Poles|Tatars|Turks|Ukrainians|Jews|Armenians)\b"
)

_YES_OR_NO = re.compile(r"(?:yes|no|true|false|right|wrong|it (?:was|is|were)(?: not)?)\b", re.IGNORECASE)
_JUDGED = re.compile(
    r"\b(?:genocid(?:e|al)|justif\w+|deserved?|excusable|necessary|guilty|proportionate|fair|legitimate)\b",
    re.IGNORECASE,
)
_JUDGED_AS = re.compile(
    r"\b(?:was|were|is|are|been) (?:\w+ly |not )?"
    r"(?:justified|justifiable|deserved|excusable|proportionate|legitimate)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:according to|says?|said|claim\w*|argu\w*|call\w*|decree|regime|author\w*|historians?|convention|essay)\b",
    re.IGNORECASE,
)


def check_limits(question: Question, options: tuple[Options, ...], told: list[Told]) -> Iterator[Finding]:
    """Find questions that count the dead, sort peoples under an accusation, or have the legal name decided."""
    if _asks_for_deaths(question, options) or counts_the_dead(question, options):
        yield Finding("counts_the_dead", "stem", {})
    body = question.shown.body
    if isinstance(body, true_false.Shown):
        yield from _verdicts([told[0]])
        yield from _judged(told[0].text, _JUDGED_AS)
    elif question.shown.kind == "status_sort":
        yield from _verdicts([one for one in told if one.is_asked])
    elif any(map(_says_yes_or_no, options)):
        yield from _judged(told[0].text, _JUDGED)
    elif isinstance(body, matching.Shown):
        accusing = next((side.text.plain() for side in body.targets if accuses(side.text.plain())), "")
        people = next(
            (found[0] for side in body.premises if (found := _PEOPLES.search(side.text.plain()))), ""
        )
        if accusing and people:
            yield Finding("people_under_accusation", "pairs", {"text": people, "other": accusing})


def _asks_for_deaths(question: Question, options: tuple[Options, ...]) -> bool:
    """Tell whether a stem asks for a number of deaths and numbers are what is chosen or typed."""
    stem = question.shown.stem.plain()
    if not any(_COUNTING.search(one) and _DYING.search(one) for one in sentences(stem)):
        return False
    match question.key.body:
        case numerical.Key():
            return True
        case short_answer.Key(answer=answer):
            return bool(_NUMERIC.search(answer))
        case _:
            texts = [text for one in options for text in one.texts]
            return bool(texts) and 2 * sum(bool(_NUMERIC.search(text)) for text in texts) >= len(texts)


def _verdicts(told: list[Told]) -> Iterator[Finding]:
    for one in told:
        if found := _VERDICT.search(unquoted(one.text)):
            yield Finding("name_as_verdict", one.field, {"text": found[0]})
            return


def _says_yes_or_no(options: Options) -> bool:
    """Tell whether choices are a yes and a no, whatever follows them."""
    answers = [found[0].lower() for text in options.texts if (found := _YES_OR_NO.match(text))]
    return len(answers) >= 2 and len(set(answers)) >= 2 and 2 * len(answers) > len(options.texts)


def _judged(stem: str, verdict: re.Pattern[str]) -> Iterator[Finding]:
    """Find a verdict that is to be given; what somebody said of it may be asked."""
    ours = unquoted(stem)
    if (found := verdict.search(ours)) and not _SPOKEN.search(ours):
        yield Finding("verdict_asked", "stem", {"text": found[0]})

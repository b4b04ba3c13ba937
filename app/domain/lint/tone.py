"""E01, E02, E05 and E07: words that our own sentences do not use where people suffered.

What stands in quotation marks is somebody else's word and is left alone. Words are looked at in English sets with a
content note, for that is where a set says that its subject may hurt; a ferry may well be evacuated elsewhere.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.lint.asked import Finding
from app.domain.lint.language import unquoted
from app.domain.lint.texts import Told


class Avoided(NamedTuple):
    """Words to avoid and what to write instead."""

    pattern: str
    instead: str


AVOIDED = (
    Avoided(r"resettle[ds]?|resettling|resettlements?|relocat(?:e[ds]?|ing|ions?)|evacuat(?:e[ds]?|ing|ions?)",
            "deported, forcibly removed"),
    Avoided(r"(?:condemned|traitor(?:ous)?|treacherous) (?:nations?|nationalit(?:y|ies)|peoples?)|unfit",
            "deported peoples, accused by the regime"),
    Avoided(r"stalin['’]s (?:mercy|goals?)|mercy of stalin|liberat(?:ion|ed|ing) (?:of )?the kalmyks",
            "lifting of restrictions after Stalin’s death; carried out, ordered"),
    Avoided(r"(?:higher|lower|superior|inferior) (?:civili[sz]ations?|cultures?)", "nothing: leave it out"),
    Avoided(r"by-?products?", "result of policy; executions under quotas"),
    Avoided(r"(?:rich|richer|wealthy|wealthier) peasants?", "peasants labelled kulaks"),
    Avoided(r"concentration camps?", "Gulag camps, special settlements"),
    Avoided(r"russian (?:state|government|leadership|leaders?|regime|authorities|rulers?|army|troops|police)|"
            r"(?:stalin['’]s|stalinist|communist) russia|"
            r"russia['’]s (?:government|leader\w*|rulers?|regime|army|decision|polic\w+)|"
            r"russia(?:ns)? (?:(?:had|have|has|then|also|later|first|forcibly|again|who|that) )*"
            r"(?:deport|invad|attack|starv|"
            r"kill|execut|order|seiz|annex|occup|den(?:y|ied)|refus|sent|forc|exil|claim|want|arrest|persecut|murder|"
            r"punish|remov|conquer|decid)\w*|"
            r"(?:deported|killed|executed|starved|occupied|annexed|exiled|seized|invaded|attacked|persecuted|ordered|"
            r"arrested|murdered|punished|removed|conquered) by (?:the )?russia(?:ns)?(?! )", "USSR, Soviet leadership"),
    Avoided(r"purged(?!,| and | or )|purging", "dismissed, arrested or executed (say which)"),
    Avoided(r"goals? (?:was |were )?(?:accomplished|achieved)", "carried out, ordered"),
    Avoided(r"khem shils", "Hemshins (Khemshils)"),
    Avoided(r"pontic greeks", "Black Sea (Pontic) Greeks"),
    Avoided(r"were lost|lost their lives|contingents?", "who did what: deported, executed, starved"),
)  # fmt: skip
LOADED = r"blood-? ?thirsty|power trips?|sadistic|mercy|monsters?|monstrous|evil|barbaric"
RANKED = (
    r"worst|deadliest|bloodiest|cruell?est|most (?:deaths|victims|cruel|brutal|murderous|deadly)|"
    r"(?:killed|murdered|executed|suffered) (?:the )?most|highest (?:number|toll) of (?:dead|deaths|victims)|"
    r"(?:more|fewer) (?:deaths|victims) than|suffered (?:more|less) than|"
    r"(?:more|less) (?:cruel|brutal|murderous|deadly|inhuman\w*|terrible) than|(?:crueller|deadlier|bloodier) than|"
    r"causes by (?:their )?(?:weight|importance)|"
    r"(?:by|in order of) (?:their )?(?:weight|cruelty|suffering|guilt|gravity)"
)
_ACCUSING = (
    r"traitors?|treason(?:ous|able)?|treacherous|spies|spy|saboteurs?|wreckers?|disloyal(?:ty)?|"
    r"enem(?:y|ies) of the people|fifth column(?:s|ists?)?|bandits?|"
    r"counter-?revolutionar(?:y|ies)|foreign agents?|vermin"
)
_ATTRIBUTED = re.compile(
    r"accus|charg|claim|\bcall(?:ed|s|ing)\b|label|according to|decree|regime|pretext|alleg|suspect|suspicio|so-called|"
    r"\bsaid\b|\bsays\b|propaganda|denounc|convict|confess|slander|\bnamed?\b|\bterms?\b|prosecut|sentenced|trials?\b|"
    r"declared|branded|treated as|blam|brought against|guilt|invented|fear|seen as|\bno\b|\bnot\b|presented|judgement|"
    r"\bword",
    re.IGNORECASE,
)
_SORTED_BY_VOICE = "statements"
"""Statements whose standing or speaker is asked: naming the speaker would give the key away."""


def _compiled(patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{patterns})\b")


_EACH = [(_compiled(avoided.pattern), avoided.instead) for avoided in AVOIDED]
_LOADED, _RANKED, _ACCUSATION = _compiled(LOADED), _compiled(RANKED), _compiled(_ACCUSING)
_HINTS = re.compile(
    r"!|\b(?:resettl|relocat|evacuat|condemned|traitor|treacherous|unfit|stalin['’]s [mg]|mercy|liberat|higher|lower|"
    r"superior|inferior|by-?product|rich|wealth|concentration|russia|stalinist|communist r|purg|goal|khem|pontic|"
    r"were lost|lost their|contingent|blood|power tr|sadis|monst|evil|barbar|worst|deadl|cruel|most|killed|murdered|"
    r"executed|suffered|highest|more|fewer|less|bloodi|causes by|in order of|"
    r"by (?:their )?(?:we|cr|su|gu|gr)|treas|spy|spies|sabot|wreck|disloy|enem|"
    r"fifth|bandit|counter|foreign|vermin)"
)
"""How whatever these rules look for begins: most texts hold nothing of it, and one search tells."""
_EXCLAMATION = re.compile(r"[^\W_]!(?:\s(?!=)|$|[”\"’)])")


def check_tone(told: list[Told]) -> Iterator[Finding]:
    """Find words and marks in the texts of a question that our own sentences do not use."""
    stem = told[0].text
    for field, text, is_asked in told:
        ours = unquoted(text).lower()
        if not _needs_care(ours):
            continue
        yield from _words(field, ours)
        if is_asked and (found := _LOADED.search(ours)):
            yield Finding("loaded_word", field, {"text": found[0]})
        if is_asked and (found := _RANKED.search(ours)):
            yield Finding("ranking", field, {"text": found[0]})
        accusing = _ACCUSATION.search(ours) if field != _SORTED_BY_VOICE else None
        if accusing and not _ATTRIBUTED.search(text) and not (is_asked and _ATTRIBUTED.search(stem)):
            yield Finding("accusation_unattributed", field, {"text": accusing[0]})


def check_sentence(text: str) -> Iterator[Finding]:
    """Find avoided words and exclamation marks in one sentence of ours."""
    ours = unquoted(text).lower()
    if _needs_care(ours):
        yield from _words("", ours)


def accuses(text: str) -> bool:
    """Tell whether a text speaks of people as the regime's charges did, in quotation marks or not."""
    return bool(_ACCUSATION.search(text.lower()))


def _needs_care(ours: str) -> bool:
    """Tell whether a text in small letters may hold anything that these rules look for; most do not."""
    return bool(_HINTS.search(ours))


def _words(field: str, ours: str) -> Iterator[Finding]:
    for pattern, instead in _EACH:
        for text in dict.fromkeys(found[0] for found in pattern.finditer(ours)):
            yield Finding("avoided_word", field, {"text": text, "other": instead})
    if _EXCLAMATION.search(ours):
        yield Finding("exclamation_mark", field, {})

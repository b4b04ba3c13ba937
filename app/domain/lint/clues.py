"""L05, L09 and L16: words that tell the key to somebody who knows nothing of the matter."""

import re
from collections.abc import Iterator

from app.domain.lint.asked import Finding, Option, Options
from app.domain.lint.language import is_rare, stem_of, unquoted, words

_ABSOLUTE = re.compile(
    r"\b(?:always|never|all|none|only|every|must|nobody|everybody|everyone|everything|nothing|entirely|completely|"
    r"wholly|solely|without exception)\b"
)
_HEDGE = re.compile(
    r"\b(?:may|might|often|usually|sometimes|generally|probably|perhaps|likely|mostly|mainly|partly|in part|largely|"
    r"some|can|could|tends? to)\b"
)
_NAME = re.compile(r"\b[A-Z][^ ]*")
_FEWEST_WORDS = 2


def check_clues(options: Options) -> Iterator[Finding]:
    """Find absolute and cautious words, and words of the stem, that stand on one side only."""
    keys = [_lower(option.text) for option in options.keys]
    others = [_lower(option.text) for option in options.distractors]
    if not keys or not others:
        return
    if not any(map(_ABSOLUTE.search, keys)):
        absolute = next((found[0] for text in others if (found := _ABSOLUTE.search(text))), "")
        if absolute:
            yield Finding("absolute_distractor", options.field, {"text": absolute})
    if not any(map(_HEDGE.search, others)):
        hedge = next((found[0] for text in keys if (found := _HEDGE.search(text))), "")
        if hedge:
            yield Finding("cautious_key", options.field, {"text": hedge})
    yield from _shared_with_stem(options)
    yield from _rare_on_one_side(options)


def _lower(text: str) -> str:
    """Return a text ready for a search by small words: only its first letter is lowered, so that May stays a month."""
    text = unquoted(text)
    return text[:1].lower() + text[1:] if not text.startswith("May ") else text


def _shared_with_stem(options: Options) -> Iterator[Finding]:
    """Find a rare word of the stem that is in every key and in no distractor."""
    lead = {stem_of(word) for word in words(options.lead) if is_rare(word)}
    if not lead:
        return
    in_distractors = {stem_of(word) for one in options.distractors for word in words(one.text)}
    shared = [
        [word for word in words(key.text) if is_rare(word) and stem_of(word) in lead - in_distractors]
        for key in options.keys
    ]
    if all(shared):
        yield Finding("stem_word_in_key", options.field, {"text": shared[0][0]})


def _rare_on_one_side(options: Options) -> Iterator[Finding]:
    """Find keys all of common words beside distractors all of rare ones, or the other way round."""
    if options.several_keys:
        return
    key, others = _rarity(options.keys[0]), [_rarity(one) for one in options.distractors]
    if key in (0.0, 1.0) and all(other == 1.0 - key for other in others):
        yield Finding("rare_words_on_one_side", options.field, {"text": options.keys[0].text})


def _rarity(option: Option) -> float | None:
    """Return the share of rare words among those that say something, names left out; None where there are few."""
    plain = [word for word in words(_without_names(option.text)) if len(word) > 3]
    return sum(map(is_rare, plain)) / len(plain) if len(plain) >= _FEWEST_WORDS else None


def _without_names(text: str) -> str:
    first, space, rest = text.partition(" ")
    return first + space + _NAME.sub("", rest)

"""Divide a document into paragraphs and sentences, numbered from 1 as citations number them."""

import re
from collections.abc import Iterable

_SINGLE_QUOTES = {"\u2018": "'", "\u2019": "'", "\u02bc": "'"}
_DOUBLE_QUOTES = {"\u201c": '"', "\u201d": '"', "\u201e": '"'}
_SPACES = {"\u00a0": " ", "\u202f": " ", "\ufeff": ""}
_STRAIGHT = str.maketrans({**_SINGLE_QUOTES, **_DOUBLE_QUOTES, **_SPACES})

# A stop ends a sentence when an opening (quote, bracket, capital, digit) follows it.
_BREAK = re.compile(r"""(?<=[.!?\u2026])(["')\]]*)\s+(?=["'(\[]*\s?[A-Z0-9])""")
_NO_BREAK_AFTER = re.compile(
    r"\b(?:Mr|Mrs|Dr|Prof|St|No|Feb|Jan|Aug|Sept|Oct|Nov|Dec|vs|ed|eds|vol|p|pp|cf|[A-Z])\.$"
)


def normalise(text: str) -> str:
    """Straighten quotation marks, turn special spaces into plain ones and collapse white space."""
    return " ".join(text.translate(_STRAIGHT).split())


def split_paragraphs(text: str) -> list[str]:
    """Return the normalised paragraphs: blocks between blank lines, or lines where there are no blank lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    blocks = re.split(r"\n[ \t]*\n", lines)
    if len(blocks) == 1:
        blocks = lines.split("\n")
    return [normalised for block in blocks if (normalised := normalise(block))]


def split_sentences(paragraph: str, joins: Iterable[str] = ()) -> list[str]:
    """Return the sentences of one normalised paragraph.

    `joins` are stretches of text that no sentence break may fall into (a stray stop in the original).
    """
    guarded = _guarded_spans(paragraph, joins)
    sentences: list[str] = []
    start = 0
    for match in _BREAK.finditer(paragraph):
        end = match.end(1)
        piece = paragraph[start:end]
        if (
            _inside(match.end(1), guarded)
            or _NO_BREAK_AFTER.search(piece)
            or _belongs_before(paragraph, match.end())
        ):
            continue
        sentences.append(piece.strip())
        start = match.end()
    rest = paragraph[start:].strip()
    if rest:
        sentences.append(rest)
    return sentences


def _belongs_before(paragraph: str, position: int) -> bool:
    """Tell whether what follows is a bracketed citation, which belongs to the sentence before it."""
    return paragraph[position : position + 1] == "("


def _guarded_spans(paragraph: str, joins: Iterable[str]) -> list[tuple[int, int]]:
    spans = _bracket_spans(paragraph)
    for join in joins:
        wanted = normalise(join)
        at = paragraph.find(wanted)
        while at >= 0:
            spans.append((at, at + len(wanted)))
            at = paragraph.find(wanted, at + 1)
    return spans


def _bracket_spans(paragraph: str) -> list[tuple[int, int]]:
    """Return where brackets stand; an unclosed one reaches to the end."""
    spans, start, depth = [], 0, 0
    for index, char in enumerate(paragraph):
        if char == "(":
            start = index if depth == 0 else start
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            if depth == 0:
                spans.append((start, index))
    if depth:
        spans.append((start, len(paragraph)))
    return spans


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < position < end for start, end in spans)

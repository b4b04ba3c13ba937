"""A text with gaps as pieces that flow: words, spaces and gaps, and where each of them lies."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.domain.ids import PartId

_PLACEHOLDER = re.compile(r"\{([^{}\s]+)\}")

# A stop ends a sentence where a capital or a gap follows it, with or without a mark before them.
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])\s+(?=[^\w\s]*(?:gap \d|[^\W\d_a-z]))|\n+")


class Piece(NamedTuple):
    """A word or a gap; `gap` is "" for a word. `glued` says that no space stands before it."""

    words: str
    gap: PartId
    glued: bool
    new_line: bool = False


class Size(NamedTuple):
    """What a piece takes."""

    width: int
    height: int


class Spot(NamedTuple):
    """Where a piece lies, from the leading edge."""

    piece: Piece
    x: int
    y: int
    width: int
    height: int


class Spaces(NamedTuple):
    """The space between two words, beside a gap, and from one line to the next."""

    words: int
    gap: int
    line: int


class Flow(NamedTuple):
    """All pieces in their places, how far each line reaches (by its y), and the height of all."""

    spots: tuple[Spot, ...]
    reach: dict[int, int]
    height: int


def pieces_of(text: str, gaps: Sequence[PartId]) -> list[Piece]:
    """Cut a text at white space and at the placeholders of its gaps."""
    known = set(gaps)
    pieces: list[Piece] = []
    for number, line in enumerate(text.strip().split("\n")):
        new_line = number > 0
        for word in line.split():
            glued = False
            for part in _cut(word, known):
                pieces.append(Piece(*part, glued, new_line))
                glued, new_line = True, False
    return pieces


def _cut(word: str, known: set[PartId]) -> list[tuple[str, PartId]]:
    parts: list[tuple[str, PartId]] = []
    at = 0
    for found in _PLACEHOLDER.finditer(word):
        gap = PartId(found.group(1))
        if gap not in known:
            continue
        if found.start() > at:
            parts.append((word[at : found.start()], PartId("")))
        parts.append(("", gap))
        at = found.end()
    if at < len(word):
        parts.append((word[at:], PartId("")))
    return parts


def flow(
    pieces: Sequence[Piece], width: int, *, spaces: Spaces, measure: Callable[[Piece, int], Size]
) -> Flow:
    """Lay pieces out in lines: pieces without a space between them stay together where they fit on one line."""
    spots: list[Spot] = []
    reach: dict[int, int] = {}
    x = y = 0
    line = spaces.line
    for chunk in _chunks(pieces):
        sizes = [measure(piece, width) for piece in chunk]
        together = sum(size.width for size in sizes)
        space = spaces.gap if chunk[0].gap or (spots and spots[-1].piece.gap) else spaces.words
        if spots and (chunk[0].new_line or x + space + together > width):
            x, y, line = 0, y + line, spaces.line
        elif spots:
            x += space
        for piece, size in zip(chunk, sizes, strict=True):
            if x > 0 and x + size.width > width and together > width:
                x, y, line = 0, y + line, spaces.line
            spots.append(Spot(piece, x, y, size.width, size.height))
            x += size.width
            reach[y] = x
            line = max(line, size.height)
    return Flow(tuple(spots), reach, y + line if spots else 0)


def _chunks(pieces: Sequence[Piece]) -> list[list[Piece]]:
    chunks: list[list[Piece]] = []
    for piece in pieces:
        if piece.glued and chunks:
            chunks[-1].append(piece)
        else:
            chunks.append([piece])
    return chunks


def split_long(pieces: Sequence[Piece], width: int, measure: Callable[[Piece, int], Size]) -> list[Piece]:
    """Cut words that are wider than a line into parts that fit."""
    found: list[Piece] = []
    for piece in pieces:
        rest, glued, new_line = piece, piece.glued, piece.new_line
        while not rest.gap and len(rest.words) > 1 and measure(rest, width).width > width:
            count = len(rest.words) - 1
            while count > 1 and measure(rest._replace(words=rest.words[:count]), width).width > width:
                count -= 1
            found.append(Piece(rest.words[:count], PartId(""), glued, new_line))
            rest, glued, new_line = rest._replace(words=rest.words[count:]), True, False
        found.append(rest._replace(glued=glued, new_line=new_line))
    return found


def sentence_with(text: str, words: str) -> str:
    """Return the sentence of a text in which some words stand first."""
    return next((one for one in _SENTENCE_END.split(text.strip()) if words in one), "")


def reads_from_right(text: str) -> bool:
    """Tell whether a text runs from right to left, by its first letter that has a direction."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False

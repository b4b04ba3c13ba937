"""GIFT, first step: a file's text to blocks, each with one question, its line, its category and its marks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.formats.readers.naming import titles_of_path

_BLANK = re.compile(r"\n[ \t\u00a0]+(?=\n|\Z)")
_MARK = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.){0,300})\]", re.IGNORECASE)
_CATEGORY = re.compile(r"\$CATEGORY:[ \t]*([^\n]*)\n?\s*", re.IGNORECASE)
_NEXT = re.compile(r"(?<=\})[ \t]*\n(?=::|\$CATEGORY:)")
_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
# While a block is taken apart, these stand for the signs that were escaped: they are no characters of any language.
_STAND_INS = dict(zip("\\~=#{}:n", map(chr, range(0xFDD0, 0xFDD8)), strict=True))
_SIGNS = {ord(sign): mark if mark != "n" else "\n" for mark, sign in _STAND_INS.items()}
_MOST_JOINED = 12


class Block(NamedTuple):
    """What stands between two blank lines, without comments, its escaped signs replaced."""

    line: int
    text: str
    escaped: bool = False
    identity: str = ""
    tags: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def restore(text: str) -> str:
    """Return a text with the signs that were escaped in it."""
    return text.translate(_SIGNS)


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a file that hold questions or texts, put together where a blank line divides one."""
    pieces = list(_pieces(text))
    category: tuple[str, ...] = ()
    index = 0
    while index < len(pieces):
        block = pieces[index]
        index += 1
        if block.text[:1] == "$":
            block, category = _without_category(block, category)
        opened, closed = block.text.count("{"), block.text.count("}")
        if opened > closed:
            block, index = _closed(block, pieces, index)
        elif not opened and block.text and index < len(pieces) and pieces[index].text[0] == "{":
            block, index = _joined(block, pieces[index]), index + 1
        if opened > 1 and _NEXT.search(block.text):
            for one in _divided(block):
                one, category = _without_category(one, category)
                if one.text:
                    yield one._replace(category=category)
        elif block.text:
            yield block._replace(category=category) if category else block


def _pieces(text: str) -> Iterator[Block]:
    line = 1
    for raw in _BLANK.sub("\n", text).split("\n\n"):
        bare = raw.lstrip("\n")
        first = line + len(raw) - len(bare)
        line += raw.count("\n") + 2
        piece = _uncommented(bare, first) if "//" in bare else Block(first, bare.strip())
        if not piece.text:
            continue
        if "\\" in piece.text:
            escaped = _ESCAPED.sub(lambda found: _STAND_INS[found[1]], piece.text)
            piece = piece._replace(text=escaped, escaped=escaped != piece.text)
        yield piece


def _uncommented(raw: str, line: int) -> Block:
    """Leave out lines of comment; such a line may give the question's identity and its tags."""
    kept: list[str] = []
    first, identity, tags = line, "", []
    for number, one in enumerate(raw.split("\n"), line):
        if not one.lstrip().startswith("//"):
            if not kept:
                first = number
            if kept or one.strip():
                kept.append(one)
        elif "[" in one:
            for mark, value in _MARK.findall(one):
                value = re.sub(r"\\(.)", r"\1", value).strip()
                if mark.lower() == "id":
                    identity = value
                elif value:
                    tags.append(value)
    return Block(first, "\n".join(kept).strip(), identity=identity, tags=tuple(tags))


def _without_category(block: Block, category: tuple[str, ...]) -> tuple[Block, tuple[str, ...]]:
    """Take the lines that name a category off a block; a question may stand right under them."""
    while found := _CATEGORY.match(block.text):
        category = titles_of_path(restore(found[1]))
        block = block._replace(line=block.line + found[0].count("\n"), text=block.text[found.end() :])
    return block, category


def _closed(block: Block, pieces: Sequence[Block], index: int) -> tuple[Block, int]:
    """Join what a blank line inside braces divides; where the brace is not closed, the rest is left alone."""
    joined = block
    for number in range(index, min(index + _MOST_JOINED, len(pieces))):
        following = pieces[number]
        if following.text.startswith(("::", "$CATEGORY:")):
            break
        opened, closed = following.text.count("{"), following.text.count("}")
        if opened and not closed > opened:
            break
        joined = _joined(joined, following)
        if closed > opened:
            return joined, number + 1
    return block, index


def _joined(block: Block, following: Block) -> Block:
    return block._replace(
        text=f"{block.text}\n\n{following.text}",
        escaped=block.escaped or following.escaped,
        identity=block.identity or following.identity,
        tags=block.tags + following.tags,
        notes=("split_by_blank_line",),
    )


def _divided(block: Block) -> Iterator[Block]:
    """Yield each of several questions that stand one under the other without a blank line."""
    line = block.line
    for part in _NEXT.split(block.text):
        yield block._replace(line=line, text=part.strip(), notes=("no_blank_line_between",))
        line += part.count("\n") + 1

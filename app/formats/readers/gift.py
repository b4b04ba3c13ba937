"""GIFT: the text of a file to its items. One question that cannot be read costs one question."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.formats.readers.gift_answers import Say, read_answers
from app.formats.readers.gift_blocks import Block, blocks, restore
from app.formats.readers.item import Item, StaysOut
from app.formats.readers.texts import Texts

_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_FORMATS = {"html": "html", "markdown": "markdown", "plain": "plain", "moodle": ""}
_BRACE = re.compile(r"[{}]")
_ANSWERS = re.compile(r"\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*(?:#|\Z))", re.IGNORECASE)
_NO_WORDS = re.compile(r"[\s.;:,!?\"'”»)]*")


class Parts(NamedTuple):
    """The stem before the answers, what stands in their braces, and what comes after."""

    before: str
    answers: str
    after: str


def read_gift(text: str) -> Iterator[Item]:
    """Yield every item of a GIFT file."""
    for block in blocks(text):
        yield _read(block)


def _read(block: Block) -> Item:
    item = Item(line=block.line, identity=block.identity, notes=[])
    item.topics = tuple(topic for topic in (block.category, *((tag,) for tag in block.tags)) if topic)
    for code in block.notes:
        item.note(code)
    texts = Texts()
    name, text = _name(block.text)
    item.name = restore(name) if block.escaped else name
    format_, text = _format(text, "")
    say = _say(texts, format_, escaped=block.escaped)
    try:
        parts = _parts(item, text)
        item.stem = _stem(parts, say) if parts else say(text)
        if parts is None:
            item.kind = "description"
            raise StaysOut("kind_description")
        if not item.stem:
            raise StaysOut("no_stem")
        read_answers(item, parts.answers.strip(), say)
    except StaysOut as why:
        item.fields = None
        item.note(why.code, **why.values)
    else:
        for code in texts.told:
            item.note(code)
    return item


def _name(text: str) -> tuple[str, str]:
    if text.startswith("::"):
        name, ends, rest = text[2:].partition("::")
        if ends:
            return name.strip(), rest.lstrip()
    return "", text


def _format(text: str, usual: str) -> tuple[str, str]:
    """Return the format that a text begins with, else the usual one, and the rest of the text."""
    if "[" in text[:20] and (found := _FORMAT.match(text)):
        return _FORMATS[found[1].lower()], text[found.end() :]
    return usual, text


def _say(texts: Texts, usual: str, *, escaped: bool) -> Say:
    """Return how texts of one block are read."""

    def say(text: str, *, typed: bool = False) -> str:
        if typed:
            return texts.read_answer(restore(text) if escaped else text)
        format_, text = _format(text, usual)
        return texts.read(restore(text) if escaped else text, format_)

    return say


def _stem(parts: Parts, say: Say) -> str:
    """Return the stem; where words follow the answers, a line shows where one is missing."""
    before, after = parts.before.rstrip(), parts.after
    if not after or (_NO_WORDS.fullmatch(after) and (not before or before[-1] in ".?!:")):
        return say(before)
    return say(f"{parts.before}_____{parts.after}")


def _parts(item: Item, text: str) -> Parts | None:
    """Return what stands before, in and after the braces of the answers; None where there are none."""
    before, opened, rest = text.partition("{")
    if not opened:
        return None
    inner, closed, after = rest.partition("}")
    if closed and "{" not in rest and "}" not in after:
        return Parts(before, inner, after)
    return _chosen(item, text)


def _chosen(item: Item, text: str) -> Parts:
    """Return the parts of a text with several braces: one pair of them must hold the answers."""
    groups = _groups(text)
    if not groups:
        raise StaysOut("brace_not_closed")
    fitting = [(start, end) for start, end in groups if _ANSWERS.match(text, start + 1, end)]
    fitting = fitting or [(start, end) for start, end in groups if not text[start + 1 : end].strip()]
    if len(fitting) > 1:
        raise StaysOut("several_answer_groups", count=len(fitting))
    if len(groups) > 1 and not fitting:
        raise StaysOut("no_answer_group")
    start, end = (fitting or groups)[0]
    if len(groups) > 1 or _BRACE.search(text[:start] + text[end + 1 :]):
        item.note("braces_in_stem")
    return Parts(text[:start], text[start + 1 : end], text[end + 1 :])


def _groups(text: str) -> list[tuple[int, int]]:
    """Return where outer pairs of braces begin and end."""
    groups: list[tuple[int, int]] = []
    opened: list[int] = []
    for found in _BRACE.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            if not opened:
                groups.append((start, found.start()))
    return groups

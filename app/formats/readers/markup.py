"""HTML as readable plain text: line breaks, lists, rows and raised or lowered figures stay, all other mark-up goes."""

import html
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from lxml import etree

_BLOCKS = frozenset(
    "address article aside blockquote center dd div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 "
    "header hr legend li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
_EMPHASIS = frozenset("b strong em i u".split())
_SILENT = frozenset("script style head title template".split())
_MEDIA = frozenset("audio video object embed iframe canvas svg applet".split())
_SUB = dict(zip("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", strict=True))
_SUP = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_DEEP = 200
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_TAG = re.compile(r"<[^>]{0,2000}>")

STAR = "\ufdd8"
"""Stands for an asterisk of the text itself, which is no mark of emphasis."""


def to_words(source: str) -> tuple[str, list[str]]:
    """Return the words of a piece of HTML, and the codes of what had no place in them."""
    source = source.replace("*", STAR)
    try:
        root = etree.fromstring(f"<div>{source}</div>".encode(), _parser())
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or (source.count("<") > _DEEP and _is_cut()):
        return _tidy(html.unescape(_TAG.sub(" ", source))), ["markup_unreadable"]
    walk = _Walk()
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        walk.step(event, node)
    return _tidy("".join(walk.parts)), list(walk.lost)


def _is_cut() -> bool:
    """Tell whether the last text was nested so deeply that the parser left some of it out."""
    return any(error.type_name == "ERR_RESOURCE_LIMIT" for error in _parser().error_log)


@cache
def _parser() -> Any:
    return etree.HTMLParser(no_network=True, huge_tree=False, remove_pis=True, encoding="utf-8")


def _tidy(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.replace("\u00a0", " ").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


class _Walk:
    """Goes through a tree from start to end of each element, without recursion: trees may be deep."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lost: dict[str, None] = {}
        self._silent = 0
        self._kept = 0
        self._numbers: list[int] = []
        self._opened: list[int] = []

    def step(self, event: str, node: Any) -> None:
        if event == "start":
            self._start(node)
        elif event == "end":
            self._end(node)
            self._text(node.tail)
        else:
            self._text(node.tail)

    def _text(self, text: str | None) -> None:
        if not text or self._silent:
            return
        words = text if self._kept else _SPACES.sub(" ", text)
        if (
            not self._kept
            and words.startswith(" ")
            and (not self.parts or self.parts[-1].endswith(("\n", " ")))
        ):
            words = words[1:]
        if words:
            self.parts.append(words)

    def _start(self, node: Any) -> None:
        tag = node.tag
        if tag in _SILENT or tag in _MEDIA:
            self._silent += 1
            if tag in _MEDIA or tag == "script":
                self.lost["media_left_out"] = None
        elif tag in _BLOCKS:
            self._begin_block(node, tag)
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "img":
            self._picture(node)
        elif tag in ("td", "th") and self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append(" | ")
        elif tag in _EMPHASIS or tag in ("sub", "sup"):
            self._opened.append(len(self.parts))
        self._text(node.text)

    def _begin_block(self, node: Any, tag: str) -> None:
        self._break()
        if tag == "pre":
            self._kept += 1
        elif tag in ("ol", "ul"):
            self._numbers.append(0 if tag == "ol" else -1)
        elif tag == "li" and self._numbers and self._numbers[-1] >= 0:
            self._numbers[-1] += 1
            self.parts.append(f"{self._numbers[-1]}. ")
        elif tag == "li":
            self.parts.append("- ")

    def _end(self, node: Any) -> None:
        tag = node.tag
        if tag in _SILENT or tag in _MEDIA:
            self._silent -= 1
        elif tag in _BLOCKS:
            self._kept -= tag == "pre"
            if tag in ("ol", "ul"):
                self._numbers.pop()
            self._break()
        elif tag in _EMPHASIS:
            self._close(_emphasised)
        elif tag in ("sub", "sup"):
            self._close(_lowered if tag == "sub" else _raised)

    def _break(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")

    def _picture(self, node: Any) -> None:
        self.lost["picture_left_out"] = None
        if node.get("alt", "").strip():
            self.parts.append(f"[{node.get('alt').strip()}]")

    def _close(self, changed: Callable[[str], str]) -> None:
        """Put what was said since an element's start in another form."""
        start = self._opened.pop()
        inner = "".join(self.parts[start:])
        self.parts[start:] = [changed(inner)] if inner else []


def _emphasised(inner: str) -> str:
    words = inner.strip()
    if not words or "*" in words or "\n" in words:
        return inner
    before, _, after = inner.partition(words)
    return f"{before}*{words}*{after}"


def _lowered(inner: str) -> str:
    return _by_figures(inner, _SUB) or f"_{_grouped(inner)}"


def _raised(inner: str) -> str:
    return _by_figures(inner, _SUP) or f"^{_grouped(inner)}"


def _by_figures(inner: str, figures: dict[str, str]) -> str:
    """Return small figures for a text that consists of such alone, else ""."""
    words = inner.strip()
    return "".join(figures[one] for one in words) if all(one in figures for one in words) else ""


def _grouped(inner: str) -> str:
    words = inner.strip()
    return words if len(words) == 1 else f"({words})"

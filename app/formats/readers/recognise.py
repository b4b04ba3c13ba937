"""Which format a file is in: told by what stands in it, and by its name only where that leaves it open."""

import re
from typing import Literal

from app.formats.readers.decoding import decode_quietly, wide_encoding

Foreign = Literal["gift", "aiken", "moodle_xml", "xml", ""]
Format = Literal["yaml"] | Foreign

OURS = (".yaml", ".yml", ".json")
_MARKS = re.compile(r"^(?:set|source|topics|terms):", re.MULTILINE)
_GIFT = re.compile(
    r"^[ \t]*::(?:[^:\n]|:(?!:))*::|^\$CATEGORY:|(?<!\\)\{\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*[#}]|\})",
    re.MULTILINE | re.IGNORECASE,
)
_AIKEN_ANSWER = re.compile(r"^[ \t]*ANSWER[ \t]*:", re.MULTILINE | re.IGNORECASE)
_AIKEN_CHOICE = re.compile(r"^[ \t]*[A-Za-z][.)]", re.MULTILINE)
_ROOT = re.compile(rb"<(?![?!])\s*([^\s/>]+)")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_LOOK = 400_000


def recognise(name: str, data: bytes) -> Format:
    """Return the format of a file, "" where it is none that can be read."""
    lowered = name.lower()
    if lowered.endswith(OURS):
        return "yaml"
    wide = wide_encoding(data)
    if not wide and b"\0" in data[:4096]:
        return ""
    start = data[:_LOOK]
    text = decode_quietly(start[: len(start) // 2 * 2])
    if text.lstrip()[:1] == "<" and (root := root_of(text.encode())):
        return _xml(root, lowered)
    return _text_format(text, lowered)


def root_of(data: bytes) -> str:
    """Return the name of a document's first element, without its prefix; "" where there is none."""
    found = _ROOT.search(_COMMENT.sub(b"", data))
    return found[1].decode(errors="replace").rpartition(":")[2] if found else ""


def _xml(root: str, name: str) -> Format:
    if root.lower() == "quiz":
        return "moodle_xml"
    return "gift" if name.endswith(".gift") else "xml"


def _text_format(text: str, name: str) -> Format:
    if not name.endswith(".gift") and _AIKEN_ANSWER.search(text) and _AIKEN_CHOICE.search(text):
        return "aiken"
    if _MARKS.search(text) and not name.endswith((".gift", ".aiken", ".xml")) and not _GIFT.search(text):
        return "yaml"
    if _GIFT.search(text) or name.endswith(".gift"):
        return "gift"
    if name.endswith((".aiken", ".aiken.txt")):
        return "aiken"
    return "xml" if name.endswith(".xml") else ""

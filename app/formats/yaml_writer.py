"""Trees of texts to YAML that people like to read: short texts as they are, long ones folded, the rest quoted."""

import json
import re

import msgspec

WIDTH = 110
_FLOW_MARKS = re.compile(r"[,\[\]{}]")
_NEVER_PLAIN = re.compile(r": | #|:$")


class Flow(msgspec.Struct, frozen=True):
    """A mapping or a list of texts that is written on one line, in braces or brackets."""

    value: "dict[str, Node] | list[Node]"


class Quoted(msgspec.Struct, frozen=True):
    """A text that always stands in double quotation marks."""

    text: str


Node = str | Flow | Quoted | dict[str, "Node"] | list["Node"]


def write_tree(tree: dict[str, Node]) -> str:
    """Return a mapping as a YAML document."""
    return "".join(f"{line}\n" for line in _mapping(tree, 0))


def _mapping(tree: dict[str, Node], indent: int) -> list[str]:
    lines: list[str] = []
    pad = " " * indent
    for name, node in tree.items():
        key = _scalar(name)
        match node:
            case str() if _is_long(node, indent + len(key) + 2):
                lines.append(f"{pad}{key}: >")
                lines.extend(_folded(node, indent + 2))
            case str() | Quoted() | Flow():
                lines.append(f"{pad}{key}: {_inline(node)}")
            case dict():
                lines.append(f"{pad}{key}:")
                lines.extend(_mapping(node, indent + 2))
            case list():
                lines.append(f"{pad}{key}:")
                lines.extend(_items(node, indent))
    return lines


def _items(nodes: list[Node], indent: int) -> list[str]:
    lines: list[str] = []
    pad = " " * indent
    for node in nodes:
        match node:
            case str() | Quoted() | Flow():
                lines.append(f"{pad}- {_inline(node)}")
            case dict():
                inner = _mapping(node, indent + 2)
                lines.append(f"{pad}- {inner[0].lstrip(' ')}")
                lines.extend(inner[1:])
            case list():
                raise TypeError("a list in a list has no place in a question set")
    return lines


def _inline(node: Node, *, flow: bool = False) -> str:
    match node:
        case str():
            return _scalar(node, flow=flow)
        case Quoted():
            return _quoted(node.text)
        case Flow(value=dict() as fields):
            inner = (
                f"{_scalar(name, flow=True)}: {_inline(value, flow=True)}" for name, value in fields.items()
            )
            return f"{{{', '.join(inner)}}}"
        case Flow(value=list() as items):
            return f"[{', '.join(_inline(item, flow=True) for item in items)}]"
        case _:
            raise TypeError("only texts, and mappings or lists marked as flow, fit on one line")


def _scalar(text: str, *, flow: bool = False) -> str:
    plain = text and text.isprintable() and (text[0].isalnum() or text[0] == "(") and not text.endswith(" ")
    if plain and not _NEVER_PLAIN.search(text) and not (flow and _FLOW_MARKS.search(text)):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    if quoted.isprintable():
        return quoted
    return "".join(char if char.isprintable() else _escape(char) for char in quoted)


def _escape(char: str) -> str:
    number = ord(char)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _is_long(text: str, before: int) -> bool:
    """Tell whether a text is folded over several lines: too long for one, and without spaces that folding loses."""
    lines = text.split("\n")
    if len(lines) == 1 and before + len(text) <= WIDTH:
        return False
    return all(line.isprintable() and "" not in line.split(" ") for line in lines if line) and bool(lines[0])


def _folded(text: str, indent: int) -> list[str]:
    pad = " " * indent
    folded: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            folded.append("")
        line = ""
        for word in paragraph.split(" ") if paragraph else ():
            if line and indent + len(line) + 1 + len(word) > WIDTH:
                folded.append(pad + line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        if line:
            folded.append(pad + line)
    return folded

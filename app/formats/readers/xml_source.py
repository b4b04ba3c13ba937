"""XML of strangers made ready to be parsed: no document types, and the three repairs that lose nothing."""

import html
import re

from app.formats.findings import Findings
from app.formats.readers.decoding import wide_encoding
from app.formats.yaml_events import Refused

_CHUNK = 1 << 20
_CONTROLS = bytes(one for one in range(32) if one not in (9, 10, 13))
_TO_SPACES = bytes(32 if one in _CONTROLS else one for one in range(256))
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));"
)
_NAMED = re.compile(rb"&(?!amp;|lt;|gt;|quot;|apos;|#)[A-Za-z]")
_NAMES = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?!amp;|lt;|gt;|quot;|apos;)([A-Za-z][A-Za-z0-9]{0,40});",
    re.DOTALL,
)
_DECLARATION = re.compile(rb"(\s+)(<\?xml\s[^>]*\?>)")
_ENCODING = re.compile(rb"""^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")
_ROOT = re.compile(rb"<[A-Za-z_]")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def prepare_xml(data: bytes, findings: Findings) -> bytes:
    """Return a document that can be parsed, with what was repaired noted. Lines stay as they are. Raises `Refused`."""
    data = _unwidened(data, findings)
    if data.startswith(b"\xef\xbb\xbf"):
        findings.add("byte_order_mark", 1)
        data = data[3:]
    data = _without_controls(data, findings)
    if found := _DECLARATION.match(data):
        findings.add("blank_before_declaration", 1)
        data = found[2] + found[1] + data[found.end() :]
    _refuse_doctype(data)
    return _with_signs(data, findings) if _NAMED.search(data) else data


def _unwidened(data: bytes, findings: Findings) -> bytes:
    wide = wide_encoding(data)
    if not wide:
        return data
    try:
        text = data.decode(wide).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Refused("not_utf8", 1) from error
    findings.add("read_as_utf16", 1)
    return _ENCODING.sub(rb"\1", text.encode(errors="replace"))


def _without_controls(data: bytes, findings: Findings) -> bytes:
    """Replace characters that XML forbids, and references to such, by spaces."""
    count = sum(
        len(chunk) - len(chunk.translate(None, _CONTROLS))
        for chunk in (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
    )
    first = len(data)
    if count:
        first = next(place for place, one in enumerate(data) if one in _CONTROLS)
        data = data.translate(_TO_SPACES)
    if found := _CONTROL_REFERENCE.search(data):
        first = min(first, found.start())
        data, more = _CONTROL_REFERENCE.subn(b" ", data)
        count += more
    if count:
        findings.add("controls_removed", data.count(b"\n", 0, first) + 1, count=count)
    return data


def _refuse_doctype(data: bytes) -> None:
    root = _ROOT.search(_COMMENT.sub(lambda found: b" " * len(found[0]), data[:_CHUNK]))
    prolog = _COMMENT.sub(lambda found: b" " * len(found[0]), data[: root.start() if root else _CHUNK])
    if found := _DOCTYPE.search(prolog):
        raise Refused("xml_doctype", data.count(b"\n", 0, found.start()) + 1)


def _with_signs(data: bytes, findings: Findings) -> bytes:
    """Replace the names of signs that HTML knows and XML does not, outside of CDATA."""
    first, count = 0, 0

    def sign(found: re.Match[bytes]) -> bytes:
        nonlocal first, count
        if found[1] is None:
            return found[0]
        meant = html.unescape(found[0].decode())
        if meant == found[0].decode():
            raise Refused("xml_entity", data.count(b"\n", 0, found.start()) + 1, text=found[0].decode())
        first, count = first or found.start() + 1, count + 1
        return "".join(f"&#{ord(one)};" for one in meant).encode()

    changed = _NAMES.sub(sign, data)
    if count:
        findings.add("entities_replaced", data.count(b"\n", 0, first) + 1, count=count)
    return changed

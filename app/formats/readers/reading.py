"""A file in another format than ours to one set."""

from typing import assert_never

from app.formats.findings import Findings
from app.formats.readers.aiken import read_aiken
from app.formats.readers.decoding import decode_text, wide_encoding
from app.formats.readers.foreign import ForeignSet, make_set
from app.formats.readers.gift import read_gift
from app.formats.readers.moodle_xml import read_moodle_xml
from app.formats.readers.recognise import Foreign, root_of
from app.formats.yaml_events import Refused


def read_foreign(data: bytes, format_: Foreign, findings: Findings) -> ForeignSet:
    """Return the set that a file holds. Raises `Refused` where nothing of it can be read."""
    match format_:
        case "gift":
            return make_set(read_gift(decode_text(data, findings)), format_, findings)
        case "aiken":
            return make_set(read_aiken(decode_text(data, findings)), format_, findings)
        case "moodle_xml":
            return make_set(read_moodle_xml(data, findings), "moodle", findings)
        case "xml":
            raise Refused("xml_unknown", 1, text=root_of(data)[:60])
        case "":
            raise Refused(_why_unknown(data), 1)
        case _:
            assert_never(format_)


def _why_unknown(data: bytes) -> str:
    if not data.strip():
        return "empty_file"
    return "not_text" if b"\0" in data and not wide_encoding(data) else "unknown_format"

"""Questions, sources and responses to JSON and back: the one serialisation.

Stored JSON is `{"format":N,"value":...}`; the value is canonical (keys sorted, defaults left out), so a new optional
field changes no hash. Old rows are never rewritten: `_UPGRADES` lifts an older format when it is read.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec

from app.domain.errors import BadFile
from app.domain.kinds import Response
from app.domain.question import AnswerKey, ShownQuestion
from app.domain.source import Reference, Source

FORMAT = 1
_UPGRADES: dict[int, Callable[[Any], Any]] = {}


class _Stored(msgspec.Struct):
    format: int
    value: msgspec.Raw


_head = msgspec.json.Decoder(_Stored)
_canonical = msgspec.json.Encoder(order="sorted")


def encode(value: ShownQuestion | AnswerKey | Source | Reference | Response) -> str:
    """Return the JSON that is stored for a value."""
    return wrap(canonical(value)).decode()


def wrap(value: bytes) -> bytes:
    """Return what is stored for a value whose canonical JSON this is."""
    return b'{"format":%d,"value":%b}' % (FORMAT, value)


def canonical(value: object) -> bytes:
    """Return canonical JSON: keys sorted, defaults left out, UTF-8."""
    return _canonical.encode(value)


def content_hash(*values: object) -> str:
    """Return the SHA-256 over the canonical JSON of values, as hexadecimal text."""
    return canonical_hash(*map(canonical, values))


def canonical_hash(*values: bytes) -> str:
    """Return the `content_hash` of values whose canonical JSON is at hand."""
    return sha256(b"\n".join((*values, b""))).hexdigest()


def decode_shown(stored: str) -> ShownQuestion:
    """Read what `encode` made of the shown part of a question."""
    return _shown.decode(_value_of(stored))


def decode_key(stored: str) -> AnswerKey:
    """Read what `encode` made of an answer key."""
    return _key.decode(_value_of(stored))


def decode_source(stored: str) -> Source:
    """Read what `encode` made of a source."""
    return _source.decode(_value_of(stored))


def decode_reference(stored: str) -> Reference:
    """Read what `encode` made of a reference."""
    return _reference.decode(_value_of(stored))


def decode_response(stored: str) -> Response:
    """Read what `encode` made of a response."""
    decoded: Response = _response.decode(_value_of(stored))
    return decoded


_shown = msgspec.json.Decoder(ShownQuestion)
_key = msgspec.json.Decoder(AnswerKey)
_source = msgspec.json.Decoder(Source)
_reference = msgspec.json.Decoder(Reference)
_response: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Response)


def _value_of(stored: str) -> bytes:
    head = _head.decode(stored)
    if head.format > FORMAT:
        raise BadFile("newer_format", format=head.format)
    if head.format == FORMAT:
        return bytes(head.value)
    value = msgspec.json.decode(head.value)
    for number in range(head.format, FORMAT):
        value = _UPGRADES[number](value)
    return msgspec.json.encode(value)

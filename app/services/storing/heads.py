"""A set's head as it is stored: all but its questions."""

import msgspec

from app.domain import codec
from app.domain.errors import BadFile
from app.domain.question import QuestionSet


class _Stored(msgspec.Struct):
    format: int
    value: QuestionSet


_decoder = msgspec.json.Decoder(_Stored)


def encode_head(head: QuestionSet) -> str:
    """Return the JSON that is stored for a head."""
    return f'{{"format":{codec.FORMAT},"value":{codec.canonical(head).decode()}}}'


def decode_head(stored: str) -> QuestionSet:
    """Read what `encode_head` made."""
    read = _decoder.decode(stored)
    if read.format > codec.FORMAT:
        raise BadFile("newer_format", format=read.format)
    return read.value

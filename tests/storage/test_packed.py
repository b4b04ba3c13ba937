"""Content that is stored compressed comes back byte for byte, years later too, or not at all."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import codec
from app.storage.packed import pack, unpack
from tests.services.builders import question

OLD = "SCwwHl49I2AYLCRAqRbuW+QkXFsLAOxpFwI="


@given(st.binary(max_size=5000))
def test_what_is_packed_comes_back(content: bytes) -> None:
    assert unpack(pack(content)) == content


def test_a_key_takes_less_than_half_the_room() -> None:
    key = codec.encode(question("one").key).encode()
    assert len(pack(key)) < len(key) / 2


def test_content_that_was_packed_by_the_first_version_can_be_read() -> None:
    assert (
        unpack(base64.b64decode(OLD)) == b'{"format":1,"value":{"body":{"correct":true,"kind":"true_false"}}}'
    )


@given(st.data())
def test_damage_is_seen(data: st.DataObject) -> None:
    key = codec.encode(question("one").key).encode()
    stored = bytearray(pack(key))
    place = data.draw(st.integers(0, len(stored) - 1))
    stored[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        read = unpack(bytes(stored))
    except ValueError as error:
        assert str(error) == "damaged content"  # noqa: PT017  a few bits of a stream say nothing: then all is there
    else:
        assert read == key


def test_content_that_breaks_off_is_seen() -> None:
    stored = pack(b"a sentence " * 20)
    for end in range(len(stored)):
        with pytest.raises(ValueError, match="damaged content"):
            unpack(stored[:end])

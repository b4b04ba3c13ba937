"""What is stored is read back unchanged, and equal content has an equal hash."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given

from app.domain import codec
from app.domain.errors import BadFile
from app.domain.kinds import single_choice
from app.domain.source import Claim, Gap, Locator, Original, Reference, Source, WorkCitation
from tests.unit.scoring_cases.strategies import Posed, questions

SOURCE = Source(
    "notes",  # type: ignore[arg-type]
    "Notes on a year",
    "the notes",
    "notes",
    "en",
    original=Original("notes.txt", "00ff", (3, 2), ("Corps. Were",)),
    gaps=(Gap(Locator(1, 2), "It breaks off."),),
    claims=(Claim(Locator(1, 1), "a", "It names a year.", "contested", cites=(WorkCitation("book", "12"),)),),  # type: ignore[arg-type]
)
REFERENCE = Reference("book", {"type": "book", "title": "A book", "issued": {"date-parts": [[1990]]}}, "seen")  # type: ignore[arg-type]


def turned(value: Any) -> Any:
    """Return JSON with the keys of every object in the opposite order."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(list(value))}
    return [turned(one) for one in value] if isinstance(value, list) else value


@given(questions())
def test_a_question_is_read_as_it_was_written(posed: Posed):
    assert codec.decode_shown(codec.encode(posed.shown)) == posed.shown
    assert codec.decode_key(codec.encode(posed.key)) == posed.key
    assert codec.decode_response(codec.encode(posed.right)) == posed.right


@given(questions())
def test_the_order_of_keys_changes_no_hash(posed: Posed):
    stored = json.dumps(turned(json.loads(codec.encode(posed.key))))
    read = codec.decode_key(stored)
    assert codec.content_hash(posed.shown, read) == codec.content_hash(posed.shown, posed.key)
    assert codec.encode(read) == codec.encode(posed.key)


@given(questions(), questions())
def test_different_questions_have_different_hashes(one: Posed, other: Posed):
    same = (one.shown, one.key) == (other.shown, other.key)
    assert (codec.content_hash(one.shown, one.key) == codec.content_hash(other.shown, other.key)) == same


def test_sources_and_references_are_read_as_they_were_written():
    assert codec.decode_source(codec.encode(SOURCE)) == SOURCE
    assert codec.decode_reference(codec.encode(REFERENCE)) == REFERENCE


def test_a_field_left_at_its_default_changes_no_hash():
    plain = single_choice.Response()
    assert codec.encode(plain) == '{"format":1,"value":{"kind":"single_choice"}}'
    assert codec.content_hash(plain) == codec.content_hash(single_choice.Response(None))


def test_an_older_row_is_lifted_when_it_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(codec, "FORMAT", 3)
    lifts = {
        1: lambda value: {**value, "answer": value["yes"]},
        2: lambda value: {"kind": "true_false", **value},
    }
    monkeypatch.setattr(codec, "_UPGRADES", lifts)
    read = codec.decode_response('{"format":1,"value":{"yes":true}}')
    assert codec.encode(read) == '{"format":3,"value":{"answer":true,"kind":"true_false"}}'


def test_a_newer_row_is_refused():
    with pytest.raises(BadFile) as raised:
        codec.decode_shown('{"format":99,"value":{}}')
    assert (raised.value.code, raised.value.values) == ("newer_format", {"format": 99})


@pytest.mark.parametrize("stored", ["", "{}", "[]", '{"format":1,"value":{"kind":"guess"}}', "{" * 1000])
def test_what_is_no_stored_value_is_refused(stored: str):
    with pytest.raises(msgspec.MsgspecError):
        codec.decode_response(stored)

"""A person's own copy: read whatever its encoding, recognised by its bytes or by its anchors, divided as counted."""

import pytest

from app.domain.ids import SourceId
from app.domain.source import Locator, PlaceCitation
from app.sources.originals import decode_text, divides_alike, read_document, recognise
from tests.unit.harbour import FOLDER, document, read, texts

DATA = (FOLDER / "documents" / "harbour.txt").read_bytes()
TEXT = DATA.decode()
BANK = read(texts())
CITATIONS = [c for q in BANK.questions() for c in q.key.citations if isinstance(c, PlaceCitation)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_copy_is_read_whatever_its_encoding(encoding: str, line_end: str):
    data = TEXT.replace("\n", line_end).encode(encoding)
    assert read_document(data).paragraphs == document().paragraphs


def test_bytes_that_are_no_text_still_give_a_text():
    assert decode_text(b"\xff\xfe\x00") == "\ufffd"
    assert decode_text(b"caf\xe9 \x81") == "café \ufffd"


def test_a_copy_is_recognised_by_its_bytes():
    likeness = recognise(DATA, BANK.sources.values(), CITATIONS)
    assert likeness is not None
    assert (likeness.source, likeness.exact, likeness.found, likeness.anchors) == ("harbour", True, 8, 8)


def test_another_version_is_recognised_by_its_anchors():
    shorter = TEXT[: TEXT.index("The ferry to")].encode()
    likeness = recognise(shorter, BANK.sources.values(), CITATIONS)
    assert likeness is not None
    assert (likeness.exact, likeness.found, likeness.anchors) == (False, 5, 8)
    assert likeness.share == 5 / 8


@pytest.mark.parametrize(
    "text", ["", "Quite another text.", "The harbour was dug in 1862, and Captain Ida Holm paid."]
)
def test_a_text_that_shares_little_is_not_taken_for_the_original(text: str):
    assert recognise(text.encode(), BANK.sources.values(), CITATIONS) is None


def test_a_source_without_original_is_never_recognised():
    notes = BANK.sources[SourceId("notes")]
    assert recognise(DATA, [notes], CITATIONS) is None


def test_the_copy_divides_as_the_source_counts():
    original = BANK.sources[SourceId("harbour")].original
    assert original is not None
    assert divides_alike(document(), original)
    assert not divides_alike(read_document(DATA + b"\n\nOne more."), original)


def test_a_place_outside_the_document_has_no_sentence():
    assert document().sentence(Locator(1, 1)).startswith("The harbour at Elmsund")
    assert document().sentence(Locator(1, 4)) == ""
    assert document().sentence(Locator(4, 1)) == ""

"""Anchors in a document of our own: found where they are, and given a place only where that is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import SourceId
from app.domain.source import Locator, PlaceCitation
from app.sources.anchors import count_words, find_anchor, verify, verify_anchor
from app.sources.originals import Document, read_document
from tests.unit.harbour import FOLDER, document, read, texts

DOCUMENT = document()


def cite(at: str, anchor: str) -> PlaceCitation:
    return PlaceCitation(SourceId("harbour"), Locator.parse(at), anchor)


@pytest.mark.parametrize(
    ("at", "anchor", "finding"),
    [
        ("1.1", "was dug in 1862", "verified"),
        ("1.1", "  was dug\u00a0in\n1862 ", "verified"),
        ("1.3", "\u201cout of her own pocket,\u201d", "verified"),
        ("1.3", '"out of her own pocket,"', "verified"),
        ("3.3", "(See the parish book, p. 12.)", "verified"),
        ("2.1", "was dug in 1862", "elsewhere"),
        ("9.9", "was dug in 1862", "elsewhere"),
        ("1.1", "dug in 1862. Before that,", "elsewhere"),
        ("1.1", "was built in 1862", "missing"),
        ("1.1", "Was dug in 1862", "missing"),
        ("1.3", "the parish book", "ambiguous"),
        ("1.1", "was dug in 186", "not_words"),
        ("1.1", "as dug in 1862", "not_words"),
        ("1.1", "in 1862", "not_words"),
        ("1.1", "", "not_words"),
        ("2.2", "It burned whale oil at first, then gas, then", "not_words"),
    ],
)
def test_an_anchor_is_verified_only_where_it_stands_once_in_its_sentence(at: str, anchor: str, finding: str):
    result = verify_anchor(DOCUMENT, cite(at, anchor))
    assert result.finding == finding
    assert (result.place is not None) == (finding == "verified")


def test_a_verified_anchor_has_its_stretch_of_the_shown_sentence():
    place = verify_anchor(DOCUMENT, cite("2.3", "lamp went out")).place
    assert place is not None
    assert DOCUMENT.sentence(place.at)[place.start : place.end] == "lamp went out"


def test_an_anchor_elsewhere_names_the_right_place():
    assert verify_anchor(DOCUMENT, cite("2.1", "was dug in 1862")).other == Locator(1, 1)


def test_words_are_counted_between_spaces():
    assert count_words("a well-known\u00a0 word, at last") == 5


def test_part_of_a_word_elsewhere_makes_an_anchor_ambiguous():
    twice = Document("", (("The old pier fell.", "The old piers stood."),))
    assert verify_anchor(twice, cite("1.1", "The old pier")).finding == "ambiguous"


def test_all_citations_of_a_source_are_looked_up_in_its_bytes():
    bank = read(texts())
    citations = [c for q in bank.questions() for c in q.key.citations if isinstance(c, PlaceCitation)]
    data = (FOLDER / "documents" / "harbour.txt").read_bytes()
    results = verify(bank.sources[SourceId("harbour")], citations, data)
    assert [result.finding for result in results] == ["verified"] * 8
    other = verify(bank.sources[SourceId("harbour")], citations, data.replace(b"1862", b"1863"))
    assert [result.finding for result in other].count("missing") == 1


@given(st.data())
def test_every_run_of_words_is_found_where_it_was_taken(data: st.DataObject):
    paragraph = data.draw(st.integers(1, len(DOCUMENT.paragraphs)))
    sentence = data.draw(st.integers(1, len(DOCUMENT.paragraphs[paragraph - 1])))
    words = DOCUMENT.sentence(Locator(paragraph, sentence)).split()
    start = data.draw(st.integers(0, len(words) - 1))
    anchor = " ".join(words[start : start + data.draw(st.integers(1, 8))])
    assert Locator(paragraph, sentence) in [found.at for found in find_anchor(DOCUMENT, anchor)]


@given(st.text(max_size=40), st.text(max_size=200))
def test_a_place_always_holds_the_very_words(anchor: str, text: str):
    made = read_document(text.encode("utf-8", "surrogatepass"))
    for found in find_anchor(made, anchor):
        assert made.sentence(found.at)[found.start : found.end].split() == count_and_normalise(anchor)


def count_and_normalise(anchor: str) -> list[str]:
    from app.sources.split import normalise

    return normalise(anchor).split()

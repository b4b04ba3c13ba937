"""Division into paragraphs and sentences, on sentences of our own and on the two documents where they are."""

import pytest

from app.formats.bank import read_bank
from app.sources.originals import divides_alike, read_document
from app.sources.split import normalise, split_paragraphs, split_sentences
from tests.unit.harbour import ROOT


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("One. Two. Three.", 3),
        ("Is it? It is! Well... Yes.", 4),
        ("Dr. Aas met J. Holm on 4 Jan. 1890. They talked.", 2),
        ('He said "No." Then he left.', 2),
        ("So it was (Berg 1950, p. 4). And so on.", 2),
        ("So it was. (Berg 1950, p. 4.) And so on.", 2),
        ("So (he said. Or did he?) it was. Yes.", 2),
        ("An open (bracket. It never closes. Never.", 1),
        ("It cost 2.5 crowns. vs. nothing.", 1),
        ("no capital. after the stop", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(paragraph: str, count: int):
    sentences = split_sentences(paragraph)
    assert len(sentences) == count, sentences
    assert " ".join(sentences) == paragraph


def test_a_stray_stop_is_joined():
    paragraph = "Most of the Corps. Were ill. They went home."
    assert len(split_sentences(paragraph)) == 3
    assert split_sentences(paragraph, ["Corps. Were"])[0] == "Most of the Corps. Were ill."


def test_paragraphs_are_blocks_or_else_lines():
    assert split_paragraphs("a\nb\n\nc\r\n\r\n \r\nd") == ["a b", "c", "d"]
    assert split_paragraphs("a\nb\n") == ["a", "b"]


def test_normalising_straightens_quotes_and_spaces():
    assert normalise(" \u201cIt\u2019s\u00a0\n so\u201d ") == '"It\'s so"'
    assert normalise(normalise("\u201e x \u2018")) == normalise("\u201e x \u2018")


@pytest.mark.originals
def test_the_documents_divide_as_their_sources_count(originals):
    sources = [s for s in read_bank(ROOT / "questions").sources.values() if s.original]
    assert len(sources) == 2
    for source in sources:
        assert source.original is not None
        data = (originals / source.original.file).read_bytes()
        document = read_document(data, source.original.joins)
        assert document.sha256 == source.original.sha256
        assert divides_alike(document, source.original)

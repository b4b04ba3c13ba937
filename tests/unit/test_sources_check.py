"""The whole check, on the sample and on the shipped sets."""

import re

import pytest

from app.domain.ids import SourceId
from app.domain.kinds import KINDS
from app.domain.lint.writing import count_sentences
from app.domain.source import PlaceCitation
from app.formats.bank import read_bank
from app.sources.check import AnchorCount, check_bank
from app.sources.originals import read_document
from tests.unit.harbour import ROOT, SET, changed, document, read, texts

SHIPPED = read_bank(ROOT / "questions")


def test_anchors_are_counted_as_verified_only_where_the_original_is_there():
    bank = read(texts())
    assert check_bank(bank, {}).anchors == AnchorCount(0, 8, 0)
    report = check_bank(bank, {SourceId("harbour"): document()})
    assert report.anchors == AnchorCount(8, 0, 0)
    assert (report.questions, report.sources) == (8, 2)


def test_a_wrong_anchor_fails_once():
    bank = read(changed(SET, '"was dug in 1862"', '"was dug in 1863"'))
    report = check_bank(bank, {SourceId("harbour"): document()})
    assert report.anchors == AnchorCount(7, 0, 1)
    assert [problem.code for problem in report.errors] == ["anchor_not_found"]


def test_problems_come_in_the_order_of_the_file():
    files = changed(SET, "  status: opinion\n", "  status: inaccurate\n")
    files[SET] = (
        files[SET].replace("topics: [people]", "topics: [folk]").replace("  points: 2\n", "  pionts: 2\n")
    )
    lines = [problem.line for problem in check_bank(read(files), {}).errors]
    assert len(lines) >= 3
    assert lines == sorted(lines)


def test_the_shipped_sets_have_no_faults():
    report = check_bank(SHIPPED, {})
    assert [*report.errors, *report.warnings] == []
    assert report.questions >= 48


def test_the_shipped_sets_show_every_kind_and_both_documents():
    questions = list(SHIPPED.questions())
    assert {question.shown.kind for question in questions} >= set(KINDS[:8])
    cited = {c.source for q in questions for c in q.key.citations if isinstance(c, PlaceCitation)}
    assert {"genocides", "purge"} <= cited
    assert all(question.key.citations for question in questions)
    (taster,) = [one for one in SHIPPED.sets if one.id == "taster"]
    assert len(taster.select) == 10


@pytest.mark.originals
def test_the_shipped_anchors_stand_in_the_documents(originals):
    documents = {
        source.id: read_document((originals / source.original.file).read_bytes(), source.original.joins)
        for source in SHIPPED.sources.values()
        if source.original
    }
    report = check_bank(SHIPPED, documents)
    assert report.errors == ()
    assert report.anchors.failed == report.anchors.unverified == 0
    assert report.anchors.verified > 100


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One.", 1),
        ("No stop", 1),
        ("One. Two? Three.", 3),
        ("S. M. Kirov was shot. He died.", 2),
        ("It cost 2.5 crowns, ca. 3 in all.", 1),
        ("He said “no.” She left.", 2),
        ("A *word.* Another.", 2),
        ("Before 1937. 1938 came.", 2),
    ],
)
def test_sentences_of_an_explanation_are_counted(text: str, count: int):
    assert count_sentences(text) == count


def test_no_anchor_is_longer_than_eight_words():
    for question in SHIPPED.questions():
        for citation in question.key.citations:
            if isinstance(citation, PlaceCitation) and citation.anchor:
                assert 3 <= len(re.findall(r"\S+", citation.anchor)) <= 8

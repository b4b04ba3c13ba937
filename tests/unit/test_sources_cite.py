"""Labels and full references, for the shipped works and for entries of every make."""
# ruff: noqa: E501 - an entry to a line

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ReferenceId
from app.domain.source import Reference
from app.formats.bank import read_bank
from app.sources.cite import full_reference, label
from tests.unit.harbour import ROOT


def work(**fields: Any) -> Reference:
    return Reference(ReferenceId("x"), {"id": "x", "type": "book", "title": "A Town", **fields})


BERG = {"family": "Berg", "given": "Tora M."}
AAS = {"family": "Aas", "given": "Nils"}
IN_1950 = {"date-parts": [[1950]]}


@pytest.mark.parametrize(
    ("fields", "page", "expected"),
    [
        ({"author": [BERG], "issued": IN_1950}, "", "Berg 1950"),
        ({"author": [BERG], "issued": IN_1950}, "268", "Berg 1950, p. 268"),
        ({"author": [BERG], "issued": IN_1950}, "3-5", "Berg 1950, pp. 3–5"),
        ({"author": [BERG, AAS], "issued": IN_1950}, "", "Berg and Aas 1950"),
        ({"author": [BERG, AAS, AAS], "issued": IN_1950}, "", "Berg et al. 1950"),
        ({"author": [BERG]}, "", "Berg n.d."),
        ({"author": [{"literal": "Town Archive"}]}, "", "Town Archive n.d."),
        ({"editor": [AAS], "issued": IN_1950}, "", "Aas 1950"),
        ({"issued": IN_1950, "title": "The Town: A History"}, "", "The Town 1950"),
        ({"type": "webpage", "title": "The “Old” Town"}, "", "“The ‘Old’ Town” n.d."),
        ({"type": "webpage", "title": "[not known]", "container-title": "Old Maps"}, "", "Old Maps n.d."),
        ({"author": [BERG], "issued": {"date-parts": [["1950", "6"]]}}, "", "Berg 1950"),
        ({"author": [BERG], "issued": {"raw": "about 1950"}}, "", "Berg n.d."),
    ],
)
def test_a_label_names_who_when_and_where(fields: dict[str, Any], page: str, expected: str):
    assert label(work(**fields), page) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"author": [BERG], "issued": IN_1950, "publisher": "Norrvik Press"}, "Berg, Tora M. 1950. A Town. Norrvik Press."),
        ({"author": [BERG, AAS]}, "Berg, Tora M., and Nils Aas. n.d. A Town."),
        (
            {"author": [BERG], "type": "article-journal", "title": "On “Old” Piers", "container-title": "Sea", "volume": "7",
             "issue": "4", "page": "1-20", "issued": IN_1950},
            "Berg, Tora M. 1950. “On ‘Old’ Piers.” Sea 7 (4): 1–20.",
        ),
        (
            {"author": [BERG], "type": "article-journal", "title": "Why Piers?", "container-title": "Sea", "issued": IN_1950},
            "Berg, Tora M. 1950. “Why Piers?” Sea.",
        ),
        ({"type": "webpage", "title": "Piers", "container-title": "Old Maps"}, "“Piers.” n.d. Old Maps."),
        (
            {"author": [AAS], "type": "review-book", "title": "All at Sea", "container-title": "The Bridge",
             "reviewed-title": "A Town", "reviewed-author": [BERG], "issued": {"date-parts": [[1951, 3, 9]]}},
            "Aas, Nils. 1951. “All at Sea.” Review of A Town, by Tora M. Berg. The Bridge, 9 March 1951.",
        ),
        (
            {"type": "legal_case", "title": "Town v. Aas", "number": "7/51", "authority": "High Court", "issued": IN_1950},
            "Town v. Aas. 1950. No. 7/51, High Court.",
        ),
        ({"author": [BERG], "title": "Who Paid?", "publisher": "Sea"}, "Berg, Tora M. n.d. Who Paid? Sea."),
    ],
)  # fmt: skip
def test_a_full_reference_is_in_the_author_date_manner(fields: dict[str, Any], expected: str):
    assert full_reference(work(**fields)) == expected


def test_all_shipped_works_come_out_whole():
    references = read_bank(ROOT / "questions").references.values()
    assert len(references) > 40
    for reference in references:
        text = full_reference(reference)
        assert text.endswith((".", "?", "!", ".”", "?”"))
        assert ".." not in text
        for author in reference.csl.get("author", []):
            assert author["given"] in text
            assert author["family"] in text


VALUES = st.recursive(
    st.text(max_size=8) | st.integers() | st.none(), lambda inner: st.lists(inner, max_size=2)
)
FIELDS = st.dictionaries(
    st.sampled_from(
        ["type", "title", "author", "issued", "volume", "page", "reviewed-title", "reviewed-author"]
    ),
    VALUES,
)


@given(FIELDS)
def test_no_entry_makes_it_fail(fields: dict[str, Any]):
    assert full_reference(work(**fields))
    assert label(work(**fields))

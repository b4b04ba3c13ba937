"""Labels and full references, for the shipped works and for entries of every make."""
# ruff: noqa: E501 - an entry to a line

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.config import CitationStyle
from app.domain.ids import ReferenceId
from app.domain.source import Reference
from app.formats.bank import read_bank
from app.services.works import STYLES
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


IN_EACH_STYLE = {
    "pohl2000": (
        "Pohl, J. Otto. 2000. “Stalin’s genocide against the ‘Repressed Peoples.’” Journal of Genocide Research 2 (2): 267–293.",
        "Pohl, J. O. (2000). Stalin’s genocide against the “Repressed Peoples.” Journal of Genocide Research, 2(2), 267–293.",
        "Pohl, J. Otto. “Stalin’s genocide against the ‘Repressed Peoples.’” Journal of Genocide Research, vol. 2, no. 2, 2000, pp. 267–293.",
    ),
    "ferrara2015": (
        "Ferrara, Antonio. 2015. “Beyond genocide and ethnic cleansing: demographic surgery as a new way to understand mass violence.” Journal of Genocide Research 17 (1): 1–20.",
        "Ferrara, A. (2015). Beyond genocide and ethnic cleansing: demographic surgery as a new way to understand mass violence. Journal of Genocide Research, 17(1), 1–20.",
        "Ferrara, Antonio. “Beyond genocide and ethnic cleansing: demographic surgery as a new way to understand mass violence.” Journal of Genocide Research, vol. 17, no. 1, 2015, pp. 1–20.",
    ),
    "naimark2012": (
        "Naimark, Norman M. 2010. Stalin’s Genocides. Human Rights and Crimes against Humanity. Princeton: Princeton University Press.",
        "Naimark, N. M. (2010). Stalin’s Genocides. Princeton University Press.",
        "Naimark, Norman M. Stalin’s Genocides. Princeton UP, 2010. Human Rights and Crimes against Humanity.",
    ),
    "getty-naumov1999": (
        "Getty, J. Arch, and Oleg V. Naumov. 1999. The Road to Terror: Stalin and the Self-Destruction of the Bolsheviks, 1932–1939. Yale University Press.",
        "Getty, J. A., & Naumov, O. V. (1999). The Road to Terror: Stalin and the Self-Destruction of the Bolsheviks, 1932–1939. Yale University Press.",
        "Getty, J. Arch, and Oleg V. Naumov. The Road to Terror: Stalin and the Self-Destruction of the Bolsheviks, 1932–1939. Yale UP, 1999.",
    ),
    "reese1993": (
        "Reese, Roger R. 1993. “The Red Army and the Great Purges.” In Stalinist Terror: New Perspectives. Cambridge University Press.",
        "Reese, R. R. (1993). The Red Army and the Great Purges. In Stalinist Terror: New Perspectives. Cambridge University Press.",
        "Reese, Roger R. “The Red Army and the Great Purges.” Stalinist Terror: New Perspectives, Cambridge UP, 1993.",
    ),
    "whitney1986": (
        "Whitney, Craig R. 1986. “Starving the Hands That Fed Them.” Review of The Harvest of Sorrow, by Robert Conquest. The New York Times, 26 October 1986.",
        "Whitney, C. R. (1986, October 26). Starving the Hands That Fed Them [Review of the book The Harvest of Sorrow, by R. Conquest]. The New York Times.",
        "Whitney, Craig R. “Starving the Hands That Fed Them.” Review of The Harvest of Sorrow, by Robert Conquest. The New York Times, 26 Oct. 1986.",
    ),
    "budanovic2017": (
        "Budanovic, Nikola. 2017. “Stalin’s Great Purge.” War History Online, 8 June 2017.",
        "Budanovic, N. (2017, June 8). Stalin’s Great Purge. War History Online.",
        "Budanovic, Nikola. “Stalin’s Great Purge.” War History Online, 8 June 2017.",
    ),
    "britannica-redarmy": (
        "“Red Army.” n.d. Encyclopaedia Britannica.",
        "Red Army. (n.d.). In Encyclopaedia Britannica.",
        "“Red Army.” Encyclopaedia Britannica.",
    ),
    "historycom": ("History.com. n.d.", "History.com. (n.d.).", "History.com."),
    "vasiliauskas2015": (
        "Vasiliauskas v. Lithuania. 2015. No. 35343/05, European Court of Human Rights (Grand Chamber), 20 October 2015.",
        "Vasiliauskas v. Lithuania, No. 35343/05, European Court of Human Rights (Grand Chamber), October 20, 2015.",
        "Vasiliauskas v. Lithuania. No. 35343/05, European Court of Human Rights (Grand Chamber), 20 Oct. 2015.",
    ),
    "convention1948": (
        "Convention on the Prevention and Punishment of the Crime of Genocide. 1948. United Nations, 9 December 1948.",
        "Convention on the Prevention and Punishment of the Crime of Genocide, United Nations, December 9, 1948.",
        "Convention on the Prevention and Punishment of the Crime of Genocide. United Nations, 9 Dec. 1948.",
    ),
}  # fmt: skip
"""Works of every type, in the order of the styles; each line was compared with the handbooks' own examples by hand."""


@pytest.fixture(scope="module")
def shipped() -> list[Reference]:
    return list(read_bank(ROOT / "questions").references.values())


def test_works_of_every_type_are_written_in_each_style(shipped: list[Reference]):
    works = {str(reference.id): reference for reference in shipped}
    for name, expected in IN_EACH_STYLE.items():
        assert tuple(full_reference(works[name], style) for style in STYLES) == expected


@pytest.mark.parametrize("style", STYLES)
def test_all_shipped_works_come_out_whole(style: CitationStyle, shipped: list[Reference]):
    assert len(shipped) > 40
    for reference in shipped:
        text = full_reference(reference, style)
        assert text.endswith((".", "?", "!", ".”", "?”"))
        assert not re.search(r"\.\.|,,|  |\(\)|, ,|“”", text)
        assert "[" not in text.replace(
            "[Review of the book", ""
        )  # what is not known never stands in a reference
        title = _letters(reference.csl["title"])
        assert title.startswith("[") or _letters(text).count(title) == 1
        assert str(reference.csl.get("page", "")).replace("-", "–") in text
        for author in reference.csl.get("author", []):
            assert author["family"] in text
            assert (_initials(author["given"]) if style == "apa" else author["given"]) in text


def _letters(text: str) -> str:
    """Leave quotation marks and stops out: styles differ in them."""
    return re.sub(r"[“”‘’.]", "", text)


def _initials(given: str) -> str:
    return re.sub(r"(\w)\w*\.?", r"\1.", given)


VALUES = st.recursive(
    st.text(max_size=8) | st.integers() | st.none(), lambda inner: st.lists(inner, max_size=2)
)
FIELDS = st.dictionaries(
    st.sampled_from(
        [
            "type",
            "title",
            "author",
            "issued",
            "volume",
            "page",
            "publisher",
            "container-title",
            "reviewed-title",
            "reviewed-author",
        ]
    ),
    VALUES,
)


@given(FIELDS)
def test_no_entry_makes_it_fail(fields: dict[str, Any]):
    assert all(full_reference(work(**fields), style) for style in STYLES)
    assert label(work(**fields))

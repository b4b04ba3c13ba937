import pytest

from app.domain.errors import NotFound
from app.domain.ids import SetId
from app.services.exporting import export_bank
from app.services.listing import list_questions
from tests.services.builders import BODIES, small_bank
from tests.services.counting import counted


def test_what_was_brought_in_comes_out_the_same(teach) -> None:
    brought, exported = small_bank(), teach(export_bank)
    assert exported.sets[0] == brought.sets[0]
    assert exported.sources == brought.sources
    assert exported.references == brought.references
    assert exported.topics == brought.topics
    assert exported.terms == brought.terms
    assert exported.sets[1].select == brought.sets[1].select


def test_one_set_is_exported_alone(teach) -> None:
    assert [one.id for one in teach(export_bank, SetId("taster")).sets] == ["taster"]


def test_every_kind_is_listed_with_its_key(teach) -> None:
    listed = {one.kind: one for one in teach(list_questions)}
    assert set(listed) == set(BODIES)
    assert {kind: one.key for kind, one in listed.items()} == {
        "single_choice": "b",
        "multiple_response": ["a", "b"],
        "true_false": True,
        "short_answer": "Karachays",
        "numerical": "1887",
        "matching": [{"premise": "Side q", "target": "Side y"}, {"premise": "Side p", "target": "Side x"}],
        "ordering": [["Side c"], ["Side a"], ["Side b"]],
        "cloze": ["Choice mar", "1887"],
    }
    single = listed["single_choice"]
    assert [(choice.id, choice.correct) for choice in single.choices] == [
        ("d", False),
        ("b", True),
        ("a", False),
        ("c", False),
    ]
    assert single.choices[2].feedback == "No."
    assert listed["true_false"].choices == ()
    assert (single.version, single.set, single.topics) == (1, "river", ("town", "water"))


def test_a_listed_citation_names_file_place_and_works(teach) -> None:
    one = teach(list_questions, SetId("river"))[0]
    (citation,) = one.citations
    assert (citation.source, citation.file, citation.paragraph, citation.sentence) == (
        "river",
        "river.txt",
        1,
        1,
    )
    assert citation.anchor == "rose in March 1887"
    (work,) = citation.references
    assert (work.id, work.label, work.locator) == ("hill1999", "Hill 1999, p. 12", "12")


def test_a_set_that_is_not_there_is_not_found(teach) -> None:
    with pytest.raises(NotFound, match="set_not_found"):
        teach(list_questions, SetId("nowhere"))


def test_a_list_takes_the_same_statements_for_one_question_as_for_all(library, teach) -> None:
    counts = []
    for wanted in (SetId("taster"), None):
        with counted(library) as statements:
            teach(list_questions, wanted)
        counts.append(len(statements))
    assert counts[0] == counts[1]

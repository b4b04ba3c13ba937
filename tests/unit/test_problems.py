"""Every problem has a sentence that says what is wrong and what to do."""

import re

import pytest

from app.domain.problem import RULES, make_problem
from app.words.problems import known_codes, sentence
from app.words.yaml_layout import explain_layout
from tests.unit.harbour import SET, changed, read

CODES = [code for codes in RULES.values() for code in codes]


def test_every_code_belongs_to_one_rule_and_has_a_sentence():
    assert len(CODES) == len(set(CODES))
    assert known_codes() == set(CODES)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  points: 2\n",
            "  pionts: 2\n",
            "There is no field “pionts”. Do you mean “points”?",
        ),
        (
            "  kind: ordering\n",
            "  kind: order\n",
            "There is no kind “order”. Do you mean “ordering”? The kinds are: single_choice, multiple_response, "
            "true_false, short_answer, numerical, matching, ordering, cloze, evidence, two_sources, status_sort, "
            "source_support.",
        ),
        (
            "    feedback: From her own pocket.\n",
            "    because: From her own pocket.\n",
            "There is no field “because” in “pairs”. Possible here: feedback, premise, target.",
        ),
        (
            "accept: [Aas]",
            "accept: Aas",
            "“accept” in “who” should be a list, but is the text “Aas”. Begin each entry with “- ”, or put them "
            "in [ ].",
        ),
        (
            "stem: What did the lamp burn?",
            "stem: Say: what?",
            "A text that holds a colon and a space needs quotation marks, or goes under “>” on lines of its own: "
            "“stem: Say: what?”.",
        ),
        (
            "  difficulty: 4\n",
            "  difficulty: 9\n",
            "“difficulty” must be at most 5; here it is 9.",
        ),
        (
            "on {day};",
            "in June;",
            "The text has no gap {day}. Put it into the text in braces, or delete the entry.",
        ),
    ],
)
def test_a_sentence_quotes_the_author_and_says_what_to_do(old: str, new: str, expected: str):
    (problem,) = read(changed(SET, old, new)).problems
    assert sentence(problem) == expected


def test_sentences_are_calm_and_never_show_a_placeholder():
    values = dict.fromkeys(
        "text field other known nearest within at source count there lowest highest limit number first reason"
        " level status before character key found_at passage ask percent share title".split(),
        "x",
    )
    for code in CODES:
        said = sentence(make_problem(code, values, file="f", line=1))  # type: ignore[arg-type]
        assert said[0].isupper() or said[0] == "“", said
        assert said.endswith((".", "?", ".”"))
        assert "!" not in said
        assert not re.search(r"\{(?!x\})", said), said


def test_a_strange_layout_has_a_sentence_too():
    assert explain_layout("something new", "x" * 90).endswith("xxx...”.")
    assert (
        explain_layout("", "")
        == "The layout cannot be read from here on. Check indentation, quotation marks and colons."
    )

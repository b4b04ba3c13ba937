"""The figures of a bank: what is counted, when it is judged, and what stands behind disputed statements."""

from collections.abc import Iterable

import msgspec
import pytest

from app.domain.bank import Bank
from app.domain.lint.figures import Figures, Measure, figures_of
from app.formats.bank import InputFile, read_files
from app.words.figures import figure_lines
from tests.unit.harbour import SET, changed, read, texts
from tests.unit.test_lint_writing import HEAD, choice, statement


def bank_of(questions: Iterable[str]) -> Bank:
    written = "".join(one.replace("- id: ", f"- id: n{at}", 1) for at, one in enumerate(questions))
    bank = read_files([InputFile("x.yaml", (HEAD + written).encode())])
    assert bank.problems == ()
    return bank


def figures(*questions: str) -> Figures:
    return figures_of(bank_of(questions))


LONG_KEY = choice("Who paid?", "The parish council", "The crown", "The town")
SHORT_KEY = choice("Who paid?", "The crown", "The parish council", "The town")
EVEN_KEY = choice("Who paid?", "Ida Holm", "Otto Dahl", "The bank")


def test_the_longest_key_is_counted_only_where_no_other_is_as_long():
    told = figures(LONG_KEY, SHORT_KEY, SHORT_KEY, EVEN_KEY)
    assert told.key_longest == Measure(0.25, 4, None, 0.3, None)
    tie = choice("Who paid?", "Otto Dahl", "Anna Berg", "Holm")
    assert figures(tie).key_longest.value == 0.0


def test_figures_are_judged_from_fifty_questions_on():
    assert figures(*[LONG_KEY] * 49).key_longest.holds is None
    assert figures(*[LONG_KEY] * 50).key_longest.holds is False
    assert figures(*[EVEN_KEY] * 50).key_longest.holds is True
    few = figures(*[EVEN_KEY] * 50, *[statement("The pier is old.")] * 9)
    assert few.true_share == Measure(1.0, 9, 0.4, 0.6, None)


@pytest.mark.parametrize(("true", "holds"), [(20, False), (12, True), (8, True), (2, False)])
def test_true_and_false_should_be_about_as_frequent(true: int, holds: bool):
    yes = statement("The pier is old.")
    no = yes.replace("key: true", "key: false")
    assert figures(*[EVEN_KEY] * 40, *[yes] * true, *[no] * (20 - true)).true_share.holds is holds


def test_keys_that_always_stand_first_are_told_where_choices_are_not_shuffled():
    first = choice("Who paid?", "Ida Holm", "Otto Dahl", "The bank", more="  shuffle: no\n")
    second = choice("Who paid?", "Ida Holm", "Otto Dahl", "The bank", key=2, more="  shuffle: no\n")
    third = choice("Who paid?", "Ida Holm", "Otto Dahl", "The bank", key=3, more="  shuffle: no\n")
    assert figures(*[first] * 60).key_position.holds is False
    mixed = figures(*[first, second, third] * 20).key_position
    assert mixed.holds is True
    assert figures(*[EVEN_KEY] * 60).key_position.value is None


def test_lengths_are_compared_over_all_lists_of_choices():
    assert figures(EVEN_KEY).key_length.value == pytest.approx(16 / 17, abs=0.001)
    assert figures(*[LONG_KEY] * 50).key_length.holds is False


def test_numbers_whose_key_is_at_an_end_are_counted():
    years = ("1862", "1871", "1890")
    asked = [choice("When was it?", *years, key=key, more="  shuffle: no\n") for key in (1, 2, 3)]
    assert figures(*asked).key_number_extreme == Measure(0.667, 3)


def test_retired_questions_do_not_count():
    retired = EVEN_KEY.replace("  status: established\n", "  status: established\n  state: retired\n")
    assert figures(EVEN_KEY, retired).questions == 1


def test_kinds_statuses_and_what_asks_for_the_words_of_a_document():
    told = figures_of(read(texts()))
    assert told.kinds["matching"] == 1
    assert told.single_choice == 1
    assert told.statuses["opinion"] == 1
    assert told.established.value == pytest.approx(told.statuses["established"] / told.questions, abs=0.001)
    assert told.by_the_source.value == pytest.approx(1 / told.questions, abs=0.001)
    first = changed(
        SET, "stem: What did the lamp burn?", "stem: The town's story has a lamp. What did it burn?"
    )
    assert figures_of(read(first)).by_the_source == told.by_the_source
    asking = changed(
        SET, "stem: What did the lamp burn?", "stem: What did the lamp of the town's story burn?"
    )
    assert figures_of(read(asking)).by_the_source.value == pytest.approx(2 / told.questions, abs=0.001)


SOURCE = """source: s
title: S
short: the story
kind: essay
text:
- {at: 1.1, says: It is wrong., status: inaccurate, note_cites: [{ref: a}]}
- {at: 1.2, says: It is disputed., status: contested, note: Nobody looked.}
- {at: 1.3, says: It is disputed too., status: contested}
- {at: 1.4, says: It is right.}
- {at: 1.5, says: It is in nobody's question., status: inaccurate}
"""
NOTES = "source: n\ntitle: N\nshort: notes\nkind: notes\ntext:\n- {at: 1.1, says: So it was., cites: [{ref: b}]}\n"
WORKS = """[
{"id": "a", "type": "book", "title": "A", "custom": {"seen": "seen"}},
{"id": "b", "type": "book", "title": "B"}
]"""


def test_disputed_statements_are_counted_by_the_best_work_behind_them():
    cited = (
        "[{source: s, at: 1.1}]",
        "[{source: s, at: 1.2}]",
        "[{source: s, at: 1.3}, {source: n, at: 1.1}]",
        "[{source: s, at: 1.4}]",
    )
    questions = "".join(
        EVEN_KEY.replace("- id: q", f"- id: q{at}").replace("[{ref: berg1950}]", cites)
        for at, cites in enumerate(cited)
    )
    files = {"x.yaml": HEAD + questions, "s.yaml": SOURCE, "n.yaml": NOTES, "references.json": WORKS}
    bank = read(files)
    assert bank.problems == ()
    disputed = figures_of(bank).disputed
    assert msgspec.structs.asdict(disputed) == {
        "in_use": 3,
        "seen": 1,
        "identified": 0,
        "not_checked": 1,
        "no_source_checked": 1,
        "listed": ("s 1.2a",),
    }
    set_alone = read_files([InputFile("x.yaml", (HEAD + questions).encode())])
    assert figures_of(set_alone, bank).disputed == disputed


def test_questions_on_an_error_should_name_a_partner():
    wrong = EVEN_KEY.replace("status: established", "status: inaccurate").replace("remember", "analyse")
    paired = wrong.replace("- id: q", "- id: p").replace("  topics:", "  partner: [x/n0q]\n  topics:")
    told = figures(EVEN_KEY, wrong, paired)
    assert told.without_partner == ("x/n1q",)
    assert any("no partner" in line and "x/n1q" in line for line in figure_lines(told))
    assert not any("no partner" in line for line in figure_lines(figures(EVEN_KEY)))


def test_figures_are_told_in_lines():
    lines = figure_lines(figures(*[LONG_KEY] * 50))
    (longest,) = [line.split() for line in lines if "longest" in line]
    assert longest[5:] == "100 % of 50 (at most 30 %) not kept".split()
    assert lines[0].replace("\u00a0", " ") == "50 questions: single choice 50."
    assert not any("true, of the" in line for line in lines)

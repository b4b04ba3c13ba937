from pathlib import Path

import pytest

from app.domain.bank import Outline
from app.domain.kinds import single_choice
from app.services import importing
from app.services.outline import Outlines
from tests.repository import ROOT
from tests.services.test_importing import choice, set_file

SAMPLE = str(ROOT / "tests" / "data" / "sets" / "sample.yaml")


@pytest.fixture
def preview(teach):
    def look(*paths: str):
        (one,) = teach(importing.preview_files, paths)
        return one

    return look


def test_the_sample_set_has_a_row_for_each_question_and_the_wrong_one_is_named(preview) -> None:
    shown = preview(SAMPLE)
    lines = Path(SAMPLE).read_text(encoding="utf-8").splitlines()
    assert (shown.new, shown.changed, shown.same, shown.problems) == (6, 0, 0, 1)
    assert [lines[row.line - 1] for row in shown.rows] == [f"- id: {row.slug}" for row in shown.rows]
    (row,) = [row for row in shown.rows if row.state == "problem"]
    assert (row.kind, row.stem) == ("single_choice", "What stands on the roof of the town hall?")
    assert [lines[line - 1].strip() for line in row.lines] == [
        "- key: A weather vane in the shape of a heron"
    ]
    assert row.shown is None
    assert "marked as right" in row.problems[0]


def test_a_usable_question_comes_with_an_order_for_its_parts(preview) -> None:
    for row in preview(SAMPLE).rows:
        if row.shown is not None and isinstance(row.shown.body, single_choice.Shown):
            assert sorted(row.orders.parts) == [one.id for one in row.shown.body.choices]


@pytest.mark.parametrize(
    ("broken", "stem"),
    [
        ("\n- kind: single_choice\n  stem: Who has no name?\n", "Who has no name?"),
        ("\n- id: two\n  stem: 'Is this: text\n", "Is this: text"),
        (
            "\n- id: two\n  kind: single_choise\n  stem: >\n    Folded over\n    two lines\n",
            "Folded over two lines",
        ),
    ],
)
def test_whatever_is_wrong_with_a_question_it_costs_one_row(preview, tmp_path, broken, stem) -> None:
    shown = preview(set_file(tmp_path, choice("one"), broken, choice("three")))
    assert [row.state for row in shown.rows] == ["new", "problem", "new"]
    assert (shown.new, shown.problems) == (2, 1)
    assert shown.rows[1].line == 19
    assert shown.rows[1].stem == stem
    assert shown.rows[1].problems
    assert len(shown.rows[1].lines) == len(shown.rows[1].problems)
    assert shown.notes == ()


def test_a_second_question_of_the_same_name_is_the_one_with_the_problem(preview, tmp_path) -> None:
    shown = preview(set_file(tmp_path, choice("one"), choice("one", "Which other one?")))
    assert [(row.state, row.line, row.stem) for row in shown.rows] == [
        ("new", 5, "Which one is it?"),
        ("problem", 19, "Which other one?"),
    ]


@pytest.mark.parametrize(
    ("then", "touched"),
    [
        (choice("one", "Which one is that?"), ("stem",)),
        (choice("one").replace("- {distractor: That one", "- {distractor: This other one"), ("parts",)),
        (choice("one").replace("key: T", "distractor: T").replace("distractor: An", "key: An"), ("key",)),
        (choice("one").replace("explanation: It is", "explanation: It must be"), ("explanation",)),
        (choice("one", status="contested"), ("status",)),
        (choice("one", difficulty="3"), ("filing",)),
        (choice("one", difficulty="3", topics="[water, ice]", points="2"), ("scoring", "filing")),
    ],
)  # fmt: skip
def test_a_changed_question_tells_what_is_touched(preview, teach, tmp_path, then, touched) -> None:
    teach(importing.import_files, (set_file(tmp_path, choice("one"), choice("two")),))
    shown = preview(set_file(tmp_path, then, choice("two")))
    first, second = shown.rows
    assert (first.state, first.touched) == ("changed", touched)
    assert first.before.stem.plain() == "Which one is it?"
    assert (second.state, second.touched, second.before) == ("same", (), None)


def test_a_file_that_cannot_be_used_says_why_and_where(preview, tmp_path) -> None:
    nowhere = preview(str(tmp_path / "nowhere.yaml"))
    assert (nowhere.set, nowhere.rows, nowhere.note_lines) == ("", (), (1,))
    assert "nowhere.yaml" in nowhere.path
    path = tmp_path / "odd.yaml"
    path.write_text("shopping:\n- apples\n", encoding="utf-8")
    odd = preview(str(path))
    assert (odd.set, odd.title, odd.rows) == ("", "", ())
    assert len(odd.notes) == len(odd.note_lines) == 1


TEXT = """\
set: x
- id: one
  kind: cloze
  stem: First
- stem: "Second"
  choices:
  - key: stem
    kind: not this
- id: three
  stem: >-
    Folded
    text
  id: later
"""


@pytest.mark.parametrize(
    ("line", "outline"),
    [
        (1, None),
        (2, Outline(2, "one", "cloze", "First")),
        (4, Outline(2, "one", "cloze", "First")),
        (8, Outline(5, "", "", "Second")),
        (12, Outline(9, "three", "", "Folded text")),
        (99, Outline(9, "three", "", "Folded text")),
    ],
)
def test_a_line_belongs_to_the_question_above_it(line, outline) -> None:
    assert Outlines(TEXT).find(line) == outline

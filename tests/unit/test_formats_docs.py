"""The examples of docs/question-sets.md work as they stand, and it names every field, kind and rule."""

import re

import msgspec
import pytest

from app.domain.ids import SourceId
from app.domain.kinds import KINDS
from app.domain.lint import lint
from app.domain.rules.names import RULES
from app.formats import author, author_files
from app.sources.check import check_bank
from tests.unit.harbour import NOTES, REFERENCES, ROOT, SOURCE, TOPICS, document, read, texts

PAGE = (ROOT / "docs" / "question-sets.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
QUESTIONS = [example for example in EXAMPLES if example.startswith("- id:")]
AROUND = {name: texts()[name] for name in (TOPICS, REFERENCES, SOURCE, NOTES)}


@pytest.mark.parametrize("example", QUESTIONS)
def test_each_example_of_a_question_is_without_fault(example: str):
    bank = read({**AROUND, "x.yaml": f"set: x\ntitle: X\nquestions:\n{example}"})
    report = check_bank(bank, {SourceId("harbour"): document()}, read(texts()))
    faults = [*report.errors, *report.warnings]
    assert report.anchors.verified == 1
    assert [(fault.code, fault.values) for fault in faults if fault.code != "stamp_missing"] == []
    assert bank.found == 1


def test_there_is_an_example_of_every_kind():
    assert [re.search(r"kind: (\w+)", example)[1] for example in QUESTIONS] == list(KINDS)  # type: ignore[index]


def test_the_small_set_and_the_source_are_without_fault():
    first, source = EXAMPLES[0], next(example for example in EXAMPLES if example.startswith("source:"))
    bank = read({**AROUND, "x.yaml": first})
    assert [fault.code for fault in (*bank.problems, *lint(bank))] == ["stamp_missing"]
    assert read({"x.yaml": source}).problems == ()


def test_every_field_and_every_rule_is_named():
    structs = [value for module in (author, author_files) for value in vars(module).values()]
    fields = {
        field.encode_name
        for struct in structs
        if isinstance(struct, type) and issubclass(struct, msgspec.Struct)
        for field in msgspec.structs.fields(struct)
    }
    rules = {rule for kind in ("multiple_response", "ordering") for rule in RULES[kind]}
    words = set(re.findall(r"[a-z_0-9]+", PAGE))
    assert sorted((fields | rules | set(KINDS)) - words) == []

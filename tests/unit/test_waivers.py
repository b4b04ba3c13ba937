"""What an author accepts with a reason is listed apart; what cannot or need not be accepted is said."""

import pytest

from app.domain.ids import SourceId
from app.domain.lint import lint
from app.domain.lint.waivers import apply_waivers
from app.sources.check import CheckReport, check_bank
from tests.unit.harbour import SET, changed, document, read, texts

WHY = "The question is about the exception."
STEM = "stem: What did the lamp burn?"
NEGATIVE = "stem: What did the lamp not burn?"


def check(files: dict[str, str]) -> CheckReport:
    return check_bank(read(files), {SourceId("harbour"): document()})


def waiving(rule: str, stem: str = NEGATIVE) -> dict[str, str]:
    return changed(SET, f"  {STEM}\n", f"  {stem}\n  waive:\n  - {{rule: {rule}, reason: {WHY}}}\n")


def codes(problems: tuple[object, ...]) -> list[str]:
    return [problem.code for problem in problems]  # type: ignore[attr-defined]


def test_without_a_waiver_it_is_a_warning():
    assert codes(check(changed(SET, STEM, NEGATIVE)).warnings) == ["negative_stem"]


@pytest.mark.parametrize("name", ["L07", "negative_stem"])
def test_a_warning_is_waived_by_its_rule_or_its_code(name: str):
    report = check(waiving(name))
    assert (report.errors, report.warnings) == ((), ())
    assert [(one.problem.code, one.problem.question, one.reason) for one in report.waived] == [
        ("negative_stem", "harbour/lamp-fuels", WHY)
    ]


def test_a_waiver_holds_for_its_own_question_and_rule_alone():
    files = waiving("L07")
    files[SET] = files[SET].replace("stem: To which town did", "stem: To which town did not")
    report = check(files)
    assert [(one.code, one.question) for one in report.warnings] == [("negative_stem", "harbour/ferry-town")]
    assert sorted(codes(check(waiving("L15")).warnings)) == ["negative_stem", "waiver_unused"]


def test_a_waiver_of_nothing_is_a_warning():
    report = check(waiving("L07", stem="stem: What did the lamp burn?"))
    assert (codes(report.warnings), report.waived) == (["waiver_unused"], ())


def test_an_error_cannot_be_waived():
    files = waiving("missing_feedback", stem=STEM)
    files[SET] = files[SET].replace("    feedback: This came second.\n", "")
    report = check(files)
    assert (codes(report.errors), codes(report.warnings), report.waived) == (
        ["missing_feedback"],
        ["waiver_of_error"],
        (),
    )


def test_what_is_an_error_in_a_strict_check_cannot_be_waived_in_a_milder_one_either():
    files = waiving("missing_feedback", stem=STEM)
    files[SET] = files[SET].replace("    feedback: This came second.\n", "")
    bank = read(files)
    stands, waived = apply_waivers(bank, lint(bank))
    assert [(one.code, one.severity) for one in stands] == [
        ("missing_feedback", "warning"),
        ("waiver_of_error", "warning"),
    ]
    assert waived == []


def test_a_set_waives_what_is_found_about_the_whole_and_nothing_of_its_questions():
    stamp = next(line for line in texts()[SET].splitlines() if line.startswith("- {source: harbour, sha"))
    files = changed(
        SET,
        f"checked:\n{stamp}\n",
        f"waive:\n- {{rule: stamps, reason: {WHY}}}\n- {{rule: L07, reason: {WHY}}}\n",
    )
    files[SET] = files[SET].replace(STEM, NEGATIVE)
    report = check(files)
    assert [one.problem.code for one in report.waived] == ["stamp_missing"]
    assert sorted(codes(report.warnings)) == ["negative_stem", "waiver_unused"]

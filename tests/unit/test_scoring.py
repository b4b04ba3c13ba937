"""The tables of tricky responses: each row is a response, what it earns, and why."""

from collections import Counter
from fractions import Fraction

import pytest

from app.domain.errors import FootnoteError
from app.domain.kinds import is_blank
from app.domain.outcome import Outcome, verdict_of
from app.domain.rules.modifiers import after_hints, after_tries, certainty_marks, formula_scoring
from app.domain.scoring import MODIFIERS, PART_CODES, RULES, default_rule, rule_id, score
from tests.unit.scoring_cases.build import Case, cases, expected, groups_of

TABLES = ("choices", "pairs", "ordering", "cloze", "numbers", "years", "dates", "typed", "weighing")
CASES = [case for table in TABLES for case in cases(table)]
MODIFIED = [(g["modifier"], *row) for g in groups_of("modifiers") for row in g["rows"]]


def name_of(case: Case) -> str:
    return f"{case.rule}: {case.why}"


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_tricky_response(case: Case):
    if isinstance(case.expected, str):
        with pytest.raises(FootnoteError) as raised:
            score(case.shown, case.key, case.given, case.terms)
        assert raised.value.code == case.expected, case.why
        return
    outcome = score(case.shown, case.key, case.given, case.terms)
    assert outcome.fraction == case.expected, f"{case.why} ({outcome})"
    assert outcome.rule == case.key.rule
    assert outcome.verdict == verdict_of(case.expected, blank=is_blank(case.given))
    assert {part.code for part in outcome.parts} <= PART_CODES
    if case.codes is not None:
        assert " ".join(part.code for part in outcome.parts) == case.codes, case.why


@pytest.mark.parametrize(("modifier", "before", "applied", "after", "why"), MODIFIED)
def test_modifier(modifier: str, before: str, applied: object, after: object, why: str):
    wanted = expected(after)
    if isinstance(wanted, str):
        with pytest.raises(FootnoteError) as raised:
            modified(modifier, before, str(applied))
        assert raised.value.code == wanted, why
    else:
        assert modified(modifier, before, str(applied)) == wanted, why


def modified(modifier: str, before: str, applied: str) -> Fraction:
    """Apply a modifier to an outcome and return the fraction (or the marks) that it leaves."""
    outcome = outcome_of(before)
    number, *penalty = map(Fraction, applied.split())
    match modifier:
        case "certainty":
            return certainty_marks(outcome, int(number))
        case "tries":
            return after_tries(outcome, int(number), *penalty).fraction
        case "hint":
            return after_hints(outcome, int(number), *penalty).fraction
        case "formula_scoring":
            return formula_scoring(outcome, int(number)).fraction
        case _:
            raise AssertionError(modifier)


def outcome_of(before: str) -> Outcome:
    fraction = Fraction(0) if before == "blank" else Fraction(before)
    return Outcome(fraction, "single_choice@1", verdict_of(fraction, blank=before == "blank"))


def test_every_rule_has_its_dozen_of_tricky_responses():
    rows = Counter(case.rule for case in CASES) + Counter(row[0] for row in MODIFIED)
    names = [name for rules in RULES.values() for name in rules] + list(MODIFIERS)
    assert {name: rows[name] for name in names if rows[name] < 12} == {}


def test_every_row_says_why_and_none_stands_twice():
    rows = Counter((case.rule, repr(case.key), repr(case.given), case.terms.hash) for case in CASES)
    assert [row for row, times in rows.items() if times > 1] == []
    assert all(len(case.why) > 5 for case in CASES)


def test_every_code_of_a_part_is_met_in_the_tables():
    met = {
        part.code
        for case in CASES
        if not isinstance(case.expected, str)
        for part in score(case.shown, case.key, case.given, case.terms).parts
    }
    assert met == PART_CODES


@pytest.mark.parametrize("kind", RULES)
def test_the_usual_rule_is_the_first(kind: str):
    assert default_rule(kind) == RULES[kind][0]
    assert rule_id(default_rule(kind)) == f"{RULES[kind][0]}@1"


def test_years_and_dates_have_their_own_usual_rule():
    assert default_rule("numerical", "year") == "year"
    assert default_rule("numerical", "date") == "date"


def test_an_unknown_rule_has_no_identifier():
    with pytest.raises(FootnoteError, match="unknown_rule"):
        rule_id("guesswork")


def test_a_modifier_is_named_beside_the_rule():
    assert after_tries(outcome_of("1"), 1).rule == "single_choice@1+tries@1"
    assert after_hints(after_tries(outcome_of("1"), 1)).fraction == Fraction(5, 12)


def test_certainty_breaks_even_at_two_thirds_and_four_fifths():
    def mean(certainty: int, share: Fraction) -> Fraction:
        right, wrong = (
            certainty_marks(outcome_of("1"), certainty),
            certainty_marks(outcome_of("0"), certainty),
        )
        return share * right + (1 - share) * wrong

    assert mean(1, Fraction(2, 3)) == mean(2, Fraction(2, 3))
    assert mean(2, Fraction(4, 5)) == mean(3, Fraction(4, 5))

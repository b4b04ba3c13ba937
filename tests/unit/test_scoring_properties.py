"""What holds for every question and every response."""

import random
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import FootnoteError
from app.domain.kinds import (
    KINDS,
    Response,
    cloze,
    is_blank,
    kind_of,
    multiple_response,
    numerical,
    short_answer,
)
from app.domain.known_terms import build_terms
from app.domain.outcome import Outcome, stored_fraction
from app.domain.question import AnswerKey, ShownQuestion
from app.domain.scoring import RULES, rule_id, score
from app.domain.text import Text
from tests.unit.scoring_cases.strategies import BODIES, Posed, part_ids, questions, responses

TERMS = build_terms(("Kirov", "Trotsky", "Kalmyks", "Karachays", "Austria", "Australia"))
ANYTHING = st.text(max_size=200) | st.text("0123456789.,' -–/±?xe^%bcad", max_size=40)


def outcome_or_error(posed: Posed, response: Response) -> Outcome | str:
    try:
        return score(posed.shown, posed.key, response, TERMS)
    except FootnoteError as error:
        return error.code


@given(questions())
def test_the_key_earns_everything(posed: Posed):
    outcome = score(posed.shown, posed.key, posed.right, TERMS)
    assert outcome.fraction == 1
    assert outcome.verdict == "correct"


@given(questions())
def test_blank_earns_nothing_and_is_no_wrong_answer(posed: Posed):
    blank = type(posed.right)()
    assert is_blank(blank)
    outcome = score(posed.shown, posed.key, blank, TERMS)
    assert outcome.fraction == 0
    assert outcome.verdict == "blank"


@given(questions(), st.data())
def test_any_response_is_scored_or_refused_by_its_code(posed: Posed, data: st.DataObject):
    response = data.draw(responses(posed.shown.kind, part_ids(posed.shown)))
    outcome = outcome_or_error(posed, response)
    assert outcome == outcome_or_error(posed, response)
    if isinstance(outcome, str):
        assert outcome == "response_does_not_fit"
        return
    assert isinstance(outcome.fraction, Fraction)
    assert -1 <= outcome.fraction <= 1
    assert -1 <= stored_fraction(outcome.fraction) <= 1
    assert all(-1 <= part.fraction <= 1 and part.code for part in outcome.parts)
    assert (outcome.verdict == "correct") == (outcome.fraction == 1)


@given(questions(), st.data())
def test_a_response_of_another_kind_is_refused(posed: Posed, data: st.DataObject):
    other = data.draw(st.sampled_from([kind for kind in KINDS if kind != posed.shown.kind]))
    response = data.draw(responses(other, ()))
    assert outcome_or_error(posed, response) == "response_does_not_fit"


@given(questions(), questions())
def test_a_key_of_another_kind_is_refused(posed: Posed, other: Posed):
    mixed = Posed(posed.shown, other.key, posed.right)
    outcome = outcome_or_error(mixed, posed.right)
    if kind_of(posed.key.body) != kind_of(other.key.body):
        assert outcome == "key_does_not_fit"


@pytest.mark.parametrize("rule", RULES["multiple_response"])
@given(drawn=BODIES["multiple_response"], seed=st.integers())
def test_the_order_of_ticks_is_irrelevant(rule, drawn, seed):
    shown, key, _ = drawn
    ticks = [choice.id for choice in shown.choices if choice.fixed]
    turned = random.Random(seed).sample(ticks, len(ticks))
    question = ShownQuestion(Text("?"), shown), AnswerKey(key, rule_id(rule), Text("."), "established")
    first = score(*question, multiple_response.Response(tuple(ticks)))
    assert first == score(*question, multiple_response.Response(tuple(turned)))


@given(questions(any_rule=False), ANYTHING)
def test_any_text_is_scored_or_refused(posed: Posed, text: str):
    match posed.right:
        case short_answer.Response():
            response: Response = short_answer.Response(text)
        case numerical.Response():
            response = numerical.Response(text)
        case cloze.Response(gaps=gaps):
            response = cloze.Response(dict.fromkeys(gaps, text))
        case _:
            return
    outcome = outcome_or_error(posed, response)
    assert isinstance(outcome, Outcome) or outcome == "response_does_not_fit"


HOSTILE = [
    "Kirov " * 1700,
    "1" * 10_000,
    "1,111" * 2_000,
    "1e" + "9" * 9_998,
    "9" * 50 + "e300",
    "(" * 10_000,
    "a\u0301" * 5_000,
    "".join(chr(0x0300 + n % 100) for n in range(10_000)),
    "\u200b" * 10_000,
    "\u202e" * 9_995 + "Kirov",
    "\ufdfa" * 10_000,
    "😀" * 10_000,
    "\x00" * 10_000,
    "between 1 and " * 700,
    "1-1-" * 2_500,
    "ad bc " * 1_600,
    "- " * 5_000,
    "' ' '" * 2_000,
    "a b c d " * 1_250,
    "\ud800Kirov",
    "IVXLCDM" * 1_400,
    "½" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("rule", ["numerical", "year", "date", "typed"])
def test_hostile_text_earns_nothing_and_does_no_harm(rule: str, text: str):
    key: short_answer.Key | numerical.Key = numerical.Key("1934")
    shown: short_answer.Shown | numerical.Shown = numerical.Shown("number")
    given_: Response = numerical.Response(text)
    if rule == "typed":
        shown, key, given_ = short_answer.Shown(), short_answer.Key("Kirov"), short_answer.Response(text)
    question = ShownQuestion(Text("?"), shown), AnswerKey(key, rule_id(rule), Text("."), "established")
    outcome = score(*question, given_, TERMS)
    assert outcome.fraction == 0
    assert outcome.parts[0].code != "blank"


def test_known_terms_are_named_by_their_hash_whatever_their_order():
    terms = build_terms(["Kirov", "Beria", "Kirov"])
    assert terms.hash == build_terms(["Beria", "Kirov"]).hash
    assert terms.hash != build_terms(["Beria", "Kirow"]).hash
    assert len(terms.hash) == 64


def test_an_outcome_is_a_value():
    posed = Outcome(Fraction(1, 3), "balanced@1", "partly")
    with pytest.raises(AttributeError):
        posed.fraction = Fraction(1)  # type: ignore[misc]
    assert stored_fraction(posed.fraction) == 0.333333333
    assert msgspec.structs.replace(posed) == posed

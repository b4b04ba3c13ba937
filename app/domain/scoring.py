"""Scoring: what a response to a question earns, by the rule that the key names. Pure, exact and repeatable."""

from typing import TypeVar, assert_never

from app.domain.kinds import (
    Response,
    ShownBody,
    WeighingKey,
    cloze,
    evidence,
    is_blank,
    kind_of,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    source_support,
    status_sort,
    true_false,
    two_sources,
)
from app.domain.known_terms import NONE, KnownTerms
from app.domain.outcome import Outcome, verdict_of
from app.domain.question import AnswerKey, ShownQuestion
from app.domain.rules.choice import score_single_choice, score_true_false
from app.domain.rules.cloze import score_numerical_as_asked, score_weighted_mean
from app.domain.rules.dates import score_date, score_year
from app.domain.rules.evidence import score_evidence, score_two_sources
from app.domain.rules.judged import PART_CODES, Judged, key_misfit, misfit
from app.domain.rules.matching import score_pairs
from app.domain.rules.multiple_response import score_multiple_response
from app.domain.rules.names import MODIFIERS, RULES, default_rule, known_rule, rule_id
from app.domain.rules.ordering import score_ordering
from app.domain.rules.short_answer import score_typed
from app.domain.rules.standing import score_source_support, score_statements

__all__ = ["MODIFIERS", "PART_CODES", "RULES", "default_rule", "rule_id", "score"]

T = TypeVar("T")


def score(shown: ShownQuestion, key: AnswerKey, response: Response, terms: KnownTerms = NONE) -> Outcome:
    """Score a response; raise FootnoteError where rule, key or response do not fit the question."""
    if kind_of(key.body) != shown.kind:
        raise key_misfit(shown.kind, "another_kind")
    if kind_of(response) != shown.kind:
        raise misfit(shown.kind, "another_kind")
    judged = _judge(shown, key, known_rule(shown.kind, key.rule), response, terms)
    verdict = verdict_of(judged.fraction, blank=is_blank(response))
    return Outcome(judged.fraction, key.rule, verdict, judged.parts)


def _judge(shown: ShownQuestion, key: AnswerKey, rule: str, response: Response, terms: KnownTerms) -> Judged:
    body = shown.body
    match key.body:
        case single_choice.Key() as wanted:
            return score_single_choice(
                _of(body, single_choice.Shown), wanted, _of(response, single_choice.Response)
            )
        case true_false.Key() as wanted:
            return score_true_false(wanted, _of(response, true_false.Response))
        case multiple_response.Key() as wanted:
            return score_multiple_response(
                _of(body, multiple_response.Shown), wanted, _of(response, multiple_response.Response), rule
            )
        case matching.Key() as wanted:
            return score_pairs(_of(body, matching.Shown), wanted, _of(response, matching.Response))
        case ordering.Key() as wanted:
            return score_ordering(_of(body, ordering.Shown), wanted, _of(response, ordering.Response), rule)
        case cloze.Key() as wanted:
            return score_weighted_mean(_of(body, cloze.Shown), wanted, _of(response, cloze.Response), terms)
        case numerical.Key() as wanted:
            return _judge_number(_of(body, numerical.Shown), wanted, _of(response, numerical.Response), rule)
        case short_answer.Key() as wanted:
            return score_typed(wanted, _of(response, short_answer.Response), terms)
        case evidence.Key() | two_sources.Key() | status_sort.Key() | source_support.Key() as weighing:
            return _judge_weighing(body, weighing, response, rule)
        case _ as unreachable:
            assert_never(unreachable)


def _judge_weighing(body: ShownBody, key: WeighingKey, response: Response, rule: str) -> Judged:
    match key:
        case evidence.Key():
            return score_evidence(_of(body, evidence.Shown), key, _of(response, evidence.Response), rule)
        case two_sources.Key():
            return score_two_sources(_of(body, two_sources.Shown), key, _of(response, two_sources.Response))
        case status_sort.Key():
            return score_statements(_of(body, status_sort.Shown), key, _of(response, status_sort.Response))
        case source_support.Key():
            return score_source_support(key, _of(response, source_support.Response))
        case _ as unreachable:
            assert_never(unreachable)


def _judge_number(
    shown: numerical.Shown, key: numerical.Key, response: numerical.Response, rule: str
) -> Judged:
    match rule:
        case "year@1":
            return score_year(key, response)
        case "date@1":
            return score_date(key, response)
        case _:
            return score_numerical_as_asked(shown, key, response)


def _of(value: object, wanted: type[T]) -> T:
    """Narrow a value whose kind was already compared."""
    assert isinstance(value, wanted)
    return value

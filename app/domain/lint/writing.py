"""Rules of writing: enough choices, a reason for each of them, an explanation that is short."""

import re
from typing import assert_never

from app.domain.ids import PartId
from app.domain.kinds import (
    ShownBody,
    WeighingKey,
    cloze,
    evidence,
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
from app.domain.kinds.short_answer import Foreseen
from app.domain.lint.notes import Notes
from app.domain.lint.weighing import missing_reasons
from app.domain.question import Question
from app.domain.text import Text

MOST_SENTENCES = 4
FEWEST_CHOICES, MOST_CHOICES = 3, 5

_END = re.compile(r"""[.!?\u2026]["')\]\u2019\u201d*]*\s+(?=["'(\[\u2018\u201c*]*[A-Z0-9])""")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Dr|Prof|St|No|Art|vs|ca|c|pp?|cf|ed|eds|vol|[A-Z])\.$")


def count_sentences(text: str) -> int:
    """Count the sentences of a short text; initials and usual abbreviations end none."""
    ends = sum(not _is_abbreviation(text, found.start() + 1) for found in _END.finditer(text))
    return ends + 1 if text.strip() else 0


def _is_abbreviation(text: str, end: int) -> bool:
    """Tell whether the stop before `end` belongs to a shortened word. It looks at few characters: texts may be long."""
    return _ABBREVIATION.search(text, max(0, end - 8), end) is not None


def check_writing(question: Question, notes: Notes) -> None:
    """Check explanation, number of choices, spare targets and reasons of one question."""
    sentences = count_sentences(question.key.explanation.value)
    if sentences > MOST_SENTENCES:
        notes.question(
            question.id, "explanation_length", "explanation", count=sentences, highest=MOST_SENTENCES
        )
    shown = question.shown.body
    match question.key.body:
        case single_choice.Key() as key:
            _check_choices(question, notes, "choices", shown, key)
        case multiple_response.Key() as key:
            if len(key.order) > MOST_CHOICES:
                values = {"count": len(key.order), "highest": MOST_CHOICES}
                notes.question(question.id, "too_many_choices", "choices", **values)
            _check_reasons(question, notes, "choices", shown, key.feedback)
        case true_false.Key() as key:
            _check_both_reasons(question, notes, key)
        case short_answer.Key() | numerical.Key() as key:
            _check_foreseen(question, notes, "foreseen", key.foreseen)
        case matching.Key() as key:
            _check_reasons(question, notes, "pairs", shown, key.feedback)
            if len(key.target_order) <= len(set(key.pairs.values())):
                notes.question(question.id, "no_spare_target", "pairs")
        case ordering.Key() as key:
            _check_reasons(question, notes, "items", shown, key.feedback)
        case cloze.Key() as key:
            _check_gaps(question, notes, shown, key)
        case evidence.Key() | two_sources.Key() | status_sort.Key() | source_support.Key() as key:
            _check_weighed_reasons(question, notes, shown, key)
        case _ as unreachable:
            assert_never(unreachable)


def _check_gaps(question: Question, notes: Notes, shown: ShownBody, key: cloze.Key) -> None:
    bodies = {gap.id: gap.body for gap in shown.gaps} if isinstance(shown, cloze.Shown) else {}
    for gap in key.gaps:
        match gap.body:
            case single_choice.Key() as body:
                _check_choices(question, notes, "gaps", bodies[gap.id], body)
            case short_answer.Key() | numerical.Key() as body:
                _check_foreseen(question, notes, "gaps", body.foreseen)
            case _ as unreachable:
                assert_never(unreachable)


def _check_both_reasons(question: Question, notes: Notes, key: true_false.Key) -> None:
    for answer, reason in (("true", key.feedback_true), ("false", key.feedback_false)):
        if not reason.value:
            notes.question(question.id, "missing_feedback", "feedback", text=answer)


def _check_weighed_reasons(question: Question, notes: Notes, shown: ShownBody, key: WeighingKey) -> None:
    for field, about in missing_reasons(shown, key):
        notes.question(question.id, "missing_feedback", field, text=about)
    if isinstance(key, evidence.Key) and isinstance(shown, evidence.Shown) and key.answer and shown.answer:
        _check_choices(question, notes, "answer", shown.answer, key.answer)


def _check_choices(
    question: Question, notes: Notes, field: str, shown: ShownBody, key: single_choice.Key
) -> None:
    count = len(key.order)
    if count < FEWEST_CHOICES:
        notes.question(question.id, "too_few_choices", field, count=count, lowest=FEWEST_CHOICES)
    if count > MOST_CHOICES:
        notes.question(question.id, "too_many_choices", field, count=count, highest=MOST_CHOICES)
    _check_reasons(question, notes, field, shown, key.feedback)


def _texts(shown: ShownBody) -> tuple[single_choice.Choice | matching.Side, ...]:
    match shown:
        case single_choice.Shown() | multiple_response.Shown():
            return shown.choices
        case matching.Shown():
            return shown.premises
        case ordering.Shown():
            return shown.items
        case _:
            return ()


def _check_reasons(
    question: Question, notes: Notes, field: str, shown: ShownBody, reasons: dict[PartId, Text]
) -> None:
    for part in _texts(shown):
        if part.id not in reasons:
            notes.question(question.id, "missing_feedback", field, text=part.text.value)


def _check_foreseen(question: Question, notes: Notes, field: str, foreseen: tuple[Foreseen, ...]) -> None:
    for one in foreseen:
        if not one.feedback.value:
            notes.question(question.id, "missing_feedback", field, text=one.answer)

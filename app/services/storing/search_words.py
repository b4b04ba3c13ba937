"""The words under which a question is found."""

from collections.abc import Iterable
from typing import assert_never

from app.domain.kinds import (
    KeyBody,
    ShownBody,
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
from app.domain.question import Question


def search_words(question: Question, typed: Iterable[str]) -> str:
    """Return stem, parts, typed answers and explanation in one text."""
    texts = [question.shown.stem.plain(), *_shown_words(question.shown.body), *typed]
    texts.append(question.key.explanation.plain())
    return "\n".join(texts)


def _shown_words(body: ShownBody) -> list[str]:
    match body:
        case single_choice.Shown(choices) | multiple_response.Shown(choices):
            return [choice.text.plain() for choice in choices]
        case matching.Shown(premises, targets):
            return [side.text.plain() for side in (*premises, *targets)]
        case ordering.Shown(items):
            return [side.text.plain() for side in items]
        case cloze.Shown(text, gaps):
            return [text.plain(), *(word for gap in gaps for word in _shown_words(gap.body))]
        case evidence.Shown(answer=answer):
            return _shown_words(answer) if answer is not None else []
        case status_sort.Shown(statements):
            return [side.text.plain() for side in statements]
        case source_support.Shown(holding=holding):
            return [holding.plain()]
        case two_sources.Shown() | true_false.Shown() | short_answer.Shown() | numerical.Shown():
            return []
        case _ as unreachable:
            assert_never(unreachable)


def typed_answers(body: KeyBody) -> list[str]:
    """Return the answers of a key that are typed words, in the form that is shown."""
    match body:
        case short_answer.Key(answer=answer):
            return [answer]
        case cloze.Key(gaps=gaps):
            return [word for gap in gaps for word in typed_answers(gap.body)]
        case _:
            return []

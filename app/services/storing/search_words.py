"""The words under which a question is found."""

from typing import assert_never

from app.domain.kinds import (
    KeyBody,
    ShownBody,
    cloze,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    true_false,
)
from app.domain.question import Question


def search_words(question: Question) -> str:
    """Return stem, parts, typed answers and explanation in one text."""
    texts = [
        question.shown.stem.plain(),
        *_shown_words(question.shown.body),
        *typed_answers(question.key.body),
    ]
    return "\n".join((*texts, question.key.explanation.plain()))


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
        case true_false.Shown() | short_answer.Shown() | numerical.Shown():
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

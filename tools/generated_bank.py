"""Generate a large bank of plainly made-up questions, for measuring. They are made when they are asked for."""

import time
from collections.abc import Iterator, Sequence
from typing import cast, overload

from app.domain.bank import Bank
from app.domain.ids import QuestionSlug, SetId, opaque_part_id
from app.domain.kinds import single_choice
from app.domain.question import AnswerKey, Question, QuestionSet, ShownQuestion
from app.domain.text import Text

SET = SetId("generated")
_AT_ONCE = 1000
_TOPICS = tuple(f"topic-{number}" for number in range(1, 13))
_WORDS = (
    "river bridge market winter harvest letter station village council record summer garden census".split()
)


class GeneratedQuestions(Sequence[Question]):
    """Single choice questions over twelve topics: none is kept, so what storing them takes can be measured alone."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.cpu_seconds = 0.0
        """What making them has cost so far."""

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Question: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Question, ...]: ...
    def __getitem__(self, index: int | slice) -> Question | tuple[Question, ...]:
        numbers = range(self._count)[index]
        return _question(numbers) if isinstance(numbers, int) else tuple(map(_question, numbers))

    def __iter__(self) -> Iterator[Question]:
        for start in range(0, self._count, _AT_ONCE):
            began = time.process_time()
            some = self[start : start + _AT_ONCE]
            self.cpu_seconds += time.process_time() - began
            yield from some


def make_bank(questions: int) -> Bank:
    """Return a bank with one set of so many single choice questions over twelve topics."""
    made = cast(tuple[Question, ...], GeneratedQuestions(questions))
    return Bank(
        sets=(QuestionSet(SET, "Generated questions, for measuring", state="reviewed", questions=made),),
        topics={topic: topic.capitalize().replace("-", " ") for topic in _TOPICS},
        found=questions,
    )


def _question(number: int) -> Question:
    slug = f"q{number:06d}"
    texts = [f"{_word(number, shift)} number {number * 7 + shift}" for shift in range(4)]
    choices = [single_choice.Choice(opaque_part_id(SET, slug, "choice", text), Text(text)) for text in texts]
    order = tuple(choice.id for choice in choices)
    shown = ShownQuestion(
        Text(f"Sample question {number}: which {_word(number, 5)} stands beside the {_word(number, 9)}?"),
        single_choice.Shown(tuple(sorted(choices, key=lambda choice: choice.id))),
    )
    reason = Text(f"A sample reason, number {number}.")
    key = AnswerKey(
        single_choice.Key(order[0], order, dict.fromkeys(order, reason)),
        "single_choice@1",
        Text(f"The sample explanation of question {number}. It has a second sentence."),
        "established",
    )
    topics = (_TOPICS[number % len(_TOPICS)],)
    return Question(SET, QuestionSlug(slug), shown, key, topics, number % 5 + 1, "remember", "reviewed")


def _word(number: int, shift: int) -> str:
    return _WORDS[(number * 31 + shift * 17) % len(_WORDS)]

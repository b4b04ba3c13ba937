"""Generate a large bank of plainly made-up questions, for measuring."""

from collections.abc import Iterator

from app.domain.bank import Bank
from app.domain.ids import QuestionSlug, SetId, opaque_part_id
from app.domain.kinds import single_choice
from app.domain.question import AnswerKey, Question, QuestionSet, ShownQuestion
from app.domain.text import Text

SET = SetId("generated")
_TOPICS = tuple(f"topic-{number}" for number in range(1, 13))
_WORDS = (
    "river bridge market winter harvest letter station village council record summer garden census".split()
)


def make_bank(questions: int) -> Bank:
    """Return a bank with one set of so many single choice questions over twelve topics."""
    made = tuple(_questions(questions))
    return Bank(
        sets=(QuestionSet(SET, "Generated questions, for measuring", state="reviewed", questions=made),),
        topics={topic: topic.capitalize().replace("-", " ") for topic in _TOPICS},
        found=questions,
    )


def _questions(count: int) -> Iterator[Question]:
    for number in range(count):
        slug = f"q{number:06d}"
        texts = [f"{_word(number, shift)} number {number * 7 + shift}" for shift in range(4)]
        choices = [
            single_choice.Choice(opaque_part_id(SET, slug, "choice", text), Text(text)) for text in texts
        ]
        order = tuple(choice.id for choice in choices)
        shown = ShownQuestion(
            Text(f"Sample question {number}: which {_word(number, 5)} stands beside the {_word(number, 9)}?"),
            single_choice.Shown(tuple(sorted(choices, key=lambda choice: choice.id))),
        )
        key = AnswerKey(
            single_choice.Key(
                order[0], order, {part: Text(f"A sample reason, number {number}.") for part in order}
            ),
            "single_choice@1",
            Text(f"The sample explanation of question {number}. It has a second sentence."),
            "established",
        )
        yield Question(
            SET,
            QuestionSlug(slug),
            shown,
            key,
            (_TOPICS[number % len(_TOPICS)],),
            number % 5 + 1,
            "remember",
            "reviewed",
        )


def _word(number: int, shift: int) -> str:
    return _WORDS[(number * 31 + shift * 17) % len(_WORDS)]

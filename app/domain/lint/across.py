"""L20: a stem that gives away the key of another question of the same set."""

from collections.abc import Iterator, Mapping

from app.domain.kinds import cloze, numerical, short_answer, single_choice
from app.domain.lint.asked import Options
from app.domain.lint.language import STOP, is_rare, stem_of, words
from app.domain.question import Question, QuestionSet

_LONGEST_KEY = 8
_SHARED_WORDS = 2


def find_given_away(
    question_set: QuestionSet, options: Mapping[str, tuple[Options, ...]]
) -> Iterator[tuple[Question, str, Question]]:
    """Yield each question whose key stands in another stem on the same matter, with the key and that question.

    A single name stands in many stems without telling anything: the two stems must also share two rare words.
    """
    keyed: dict[tuple[str, ...], list[Question]] = {}
    matter = {question.id: _matter(question) for question in question_set.questions}
    for question in question_set.questions:
        for key in _keys(question, options.get(question.id, ())):
            said = words(key)
            if 0 < len(said) <= _LONGEST_KEY and not all(word in STOP for word in said):
                keyed.setdefault(said, []).append(question)
    sizes = sorted({len(said) for said in keyed})
    for other in question_set.questions:
        stem = words(other.shown.stem.plain())
        for said in {stem[at : at + size] for size in sizes for at in range(len(stem) - size + 1)}:
            for question in keyed.get(said, ()):
                shared = matter[question.id] & matter[other.id] - {stem_of(word) for word in said}
                enough = _enough(question, other, said)
                if question is not other and len(shared) >= enough:
                    yield question, " ".join(said), other


def _enough(question: Question, other: Question, said: tuple[str, ...]) -> int:
    """Return how many rare words make it the same matter: one for typed words in a topic that both share.

    A year stands in many stems of a topic and tells little by itself.
    """
    is_typed = isinstance(question.key.body, short_answer.Key | cloze.Key)
    is_named = not all(word.isdigit() for word in said)
    return 1 if is_typed and is_named and set(question.topics) & set(other.topics) else _SHARED_WORDS


def _matter(question: Question) -> frozenset[str]:
    return frozenset(stem_of(word) for word in words(question.shown.stem.plain()) if is_rare(word))


def _keys(question: Question, options: tuple[Options, ...]) -> Iterator[str]:
    for one in options:
        if not one.several_keys:
            yield from (key.text for key in one.keys)
    match question.key.body:
        case short_answer.Key(answer=answer) | numerical.Key(answer=answer):
            yield answer
        case cloze.Key(gaps=gaps):
            for gap in gaps:
                if not isinstance(gap.body, single_choice.Key):
                    yield gap.body.answer
        case _:
            return

"""Reading files of other formats in tests: what becomes of a text, and what is said about it."""

from app.domain import codec
from app.domain.bank import Bank
from app.domain.kinds import multiple_response, single_choice
from app.domain.problem import Problem
from app.domain.question import Question
from app.domain.text import Text
from app.formats.bank import InputFile, read_files
from app.words.problems import sentence

ONCE = ("no_sources", "no_reasons")
"""Said of every set whose answers show no sources or reasons."""


def read(text: str | bytes, name: str = "sample.gift") -> Bank:
    return read_files([InputFile(name, text if isinstance(text, bytes) else text.encode())])


def taken(bank: Bank) -> list[Question]:
    return list(bank.questions())


def only(text: str | bytes, name: str = "sample.gift") -> Question:
    """Return the one question of a text, of which nothing stays out."""
    bank = read(text, name)
    assert [one.code for one in bank.problems if one.severity == "error"] == []
    (question,) = taken(bank)
    return question


def codes(bank: Bank) -> list[str]:
    """Return the codes of what was said, without what is said of every such set; each sentence is a whole one."""
    assert all(len(sentence(problem)) > 10 for problem in bank.problems)
    return [problem.code for problem in bank.problems if problem.code not in ONCE]


def errors(bank: Bank) -> list[Problem]:
    return [problem for problem in bank.problems if problem.severity == "error"]


def stem(question: Question) -> str:
    return question.shown.stem.value


def choices(question: Question) -> dict[str, str]:
    """Return what each choice is: `key` or nothing, then its weight and its reason."""
    shown, key = question.shown.body, question.key.body
    assert isinstance(shown, single_choice.Shown | multiple_response.Shown)
    assert isinstance(key, single_choice.Key | multiple_response.Key)
    texts = {choice.id: choice.text.value for choice in shown.choices}
    right = key.correct if isinstance(key, multiple_response.Key) else (key.correct,)
    weights = key.weights if isinstance(key, multiple_response.Key) else {}
    return {
        texts[part]: _said(part in right, weights.get(part, ""), key.feedback.get(part)) for part in key.order
    }


def _said(is_key: bool, weight: str, reason: Text | None) -> str:
    words = ("key" if is_key else "", weight, reason.value if reason else "")
    return " ".join(word for word in words if word)


def same(one: Question, other: Question) -> bool:
    return codec.content_hash(one.shown, one.key) == codec.content_hash(other.shown, other.key)

"""Choices, and the key of the kinds that weigh sources, as lines of text."""

from collections.abc import Iterable, Iterator
from typing import Any

from app.services.views.listed import ListedChoice, ListedPassage, ListedQuestion, ListedWeighed
from app.words import labels

STEP = "    "
_OUTCOMES = {
    "both": "Both are right",
    "answer_only": "The answer alone is right",
    "evidence_only": "The sentence alone is right",
    "neither": "Neither is right",
}


def choice_lines(choices: Iterable[ListedChoice]) -> Iterator[str]:
    """Tell choices and their reasons; what is right has a star."""
    for choice in choices:
        yield _marked(choice.text, right=choice.correct)
        yield from reason_line(choice.feedback)


def reason_line(text: str) -> Iterator[str]:
    """Tell a reason where there is one."""
    if text:
        yield f"{STEP}{text}"


def weighed_lines(one: ListedQuestion) -> Iterator[str]:
    """Tell what is shown beside the stem, what is right, and the reasons."""
    weighed = one.weighed or ListedWeighed(())
    key: Any = one.key
    match one.kind:
        case "evidence":
            yield from choice_lines(one.choices)
            yield from _places(weighed.passages[0], key["places"], one.feedback)
            for name, told in weighed.outcomes.items():
                yield f"{_OUTCOMES[name]}: {told}"
        case "two_sources":
            yield from _named(labels.RELATION, key["relation"], one.feedback)
            for passage, places in zip(weighed.passages, key["places"], strict=True):
                yield from _places(passage, places, {})
        case "status_sort":
            yield from _statements(key, one.feedback)
        case _:
            yield from _places(weighed.passages[0], [], {})
            yield f"{weighed.work}: {weighed.holding}"
            yield from _named(labels.SUPPORT, key, one.feedback)


def _places(passage: ListedPassage, right: list[str], reasons: dict[str, str]) -> Iterator[str]:
    yield f"{passage.source} {passage.passage}"
    for at, says in passage.sentences.items():
        yield f"{STEP}{_marked(f'{at} {says}', right=at in right)}"
        yield from (f"{STEP}{line}" for line in reason_line(reasons.get(at, "")))


def _statements(key: list[dict[str, str]], reasons: dict[str, str]) -> Iterator[str]:
    for one in key:
        said = [labels.STATUS[one["status"]]] if "status" in one else []
        said += [labels.VOICE[one["voice"]]] if "voice" in one else []
        yield f"* {one['statement']} = {', '.join(said)}"
        yield from reason_line(reasons.get(one["statement"], ""))


def _named(names: dict[str, str], right: str, reasons: dict[str, str]) -> Iterator[str]:
    for name, words in names.items():
        yield _marked(words, right=name == right)
        yield from reason_line(reasons.get(name, ""))


def _marked(text: str, *, right: bool) -> str:
    return f"{'*' if right else '-'} {text}"

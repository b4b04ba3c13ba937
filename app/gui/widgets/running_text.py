"""Sentences set as one running text: their numbers, where each begins and ends, what is marked in it."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.source import Locator
from app.gui.widgets.reader_sentences import NO_BREAK, Sentence
from app.gui.widgets.text_lines import Span

_NUMBER = "sentence_number"


class Stretch(NamedTuple):
    """Where a sentence lies in the running text: from its number, from its first word, to its end."""

    number: int
    start: int
    end: int


class RunningText(NamedTuple):
    """The text, how parts of it look, and where each sentence lies."""

    text: str
    spans: tuple[Span, ...]
    stretches: dict[Locator, Stretch]


def set_running(sentences: Sequence[Sentence], *, inline: bool = False) -> RunningText:
    """Set sentences one after the other, each after its number, the statements of one after their letters.

    Where notes stand `inline`, the number of a sentence that has one looks like a link.
    """
    text = ""
    spans: list[Span] = []
    stretches: dict[Locator, Stretch] = {}
    for sentence in sentences:
        text += " " if text else ""
        number = len(text)
        text += str(sentence.at.sentence)
        colour = "accent" if inline and sentence.entries else "ink3"
        spans.append(Span(number, len(text), _NUMBER, colour, link=str(sentence.at)))
        text += NO_BREAK * (2 if sentence.pieces[0][0] else 1)
        start = len(text)
        for index, (letter, words) in enumerate(sentence.pieces):
            text += " " if index else ""
            if letter:
                spans.append(
                    Span(len(text), len(text) + len(letter), _NUMBER, "ink2" if sentence.cited else "ink3")
                )
                text += letter + NO_BREAK
            if not index:
                first = len(text)
                spans.extend(Span(first + a, first + b, highlight=True) for a, b in sentence.phrases)
            text += words
        stretches[sentence.at] = Stretch(number, start, len(text))
    return RunningText(text, tuple(spans), stretches)

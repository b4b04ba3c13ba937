"""What the result says: the score in words first, counts that add up, and what to look at."""

import re
from typing import NamedTuple

from app.gui.widgets.chart_maths import percent
from app.services.views import ResultRow, Summary, TopicScore
from app.words import labels
from app.words.counts import counted
from app.words.days import full_moment, time_at_questions
from app.words.points import score_of

NOTHING_COUNTED = "Nothing was counted"
_STATES = ("correct", "partly", "wrong", "blank", "skipped")
_ALWAYS = ("correct", "partly", "wrong")
_COUNT_WORDS = {"blank": "without an answer"}


class Count(NamedTuple):
    """How many questions ended in a state, and its word."""

    state: str
    number: int
    words: str


class QuestionLine(NamedTuple):
    """A question in the list: what became of it, what it asked, and what it earned."""

    position: int
    state: str
    word: str
    stem: str
    topic: str
    score: str
    spoken: str


def score_words(summary: Summary) -> str:
    """Return "7.5 of 10", or that nothing was counted."""
    return score_of(summary.score, summary.max) if summary.max else NOTHING_COUNTED


def counts_of(summary: Summary) -> tuple[Count, ...]:
    """Return how many questions ended in each state; they add up to all questions."""
    counts = (summary.correct, summary.partly, summary.wrong, summary.blank, summary.skipped)
    return tuple(
        Count(state, count, f"{count}\u00a0{_COUNT_WORDS.get(state, labels.VERDICT[state].lower())}")
        for state, count in zip(_STATES, counts, strict=True)
        if count or state in _ALWAYS
    )


def share_and_count(summary: Summary) -> str:
    """Say the score as the history does, then what it is made of."""
    share = f"{percent(100 * summary.score / summary.max)} of the points. " if summary.max else ""
    return share + counting_sentence(summary)


def counting_sentence(summary: Summary) -> str:
    """Say how many questions the score is made of, and what skipped or empty ones count."""
    total, skipped, blank = summary.attempt.total, summary.skipped, summary.blank
    if skipped == total:
        return f"{_all(total)} skipped. In practice skipped questions count nothing."
    if skipped:
        answered = f"{total - skipped} of {counted(total, 'question')} answered."
        return f"{answered} In practice skipped questions count nothing."
    if blank and summary.attempt.mode == "exam":
        return (
            f"{total - blank} of {counted(total, 'question')} answered. In an exam an empty answer scores 0."
        )
    return f"{_all(total)} answered."


def when_words(summary: Summary) -> str:
    """Say what kind of quiz it was, when it ended, and how long it was worked at."""
    head = summary.attempt
    ended = head.finished or head.started
    parts = [labels.MODE[head.mode], full_moment(ended), time_at_questions(summary.minutes)]
    return "  \u00b7  ".join(part for part in parts if part)


def spoken_result(summary: Summary) -> str:
    """Return the result as it is read aloud."""
    counts = ", ".join(count.words for count in counts_of(summary))
    title = labels.title_of(summary.attempt.title)
    return f"{title}. Score: {score_words(summary)}. {counts}. {share_and_count(summary)}"


def topic_words(topic: TopicScore) -> str:
    """Return a topic's score, or why it has none."""
    return score_of(topic.score, topic.max) if topic.max else "skipped"


def question_lines(summary: Summary) -> tuple[QuestionLine, ...]:
    """Return every question as a line."""
    titles = {topic.topic: topic.title for topic in summary.topics}
    return tuple(_line(row, titles.get(row.topic, row.topic)) for row in summary.rows)


def first_to_look_at(summary: Summary) -> tuple[int, str] | None:
    """Return the first question that was not right, and the words of the button that opens it."""
    for state, words in (
        ("wrong", "Look at the first not-quite one"),
        ("partly", "Look at the first partly correct one"),
    ):
        for row in summary.rows:
            if row.state == state:
                return row.position, words
    return None


def _line(row: ResultRow, topic: str) -> QuestionLine:
    word = labels.VERDICT[row.state]
    score = score_of(row.score, row.max) if row.max else ""
    earned = f"{score} points" if score else ""
    said = ". ".join(part for part in (f"Question {row.position}", word, row.stem, topic, earned) if part)
    spoken = re.sub(r"([.?])\. ", r"\1 ", said)  # a stem brings its own mark
    return QuestionLine(row.position, row.state, word, row.stem, topic, score, spoken)


def _all(total: int) -> str:
    return "The one question was" if total == 1 else f"All {counted(total, 'question')} were"

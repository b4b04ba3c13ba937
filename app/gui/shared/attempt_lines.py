"""What an attempt is in a list: its day, score and counts in words."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from app.gui.widgets.attempt_table import AttemptLine
from app.gui.widgets.chart_maths import percent
from app.services.views import AttemptRow
from app.words import labels
from app.words.counts import counted
from app.words.days import local_day, row_moment, short_minutes, since_day, spoken_moment, time_at_questions

NAMELESS = "No name yet"
NOT_FINISHED, NOTHING_COUNTED = "not finished", "no score"


def attempt_lines(rows: Iterable[AttemptRow], today: date) -> tuple[AttemptLine, ...]:
    """Return attempts as the table shows them, the latest first."""
    return tuple(attempt_line(row, today) for row in sorted(rows, key=ended, reverse=True))


def attempt_line(row: AttemptRow, today: date) -> AttemptLine:
    """Return one attempt as the table shows it."""
    score = score_words(row)
    return AttemptLine(
        attempt=row.attempt,
        when=row_moment(ended(row), today),
        who=row.learner.name or NAMELESS,
        title=labels.title_of(row.title),
        kind=row.mode,
        kind_word=labels.MODE[row.mode],
        score=score,
        share=row.percent / 100 if row.percent is not None else None,
        counts=(row.correct, row.partly, row.wrong),
        time=short_minutes(row.minutes),
        spoken=_spoken(row, score),
    )


def score_words(row: AttemptRow) -> str:
    """Write the score: "74 %"; where there is none, why."""
    if row.finished is None:
        return NOT_FINISHED
    return percent(row.percent) if row.percent is not None else NOTHING_COUNTED


def today() -> date:
    """Return the day it is here."""
    return local_day(datetime.now(UTC))


def ended(row: AttemptRow) -> datetime:
    """Return when an attempt ended; one that is open, when it began."""
    return row.finished or row.started


def oldest_first(rows: Iterable[AttemptRow]) -> list[AttemptRow]:
    """Return attempts in the order in which they ended."""
    return sorted(rows, key=ended)


def count_words(count: int) -> str:
    """Write a number of attempts: "1 attempt", "1,000 attempts"."""
    return counted(count, "attempt")


def heading_words(rows: Sequence[AttemptRow], today: date, most: int, *, students: bool = False) -> str:
    """Say how many attempts there are and since when; `most` is how many a list holds."""
    many = count_words(len(rows))
    if students:
        many = f"{many} by {counted(len({row.learner.id for row in rows}), 'student')}"
    if len(rows) >= most:
        many = f"The latest {many}"
    else:
        many = f"{many} since {since_day(local_day(ended(oldest_first(rows)[0])), today)}"
    return f"{many}. Every attempt opens exactly as it was."


def _spoken(row: AttemptRow, score: str) -> str:
    verdicts = (("correct", row.correct), ("partly", row.partly), ("wrong", row.wrong))
    counts = ", ".join(f"{count} {labels.VERDICT[name].lower()}" for name, count in verdicts)
    parts = [
        labels.title_of(row.title),
        spoken_moment(ended(row)),
        labels.MODE[row.mode],
        score,
        counts,
        time_at_questions(row.minutes),
    ]
    return ". ".join(part for part in parts if part)

"""What an attempt is in a list: its day, score and counts in words."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from app.gui.widgets.attempt_table import AttemptLine
from app.gui.widgets.chart_maths import percent
from app.services.views import AttemptRow
from app.words import labels
from app.words.days import local_day, long_minutes, row_moment, short_minutes, spoken_moment

NAMELESS = "No name yet"
NOT_FINISHED, NOTHING_COUNTED = "not finished", "no score"


def attempt_lines(rows: Iterable[AttemptRow], today: date) -> tuple[AttemptLine, ...]:
    """Return attempts as the table shows them, the latest first."""
    ordered = sorted(rows, key=lambda row: row.finished or row.started, reverse=True)
    return tuple(attempt_line(row, today) for row in ordered)


def attempt_line(row: AttemptRow, today: date) -> AttemptLine:
    """Return one attempt as the table shows it."""
    score = score_words(row)
    return AttemptLine(
        attempt=row.attempt,
        when=row_moment(row.finished or row.started, today),
        who=row.learner.name or NAMELESS,
        title=row.title,
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


def _spoken(row: AttemptRow, score: str) -> str:
    verdicts = (("correct", row.correct), ("partly", row.partly), ("wrong", row.wrong))
    counts = ", ".join(f"{count} {labels.VERDICT[name].lower()}" for name, count in verdicts)
    parts = [
        row.title,
        spoken_moment(row.finished or row.started),
        labels.MODE[row.mode],
        score,
        counts,
        long_minutes(row.minutes),
    ]
    return ". ".join(part for part in parts if part)

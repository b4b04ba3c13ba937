"""What the history says, as plain values: the points of the line, a name for a file."""

from collections.abc import Sequence
from datetime import date

from app.gui.shared.attempt_lines import ended, oldest_first
from app.gui.widgets.line_chart import ScorePoint
from app.services.views import AttemptRow
from app.words.days import axis_day, local_day

LONGEST_LINE = 60
"""More points than this stand too close to be told apart."""


def score_points(rows: Sequence[AttemptRow]) -> list[ScorePoint]:
    """Return the points of the line of scores, the oldest first; attempts in which nothing counted have none."""
    return [
        ScorePoint(row.percent, row.mode, axis_day(local_day(ended(row))))
        for row in oldest_first(rows)
        if row.percent is not None
    ]


def chart_aside(points: int, shown: int) -> str:
    """Say which part of the scores the line shows, where it is not all of them."""
    return f"the latest {shown} of {points}" if shown < points else ""


def file_name(learner_name: str, today: date) -> str:
    """Propose a name for the exported file, without what a file name cannot hold."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in learner_name.lower()).strip("-")
    return "-".join(part for part in ("history", kept, today.isoformat()) if part)

"""The maths of the line of scores, without Qt."""

from collections.abc import Sequence
from math import floor
from typing import Literal, NamedTuple

from app.gui.theme.tokens import MINUS


class ScorePoint(NamedTuple):
    """One attempt: its score from 0 to 100, how it was taken, and its date in words."""

    score: float
    kind: Literal["practice", "exam"]
    when: str


class Frame(NamedTuple):
    """The plot in pixels: where its lines begin and end."""

    left: float
    top: float
    width: float
    height: float


GRID = (100, 50, 0)


def grid_y(frame: Frame, score: float) -> float:
    """Give the height of a score; what lies outside 0 to 100 stays at the edge."""
    share = min(max(score, 0.0), 100.0) / 100
    return frame.top + frame.height * (1 - share)


def place_points(frame: Frame, points: Sequence[ScorePoint], inset: float) -> list[tuple[float, float]]:
    """Place attempts at even distances, `inset` away from the ends; a single one stands at the right."""
    inset = min(inset, frame.width / 4)
    first, last = frame.left + inset, frame.left + frame.width - inset
    if len(points) == 1:
        return [(last, grid_y(frame, points[0].score))]
    step = (last - first) / max(1, len(points) - 1)
    return [(first + number * step, grid_y(frame, point.score)) for number, point in enumerate(points)]


def pick_dates(count: int, width: float, label_width: float) -> list[int]:
    """Choose which attempts get their date under the axis: the first, the last, and what fits between."""
    if count <= 0:
        return []
    if count == 1:
        return [0]
    room = max(2, int(width // max(1.0, label_width * 2)))
    slots = min(room, count, 5)
    return sorted({round(number * (count - 1) / (slots - 1)) for number in range(slots)})


def percent(score: float) -> str:
    """Write a score: "74 %", with a true minus and a space that does not break; a half goes up, a part stays a part."""
    whole = floor(score + 0.5)
    if 0 < score < 100:
        whole = min(max(whole, 1), 100 - 1)
    sign = MINUS if whole < 0 else ""
    return f"{sign}{abs(whole)}\u00a0%"


def summarise(points: Sequence[ScorePoint]) -> str:
    """Say in words what the line shows."""
    if not points:
        return "No scores yet."
    last = points[-1]
    latest = f"{percent(last.score)} on {last.when}, {_kind(last)}"
    if len(points) == 1:
        return f"One attempt: {latest}."
    low = min(points, key=lambda point: point.score)
    high = max(points, key=lambda point: point.score)
    return (
        f"{len(points)} attempts from {points[0].when} to {last.when}. The latest: {latest}. "
        f"The lowest: {percent(low.score)} on {low.when}. The highest: {percent(high.score)} on {high.when}."
    )


def _kind(point: ScorePoint) -> str:
    return "exam" if point.kind == "exam" else "practice"

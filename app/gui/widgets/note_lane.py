"""Where margin notes stand and how their leader lines run: numbers only, top to bottom."""

from collections.abc import Sequence


def place_notes(wanted: Sequence[tuple[float, float]], gap: float) -> list[float]:
    """Return the top of each note from its wanted top and its height: a note is pushed down, never up or over one."""
    tops: list[float] = []
    lowest = float("-inf")
    for top, height in wanted:
        tops.append(max(top, lowest))
        lowest = tops[-1] + height + gap
    return tops


def choose_tracks(lines: Sequence[tuple[float, float]], tracks: int) -> list[int]:
    """Return the track, counted from the note's side, on which each leader line runs down from its dot to its note.

    A line that begins while the one before it still runs down takes the next track towards the text: so no two cross.
    """
    chosen: list[int] = []
    for index, (begin, _) in enumerate(lines):
        overlaps = index > 0 and begin <= lines[index - 1][1]
        chosen.append((chosen[-1] + 1) % max(1, tracks) if overlaps else 0)
    return chosen


def spread_dots(wanted: Sequence[float], step: float) -> list[float]:
    """Return where the dots stand: those of one line of text a step apart, around its middle."""
    spread: list[float] = []
    for line in sorted(set(wanted)):
        count = wanted.count(line)
        spread.extend(line + (index - (count - 1) / 2) * step for index in range(count))
    return spread

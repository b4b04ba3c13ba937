"""What the settings say."""

from app.config import CHOOSING_LETTERS, Letters, is_letter_key
from app.services.library_facts import LibraryFacts

SCHEMES: list[tuple[str, str]] = [
    ("system", "As the computer is set"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
]
MOTIONS: list[tuple[str, str]] = [
    ("system", "As the computer is set"),
    ("reduced", "No movement"),
]
MOTION_HINT = (
    "Footnote moves nothing of itself. Without movement the text cursor stands still, and lists open at once."
)
CITATION_STYLES: list[tuple[str, str]] = [
    ("chicago", "Chicago, author and date"),
    ("apa", "APA"),
    ("mla", "MLA"),
]
CITATION_HINT = (
    "How full references are written: on source cards, in lists of works, and where you copy them."
)
HEAT_STRIP = "A strip beside the text of sources"
HEAT_STRIP_HINT = "It shows which sentences questions ask about, and how often. It opens with the notes."
TEXT_STEPS = (0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
SINGLE_KEYS = "Single keys act at once"
SINGLE_KEYS_HINT = (
    "1 to 9, A to E, ? and the letters below. They never act while you type. Without them, the arrow keys, "
    "Space, Enter, Page Up and Page Down still do everything."
)
LETTERS = Letters(
    mark="mark for later",
    source="open the source",
    back="back to the explanation or the question",
    next="in a source: the next sentence",
    before="in a source: the sentence before",
    found="in a source: the next place found",
)
LETTERS_HINT = (
    "Go to a key and type another letter. With Shift, the last one leads to the place found before."
)
USUAL_KEYS = "Back to the usual keys"
USUAL_KEYS_SAID = "The usual keys hold again."


def letter_refusal(typed: str, name: str, letters: Letters) -> str:
    """Say why what was typed cannot be the key of this name; "" where it can."""
    if typed in CHOOSING_LETTERS:
        return f"{typed} chooses an answer. Please type another letter."
    if not is_letter_key(typed):
        return "Only a single letter can be a key here."
    taken = next((other for other, key in letters._asdict().items() if key == typed and other != name), None)
    if taken is None:
        return ""
    return f"{typed} is already a key: {getattr(LETTERS, taken)}. Please type another letter."


def letter_taken(typed: str, name: str) -> str:
    """Say what a key does from now on."""
    return f"{typed} is the key now: {getattr(LETTERS, name)}."


STORED = (
    "This file holds the names that students typed, each quiz with its answers, times and scores, the question sets in "
    "all their versions, and a copy of any original that you attached. Nothing of it leaves this computer."
)
BESIDE = (
    "At the first start of a day, and when it closes after a change, Footnote puts a copy of the file into the folder "
    "\u201cbackups\u201d beside it and keeps the last ten. It also keeps these settings and a log of what went wrong."
)
OLDER_SQLITE = (
    "SQLite before 3.51.3 has a rare fault where two connections write at the same instant. Footnote writes through "
    "one connection alone, which keeps clear of it. A newer Python brings a newer SQLite."
)
_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB"))


def percent(scale: float) -> str:
    """Write a text size: "110 %"."""
    return f"{round(scale * 100)}\u00a0%"


def next_step(scale: float, direction: int) -> float:
    """Return the next text size in a direction; at the end the same."""
    if direction > 0:
        return next((step for step in TEXT_STEPS if step > scale + 0.001), scale)
    return next((step for step in reversed(TEXT_STEPS) if step < scale - 0.001), scale)


def size_words(size: int) -> str:
    """Write the size of a file: "4.2 MB"."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{size / unit:.1f}\u00a0{name}"
    return f"{size}\u00a0bytes"


def version_lines(footnote: str, qt: str, facts: LibraryFacts | None) -> list[str]:
    """Return the versions of the program and of what it stands on."""
    lines = [f"Footnote {footnote}", f"Qt {qt}"]
    return [*lines, f"SQLite {facts.sqlite}"] if facts is not None else lines

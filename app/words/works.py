"""How a work is spoken of in a list: whether it was seen, how surely it is the one that is meant, what is doubtful."""

from typing import Final

from app.words.counts import counted
from app.words.labels import SEEN

IDENTIFIED: Final = {
    "high": "Surely the work that is meant.",
    "medium": "Probably the work that is meant.",
    "low": "Perhaps the work that is meant.",
}


def standing(seen: str, identification: str, doubt: str) -> str:
    """Say in a line what the editors know of a work: nothing in it is filled in by guesswork."""
    words = SEEN[seen]
    parts = [f"{words[:1].upper()}{words[1:]}.", IDENTIFIED.get(identification, ""), doubt.strip()]
    return " ".join(part for part in parts if part)


def beside_words(topics: int, works: int) -> str:
    """Name topics and works that come with questions: "2 topics and 1 work"; "" where there are none."""
    named = [counted(number, name) for number, name in ((topics, "topic"), (works, "work")) if number]
    return " and ".join(named)

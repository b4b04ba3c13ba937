"""Numbers of things as people read them: counted, in words, as places in a row."""

from typing import Final

_NUMBERS: Final = "no one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


def counted(count: int, one: str, several: str = "") -> str:
    """Write how many there are: "1 question", "8 questions", "1,000 quizzes"."""
    return f"{count:,}\u00a0{one if count == 1 else several or one + 's'}"


def number(count: int) -> str:
    """Write a number up to twelve as a word, "no" for none; then figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def ordinal(place: int) -> str:
    """Write a place in a row as a word: first, second, 13th."""
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"

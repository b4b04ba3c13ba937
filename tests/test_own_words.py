"""Everything in this repository is said in our own words: of a document it holds short anchors only."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import repository

LONGEST_RUN = 8
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words(text: str) -> list[str]:
    """Return the words of a text as they are compared: small letters, straight apostrophes."""
    return WORD.findall(text.replace("\u2019", "'").replace("\u2018", "'").lower())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of words that is one word too long to be an anchor."""
    found = words(text)
    return zip(*(found[start:] for start in range(LONGEST_RUN + 1)), strict=False)


def borrowed(text: str, documents: set[tuple[str, ...]]) -> list[str]:
    return [" ".join(run) for run in runs(text) if run in documents]


@pytest.mark.originals
def test_no_sentence_of_the_documents_stands_in_the_repository(originals: Path) -> None:
    documents = {run for path in originals.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))}
    assert documents
    found = {name: phrases[0] for name, text in repository.texts() if (phrases := borrowed(text, documents))}
    assert found == {}


NINE = "one two three four five six seven eight nine"


@pytest.mark.parametrize(
    ("text", "is_borrowed"),
    [
        (NINE, True),
        ("One, two \u2013 three; four\nfive  six (seven) eight: NINE.", True),
        ("zero " + NINE + " ten", True),
        (NINE.removesuffix(" nine"), False),
        (NINE.replace("five", "5"), False),
    ],
)
def test_a_run_of_nine_words_counts_whatever_stands_between_them(text: str, is_borrowed: bool) -> None:
    assert bool(borrowed(text, set(runs(NINE)))) is is_borrowed

"""How often a sentence is asked about, in words: an author's in the coverage, a reader's beside a text."""

from typing import Final

from app.domain.coverage import Covered

COVERED: Final[dict[Covered, str]] = {
    "never": "never tested",
    "tested": "tested",
    "over_tested": "over-tested",
}

ASKED: Final[dict[Covered, str]] = {
    "never": "not asked",
    "tested": "asked",
    "over_tested": "asked often",
}

"""How often a sentence is asked about, in words."""

from typing import Final

from app.domain.coverage import Covered

COVERED: Final[dict[Covered, str]] = {
    "never": "never tested",
    "tested": "tested",
    "over_tested": "over-tested",
}

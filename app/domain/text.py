"""Text as authors write it: a value together with its format."""

from typing import Literal

import msgspec

TextFormat = Literal["plain", "markdown", "html"]


class Text(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stem, choice, feedback or explanation. `markdown` is the subset that our sets use: *emphasis*."""

    value: str
    format: TextFormat = "plain"

    def plain(self) -> str:
        """Return the words alone, without marks of emphasis."""
        return self.value.replace("*", "") if self.format == "markdown" else self.value


EMPTY = Text("")

"""Short answer: a word or a name, typed."""

import msgspec

from app.domain.text import Text


class Foreseen(msgspec.Struct, frozen=True, omit_defaults=True):
    """An answer the author expected and has a reason for. `credit` is a fraction as text, such as 1/2."""

    answer: str
    accept: tuple[str, ...] = ()
    feedback: Text = Text("")
    credit: str = "0"


class Shown(msgspec.Struct, frozen=True, tag_field="kind", tag="short_answer"):
    """Nothing beyond the stem."""


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="short_answer"):
    """The answer that is shown, other accepted forms, and foreseen answers."""

    answer: str
    accept: tuple[str, ...] = ()
    foreseen: tuple[Foreseen, ...] = ()


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="short_answer"):
    """What was typed, untouched."""

    text: str = ""

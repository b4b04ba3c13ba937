"""True or false: one statement, on established matters only."""

import msgspec

from app.domain.text import Text


class Shown(msgspec.Struct, frozen=True, tag_field="kind", tag="true_false"):
    """Nothing beyond the stem."""


class Key(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="true_false"):
    """The right answer and a reason told to whoever gave either."""

    correct: bool
    feedback_true: Text = Text("")
    feedback_false: Text = Text("")


class Response(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="true_false"):
    """The answer; None is blank."""

    answer: bool | None = None

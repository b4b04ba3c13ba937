"""What authors write in a question of any kind."""

from app.formats.author import (
    Cloze,
    Matching,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from app.formats.author_weighing import Weighing

Body = (
    SingleChoice
    | MultipleResponse
    | TrueFalse
    | ShortAnswer
    | Numerical
    | Matching
    | Ordering
    | Cloze
    | Weighing
)

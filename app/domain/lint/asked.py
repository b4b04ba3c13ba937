"""A question as the rules of writing see it: its stem, and each list of choices with what leads up to it."""

from collections.abc import Iterator
from typing import NamedTuple

from app.domain.ids import PartId
from app.domain.kinds import cloze, evidence, multiple_response, single_choice
from app.domain.problem import Value
from app.domain.question import Question


class Finding(NamedTuple):
    """What a rule finds in a question: the code, the field it stands in, and the words that its sentence quotes."""

    code: str
    field: str
    values: dict[str, Value]


class Option(NamedTuple):
    """A choice as a student reads it."""

    text: str
    is_key: bool
    fixed: bool


class Options(NamedTuple):
    """The choices of a question or of a gap, in the author's order, with the text that leads up to them."""

    field: str
    lead: str
    all: tuple[Option, ...]
    shuffled: bool
    several_keys: bool

    @property
    def keys(self) -> list[Option]:
        """Return the right choices."""
        return [option for option in self.all if option.is_key]

    @property
    def distractors(self) -> list[Option]:
        """Return the wrong choices."""
        return [option for option in self.all if not option.is_key]

    @property
    def texts(self) -> list[str]:
        """Return the choices' texts."""
        return [option.text for option in self.all]


def options_of(question: Question) -> Iterator[Options]:
    """Yield the lists of choices that a question has: one, none, or one for each gap of that kind."""
    shuffled = question.shown.shuffle
    stem = question.shown.stem.plain()
    match question.shown.body, question.key.body:
        case single_choice.Shown() as shown, single_choice.Key() as key:
            yield _options("choices", stem, shown.choices, key.order, (key.correct,), shuffled=shuffled)
        case multiple_response.Shown() as shown, multiple_response.Key() as key:
            yield _options(
                "choices", stem, shown.choices, key.order, key.correct, shuffled=shuffled, several=True
            )
        case evidence.Shown(answer=single_choice.Shown() as shown), evidence.Key(
            answer=single_choice.Key() as key
        ):
            yield _options("answer", stem, shown.choices, key.order, (key.correct,), shuffled=shuffled)
        case cloze.Shown() as shown, cloze.Key() as key:
            yield from _gaps(shown, key, shuffled=shuffled)
        case _:
            return


def _gaps(shown: cloze.Shown, key: cloze.Key, *, shuffled: bool) -> Iterator[Options]:
    keys = {gap.id: gap.body for gap in key.gaps}
    for gap in shown.gaps:
        body, right = gap.body, keys[gap.id]
        if isinstance(body, single_choice.Shown) and isinstance(right, single_choice.Key):
            lead = shown.text.plain().partition(f"{{{gap.id}}}")[0]
            yield _options("gaps", lead, body.choices, right.order, (right.correct,), shuffled=shuffled)


def _options(
    field: str,
    lead: str,
    choices: tuple[single_choice.Choice, ...],
    order: tuple[PartId, ...],
    correct: tuple[PartId, ...],
    *,
    shuffled: bool,
    several: bool = False,
) -> Options:
    by_id = {choice.id: choice for choice in choices}
    options = tuple(
        Option(by_id[part].text.plain(), part in correct, by_id[part].fixed)
        for part in order
        if part in by_id
    )
    return Options(field, lead, options, shuffled, several)

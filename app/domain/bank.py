"""What was read from a folder of question sets or from single files: the values, and where each stands."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from app.domain.ids import ReferenceId, SourceId
from app.domain.problem import Problem
from app.domain.question import Question, QuestionSet
from app.domain.source import Reference, Source


class Place(msgspec.Struct, frozen=True):
    """Where a question, a set or a source stands. Lines count from 1.

    `fields` holds the line of each field, `items` the lines of a question's citations or of a source's
    statements.
    """

    file: str
    line: int
    fields: dict[str, int] = {}
    items: tuple[int, ...] = ()


class Outline(NamedTuple):
    """A question as its lines tell it; `line` counts from 1. What is not there is ""."""

    line: int
    id: str = ""
    kind: str = ""
    stem: str = ""


class ReadFile(msgspec.Struct, frozen=True):
    """A file that was read: what it is, the identity of what it holds, and the SHA-256 of its bytes.

    A file in another format than ours brings an outline of each of its questions.
    """

    name: str
    sha256: str
    kind: str
    id: str = ""
    format: str = "yaml"
    outlines: tuple[Outline, ...] = ()


class Bank(msgspec.Struct, frozen=True):
    """Sets, sources, references, topics and terms with the problems met in reading them.

    What has an error is left out, so all that is here can be used. `places` tells where a question
    (`set/slug`), a set (`set:id`) or a source (`source:id`) stands. `found` counts the questions in the
    files, broken ones included.
    """

    sets: tuple[QuestionSet, ...] = ()
    sources: dict[SourceId, Source] = {}
    references: dict[ReferenceId, Reference] = {}
    topics: dict[str, str] = {}
    terms: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: dict[str, Place] = {}
    files: tuple[ReadFile, ...] = ()
    found: int = 0

    def questions(self) -> Iterator[Question]:
        """Yield the questions of all sets, each once, in the order of the files."""
        for question_set in self.sets:
            yield from question_set.questions

    def line_of(self, question_id: str, field: str = "") -> int:
        """Return the line of a question or of one of its fields, 1 where it is not known."""
        place = self.places.get(question_id)
        return place.fields.get(field, place.line) if place else 1

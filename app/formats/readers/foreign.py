"""Items of somebody else's file to one set of ours, each with a name that lasts, and what could not be taken."""

from collections.abc import Iterable
from typing import Any

import msgspec

from app.domain.bank import Outline, Place
from app.domain.ids import SetId
from app.domain.question import Question, QuestionSet
from app.formats.findings import Findings
from app.formats.question import Head, read_question
from app.formats.question_set import ReadSet
from app.formats.readers.item import Fields, Item
from app.formats.readers.naming import Names, name_of_set, slug_of_titles, title_of_file
from app.formats.yaml_events import Mapping, Sequence

DIFFICULTY, LEVEL, STATUS = "3", "remember", "established"
"""What our questions say of themselves and other formats do not; a teacher can change it."""


class ForeignSet(msgspec.Struct, frozen=True):
    """A set made from a file, the titles of its topics, and an outline of each of its items."""

    read: ReadSet
    topics: dict[str, str]
    outlines: tuple[Outline, ...]


def make_set(items: Iterable[Item], format_: str, findings: Findings) -> ForeignSet:
    """Return the set that a file holds; `findings` gets what is said of each item."""
    making = _Making(SetId(name_of_set(findings.file, format_)), title_of_file(findings.file), findings)
    for item in items:
        making.add(item)
    return making.finish()


class _Making:
    """What has been made of a file so far."""

    def __init__(self, set_id: SetId, title: str, findings: Findings) -> None:
        self._set, self._title, self._findings = set_id, title, findings
        self._head = Head(set_id, "en", "draft")
        self._names = Names()
        self._questions: list[Question] = []
        self._places: dict[str, Place] = {}
        self._topics: dict[str, str] = {}
        self._outlines: list[Outline] = []
        self._has_reasons = False

    def add(self, item: Item) -> None:
        """Make an item's question, or note why it stays out."""
        slug = self._names.name(item)
        self._outlines.append(Outline(item.line, slug, item.kind, item.stem[:500]))
        self._findings.question = f"{self._set}/{slug}"
        for note in item.notes:
            self._findings.add(note.code, note.line, **note.values)
        if item.fields is not None:
            node = _Node(item.line).of({"id": slug, **self._common(item), **item.fields})
            read = read_question(node, item.line, self._head, self._findings)
            if read is not None:
                self._take(read[0], item)
        self._findings.question = ""

    def finish(self) -> ForeignSet:
        """Return the set, with what is said once about all of it."""
        if self._questions:
            self._findings.add("no_sources", 1)
            if not self._has_reasons:
                self._findings.add("no_reasons", 1)
        elif not self._outlines:
            self._findings.add("no_items", 1)
        made = QuestionSet(id=self._set, title=self._title, questions=tuple(self._questions))
        place = Place(self._findings.file, 1)
        return ForeignSet(
            ReadSet(made, place, self._places, len(self._outlines)), self._topics, tuple(self._outlines)
        )

    def _take(self, question: Question, item: Item) -> None:
        self._questions.append(question)
        self._places[question.id] = Place(self._findings.file, item.line)
        self._has_reasons = self._has_reasons or (item.fields is not None and _gives_reasons(item.fields))

    def _common(self, item: Item) -> Fields:
        common: Fields = {"stem": item.stem, "citations": "none", "topics": self._topics_of(item)}
        common |= {"difficulty": DIFFICULTY, "level": LEVEL, "status": STATUS}
        if item.explanation:
            common["explanation"] = item.explanation
        if item.points != "1":
            common["points"] = item.points
        return common

    def _topics_of(self, item: Item) -> list[str]:
        slugs: dict[str, None] = {}
        for titles in item.topics or ((self._title,),):
            slug = slug_of_titles(titles)
            self._topics.setdefault(slug, " / ".join(titles))
            slugs[slug] = None
        return list(slugs)


def _gives_reasons(fields: Fields) -> bool:
    if fields.get("feedback"):
        return True
    return any(
        one.get("feedback")
        for value in fields.values()
        if isinstance(value, list)
        for one in value
        if isinstance(one, dict)
    )


class _Lines(dict[str, int]):
    """The same line for every field."""

    def __init__(self, line: int) -> None:
        self._line = line

    def __missing__(self, field: str) -> int:
        return self._line


class _Node:
    """Gives plain values the lines that our readers of questions look for: those of their item."""

    def __init__(self, line: int) -> None:
        self._line = line
        self._lines = _Lines(line)

    def of(self, value: Any) -> Any:
        """Return a value as a node."""
        if isinstance(value, dict):
            mapping = Mapping(self._line)
            mapping.lines = self._lines
            for name, inner in value.items():
                mapping[name] = inner if isinstance(inner, str) else self.of(inner)
            return mapping
        if isinstance(value, list):
            sequence = Sequence(self._line)
            sequence.extend(one if isinstance(one, str) else self.of(one) for one in value)
            sequence.lines = [self._line] * len(value)
            return sequence
        return value

"""Read a folder of question sets, or single files of one, to a `Bank` with the problems met on the way."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from app.domain.bank import Bank, Outline, Place, ReadFile
from app.domain.ids import ReferenceId, SourceId
from app.domain.problem import Problem
from app.domain.question import QuestionSet
from app.domain.source import Reference, Source
from app.domain.uncollected import no_collection
from app.formats.explain import nearest
from app.formats.files import MAX_BYTES, InputFile, load
from app.formats.findings import Findings
from app.formats.question_set import ReadSet, read_set
from app.formats.readers.reading import read_foreign
from app.formats.readers.recognise import Foreign, recognise
from app.formats.reference_file import read_references
from app.formats.source_file import read_source
from app.formats.yaml_events import Mapping, Refused, Sequence, build

__all__ = ["MAX_BYTES", "InputFile", "read_bank", "read_files"]

_MARKS = ("set", "source", "topics", "terms")


def read_bank(paths: Path | str | Iterable[Path | str]) -> Bank:
    """Read folders and files. A folder is read with all it holds; problems name files as they were given."""
    wanted = [paths] if isinstance(paths, Path | str) else list(paths)
    problems = Findings("")
    files: list[InputFile] = []
    for path in wanted:
        files.extend(load(Path(path), problems))
    return read_files(files, problems.problems)


def read_files(files: Iterable[InputFile], problems: Iterable[Problem] = ()) -> Bank:
    """Read files that are in memory already."""
    reading = _Reading(list(problems))
    with no_collection():
        for file in files:
            reading.read(file)
    return reading.bank()


class _Reading:
    """What has been read so far; an identity that two files claim belongs to the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._sets: dict[str, QuestionSet] = {}
        self._sources: dict[SourceId, Source] = {}
        self._references: dict[ReferenceId, Reference] = {}
        self._topics: dict[str, str] = {}
        self._terms: dict[str, None] = {}
        self._places: dict[str, Place] = {}
        self._files: list[ReadFile] = []
        self._found = 0

    def read(self, file: InputFile) -> None:
        """Read one file of any kind."""
        findings = Findings(file.name)
        kind = identity = ""
        outlines: tuple[Outline, ...] = ()
        format_ = recognise(file.name, file.data)
        try:
            if format_ == "yaml":
                text = _decode(file.data)
                findings.has_comments = " #" in text
                kind, identity = self._read_text(text, file.name, findings)
            else:
                kind, identity, outlines = self._read_foreign(file.data, format_, findings)
        except Refused as refused:
            findings.forget_questions()
            findings.add(refused.code, refused.line, **refused.values)
        self._problems.extend(findings.problems)
        digest = sha256(file.data).hexdigest()
        self._files.append(ReadFile(file.name, digest, kind, identity, format_, outlines))

    def bank(self) -> Bank:
        """Return all that was read."""
        return Bank(
            sets=tuple(self._sets.values()),
            sources=self._sources,
            references=self._references,
            topics=self._topics,
            terms=tuple(self._terms),
            problems=tuple(self._problems),
            places=self._places,
            files=tuple(self._files),
            found=self._found,
        )

    def _read_text(self, text: str, name: str, findings: Findings) -> tuple[str, str]:
        """Read a file's text; return which kind of file it is, and the identity of what it holds."""
        if name.lower().endswith(".json"):
            self._add_references(read_references(text, findings), findings)
            return "references", ""
        match _mark(text):
            case "set":
                return "set", self._add_set(text, findings)
            case "source":
                return "source", self._add_source(text, findings)
            case "topics":
                self._add_topics(_top(text, "topics", findings), findings)
                return "topics", ""
            case "terms":
                self._add_terms(_top(text, "terms", findings), findings)
                return "terms", ""
            case _:
                raise _refusal(text)

    def _read_foreign(
        self, data: bytes, format_: Foreign, findings: Findings
    ) -> tuple[str, str, tuple[Outline, ...]]:
        """Read a file in another format; return what a file of ours would be, with an outline of each question."""
        made = read_foreign(data, format_, findings)
        for slug, title in made.topics.items():
            self._topics.setdefault(slug, title)
        return "set", self._keep_set(made.read, findings, "same_file_name"), made.outlines

    def _add_set(self, text: str, findings: Findings) -> str:
        read = read_set(text, findings)
        return self._keep_set(read, findings, "duplicate_set") if read else ""

    def _keep_set(self, read: ReadSet, findings: Findings, in_use: str) -> str:
        self._found += read.found
        if read.set.id in self._sets:
            findings.add(
                in_use, read.place.line, text=read.set.id, other=self._places[f"set:{read.set.id}"].file
            )
            return ""
        self._sets[read.set.id] = read.set
        self._places.update(read.places)
        self._places[f"set:{read.set.id}"] = read.place
        return read.set.id

    def _add_source(self, text: str, findings: Findings) -> str:
        read = read_source(text, findings)
        if read is None:
            return ""
        source, place = read
        if source.id in self._sources:
            findings.add(
                "duplicate_source", place.line, text=source.id, other=self._places[f"source:{source.id}"].file
            )
            return ""
        self._sources[source.id] = source
        self._places[f"source:{source.id}"] = place
        return source.id

    def _add_references(self, references: dict[ReferenceId, Reference], findings: Findings) -> None:
        for identifier, reference in references.items():
            if self._references.setdefault(identifier, reference) != reference:
                findings.add("duplicate_reference", 1, text=identifier)

    def _add_topics(self, topics: object, findings: Findings) -> None:
        if not isinstance(topics, Mapping):
            raise Refused("expected_mapping", 1, field="topics", text="")
        for slug, title in topics.items():
            if not isinstance(title, str) or not title:
                findings.add("expected_text", topics.lines[slug], field=f"topics.{slug}")
            elif self._topics.setdefault(slug, title) != title:
                findings.add("duplicate_topic", topics.lines[slug], text=slug)

    def _add_terms(self, terms: object, findings: Findings) -> None:
        if not isinstance(terms, Sequence):
            raise Refused("expected_list", 1, field="terms", text="")
        for term, line in zip(terms, terms.lines, strict=True):
            if not isinstance(term, str) or not term:
                findings.add("expected_text", line, field="terms")
            else:
                self._terms.setdefault(term)


def _mark(text: str) -> str:
    """Return the first of the keys that tell what a file holds, wherever it stands in the first column."""
    for line in text.split("\n"):
        name, colon, _ = line.partition(":")
        if colon and name in _MARKS:
            return name
    return ""


def _refusal(text: str) -> Refused:
    """Return why a text that begins none of our files cannot be read, with what its layout lacks besides."""
    try:
        return Refused("empty_file" if build(text) is None else "unknown_file_kind", 1)
    except Refused as refused:
        return Refused("unknown_file_kind", refused.line, besides=refused.code, **refused.values)


def _top(text: str, key: str, findings: Findings) -> object:
    """Return what a file holds under its one key."""
    root = build(text)
    if not isinstance(root, Mapping):
        raise Refused("expected_mapping", 1, field="", text="")
    for name in root:
        if name != key:
            near = nearest(name, [key])
            findings.add("unknown_field", root.lines[name], field=name, within="", nearest=near, known=(key,))
    return root[key]


def _decode(data: bytes) -> str:
    """Return a file's text with plain line ends: UTF-8, or UTF-16 where its first bytes say so."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-16" and b"\0" in data:
            raise Refused("not_text", 1) from error
        raise Refused("not_utf8", data.count(b"\n", 0, error.start) + 1) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")

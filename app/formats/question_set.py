"""A question set file: its head and its questions."""

import re

import msgspec

from app.domain.bank import Place
from app.domain.ids import SetId
from app.domain.question import Correction, Question, QuestionSet, Stamp, Waiver
from app.formats import author_files
from app.formats.findings import Findings
from app.formats.heads import read_head
from app.formats.pieces import Document, read_document
from app.formats.question import Head, read_question
from app.formats.yaml_events import Mapping

_HEAD_KEYS = frozenset(field.encode_name for field in msgspec.structs.fields(author_files.SetHead))


class ReadSet(msgspec.Struct, frozen=True):
    """A set, its own place, the places of its questions by `set/slug`, and how many its file holds."""

    set: QuestionSet
    place: Place
    places: dict[str, Place]
    found: int


def read_set(text: str, findings: Findings) -> ReadSet | None:
    """Return the set in a file's text, None where its head cannot be used. Raises `Refused`."""
    document = read_document(text, "questions", _HEAD_KEYS)
    head = read_head(document, author_files.SetHead, "questions", findings)
    if head is None:  # the mistakes in its questions are told all the same
        _read_questions(document, Head(_likely_name(document.head), "en", "draft"), findings)
        return None
    questions, places = _read_questions(document, Head(SetId(head.set), head.language, head.state), findings)
    found = len(document.items) + len(document.refused)
    if not found and not head.select:
        findings.add("set_without_questions", document.head.line)
    stamps = tuple(Stamp(one.source, one.sha256, one.date, one.anchors) for one in head.checked)
    question_set = QuestionSet(
        id=SetId(head.set),
        title=head.title,
        language=head.language,
        state=head.state,
        content_note=head.content_note,
        about=head.about,
        order=head.order,
        checked=stamps,
        select=tuple(head.select),
        waive=tuple(Waiver(one.rule, one.reason) for one in head.waive),
        reviewed=head.reviewed,
        corrections=tuple(Correction(one.date, one.question, one.changed) for one in head.corrections),
        questions=questions,
    )
    return ReadSet(question_set, Place(findings.file, document.head.line, document.head.lines), places, found)


def _likely_name(head: Mapping) -> SetId:
    """Return what a set would be called whose head cannot be used."""
    written = head.get("set")
    words = re.findall("[a-z0-9]+", written.lower()) if isinstance(written, str) else []
    return SetId("-".join(words)[:80] or "unnamed")


def _read_questions(
    document: Document, head: Head, findings: Findings
) -> tuple[tuple[Question, ...], dict[str, Place]]:
    questions: list[Question] = []
    places: dict[str, Place] = {}
    first: dict[str, int] = {}
    for node, line in zip(document.items, document.lines, strict=True):
        is_new = _note_name(node, head, first, findings)
        read = read_question(node, line, head, findings)
        if read is not None and is_new:
            question, place = read
            questions.append(question)
            places[question.id] = place
    return tuple(questions), places


def _note_name(node: object, head: Head, first: dict[str, int], findings: Findings) -> bool:
    """Note the line of a question's name; tell where another question has it, be that one usable or not."""
    name = node.get("id") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(name, str) or not name:
        return True
    if name not in first:
        first[name] = node.line
        return True
    findings.question = f"{head.set}/{name}"
    findings.add("duplicate_slug", node.lines["id"], text=name, first=first[name])
    findings.question = ""
    return False

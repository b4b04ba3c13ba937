"""A question set file: its head and its questions."""

import msgspec

from app.domain.bank import Place
from app.domain.ids import QuestionSlug, SetId
from app.domain.question import Correction, Question, QuestionSet, Stamp, Waiver
from app.formats import author_files
from app.formats.explain import explain_or_quote, note_cut_texts
from app.formats.findings import Findings
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
    head = _read_head(document.head, findings)
    if head is None:
        return None
    for refused in document.refused:
        findings.add(refused.code, refused.line, **refused.values)
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


def _read_head(node: Mapping, findings: Findings) -> author_files.SetHead | None:
    note_cut_texts(node, findings)
    try:
        return msgspec.convert(node, author_files.SetHead, strict=False)
    except msgspec.ValidationError as error:
        explain_or_quote(node, author_files.SetHead, findings, str(error), also=("questions",))
        return None


def _read_questions(
    document: Document, head: Head, findings: Findings
) -> tuple[tuple[Question, ...], dict[str, Place]]:
    questions: dict[QuestionSlug, Question] = {}
    places: dict[str, Place] = {}
    for node, line in zip(document.items, document.lines, strict=True):
        read = read_question(node, line, head, findings)
        if read is None:
            continue
        question, place = read
        if question.slug in questions:
            findings.question = question.id
            findings.add(
                "duplicate_slug", place.fields["id"], text=question.slug, first=places[question.id].line
            )
            findings.question = ""
            continue
        questions[question.slug] = question
        places[question.id] = place
    return tuple(questions.values()), places

"""A source file: what is known of a document, and its summary sentence by sentence."""

import msgspec

from app.domain.bank import Place
from app.domain.ids import ReferenceId, SourceId
from app.domain.lint.citing import has_sentence
from app.domain.source import About, Claim, Gap, Locator, Original, Source, WorkCitation
from app.formats import author_files
from app.formats.author import WorkCite
from app.formats.explain import explain_or_quote, note_cut_texts
from app.formats.findings import Findings
from app.formats.heads import read_head
from app.formats.making import locator
from app.formats.pieces import read_document
from app.formats.yaml_events import Mapping

_HEAD_KEYS = frozenset(field.encode_name for field in msgspec.structs.fields(author_files.SourceHead))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def read_source(text: str, findings: Findings) -> tuple[Source, Place] | None:
    """Return the source in a file's text, None where its head cannot be used. Raises `Refused`."""
    document = read_document(text, "text", _HEAD_KEYS)
    head = read_head(document, author_files.SourceHead, "text", findings)
    if head is None:
        return None
    original = _original(head)
    claims, lines = _claims(document.items, document.lines, original, findings)
    gaps = tuple(Gap(locator(one.after), one.note) for one in head.gaps)
    for gap, line in zip(gaps, document.head["gaps"].lines if gaps else (), strict=True):
        if original is not None and not has_sentence(original, gap.after):
            findings.add("gap_outside_original", line, text=str(gap.after))
    source = Source(
        id=SourceId(head.source),
        title=head.title,
        short=head.short,
        kind=head.kind,
        language=head.language,
        wording=head.wording,
        original=original,
        about=About(**msgspec.structs.asdict(head.about)),
        gaps=gaps,
        claims=claims,
    )
    return source, Place(findings.file, document.head.line, document.head.lines, lines)


def _original(head: author_files.SourceHead) -> Original | None:
    if head.original is msgspec.UNSET:
        return None
    known = head.original
    return Original(known.file, known.sha256, tuple(known.sentences), tuple(known.joins))


def _claims(
    nodes: list[object], lines: list[int], original: Original | None, findings: Findings
) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """Return the statements, lettered within their sentence, and their lines."""
    claims: list[Claim] = []
    used: list[int] = []
    for node, line in zip(nodes, lines, strict=True):
        written = _statement(node, line, findings)
        if written is None:
            continue
        at = locator(written.at)
        before = claims[-1] if claims else None
        if before is not None and at < before.at:
            findings.add("statements_out_of_order", line, text=written.at, before=str(before.at))
            continue
        if original is not None and not has_sentence(original, at):
            findings.add("statement_outside_original", line, text=written.at)
            continue
        number = _LETTERS.index(before.letter) + 1 if before is not None and before.at == at else 0
        if number >= len(_LETTERS):
            findings.add("too_many_statements", line, text=written.at)
            continue
        claims.append(_claim(written, at, _LETTERS[number]))
        used.append(line)
    return tuple(claims), tuple(used)


def _statement(node: object, line: int, findings: Findings) -> author_files.Statement | None:
    if not isinstance(node, Mapping):
        findings.add(
            "expected_mapping", line, field="text", text=str(node)[:60] if isinstance(node, str) else ""
        )
        return None
    note_cut_texts(node, findings)
    try:
        return msgspec.convert(node, author_files.Statement, strict=False)
    except msgspec.ValidationError as error:
        explain_or_quote(node, author_files.Statement, findings, str(error))
        return None


def _claim(written: author_files.Statement, at: Locator, letter: str) -> Claim:
    return Claim(
        at=at,
        letter=letter,
        says=written.says,
        status=written.status,
        voice=written.voice,
        note=written.note,
        cites=_works(written.cites),
        note_cites=_works(written.note_cites),
    )


def _works(written: list[WorkCite]) -> tuple[WorkCitation, ...]:
    return tuple(WorkCitation(ReferenceId(one.ref), one.page) for one in written)

"""The head of a set or a source: every mistake in it is told, and one in it hides nothing of what follows."""

from typing import Any, TypeVar

import msgspec

from app.formats.explain import explain, explain_or_quote, note_cut_texts
from app.formats.findings import Findings
from app.formats.pieces import Document

Struct = TypeVar("Struct", bound=msgspec.Struct)


def read_head(document: Document, struct: type[Struct], list_key: str, findings: Findings) -> Struct | None:
    """Return a file's head, None where a field of it cannot be used. Tells all that could not be read, too."""
    note_cut_texts(document.head, findings)
    for refused in document.refused:
        findings.add(refused.code, refused.line, **refused.values)
    try:
        head = msgspec.convert(document.head, struct, strict=False)
    except msgspec.ValidationError as error:
        _explain(document, struct, list_key, findings, str(error))
        return None
    return None if document.broken else head


def _explain(document: Document, struct: Any, list_key: str, findings: Findings, message: str) -> None:
    if document.broken:  # these are there, so none of them is missing
        also = (list_key, *document.broken)
        explain(document.head, struct, findings, line=document.head.line, also=also)
    else:
        explain_or_quote(document.head, struct, findings, message, also=(list_key,))

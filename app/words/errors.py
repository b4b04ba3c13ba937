"""A sentence for each expected error: what happened and what to do next."""

from collections.abc import Mapping
from string import Formatter
from typing import Final

from app.domain.errors import FootnoteError
from app.domain.printable import in_short

_SENTENCES: Final = {
    "already_checked": "This question was checked already; there is one try.",
    "attempt_closed": "This attempt was handed in, so nothing can be added to it.",
    "attempt_not_found": "This attempt is not in your Footnote data.",
    "attempt_open": "This attempt is not handed in yet.",
    "backup_failed": "A copy of your Footnote data could not be made ({detail}). The data themselves are safe.",
    "cancelled": "Cancelled. Nothing was changed.",
    "change_cannot_be_undone": "This change cannot be undone any more: a later change stands on top of it.",
    "change_not_found": "This change is not in your Footnote data.",
    "closed_in_exam": "Sources are closed while an exam runs. They open when it is handed in.",
    "damaged": "Your Footnote data cannot be read: the file {path} is damaged. It was left as it is.",
    "disk_full": "There is no room left on the disk, so this was not saved. Make room, then try again.",
    "exam_runs": "An exam of yours is not handed in yet. Hand it in first; then begin another quiz.",
    "export_folder_not_empty": "The folder {path} is not empty. Name a new folder, so that nothing in it is overwritten.",
    "export_not_a_folder": "{path} is a file, not a folder. Name a new folder, so that nothing is overwritten.",
    "export_not_written": "The folder {path} cannot be written: {detail}. Choose another place.",
    "file_not_found": "There is no file at {path}.",
    "file_not_readable": "The file {path} cannot be read: {detail}.",
    "file_not_written": "The file {path} cannot be written: {detail}. Choose another place.",
    "file_too_large": "This file is too large. Up to {limit} MB can be read.",
    "folder_not_readable": "The folder {path} cannot be read: {detail}.",
    "in_use": "Footnote is already open with this data ({path}). Close it first, then try again.",
    "key_does_not_fit": "The key of this question does not fit it, so it cannot be marked ({reason}).",
    "key_not_a_number": "The key of this question is not a number ({value}), so it cannot be marked.",
    "learner_not_found": "There is no student of this name.",
    "library_folder_not_found": "There is no Footnote data at {path}: the folder {folder} does not exist. Check the name.",
    "library_not_found": "There is no Footnote data at {path}.",
    "locked": "Another program holds your Footnote data, so this was not saved. It is kept here; try again.",
    "modifier_does_not_fit": "This answer cannot be marked with that setting ({value}).",
    "name_empty": "Please type a name.",
    "name_taken": "There is already a student called {name}. Choose that name from the list, or type another.",
    "name_too_long": "This name is too long. Up to 60 characters fit.",
    "newer_format": "This was made by a newer version of Footnote. Update Footnote to read it.",
    "newer_library": "Your Footnote data was made by a newer version of Footnote. Update Footnote to open it. Nothing was changed.",
    "no_questions": "There are no questions here yet. Choose another set or topic.",
    "not_a_file": "{path} is not a file. Name the document itself, as plain text.",
    "not_a_file_address": "Footnote keeps its data in a file; this address is of another kind ({url}). Name a file.",
    "not_a_library": "The file {path} is not Footnote data. It was left as it is.",
    "not_allowed": "Only a teacher can do this. Go through the teacher\u2019s door first.",
    "not_in_practice": "This is for exams only.",
    "not_yours": "This belongs to another student.",
    "older_library": "Your Footnote data was made by an older version of Footnote. Open Footnote once; it brings the data up to date.",
    "opened_for_reading": "Footnote is already open with this data ({path}), so it can be read but not changed. Close it first.",
    "original_not_recognised": "This is not a copy of a document that a question set here quotes: {name}.",
    "passphrase_too_short": "A passphrase needs at least 10 characters.",
    "passphrase_wrong": "That is not the passphrase.",
    "path_not_text": "Footnote cannot keep its data at {path}: part of this name is no text. Name another place.",
    "postgresql_not_yet": "Footnote cannot use a PostgreSQL server yet. Leave the address out, or name a file.",
    "question_not_found": "This question is not in your Footnote data.",
    "read_only_folder": "The folder {path} cannot be written to. Footnote needs a folder where it may write; name another with --database.",
    "response_does_not_fit": "This answer does not fit the question. It was not saved.",
    "set_not_found": "There is no question set called {set}.",
    "shut_in_exam": "While an exam of yours runs, your other quizzes are closed. They open again when it is handed in.",
    "source_not_found": "There is no source called {source}.",
    "unexpected": "Something went wrong that should not have: {detail}. What was saved before is safe.",
    "unknown_rule": "This question is marked by a rule that this version of Footnote does not know. Update Footnote.",
    "upgrade_failed": "Your Footnote data could not be brought up to date for this version ({detail}). They were left as they were; "
    "the earlier version of Footnote still opens them.",
    "write_failed": "This could not be saved ({detail}). It is kept here; try again.",
}


class _Lenient(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "\u2026"


def sentence(error: FootnoteError) -> str:
    """Return the sentence that people see for an expected error."""
    return sentence_for(error.code, error.values)


def sentence_for(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for a code, filled with its values."""
    filled = _Lenient(
        {name: in_short(value) if isinstance(value, str) else value for name, value in values.items()}
    )
    filled.setdefault("detail", code)
    return Formatter().vformat(_SENTENCES.get(code, _SENTENCES["unexpected"]), (), filled)


def known_codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(_SENTENCES)

"""Bringing a teacher's question sets in: a preview first, then one transaction that can be undone by name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.domain.bank import Bank, ReadFile
from app.domain.printable import printable
from app.domain.question import QuestionSet
from app.services.changes import list_changes, undo_change
from app.services.checked_bank import load_files, read_checked
from app.services.context import Context
from app.services.keeping_shipped import count_beside
from app.services.marks import after, reads, writes
from app.services.previewing import preview_files, problems_of, read_known, state_of
from app.services.storing.bank import store_bank
from app.services.storing.questions import Stored
from app.services.storing.record import Record
from app.services.views import ImportedFile, ImportReport

_LONGEST_NAME = 500

__all__ = ["import_files", "list_changes", "preview_files", "try_files", "undo_change"]


@after(load_files)
@writes
def import_files(ctx: Context, paths: Sequence[str]) -> ImportReport:
    """Store what is usable in these files as one change."""
    ctx.require_teacher()
    bank = read_checked(ctx, paths)
    name = _name(paths)
    record, beside = Record(), count_beside(ctx, bank)
    stored = store_bank(ctx, bank, "own", record)
    number = record.write(ctx, name) if record.items else None
    return ImportReport(number, name, _files(bank, stored), beside)


@after(load_files)
@reads
def try_files(ctx: Context, paths: Sequence[str]) -> ImportReport:
    """Say what is usable in these files and what of it is here already; nothing is stored."""
    ctx.require_teacher()
    bank = read_checked(ctx, paths)
    tried: dict[str, Stored] = {one.id: _tried(ctx, one) for one in bank.sets}
    return ImportReport(None, _name(paths), _files(bank, tried), count_beside(ctx, bank))


def _tried(ctx: Context, one: QuestionSet) -> Stored:
    known = read_known(ctx, one)
    same = sum(state_of(each, known.get(each.slug)) == "same" for each in one.questions)
    return Stored(skipped=same)


def _name(paths: Sequence[str]) -> str:
    return printable(", ".join(Path(path).name for path in paths))[:_LONGEST_NAME]


def _files(bank: Bank, done: Mapping[str, Stored]) -> tuple[ImportedFile, ...]:
    """Return what became of each file, those that could not be read at the end."""
    files = [_imported(bank, file, done) for file in bank.files]
    unread = {problem.file for problem in bank.problems} - {file.name for file in bank.files}
    return (*files, *(_nothing(bank, name, "") for name in sorted(unread)))


def _imported(bank: Bank, file: ReadFile, done: Mapping[str, Stored]) -> ImportedFile:
    one = next((each for each in bank.sets if each.id == file.id), None)
    if one is None:
        return _nothing(bank, file.name, file.format)
    stored = done[one.id]
    return ImportedFile(
        file=file.name,
        format=file.format,
        questions=len(one.questions),
        by_kind=dict(Counter(each.shown.kind for each in one.questions)),
        imported=stored.added,
        updated=stored.updated,
        skipped=stored.skipped,
        problems=problems_of(bank, file.name),
    )


def _nothing(bank: Bank, name: str, format_: str) -> ImportedFile:
    return ImportedFile(name, format_, 0, {}, 0, 0, 0, problems_of(bank, name))

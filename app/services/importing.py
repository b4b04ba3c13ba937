"""Bringing a teacher's question sets in: a preview first, then one transaction that can be undone by name."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from app.domain.bank import Bank
from app.services.changes import list_changes, undo_change
from app.services.checked_bank import read_checked
from app.services.context import Context
from app.services.marks import writes
from app.services.previewing import preview_files, problems_of, read_known, state_of
from app.services.storing.bank import store_bank
from app.services.storing.questions import Stored
from app.services.storing.record import Record
from app.services.views import ImportedFile, ImportReport

__all__ = ["import_files", "list_changes", "preview_files", "undo_change"]


@writes
def import_files(ctx: Context, paths: Sequence[str], *, dry_run: bool = False) -> ImportReport:
    """Store what is usable in these files as one change. A dry run only says what would be done."""
    ctx.require_teacher()
    bank = read_checked(ctx, paths)
    name = ", ".join(Path(path).name for path in paths)
    record = Record()
    stored: dict[str, Stored] = {}
    if not dry_run:
        stored = dict(store_bank(ctx, bank, "own", record))
    number = record.write(ctx, name) if record.items else None
    files = [_imported(ctx, bank, file.name, file.id, stored, dry_run=dry_run) for file in bank.files]
    unread = {problem.file for problem in bank.problems} - {file.name for file in bank.files}
    files += [_nothing(bank, name) for name in sorted(unread)]
    return ImportReport(number, name, tuple(files))


def _imported(
    ctx: Context, bank: Bank, name: str, set_id: str, stored: dict[str, Stored], *, dry_run: bool
) -> ImportedFile:
    one = next((each for each in bank.sets if each.id == set_id), None)
    if one is None:
        return _nothing(bank, name)
    done = stored.get(set_id) or Stored([])
    if dry_run:
        known = read_known(ctx, one)
        done.skipped = sum(state_of(each, known.get(each.slug)) == "same" for each in one.questions)
    return ImportedFile(
        file=name,
        format="yaml",
        questions=len(one.questions),
        by_kind=dict(Counter(each.shown.kind for each in one.questions)),
        imported=done.added,
        updated=done.updated,
        skipped=done.skipped,
        problems=problems_of(bank, name),
    )


def _nothing(bank: Bank, name: str) -> ImportedFile:
    return ImportedFile(name, "yaml", 0, {}, 0, 0, 0, problems_of(bank, name))

"""Bringing a teacher's question sets in: a preview first, then one transaction that can be undone by name."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from app.domain import codec
from app.domain.bank import Bank
from app.domain.ids import SetId
from app.domain.problem import Problem
from app.domain.question import Question, QuestionSet
from app.services.changes import list_changes, undo_change
from app.services.checked_bank import read_checked
from app.services.context import Context
from app.services.marks import background, writes
from app.services.storing import existing
from app.services.storing.bank import store_bank
from app.services.storing.existing import Known
from app.services.storing.questions import Stored
from app.services.storing.record import Record
from app.services.views import ImportedFile, ImportPreview, ImportReport, PreviewRow, PreviewState
from app.storage.tables.questions import question_set
from app.words import problems as problem_words

__all__ = ["import_files", "list_changes", "preview_files", "undo_change"]


@background
def preview_files(ctx: Context, paths: Sequence[str]) -> tuple[ImportPreview, ...]:
    """Return each set among these files as it would come in; sources and works beside it are taken into account."""
    ctx.require_teacher()
    bank = read_checked(ctx, paths)
    sets = {one.id: one for one in bank.sets}
    return tuple(
        _preview(ctx, bank, file.name, file.sha256, sets.get(SetId(file.id)))
        for file in bank.files
        if file.kind == "set" or _problems_of(bank, file.name)
    )


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


def _preview(ctx: Context, bank: Bank, name: str, sha256: str, one: QuestionSet | None) -> ImportPreview:
    problems = _problems_of(bank, name)
    rows = _rows(bank, problems, one, _known(ctx, one)) if one is not None else _broken(problems)
    states = Counter(row.state for row in rows)
    return ImportPreview(
        path=name,
        set=one.id if one else SetId(""),
        title=one.title if one else "",
        sha256=sha256,
        new=states["new"],
        changed=states["changed"],
        same=states["same"],
        problems=states["problem"],
        rows=tuple(sorted(rows, key=lambda row: row.line)),
        notes=tuple(problem_words.sentence(problem) for problem in problems if not problem.question),
    )


def _rows(
    bank: Bank, problems: Sequence[Problem], one: QuestionSet, known: dict[str, Known]
) -> list[PreviewRow]:
    told: dict[str, list[str]] = {}
    for problem in problems:
        told.setdefault(problem.question, []).append(problem_words.sentence(problem))
    usable = [
        PreviewRow(
            slug=each.slug,
            line=bank.line_of(each.id),
            kind=each.shown.kind,
            stem=each.shown.stem.plain(),
            state=_state(each, known.get(each.slug)),
            problems=tuple(told.get(each.id, ())),
            shown=each.shown,
        )
        for each in one.questions
    ]
    here = {each.id for each in one.questions}
    return usable + _broken([problem for problem in problems if problem.question not in here])


def _broken(problems: Sequence[Problem]) -> list[PreviewRow]:
    """Return a row for each question that has an error."""
    told: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.question:
            told.setdefault(problem.question, []).append(problem)
    return [
        PreviewRow(
            slug=name.partition("/")[2],
            line=min(problem.line for problem in group),
            kind="",
            stem="",
            state="problem",
            problems=tuple(problem_words.sentence(problem) for problem in group),
        )
        for name, group in told.items()
    ]


def _state(one: Question, known: Known | None) -> PreviewState:
    if known is None:
        return "new"
    facts = known.facts
    same = (
        known.hash == codec.content_hash(one.shown, one.key)
        and (facts.state, facts.difficulty, facts.level) == (one.state, one.difficulty, one.level)
        and (facts.topics, facts.covers) == (one.topics, one.covers)
    )
    return "same" if same else "changed"


def _known(ctx: Context, one: QuestionSet) -> dict[str, Known]:
    number = ctx.db.execute(select(question_set.c.id).where(question_set.c.slug == one.id)).scalar()
    return existing.read_set(ctx, number) if number is not None else {}


def _imported(
    ctx: Context, bank: Bank, name: str, set_id: str, stored: dict[str, Stored], *, dry_run: bool
) -> ImportedFile:
    one = next((each for each in bank.sets if each.id == set_id), None)
    if one is None:
        return _nothing(bank, name)
    done = stored.get(set_id) or Stored([])
    if dry_run:
        known = _known(ctx, one)
        done.skipped = sum(_state(each, known.get(each.slug)) == "same" for each in one.questions)
    return ImportedFile(
        file=name,
        format="yaml",
        questions=len(one.questions),
        by_kind=dict(Counter(each.shown.kind for each in one.questions)),
        imported=done.added,
        updated=done.updated,
        skipped=done.skipped,
        problems=_problems_of(bank, name),
    )


def _nothing(bank: Bank, name: str) -> ImportedFile:
    return ImportedFile(name, "yaml", 0, {}, 0, 0, 0, _problems_of(bank, name))


def _problems_of(bank: Bank, name: str) -> tuple[Problem, ...]:
    return tuple(problem for problem in bank.problems if problem.file == name)

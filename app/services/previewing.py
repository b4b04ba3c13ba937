"""A teacher's files as they would come in: every question with its state, and nothing written."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import select

from app.domain import codec
from app.domain.bank import Bank, Outline, ReadFile
from app.domain.ids import SetId
from app.domain.problem import Problem
from app.domain.question import AnswerKey, Question, QuestionSet, ShownQuestion
from app.domain.selection import order_parts
from app.services.checked_bank import load_files, read_checked
from app.services.context import Context
from app.services.keeping_shipped import count_beside
from app.services.marks import after, background
from app.services.outline import Outlines, read_outlines
from app.services.storing import existing
from app.services.storing.existing import Known
from app.services.storing.questions import comes_back
from app.services.views import Beside, ImportPreview, PreviewRow, PreviewState, Touched
from app.storage.tables.questions import answer_key, question_set, question_version
from app.words import problems as problem_words

_SEED = 1
"""Parts stand in the same order whenever a file is looked at."""


class _Before(NamedTuple):
    """A question as the library holds it."""

    shown: ShownQuestion
    key: AnswerKey


@after(load_files)
@background
def preview_files(ctx: Context, paths: Sequence[str]) -> tuple[ImportPreview, ...]:
    """Return each set among these files as it would come in, and each file that has a problem.

    Sources and works beside a set are taken into account.
    """
    ctx.require_teacher()
    bank = read_checked(ctx, paths)
    sets = {one.id: one for one in bank.sets}
    previews = [
        _preview(ctx, bank, file.name, file.sha256, sets.get(SetId(file.id)))
        for file in bank.files
        if file.kind == "set" or problems_of(bank, file.name)
    ]
    read = {file.name for file in bank.files}
    unread = sorted({problem.file for problem in bank.problems} - read)
    previews += [_preview(ctx, bank, name, "", None) for name in unread]
    return _tell_beside(previews, count_beside(ctx, bank))


def _tell_beside(previews: list[ImportPreview], beside: Beside) -> tuple[ImportPreview, ...]:
    """Tell with the first set what comes beside the questions; without a set nothing of it comes."""
    first = next((number for number, preview in enumerate(previews) if preview.set), None)
    if first is not None:
        previews[first] = msgspec.structs.replace(previews[first], beside=beside)
    return tuple(previews)


def problems_of(bank: Bank, name: str) -> tuple[Problem, ...]:
    """Return the problems of one file."""
    return tuple(problem for problem in bank.problems if problem.file == name)


def read_known(ctx: Context, one: QuestionSet) -> dict[str, Known]:
    """Return what the library holds of a set, by slug."""
    number = ctx.db.execute(select(question_set.c.id).where(question_set.c.slug == one.id)).scalar()
    return existing.read_set(ctx, number) if number is not None else {}


def state_of(one: Question, known: Known | None) -> PreviewState:
    """Tell what a question would be in the library."""
    if known is None or comes_back(one, known):
        return "new"
    same = known.hash == codec.content_hash(one.shown, one.key) and _filed(one) == _filing(known)
    return "same" if same else "changed"


def _preview(ctx: Context, bank: Bank, name: str, sha256: str, one: QuestionSet | None) -> ImportPreview:
    problems = problems_of(bank, name)
    rows, notes = _sort(problems, one, bank, name)
    if one is not None:
        rows += _usable(ctx, bank, problems, one)
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
        notes=tuple(problem_words.numbered_sentence(problem) for problem in notes),
        note_lines=tuple(problem.line for problem in notes),
    )


def _usable(ctx: Context, bank: Bank, problems: Sequence[Problem], one: QuestionSet) -> list[PreviewRow]:
    known = read_known(ctx, one)
    states = {each.slug: state_of(each, known.get(each.slug)) for each in one.questions}
    changed = [known[slug] for slug, state in states.items() if state == "changed"]
    before = _read_before(ctx, [each.version_id for each in changed])
    told: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.severity == "warning":
            told.setdefault(problem.question, []).append(problem)
    rows = []
    for each in one.questions:
        line, warnings = bank.line_of(each.id), told.get(each.id, [])
        row = _row(Outline(line, each.slug), states[each.slug], warnings, each)
        if row.state == "changed":
            row = _compare(row, each, known[each.slug], before[known[each.slug].version_id])
        rows.append(row)
    return rows


def _sort(
    problems: Sequence[Problem], one: QuestionSet | None, bank: Bank, name: str
) -> tuple[list[PreviewRow], list[Problem]]:
    """Return a row for each question that an error keeps out, and the problems that are not a question's."""
    file = next((file for file in bank.files if file.name == name), None)
    if file is not None and file.format != "yaml":
        return _sort_foreign(problems, one, file)
    here = {bank.line_of(each.id) for each in one.questions} if one else set()
    outlines = read_outlines(name) if problems else Outlines("")
    groups: dict[Outline, list[Problem]] = {}
    notes: list[Problem] = []
    for problem in problems:
        found = outlines.find(problem.line)
        of_set = one is not None and found is not None and bool(found.id or found.kind or found.stem)
        if problem.severity == "error" and found is not None and (problem.question or of_set):
            groups.setdefault(found, []).append(problem)
        elif not problem.question or problem.severity == "error":
            notes.append(problem)
    rows = [_row(found, "problem", group) for found, group in groups.items() if found.line not in here]
    notes += [problem for found, group in groups.items() if found.line in here for problem in group]
    return rows, notes


def _sort_foreign(
    problems: Sequence[Problem], one: QuestionSet | None, file: ReadFile
) -> tuple[list[PreviewRow], list[Problem]]:
    """Do the same for a file in another format, where each question has its outline by its name."""
    taken = {each.slug for each in one.questions} if one else set()
    outlines = {outline.id: outline for outline in file.outlines}
    groups: dict[Outline, list[Problem]] = {}
    notes: list[Problem] = []
    for problem in problems:
        slug = problem.question.rpartition("/")[2]
        if not slug:
            notes.append(problem)
        elif slug not in taken and slug in outlines:
            groups.setdefault(outlines[slug], []).append(problem)
        elif problem.severity == "error":
            notes.append(problem)
    return [_row(found, "problem", group) for found, group in groups.items()], notes


def _row(
    outline: Outline, state: PreviewState, problems: Sequence[Problem], one: Question | None = None
) -> PreviewRow:
    ordered = sorted(problems, key=lambda problem: problem.line)
    return PreviewRow(
        slug=outline.id,
        line=outline.line,
        kind=one.shown.kind if one else outline.kind,
        stem=one.shown.stem.plain() if one else outline.stem,
        state=state,
        problems=tuple(problem_words.numbered_sentence(problem) for problem in ordered),
        shown=one.shown if one else None,
        lines=tuple(problem.line for problem in ordered),
        orders=order_parts(one.shown, one.key, _SEED) if one else None,
    )


def _compare(row: PreviewRow, one: Question, known: Known, before: _Before) -> PreviewRow:
    differs: dict[Touched, bool] = {
        "stem": one.shown.stem != before.shown.stem,
        "parts": one.shown.body != before.shown.body,
        "key": one.shown.body == before.shown.body and one.key.body != before.key.body,
        "explanation": (one.key.explanation, one.key.note) != (before.key.explanation, before.key.note),
        "sources": one.key.citations != before.key.citations,
        "status": one.key.status != before.key.status,
        "scoring": (one.key.rule, one.shown.points, one.shown.shuffle)
        != (before.key.rule, before.shown.points, before.shown.shuffle),
        "filing": _filed(one) != _filing(known),
    }
    touched = tuple(name for name, other in differs.items() if other)
    return msgspec.structs.replace(row, before=before.shown, touched=touched)


def _filed(one: Question) -> tuple[object, ...]:
    return one.state, one.difficulty, one.level, one.topics, one.covers, existing.desk_of(one)


def _filing(known: Known) -> tuple[object, ...]:
    facts = known.facts
    return facts.state, facts.difficulty, facts.level, facts.topics, facts.covers, facts.desk


def _read_before(ctx: Context, version_ids: Sequence[int]) -> dict[int, _Before]:
    before: dict[int, _Before] = {}
    wanted = select(question_version.c.id, question_version.c.shown, answer_key.c.body).join(
        answer_key, answer_key.c.version_id == question_version.c.id
    )
    for start in range(0, len(version_ids), 500):
        some = wanted.where(question_version.c.id.in_(version_ids[start : start + 500]))
        for number, shown, key in ctx.db.execute(some):
            before[number] = _Before(codec.decode_shown(shown), codec.decode_key(key))
    return before

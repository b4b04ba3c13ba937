"""Looking back and going on: what a student sees first, and lists of attempts."""

from typing import Any, cast

from sqlalchemy import ColumnElement, Select, func, select

from app.domain.errors import NotAllowed
from app.domain.ids import AttemptId, LearnerId, SetId, SourceId
from app.services.context import Context
from app.services.exported import read_exported
from app.services.learners import read_learner
from app.services.marks import background, reads
from app.services.set_rows import make_set_rows, read_sets
from app.services.spreadsheet import history_csv
from app.services.taking.material import read_material
from app.services.taking.opening import has_open_exam, read_open_attempt
from app.services.views import (
    AttemptFilter,
    AttemptRow,
    ContentNote,
    ExportedAttempt,
    Intro,
    Learner,
    Mode,
    SourceIntro,
    Today,
)
from app.storage.tables.attempts import attempt, attempt_result, learner
from app.storage.tables.questions import question_set, set_source
from app.storage.tables.sources import source, source_version

RECENT = 10
LONGEST_LIST = 2000


@reads
def today(ctx: Context, learner_id: LearnerId) -> Today:
    """Return what a student sees first."""
    ctx.require_self(learner_id)
    person = read_learner(ctx, learner_id)
    sets = read_sets(ctx)
    finished = select(func.count()).where(attempt_result.c.learner_id == learner_id)
    mine = AttemptFilter(learner=learner_id)
    return Today(
        learner=person,
        open=read_open_attempt(ctx, learner_id),
        sets=make_set_rows(ctx, sets, learner_id),
        recent=tuple(_row(row) for row in ctx.db.execute(_list(mine).limit(RECENT))),
        finished=ctx.db.execute(finished).scalar_one(),
        content_note=next((one.head.content_note for one in sets if one.head.content_note), ""),
    )


@reads
def list_attempts(ctx: Context, wanted: AttemptFilter) -> tuple[AttemptRow, ...]:
    """List attempts, the newest first. A student is shown their own."""
    rows = ctx.db.execute(_list(own_only(ctx, wanted)).limit(LONGEST_LIST))
    return tuple(_row(row) for row in rows)


@background
def export_attempts(ctx: Context, wanted: AttemptFilter) -> tuple[ExportedAttempt, ...]:
    """Return attempts with every response in words."""
    wanted = own_only(ctx, wanted)
    if ctx.actor.role == "student" and wanted.learner is not None and has_open_exam(ctx, wanted.learner):
        raise NotAllowed("shut_in_exam")
    rows = tuple(_row(row) for row in ctx.db.execute(_list(wanted)))
    return read_exported(ctx, rows, conditions(wanted))


@background
def export_csv(ctx: Context, wanted: AttemptFilter) -> str:
    """Return attempts as a table for a spreadsheet, one line for each response."""
    return history_csv(export_attempts(ctx, wanted))


@reads
def read_intro(ctx: Context, set_id: SetId | None) -> Intro:
    """Return what stands before the first question of a set, or of a mix of all sets.

    A set that only gathers questions of others adds nothing to a mix.
    """
    sets = [
        one
        for one in read_sets(ctx)
        if one.head.id == set_id or (set_id is None and len(one.head.select) < one.questions)
    ]
    rows = ctx.db.execute(
        select(source_version.c.id, source_version.c.hash)
        .join(source, source.c.current_id == source_version.c.id)
        .join(set_source, set_source.c.source_id == source.c.id)
        .where(set_source.c.set_id.in_([one.set_id for one in sets]))
        .group_by(source_version.c.id, source_version.c.hash)
        .order_by(func.sum(set_source.c.questions).desc(), source_version.c.id)
    ).all()
    sources = [read_material(ctx, version_id, digest).source for version_id, digest in rows]
    return Intro(
        set=set_id,
        title=sets[0].head.title if set_id is not None and sets else "",
        notes=tuple(
            ContentNote(one.head.id, one.head.title, one.head.content_note)
            for one in sets
            if one.head.content_note
        ),
        sources=tuple(
            SourceIntro(SourceId(one.id), one.title, one.short, one.kind, one.about) for one in sources
        ),
    )


def own_only(ctx: Context, wanted: AttemptFilter) -> AttemptFilter:
    """Return a filter that shows a student nothing of others."""
    if ctx.actor.role == "teacher" or ctx.actor.person is None:
        return wanted
    if wanted.learner is not None:
        ctx.require_self(wanted.learner)
    return AttemptFilter(
        ctx.actor.person, wanted.set, wanted.mode, wanted.since, wanted.until, wanted.finished_only
    )


def conditions(wanted: AttemptFilter) -> list[ColumnElement[bool]]:
    """Return a filter as conditions on attempts."""
    found: list[ColumnElement[bool]] = []
    if wanted.learner is not None:
        found.append(attempt.c.learner_id == wanted.learner)
    if wanted.set == "":
        found.append(attempt.c.set_id.is_(None))
    elif wanted.set is not None:
        found.append(attempt.c.set_id.in_(select(question_set.c.id).where(question_set.c.slug == wanted.set)))
    if wanted.mode is not None:
        found.append(attempt.c.mode == wanted.mode)
    if wanted.since is not None:
        found.append(attempt.c.started >= wanted.since)
    if wanted.until is not None:
        found.append(attempt.c.started < wanted.until)
    if wanted.finished_only:
        found.append(attempt_result.c.finished.is_not(None))
    return found


def _list(wanted: AttemptFilter) -> Select[Any]:
    return (
        select(
            attempt.c.id,
            learner.c.id.label("learner_id"),
            learner.c.name,
            question_set.c.slug,
            attempt.c.title,
            attempt.c.mode,
            attempt.c.started,
            *(column for column in attempt_result.c if column.name not in ("attempt_id", "learner_id")),
        )
        .join(learner, learner.c.id == attempt.c.learner_id)
        .outerjoin(attempt_result, attempt_result.c.attempt_id == attempt.c.id)
        .outerjoin(question_set, question_set.c.id == attempt.c.set_id)
        .where(*conditions(wanted))
        .order_by(func.coalesce(attempt_result.c.finished, attempt.c.started).desc(), attempt.c.id)
    )


def _row(row: Any) -> AttemptRow:
    return AttemptRow(
        attempt=AttemptId(row.id),
        learner=Learner(LearnerId(row.learner_id), row.name),
        set=SetId(row.slug or ""),
        title=row.title,
        mode=cast(Mode, row.mode),
        started=row.started,
        finished=row.finished,
        score=row.score or 0.0,
        max=row.max or 0.0,
        percent=round(100 * row.score / row.max, 2) if row.max else None,
        correct=row.correct or 0,
        partly=row.partly or 0,
        wrong=row.wrong or 0,
        minutes=round((row.active_ms or 0) / 60_000, 2),
    )

"""Attempts with every response in words, for files: one statement, however many attempts there are."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from app.domain import codec
from app.domain.kinds import is_blank
from app.domain.outcome import verdict_of
from app.domain.question import AnswerKey, ShownQuestion
from app.services.context import Context
from app.services.response_words import describe_key, describe_response
from app.services.views import AttemptRow, ExportedAttempt, ExportedResponse
from app.storage.tables.attempts import attempt, attempt_item, attempt_result, grade, response
from app.storage.tables.questions import answer_key, question, question_set, question_version


def read_exported(
    ctx: Context, attempts: Sequence[AttemptRow], conditions: Sequence[ColumnElement[bool]]
) -> tuple[ExportedAttempt, ...]:
    """Return attempts with their responses in the order of positions."""
    last: dict[tuple[UUID, int], Any] = {}
    for row in ctx.db.execute(_statement(conditions)):
        last[row.attempt_id, row.position] = row
    words = _Words()
    responses: dict[UUID, list[ExportedResponse]] = defaultdict(list)
    for (attempt_id, _), row in last.items():
        responses[attempt_id].append(words.response(row))
    return tuple(
        ExportedAttempt(
            attempt=one.attempt,
            learner=one.learner.name,
            set=one.set,
            mode=one.mode,
            started=one.started,
            finished=one.finished,
            score=one.score if one.finished else None,
            max=one.max if one.finished else None,
            responses=tuple(responses[one.attempt]),
        )
        for one in attempts
    )


def _statement(conditions: Sequence[ColumnElement[bool]]) -> Any:
    graded = and_(
        grade.c.attempt_id == response.c.attempt_id,
        grade.c.position == response.c.position,
        grade.c.response_revision == response.c.revision,
    )
    here = and_(
        response.c.attempt_id == attempt_item.c.attempt_id, response.c.position == attempt_item.c.position
    )
    left_blank = and_(attempt.c.mode == "exam", attempt_result.c.attempt_id.is_not(None))
    return (
        select(
            attempt_item.c.attempt_id,
            attempt_item.c.position,
            response.c.given,
            response.c.given_at,
            attempt_item.c.version_id,
            attempt_item.c.points,
            question_set.c.slug.label("set_slug"),
            question.c.slug,
            question_version.c.number,
            question_version.c.shown,
            answer_key.c.body,
            grade.c.fraction,
            grade.c.rule,
        )
        .join(attempt, attempt.c.id == attempt_item.c.attempt_id)
        .outerjoin(response, here)
        .join(question_version, question_version.c.id == attempt_item.c.version_id)
        .join(answer_key, answer_key.c.version_id == question_version.c.id)
        .join(question, question.c.id == question_version.c.question_id)
        .join(question_set, question_set.c.id == question.c.set_id)
        .outerjoin(attempt_result, attempt_result.c.attempt_id == attempt.c.id)
        .outerjoin(grade, graded)
        .where(*conditions, response.c.given.is_not(None) | left_blank)
        .order_by(attempt_item.c.attempt_id, attempt_item.c.position, response.c.revision, grade.c.revision)
    )


class _Words:
    """Puts responses into words; each question version is decoded once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[ShownQuestion, AnswerKey]] = {}

    def response(self, row: Any) -> ExportedResponse:
        """Return one response in words. The key is told only where it was graded, or left blank for good."""
        if row.version_id not in self._known:
            self._known[row.version_id] = codec.decode_shown(row.shown), codec.decode_key(row.body)
        shown, key = self._known[row.version_id]
        given = codec.decode_response(row.given) if row.given is not None else None
        blank = given is None or is_blank(given)
        fraction = 0.0 if given is None else row.fraction
        graded = fraction is not None
        return ExportedResponse(
            position=row.position,
            question=f"{row.set_slug}/{row.slug}",
            version=row.number,
            kind=shown.kind,
            stem=shown.stem.plain(),
            response=describe_response(shown, given) if given is not None else "",
            key=describe_key(shown, key) if graded else "",
            verdict=verdict_of(Fraction(fraction), blank=blank) if graded else None,
            fraction=fraction,
            points=round(fraction * row.points, 9) if graded else None,
            max=row.points,
            rule=row.rule or "",
            given_at=row.given_at,
        )

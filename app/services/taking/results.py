"""The result of an attempt: derived from its responses and grades, and made again from them at any time."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec
from sqlalchemy import bindparam, delete, func, select

from app.domain import codec
from app.domain.ids import AttemptId
from app.services.context import Context
from app.services.taking.answers import Answer, read_answers
from app.services.taking.items import Item, read_items
from app.services.taking.state import AttemptState
from app.services.views import ResultRow, Summary, TopicScore
from app.storage.bulk import insert_rows
from app.storage.tables.attempts import attempt_result, response

_TIME = select(func.coalesce(func.sum(response.c.active_ms), 0)).where(
    response.c.attempt_id == bindparam("attempt")
)
_STEM = 500
"""Characters of a stem that a line of the result may show; a stem can be as long as a book."""


class Total(msgspec.Struct):
    """What an attempt comes to."""

    score: float = 0.0
    max: float = 0.0
    correct: int = 0
    partly: int = 0
    wrong: int = 0
    blank: int = 0
    skipped: int = 0

    def count(self, row: ResultRow) -> None:
        """Add a question."""
        self.score = round(self.score + row.score, 9)
        self.max = round(self.max + row.max, 9)
        match row.state:
            case "correct" | "partly" | "wrong" | "blank" | "skipped" as state:
                setattr(self, state, getattr(self, state) + 1)
            case _:
                pass


def store_result(ctx: Context, state: AttemptState) -> None:
    """Write the result of a finished attempt down, in place of an older one."""
    answers = read_answers(ctx, state.head.id)
    total = Total()
    for row in _rows(state, read_items(ctx, state.head.id)):
        total.count(row)
    ctx.db.execute(delete(attempt_result).where(attempt_result.c.attempt_id == state.head.id))
    values = (
        state.head.id,
        state.head.learner.id,
        state.head.finished,
        total.score,
        total.max,
        total.correct,
        total.partly,
        total.wrong,
        total.blank,
        total.skipped,
        _active_ms(ctx, state.head.id),
        checksum(answers),
    )
    insert_rows(ctx.db, attempt_result, [values])


def checksum(answers: Mapping[int, Answer]) -> str:
    """Return the SHA-256 over the last responses and their grades, by position."""
    digest = sha256()
    for position, answer in sorted(answers.items()):
        grade = answer.grade
        judged = [grade.fraction, grade.rule, grade.revision, grade.key_version_id] if grade else []
        digest.update(codec.canonical([position, answer.revision, answer.response, judged]))
    return digest.hexdigest()


def summarise(ctx: Context, state: AttemptState) -> Summary:
    """Return the result with a line for each topic and each question."""
    items = read_items(ctx, state.head.id)
    rows = _rows(state, items)
    total = Total()
    for row in rows:
        total.count(row)
    return Summary(
        attempt=state.head,
        minutes=round(_active_ms(ctx, state.head.id) / 60_000, 2),
        topics=_by_topic(rows, {item.topic: item.topic_title for item in items}),
        rows=tuple(rows),
        **msgspec.structs.asdict(total),
    )


def _rows(state: AttemptState, items: Sequence[Item]) -> list[ResultRow]:
    return [_row(state, item) for item in items]


def _row(state: AttemptState, item: Item) -> ResultRow:
    """Return one line: in a practice what was not answered counts nothing, in an exam it scores 0."""
    mark = state.mark(item.position)
    counts = bool(mark.revision) or state.head.mode == "exam"
    return ResultRow(
        position=item.position,
        question_id=item.question_id,
        stem=item.shown.stem.plain()[:_STEM],
        kind=item.shown.kind,
        topic=item.topic,
        state=state.cell_state(item.position),
        score=round((mark.fraction or 0.0) * item.points, 9),
        max=item.points if counts else 0.0,
    )


def _by_topic(rows: Sequence[ResultRow], titles: Mapping[str, str]) -> tuple[TopicScore, ...]:
    scores: dict[str, TopicScore] = {}
    for row in rows:
        before = scores.get(row.topic) or TopicScore(row.topic, titles[row.topic], 0.0, 0.0, 0)
        scores[row.topic] = TopicScore(
            row.topic,
            before.title,
            round(before.score + row.score, 9),
            round(before.max + row.max, 9),
            before.questions + (row.state != "skipped"),
        )
    return tuple(sorted(scores.values(), key=lambda score: score.title))


def _active_ms(ctx: Context, attempt_id: AttemptId) -> int:
    return int(ctx.db.execute(_TIME, {"attempt": attempt_id}).scalar_one())

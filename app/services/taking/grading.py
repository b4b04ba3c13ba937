"""Keys, known terms, and grades: each a record that is never changed."""

from datetime import datetime

import msgspec
from sqlalchemy import bindparam, select, update

from app.domain import codec
from app.domain.ids import LearnerId
from app.domain.kinds import Response
from app.domain.known_terms import NONE, KnownTerms, build_terms
from app.domain.outcome import Outcome, stored_fraction
from app.domain.question import AnswerKey
from app.domain.scoring import score
from app.services.context import Context
from app.services.taking.items import Item
from app.services.taking.state import AttemptState
from app.storage.bulk import insert_rows
from app.storage.tables.attempts import grade, learner_question
from app.storage.tables.questions import answer_key, term_list


class Grade(msgspec.Struct, frozen=True):
    """A grade as it is stored. `revision` above 1 is a correction by a person."""

    fraction: float
    rule: str
    revision: int
    key_version_id: int
    terms_hash: str | None
    graded: datetime
    reason: str


_KEY = select(answer_key.c.body).where(answer_key.c.version_id == bindparam("version"))
_TERMS = select(term_list.c.terms).where(term_list.c.hash == bindparam("hash"))
_WHERE = (
    learner_question.c.learner_id == bindparam("person"),
    learner_question.c.question_id == bindparam("asked"),
)
_KNOW_AGAIN = (
    update(learner_question).where(*_WHERE).values(fraction=bindparam("earned"), at=bindparam("now"))
)


def read_key(ctx: Context, version_id: int) -> AnswerKey:
    """Return the key of a question version."""
    return codec.decode_key(ctx.db.execute(_KEY, {"version": version_id}).scalar_one())


def read_terms(ctx: Context, digest: str | None) -> KnownTerms:
    """Return a list of known terms, normalised once for each library that is open."""
    if digest is None:
        return NONE
    known: KnownTerms | None = ctx.library.cache.get(("terms", digest))
    if known is None:
        known = build_terms(ctx.db.execute(_TERMS, {"hash": digest}).scalar_one())
        ctx.library.cache["terms", digest] = known
    return known


def replay(ctx: Context, item: Item, response: Response, given: Grade) -> tuple[AnswerKey, Outcome]:
    """Score a response again with the key and the terms that its grade names."""
    key = read_key(ctx, given.key_version_id)
    return key, score(item.shown, key, response, read_terms(ctx, given.terms_hash))


def judge(ctx: Context, item: Item, response: Response) -> Outcome:
    """Score a response with today's terms; raise FootnoteError where it does not fit the question."""
    return score(item.shown, read_key(ctx, item.version_id), response, read_terms(ctx, item.terms_hash))


def add_grade(
    ctx: Context, state: AttemptState, position: int, revision: int, item: Item, outcome: Outcome
) -> Grade:
    """Write the first grade of a response down, and what the question last earned this student; return it."""
    fraction = stored_fraction(outcome.fraction)
    now = ctx.now()
    row = (
        state.head.id,
        position,
        revision,
        1,
        fraction,
        outcome.rule,
        item.version_id,
        item.terms_hash,
        "",
        "",
        now,
    )
    insert_rows(ctx.db, grade, [row])
    _remember_question(ctx, state.head.learner.id, item.question_row, fraction, now)
    return Grade(fraction, outcome.rule, 1, item.version_id, item.terms_hash, now, "")


def _remember_question(
    ctx: Context, learner_id: LearnerId, question_id: int, fraction: float, now: datetime
) -> None:
    values = {"person": learner_id, "asked": question_id, "earned": fraction, "now": now}
    if ctx.db.execute(_KNOW_AGAIN, values).rowcount == 0:
        insert_rows(ctx.db, learner_question, [(learner_id, question_id, fraction, now)])

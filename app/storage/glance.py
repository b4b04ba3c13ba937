"""The first screen's few rows, read before the database layer is loaded: by sqlite3 alone, and never writing.

Anything unexpected (no file, another schema, damage) gives an empty glance; opening the library says what is wrong.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.glance import Glance, KnownLearner, KnownSet, OpenQuiz

if TYPE_CHECKING:
    import sqlite3

REVISION = "0001"
"""The schema that the statements below were written for."""

_LEARNERS = "SELECT id, name FROM learner ORDER BY name = '', name_key, created LIMIT 200"
_SETS = """
SELECT s.slug, v.title, s.questions FROM question_set s JOIN set_version v ON v.id = s.current_id
WHERE s.questions > 0 ORDER BY s.id LIMIT 50
"""
_OPEN = """
SELECT a.id, a.learner_id, a.title, a.mode, a.total,
  coalesce((SELECT position FROM attempt_event e WHERE e.attempt_id = a.id AND e.kind IN ('shown', 'skipped', 'left')
            ORDER BY number DESC LIMIT 1), 1),
  (SELECT count(DISTINCT position) FROM response r WHERE r.attempt_id = a.id AND NOT r.blank
     AND r.revision = (SELECT max(revision) FROM response l
                       WHERE l.attempt_id = r.attempt_id AND l.position = r.position)),
  (SELECT count(DISTINCT position) FROM attempt_event e WHERE e.attempt_id = a.id AND e.kind = 'skipped'
     AND NOT EXISTS (SELECT 1 FROM response r WHERE r.attempt_id = a.id AND r.position = e.position))
FROM attempt a LEFT JOIN attempt_result f ON f.attempt_id = a.id
WHERE f.attempt_id IS NULL AND a.id = (
  SELECT b.id FROM attempt b LEFT JOIN attempt_result g ON g.attempt_id = b.id
  WHERE b.learner_id = a.learner_id AND g.attempt_id IS NULL
  ORDER BY b.mode = 'practice', max(
    b.started,
    coalesce((SELECT max(at) FROM attempt_event e WHERE e.attempt_id = b.id), b.started),
    coalesce((SELECT max(given_at) FROM response r WHERE r.attempt_id = b.id), b.started)) DESC LIMIT 1)
LIMIT 200
"""
_LOCKED = "SELECT 1 FROM setting WHERE name = 'passphrase'"


def read_glance(path: Path) -> Glance:
    """Read what the first screen shows; nothing is made or changed."""
    if not path.is_file():
        return Glance()
    import sqlite3  # here and below: what a first start, without a library, has no need of

    from app.storage.sqlite import address_of

    try:
        db = sqlite3.connect(address_of(path, "ro"), uri=True, timeout=0.2)
        try:
            return _read(db)
        finally:
            db.close()
    except (sqlite3.Error, ValueError, TypeError):
        return Glance()


def _read(db: "sqlite3.Connection") -> Glance:
    from uuid import UUID

    db.execute("PRAGMA query_only = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    if db.execute("SELECT version_num FROM alembic_version").fetchall() != [(REVISION,)]:
        return Glance()
    return Glance(
        exists=True,
        learners=tuple(KnownLearner(UUID(bytes=row_id), name) for row_id, name in db.execute(_LEARNERS)),
        open_quizzes=tuple(_quiz(*row) for row in db.execute(_OPEN)),
        sets=tuple(KnownSet(*row) for row in db.execute(_SETS)),
        door_locked=db.execute(_LOCKED).fetchone() is not None,
    )


def _quiz(
    attempt: bytes,
    learner: bytes,
    title: str,
    mode: str,
    total: int,
    position: int,
    answered: int,
    skipped: int,
) -> OpenQuiz:
    from uuid import UUID

    return OpenQuiz(UUID(bytes=attempt), UUID(bytes=learner), title, mode, position, total, answered, skipped)

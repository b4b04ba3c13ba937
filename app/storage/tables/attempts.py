"""Students and what they did. Attempts, their events, responses and grades are only ever added to."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
    text,
)

from app.storage.columns import Identifier, JsonText, UtcTime
from app.storage.tables.base import (
    WITHOUT_ROWID,
    metadata,
    one_of,
    refers_to,
    refers_to_uuid,
)

EVENT_KINDS = ("shown", "skipped", "flagged", "unflagged", "left", "submitted")


class LearnerRow(TypedColumns):
    """A student. `name_key` is the name as it is compared, NULL while the name is not known yet."""

    id = Column(Identifier, primary_key=True)
    name = Column(String(60), nullable=False)
    name_key = Column(String(200), nullable=True)
    created = Column(UtcTime, nullable=False)


class AttemptRow(TypedColumns):
    """An attempt as it was begun: who, which plan, which seed. `set_id` is NULL where all sets were asked for."""

    id = Column(Identifier, primary_key=True)
    learner_id = refers_to_uuid("learner.id")
    set_id = refers_to("question_set.id", null=True)
    set_version_id = refers_to("set_version.id", null=True)
    title = Column(String(500), nullable=False)
    content_note = Column(Text, nullable=False)
    mode = Column(String(10), nullable=False)
    plan = Column(JsonText, nullable=False)
    seed = Column(BigInteger, nullable=False)
    total = Column(Integer, nullable=False)
    started = Column(UtcTime, nullable=False)


class AttemptSourceRow(TypedColumns):
    """The version of a source that an attempt shows, now and later."""

    attempt_id = refers_to_uuid("attempt.id", primary=True)
    source_version_id = refers_to("source_version.id", primary=True)


class AttemptReferenceRow(TypedColumns):
    """The version of a work that questions of an attempt cite themselves."""

    attempt_id = refers_to_uuid("attempt.id", primary=True)
    reference_version_id = refers_to("reference_version.id", primary=True)


class AttemptItemRow(TypedColumns):
    """A question of an attempt: its version, the stored order of its parts, and its topic under the title of then."""

    attempt_id = refers_to_uuid("attempt.id", primary=True)
    position = Column(Integer, primary_key=True, autoincrement=False)
    version_id = refers_to("question_version.id")
    orders = Column(JsonText, nullable=False)
    points = Column(Float, nullable=False)
    topic = Column(String(200), nullable=False)
    topic_title = Column(String(300), nullable=False)


class AttemptEventRow(TypedColumns):
    """Something that happened in an attempt, beside responses."""

    attempt_id = refers_to_uuid("attempt.id", primary=True)
    number = Column(Integer, primary_key=True, autoincrement=False)
    kind = Column(String(12), nullable=False)
    position = Column(Integer, nullable=True)
    at = Column(UtcTime, nullable=False)


class ResponseRow(TypedColumns):
    """A response as it was given. It never holds the key."""

    attempt_id = Column(Identifier, primary_key=True)
    position = Column(Integer, primary_key=True, autoincrement=False)
    revision = Column(Integer, primary_key=True, autoincrement=False)
    given = Column(Text, nullable=False)
    blank = Column(Boolean, nullable=False)
    shown_at = Column(UtcTime, nullable=False)
    given_at = Column(UtcTime, nullable=False)
    active_ms = Column(Integer, nullable=False)
    mode = Column(String(10), nullable=False)
    certainty = Column(Integer, nullable=True)


class GradeRow(TypedColumns):
    """A grade of one response. A correction is a new revision, by a person and with a reason."""

    attempt_id = Column(Identifier, primary_key=True)
    position = Column(Integer, primary_key=True, autoincrement=False)
    response_revision = Column(Integer, primary_key=True, autoincrement=False)
    revision = Column(Integer, primary_key=True, autoincrement=False)
    fraction = Column(Float, nullable=False)
    rule = Column(String(60), nullable=False)
    key_version_id = refers_to("answer_key.version_id")
    terms_hash = Column(String(64), ForeignKey("term_list.hash"), nullable=True)
    graded_by = Column(String(100), nullable=False)
    reason = Column(Text, nullable=False)
    graded = Column(UtcTime, nullable=False)


class AttemptResultRow(TypedColumns):
    """The result of a finished attempt. Derived: `upkeep.rebuild_derived` makes it again from responses and grades.

    `checksum` is the SHA-256 over the ordered responses and grades: it shows damage that SQLite cannot see.
    """

    attempt_id = refers_to_uuid("attempt.id", primary=True)
    learner_id = refers_to_uuid("learner.id")
    finished = Column(UtcTime, nullable=False)
    score = Column(Float, nullable=False)
    max = Column(Float, nullable=False)
    correct = Column(Integer, nullable=False)
    partly = Column(Integer, nullable=False)
    wrong = Column(Integer, nullable=False)
    blank = Column(Integer, nullable=False)
    skipped = Column(Integer, nullable=False)
    active_ms = Column(Integer, nullable=False)
    checksum = Column(String(64), nullable=False)


class LearnerQuestionRow(TypedColumns):
    """What a student's last graded response to a question earned. Derived."""

    learner_id = refers_to_uuid("learner.id", primary=True)
    question_id = refers_to("question.id", primary=True)
    fraction = Column(Float, nullable=False)
    at = Column(UtcTime, nullable=False)


def _from_one(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} >= 1", name=f"{column}_from_one")


def _fraction() -> CheckConstraint:
    return CheckConstraint("fraction BETWEEN -1 AND 1", name="fraction_within_one")


learner = Table(
    "learner",
    metadata,
    LearnerRow,
    UniqueConstraint("name_key"),
    CheckConstraint("(name = '') = (name_key IS NULL)", name="name_has_key"),
)
attempt = Table(
    "attempt",
    metadata,
    AttemptRow,
    one_of("mode", ("practice", "exam")),
    _from_one("total"),
    CheckConstraint("(set_id IS NULL) = (set_version_id IS NULL)", name="set_has_version"),
    Index(None, "learner_id", "started"),
)
attempt_source = Table("attempt_source", metadata, AttemptSourceRow, **WITHOUT_ROWID)
attempt_reference = Table("attempt_reference", metadata, AttemptReferenceRow, **WITHOUT_ROWID)
attempt_item = Table(
    "attempt_item",
    metadata,
    AttemptItemRow,
    _from_one("position"),
    CheckConstraint("points >= 0", name="points_not_negative"),
    **WITHOUT_ROWID,
)
attempt_event = Table(
    "attempt_event",
    metadata,
    AttemptEventRow,
    one_of("kind", EVENT_KINDS),
    _from_one("number"),
    CheckConstraint("(kind = 'submitted') = (position IS NULL)", name="position_but_when_submitted"),
    ForeignKeyConstraint(["attempt_id", "position"], ["attempt_item.attempt_id", "attempt_item.position"]),
    Index(
        "uq_attempt_event_submitted_once",
        "attempt_id",
        unique=True,
        sqlite_where=text("kind = 'submitted'"),  # `schema` says it to PostgreSQL too
    ),
    **WITHOUT_ROWID,
)
response = Table(
    "response",
    metadata,
    ResponseRow,
    ForeignKeyConstraint(["attempt_id", "position"], ["attempt_item.attempt_id", "attempt_item.position"]),
    _from_one("position"),
    _from_one("revision"),
    one_of("mode", ("practice", "exam")),
    CheckConstraint("active_ms >= 0", name="active_ms_not_negative"),
    CheckConstraint("certainty BETWEEN 1 AND 3", name="certainty_one_to_three"),
    **WITHOUT_ROWID,
)
grade = Table(
    "grade",
    metadata,
    GradeRow,
    ForeignKeyConstraint(
        ["attempt_id", "position", "response_revision"],
        ["response.attempt_id", "response.position", "response.revision"],
    ),
    _from_one("revision"),
    _fraction(),
    CheckConstraint("rule LIKE '%_@_%'", name="rule_has_number"),
    CheckConstraint("revision = 1 OR (graded_by <> '' AND reason <> '')", name="correction_has_reason"),
    **WITHOUT_ROWID,
)
attempt_result = Table(
    "attempt_result",
    metadata,
    AttemptResultRow,
    Index(None, "learner_id", "finished"),
    CheckConstraint("score <= max + 0.000001", name="score_within_max"),
)
learner_question = Table("learner_question", metadata, LearnerQuestionRow, _fraction(), **WITHOUT_ROWID)

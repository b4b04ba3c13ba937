"""Question sets, questions and their versions: what is shown and the key in two tables."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from app.storage.columns import Digest, JsonText, PackedJson, UtcTime
from app.storage.tables.base import (
    ORIGINS,
    STATES,
    WITHOUT_ROWID,
    metadata,
    number_key,
    one_of,
    points_to_current,
    refers_to,
    slug_column,
)


class TopicRow(TypedColumns):
    """A subject that questions are filed under. One that ships with the program keeps its title in an import."""

    id = number_key()
    slug = slug_column()
    title = Column(String(300), nullable=False)
    origin = Column(String(10), nullable=False)


class QuestionSetRow(TypedColumns):
    """A question set. `questions` is derived: how many of its current items are not retired.

    `terms_hash` names the known terms that typed answers to its questions are compared with from now on.
    """

    id = number_key()
    slug = slug_column()
    origin = Column(String(10), nullable=False)
    state = Column(String(10), nullable=False)
    current_id = points_to_current("set_version.id")
    questions = Column(Integer, nullable=False, server_default="0")
    terms_hash = Column(String(64), ForeignKey("term_list.hash"), nullable=True)


class SetVersionRow(TypedColumns):
    """The head of a set at one time, without its questions. `hash` is over the head and the items' versions."""

    id = number_key()
    set_id = refers_to("question_set.id")
    number = Column(Integer, nullable=False)
    hash = Column(Digest, nullable=False)
    title = Column(String(500), nullable=False)
    head = Column(Text, nullable=False)
    origin = Column(String(10), nullable=False)
    created = Column(UtcTime, nullable=False)


class SetItemRow(TypedColumns):
    """The questions of a set in its order: its own, then those it gathers from other sets."""

    version_id = refers_to("set_version.id", primary=True)
    position = Column(Integer, primary_key=True, autoincrement=False)
    question_id = refers_to("question.id")


class SetTopicRow(TypedColumns):
    """How many questions of a set have a topic. Derived."""

    set_id = refers_to("question_set.id", primary=True)
    topic_id = refers_to("topic.id", primary=True)
    questions = Column(Integer, nullable=False)


class SetSourceRow(TypedColumns):
    """How many questions of a set cite a source. Derived."""

    set_id = refers_to("question_set.id", primary=True)
    source_id = refers_to("source.id", primary=True)
    questions = Column(Integer, nullable=False)


class QuestionRow(TypedColumns):
    """A question: `set/slug` is its identity. Its facts may change without a new version.

    `desk` holds what editors say about it: its partners, and findings of the check that they accept.
    """

    id = number_key()
    set_id = refers_to("question_set.id")
    slug = slug_column()
    origin = Column(String(10), nullable=False)
    state = Column(String(10), nullable=False)
    kind = Column(String(30), nullable=False)
    difficulty = Column(Integer, nullable=False)
    level = Column(String(20), nullable=False)
    covers = Column(JsonText, nullable=False, server_default="[]")
    desk = Column(JsonText, nullable=False, server_default="{}")
    current_id = points_to_current("question_version.id")


class QuestionTopicRow(TypedColumns):
    """The topics of a question; the one at place 0 is its main one."""

    question_id = refers_to("question.id", primary=True)
    place = Column(Integer, primary_key=True, autoincrement=False)
    topic_id = refers_to("topic.id")


class FormerNameRow(TypedColumns):
    """A name that a question bore before (`formerly`), so that its history stays with it."""

    set_slug = Column(String(200), primary_key=True)
    slug = Column(String(200), primary_key=True)
    question_id = refers_to("question.id")


class QuestionVersionRow(TypedColumns):
    """What is shown, once and for all. Nothing in it tells the key. `hash` is over both parts."""

    id = number_key()
    question_id = refers_to("question.id")
    number = Column(Integer, nullable=False)
    hash = Column(Digest, nullable=False)
    shown = Column(Text, nullable=False)
    origin = Column(String(10), nullable=False)
    created = Column(UtcTime, nullable=False)


class AnswerKeyRow(TypedColumns):
    """The key of a version, apart from what is shown."""

    version_id = refers_to("question_version.id", primary=True)
    body = Column(PackedJson, nullable=False)


class QuestionCitationRow(TypedColumns):
    """A place that a version cites, in the version of the source that it was made with."""

    version_id = refers_to("question_version.id", primary=True)
    number = Column(Integer, primary_key=True, autoincrement=False)
    source_version_id = refers_to("source_version.id")
    paragraph = Column(Integer, nullable=False)
    sentence = Column(Integer, nullable=False)
    anchor = Column(Text, nullable=False)


class QuestionVersionReferenceRow(TypedColumns):
    """Which versions of works a question version cites itself."""

    version_id = refers_to("question_version.id", primary=True)
    reference_version_id = refers_to("reference_version.id", primary=True)


class TermListRow(TypedColumns):
    """A list of known terms under its hash, which a grade names."""

    hash = Column(String(64), primary_key=True)
    terms = Column(JsonText, nullable=False)


def _numbered() -> CheckConstraint:
    return CheckConstraint("number >= 1", name="number_from_one")


topic = Table("topic", metadata, TopicRow, UniqueConstraint("slug"), one_of("origin", ORIGINS))
question_set = Table(
    "question_set",
    metadata,
    QuestionSetRow,
    UniqueConstraint("slug"),
    UniqueConstraint("current_id"),
    one_of("origin", ORIGINS),
    one_of("state", STATES),
    CheckConstraint("questions >= 0", name="questions_counted"),
)
set_version = Table(
    "set_version",
    metadata,
    SetVersionRow,
    UniqueConstraint("set_id", "number"),
    _numbered(),
    one_of("origin", ORIGINS),
)
set_item = Table(
    "set_item",
    metadata,
    SetItemRow,
    Index(None, "question_id"),
    CheckConstraint("position >= 1", name="position_from_one"),
    **WITHOUT_ROWID,
)
set_topic = Table("set_topic", metadata, SetTopicRow, **WITHOUT_ROWID)
set_source = Table("set_source", metadata, SetSourceRow, **WITHOUT_ROWID)
question = Table(
    "question",
    metadata,
    QuestionRow,
    UniqueConstraint("set_id", "slug"),
    UniqueConstraint("current_id"),
    one_of("origin", ORIGINS),
    one_of("state", STATES),
    CheckConstraint("difficulty BETWEEN 1 AND 5", name="difficulty_one_to_five"),
)
question_topic = Table(
    "question_topic",
    metadata,
    QuestionTopicRow,
    Index(None, "topic_id", "question_id"),
    CheckConstraint("place >= 0", name="place_from_zero"),
    **WITHOUT_ROWID,
)
former_name = Table("former_name", metadata, FormerNameRow)
question_version = Table(
    "question_version",
    metadata,
    QuestionVersionRow,
    UniqueConstraint("question_id", "number"),
    _numbered(),
    one_of("origin", ORIGINS),
)
answer_key = Table("answer_key", metadata, AnswerKeyRow)
question_citation = Table(
    "question_citation",
    metadata,
    QuestionCitationRow,
    CheckConstraint("paragraph >= 1 AND sentence >= 1", name="place_from_one"),
    **WITHOUT_ROWID,
)
question_version_reference = Table(
    "question_version_reference", metadata, QuestionVersionReferenceRow, **WITHOUT_ROWID
)
term_list = Table("term_list", metadata, TermListRow)

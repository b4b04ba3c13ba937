"""Triggers that let nobody change or delete what is history.

Erasing a student, which the law may ask for, is the one exception: it takes the triggers away inside its transaction.
"""

from sqlalchemy import Connection

TABLES = (
    "answer_key",
    "attempt",
    "attempt_event",
    "attempt_item",
    "attempt_reference",
    "attempt_source",
    "change",
    "change_item",
    "grade",
    "question_citation",
    "question_version",
    "question_version_reference",
    "reference_version",
    "response",
    "set_item",
    "set_version",
    "source_version",
    "source_version_reference",
    "term_list",
)

_FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'append-only: %%', TG_TABLE_NAME; END $$
"""


def create_guards(db: Connection) -> None:
    """Guard every append-only table."""
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(_FUNCTION)
    for table in TABLES:
        for what in ("UPDATE", "DELETE"):
            db.exec_driver_sql(_guard(db.dialect.name, table, what))


def _guard(dialect: str, table: str, what: str) -> str:
    name = f"{table}_refuses_{what.lower()}"
    if dialect == "postgresql":
        return f"CREATE TRIGGER {name} BEFORE {what} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    return (
        f"CREATE TRIGGER {name} BEFORE {what} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
    )

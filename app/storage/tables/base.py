"""What all tables share: one collection of them, names for constraints, and short forms for common columns."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String

from app.storage.columns import Identifier

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ORIGINS = ("shipped", "own")
STATES = ("draft", "reviewed", "retired")
WITHOUT_ROWID: dict[str, Any] = {"sqlite_with_rowid": False}
"""For tables that are found by a key of several columns: the key is stored once, and rows of one attempt together."""


def number_key() -> Column[int]:
    """Return the primary key of a table whose numbers `bulk.allocate` gives out."""
    return Column(Integer, primary_key=True, autoincrement=False)


def refers_to(target: str, *, null: bool = False, primary: bool = False) -> Column[int]:
    """Return a column that refers to a numbered row."""
    return Column(Integer, ForeignKey(target), nullable=null, primary_key=primary, autoincrement=False)


def refers_to_uuid(target: str, *, primary: bool = False) -> Column[UUID]:
    """Return a column that refers to a row named by a UUID."""
    return Column(Identifier, ForeignKey(target), nullable=False, primary_key=primary)


def points_to_current(target: str) -> Column[int]:
    """Return a pointer to the current version.

    Row and version refer to each other, so the check waits until the transaction commits. The column needs an index:
    while checks wait, every new version is looked for among the rows.
    """
    return Column(
        Integer, ForeignKey(target, use_alter=True, deferrable=True, initially="DEFERRED"), nullable=False
    )


def slug_column() -> Column[str]:
    """Return a name that people and files use for a row."""
    return Column(String(200), nullable=False)


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """Return a check that a column holds one of these words."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")

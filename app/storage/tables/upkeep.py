"""Changes that can be undone by name, the files that were brought in, and what the library remembers of itself."""

from sqlalchemy import CheckConstraint, Column, Integer, String, Table, TypedColumns

from app.storage.columns import JsonText, UtcTime
from app.storage.tables.base import WITHOUT_ROWID, metadata, number_key, one_of, refers_to

CHANGE_KINDS = ("import", "undo")


class ChangeRow(TypedColumns):
    """A change to the question sets. Undoing one is a change too, which names what it undid."""

    id = number_key()
    kind = Column(String(10), nullable=False)
    name = Column(String(500), nullable=False)
    who = Column(String(100), nullable=False)
    at = Column(UtcTime, nullable=False)
    undoes_id = refers_to("change.id", null=True)


class ChangeItemRow(TypedColumns):
    """What stood before and after for one row: its current version, state and facts.

    Both are NULL where rows were added: so many in succession from `row_id` on. A large import is a few items.
    """

    change_id = refers_to("change.id", primary=True)
    number = Column(Integer, primary_key=True, autoincrement=False)
    entity = Column(String(10), nullable=False)
    row_id = Column(Integer, nullable=False)
    rows = Column(Integer, nullable=False, server_default="1")
    before = Column(JsonText, nullable=True)
    after = Column(JsonText, nullable=True)


class ShippedFileRow(TypedColumns):
    """A shipped file as it was brought in: it is read again only when its bytes differ."""

    path = Column(String(300), primary_key=True)
    sha256 = Column(String(64), nullable=False)
    at = Column(UtcTime, nullable=False)


class SettingRow(TypedColumns):
    """What the library remembers of itself, under a name."""

    name = Column(String(100), primary_key=True)
    value = Column(JsonText, nullable=False)


change = Table(
    "change",
    metadata,
    ChangeRow,
    one_of("kind", CHANGE_KINDS),
    CheckConstraint("(kind = 'undo') = (undoes_id IS NOT NULL)", name="undo_names_its_change"),
)
change_item = Table(
    "change_item",
    metadata,
    ChangeItemRow,
    one_of("entity", ("question", "set", "source", "reference", "topic")),
    CheckConstraint("rows = 1 OR (rows > 1 AND before IS NULL)", name="only_added_rows_together"),
    CheckConstraint("(before IS NULL) = (after IS NULL)", name="before_and_after"),
    **WITHOUT_ROWID,
)
shipped_file = Table("shipped_file", metadata, ShippedFileRow)
setting = Table("setting", metadata, SettingRow)

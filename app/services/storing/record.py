"""What stood before and after a change to the question sets, so that it can be undone."""

from typing import Any, Literal

import msgspec

from app.services.context import Context
from app.storage.bulk import allocate, insert_rows
from app.storage.tables.upkeep import change, change_item

Entity = Literal["question", "set", "source", "reference", "topic"]


class Item(msgspec.Struct, frozen=True):
    """One row before and after; or so many rows in succession that were added, where both are None."""

    entity: Entity
    row_id: int
    rows: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Record:
    """Collects what a change does."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def add(self, entity: Entity, row_id: int, rows: int = 1) -> None:
        """Remember rows that were added: the first, and how many stand in succession."""
        if rows:
            self.items.append(Item(entity, row_id, rows, None, None))

    def change(self, entity: Entity, row_id: int, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Remember what a row was and is."""
        self.items.append(Item(entity, row_id, 1, before, after))

    def write(self, ctx: Context, name: str) -> int:
        """Write the change down under a name and return its number."""
        number = allocate(ctx.db, change)
        insert_rows(ctx.db, change, [(number, "import", name, ctx.actor.name, ctx.now(), None)])
        insert_rows(
            ctx.db,
            change_item,
            [
                (number, place, item.entity, item.row_id, item.rows, item.before, item.after)
                for place, item in enumerate(self.items)
            ],
        )
        return number

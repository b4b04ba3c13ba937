"""What stood before and after a change to the question sets, so that it can be undone."""

from typing import Any, Literal

import msgspec

from app.services.context import Context
from app.storage.bulk import allocate, insert_rows
from app.storage.tables.upkeep import change, change_item

Entity = Literal["question", "set", "source", "reference"]


class Item(msgspec.Struct, frozen=True):
    """One row before and after; `before` is None where the row was added."""

    entity: Entity
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any]


class Record:
    """Collects what a change does."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def add(self, entity: Entity, row_id: int, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        """Remember one row."""
        self.items.append(Item(entity, row_id, before, after))

    def write(self, ctx: Context, name: str) -> int:
        """Write the change down under a name and return its number."""
        number = allocate(ctx.db, change)
        insert_rows(ctx.db, change, [(number, "import", name, ctx.actor.name, ctx.now(), None)])
        insert_rows(
            ctx.db,
            change_item,
            [
                (number, place, item.entity, item.row_id, item.before, item.after)
                for place, item in enumerate(self.items)
            ],
        )
        return number

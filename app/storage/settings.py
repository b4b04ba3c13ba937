"""What the library remembers of itself, as plain values under a name."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.storage.tables.upkeep import setting


def read_setting(db: Connection, name: str) -> Any:
    """Return a value, None where there is none."""
    return db.execute(select(setting.c.value).where(setting.c.name == name)).scalar()


def write_setting(db: Connection, name: str, value: Any) -> None:
    """Remember a value; None forgets it."""
    if value is None:
        db.execute(delete(setting).where(setting.c.name == name))
        return
    changed = db.execute(update(setting).where(setting.c.name == name).values(value=value))
    if changed.rowcount == 0:
        db.execute(insert(setting).values(name=name, value=value))

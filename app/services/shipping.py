"""Bringing shipped question sets into the library: at first start, and again only when their bytes differ."""

from hashlib import sha256
from pathlib import Path

from sqlalchemy import delete, select

from app.domain.bank import Bank
from app.services.context import Context
from app.services.marks import reads, writes
from app.storage.bulk import insert_rows
from app.storage.tables.upkeep import shipped_file

_SUFFIXES = (".yaml", ".yml")


def hash_files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each shipped file, by its path inside the folder."""
    files = (
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in _SUFFIXES or path.name == "references.json"
    )
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@reads
def is_up_to_date(ctx: Context, hashes: dict[str, str]) -> bool:
    """Tell whether the library holds just these files."""
    rows = ctx.db.execute(select(shipped_file.c.path, shipped_file.c.sha256))
    return dict(rows.all()) == hashes


@writes
def bring_up_to_date(ctx: Context, bank: Bank, hashes: dict[str, str]) -> int:
    """Store what was shipped and return how many questions were added or changed.

    A newer version is added, and made current unless the library's own version stands on top.
    """
    from app.services.storing.bank import store_bank  # here: most starts have nothing to store
    from app.services.storing.record import Record

    stored = store_bank(ctx, bank, "shipped", Record())
    ctx.db.execute(delete(shipped_file))
    now = ctx.now()
    insert_rows(ctx.db, shipped_file, [(path, digest, now) for path, digest in hashes.items()])
    return sum(one.added + one.updated for one in stored.values())

"""Works as cards cite them: a short label at once, the full reference from where it was put into words once."""

from typing import Final, get_args

import msgspec
from sqlalchemy import Select, delete, or_, select

from app.config import CitationStyle
from app.domain import codec
from app.domain.source import Reference
from app.services.context import Context
from app.services.marks import reads, writes
from app.services.views import Work
from app.sources.cite import full_reference, label
from app.storage.bulk import insert_rows
from app.storage.tables.sources import reference_version, rendered_reference

RENDERER = "three-styles@1"
"""Names styles and renderer. Whoever changes what they write counts it up, and libraries renew their references."""

STYLES: Final[tuple[CitationStyle, ...]] = get_args(CitationStyle)


def make_work(reference: Reference, full: str, page: str) -> Work:
    """Return a work with its label, such as "Pohl 2000, p. 268"."""
    return Work(
        reference.id, label(reference, page), full, reference.seen, reference.doubt, reference.identification
    )


def in_style(stored: str | None, style: CitationStyle) -> str:
    """Return a full reference in a style from what is stored of it; "" where nothing is."""
    if not stored or not stored.startswith(
        "{"
    ):  # from before there were styles: it is renewed at the next opening
        return stored or ""
    in_all: dict[str, str] = msgspec.json.decode(stored)
    return in_all.get(style, "")


@reads
def has_unrendered(ctx: Context) -> bool:
    """Tell whether a work was not put into words yet, or by another renderer."""
    return ctx.db.execute(_unrendered().limit(1)).first() is not None


@writes
def render_references(ctx: Context) -> int:
    """Put works into words where that is not done, and return how many there were: it is slow at its first use."""
    waiting = ctx.db.execute(_unrendered()).all()
    for number, (version_id, body) in enumerate(waiting, start=1):
        ctx.db.execute(delete(rendered_reference).where(rendered_reference.c.version_id == version_id))
        reference = codec.decode_reference(body)
        full = {style: full_reference(reference, style) for style in STYLES}
        insert_rows(ctx.db, rendered_reference, [(version_id, RENDERER, msgspec.json.encode(full).decode())])
        ctx.step(number, len(waiting))
    if waiting:
        ctx.library.cache.clear()  # sources are kept there together with the words of their works
    return len(waiting)


def _unrendered() -> Select[int, str]:
    return (
        select(reference_version.c.id, reference_version.c.body)
        .outerjoin(rendered_reference, rendered_reference.c.version_id == reference_version.c.id)
        .where(or_(rendered_reference.c.version_id.is_(None), rendered_reference.c.renderer != RENDERER))
        .order_by(reference_version.c.id)
    )

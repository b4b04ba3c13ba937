"""The teacher's door: a passphrase for those who want one."""

from sqlalchemy import Connection

from app.domain.errors import FootnoteError
from app.services.context import Context
from app.services.marks import background, reads, writes
from app.services.views import Door
from app.storage.settings import read_setting, write_setting

SHORTEST = 10
_HASH, _OFFERED = "passphrase", "passphrase_offered"


@reads
def door(ctx: Context) -> Door:
    """Tell whether the door has a passphrase, and whether one was offered already."""
    return Door(_stored(ctx.db) is not None, bool(read_setting(ctx.db, _OFFERED)))


@background
def check_passphrase(ctx: Context, passphrase: str) -> None:
    """Let a person in; raise FootnoteError where the passphrase is another. A door without one is open."""
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    stored = _stored(ctx.db)
    if stored is None:
        return
    try:
        PasswordHasher().verify(stored, passphrase)
    except VerificationError as error:
        raise FootnoteError("passphrase_wrong") from error


@writes
def set_passphrase(ctx: Context, passphrase: str) -> Door:
    """Lock the door, or change its passphrase. Once it is locked only a teacher may."""
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    if len(passphrase.strip()) < SHORTEST:
        raise FootnoteError("passphrase_too_short", limit=SHORTEST)
    _require_way_in(ctx)
    write_setting(ctx.db, _HASH, PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY).hash(passphrase))
    write_setting(ctx.db, _OFFERED, True)
    return Door(True, True)


@writes
def remove_passphrase(ctx: Context) -> Door:
    """Leave the door open for anyone here."""
    _require_way_in(ctx)
    write_setting(ctx.db, _HASH, None)
    write_setting(ctx.db, _OFFERED, True)
    return Door(False, True)


@writes
def decline_passphrase(ctx: Context) -> Door:
    """Remember that a passphrase was offered, so that it is not offered again."""
    write_setting(ctx.db, _OFFERED, True)
    return Door(_stored(ctx.db) is not None, True)


def _stored(db: Connection) -> str | None:
    stored: str | None = read_setting(db, _HASH)
    return stored


def _require_way_in(ctx: Context) -> None:
    if _stored(ctx.db) is not None:
        ctx.require_teacher()

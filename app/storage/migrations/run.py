"""Run Alembic's revisions on an open connection."""

from collections.abc import Sequence
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from app.storage.tables import metadata

_HERE = Path(__file__).parent
VERSIONS: tuple[Path, ...] = (_HERE / "versions",)
"""Where the revisions lie. Tests add one of their own."""


def upgrade(db: Connection, revision: str = "head", versions: Sequence[Path] | None = None) -> None:
    """Bring a library to a revision, inside the transaction that the connection is in."""
    config, script = _scripts(versions)

    def steps(current: tuple[str, ...], _context: object) -> list[RevisionStep]:
        return script._upgrade_revs(revision, current)  # type: ignore[arg-type]  # what Alembic's own command calls

    with EnvironmentContext(config, script, fn=steps, destination_rev=revision) as environment:
        environment.configure(connection=db, target_metadata=metadata, transactional_ddl=False)
        environment.run_migrations()


def known_revisions(versions: Sequence[Path] | None = None) -> tuple[str, ...]:
    """Return every revision that this version of the program knows, the newest first."""
    _config, script = _scripts(versions)
    return tuple(one.revision for one in script.walk_revisions())


def _scripts(versions: Sequence[Path] | None) -> tuple[Config, ScriptDirectory]:
    config = Config()
    config.set_main_option("script_location", _escaped(_HERE))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(_escaped, versions or VERSIONS)))
    return config, ScriptDirectory.from_config(config)


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")

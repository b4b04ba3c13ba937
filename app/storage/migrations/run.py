"""Run Alembic's revisions on an open connection."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from app.storage.tables import metadata


def upgrade(db: Connection, revision: str = "head") -> None:
    """Bring a library to a revision, inside the transaction that the connection is in."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)

    def steps(current: tuple[str, ...], _context: object) -> list[RevisionStep]:
        return script._upgrade_revs(revision, current)  # type: ignore[arg-type]  # what Alembic's own command calls

    with EnvironmentContext(config, script, fn=steps, destination_rev=revision) as environment:
        environment.configure(connection=db, target_metadata=metadata, transactional_ddl=False)
        environment.run_migrations()

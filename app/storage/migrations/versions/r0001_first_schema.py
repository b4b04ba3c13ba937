"""The first schema.

It stands in SQL as the models made it on each engine, so that later models cannot change what 0001 was.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    db = op.get_bind()
    file = Path(__file__).with_name(f"r0001_first_schema.{db.dialect.name}.sql")
    for statement in file.read_text(encoding="utf-8").split(";\n\n"):
        if statement.strip():
            db.exec_driver_sql(statement)

"""Databases on the PostgreSQL server of the tests that several tests share: making one takes half a second."""

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Identifier
from sqlalchemy import URL


def make_database(server: str, name: str) -> str:
    """Make an empty database and return its SQLAlchemy URL."""
    with psycopg.connect(server, autocommit=True) as db:
        db.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    known = conninfo_to_dict(server)
    url = URL.create("postgresql+psycopg", username=str(known.get("user")), database=name)
    return url.update_query_dict({"host": str(known["host"])}).render_as_string(hide_password=False)

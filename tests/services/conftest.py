"""A library with a small bank of its own, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.services.context import TEACHER, Actor, perform
from app.services.learners import add_learner
from app.services.shipping import bring_up_to_date
from app.services.views import Learner
from app.storage.engine import Library, open_library
from app.storage.tables import metadata
from tests.services.builders import small_bank
from tests.storage.server import make_database


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one library file for all tests to copy: what makes it is tested in tests/storage."""
    path = tmp_path_factory.mktemp("blank") / "library.sqlite"
    open_library(path).close()
    return path


@pytest.fixture(scope="session")
def server_library(postgres_server: str) -> Iterator[Library]:
    """Make one library on a PostgreSQL server for all tests to empty: making a database takes half a second."""
    library = open_library(make_database(postgres_server, "services"), allow_server=True)
    yield library
    library.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """Open a library without questions."""
    if request.param == "sqlite":
        path = tmp_path / "library.sqlite"
        shutil.copyfile(request.getfixturevalue("blank_file"), path)
        library = open_library(path)
        yield library
        library.close()
    else:
        library = request.getfixturevalue("server_library")
        _empty(library)
        yield library


def _empty(library: Library) -> None:
    library.cache.clear()
    names = ", ".join(table.name for table in metadata.sorted_tables)
    with library.writing() as db:
        db.exec_driver_sql(f"TRUNCATE {names}, question_text")


@pytest.fixture
def library(empty_library: Library) -> Library:
    """Open a library that holds the small bank."""
    perform(empty_library, TEACHER, bring_up_to_date, small_bank(), {"sets/river.yaml": "1"})
    return empty_library


@pytest.fixture
def ada(library: Library) -> Learner:
    """Add a student."""
    return perform(library, None, add_learner, "Ada")


@pytest.fixture
def call(library: Library, ada: Learner) -> Callable[..., Any]:
    """Run a service as that student."""
    actor = Actor(name=ada.name, person=ada.id)
    return lambda service, *args: perform(library, actor, service, *args)


@pytest.fixture
def teach(library: Library) -> Callable[..., Any]:
    """Run a service as a teacher."""
    return lambda service, *args, **flags: perform(library, TEACHER, service, *args, **flags)

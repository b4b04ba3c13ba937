"""A library with a small bank of its own, on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.services.context import TEACHER, Actor, perform
from app.services.learners import add_learner
from app.services.shipping import bring_up_to_date
from app.services.views import Learner
from app.storage.engine import Library, open_library
from tests.services.builders import small_bank


@pytest.fixture
def empty_library(library_url: str) -> Iterator[Library]:
    """Open a new library without questions."""
    library = open_library(library_url, allow_server=True)
    yield library
    library.close()


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

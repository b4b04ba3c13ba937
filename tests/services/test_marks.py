"""Every service says whether it reads or writes, and keeps to it."""

import importlib
import inspect
import pkgutil
from typing import get_type_hints

import pytest
from sqlalchemy.exc import DBAPIError

import app.services
from app.services.context import Context, perform
from app.services.learners import add_learner
from app.services.marks import reads

INNER = ("app.services.storing.", "app.services.taking.")


def services():
    for module in pkgutil.walk_packages(app.services.__path__, "app.services."):
        if module.name.startswith(INNER) or module.ispkg:
            continue
        for name, function in vars(importlib.import_module(module.name)).items():
            if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.name:
                continue
            parameters = list(inspect.signature(function).parameters)
            if parameters and parameters[0] == "ctx" and get_type_hints(function).get("ctx") is Context:
                yield function


# What services of other modules share; they run inside a service's transaction.
HELPERS = {
    "own_only",
    "count_beside",
    "keep_shipped",
    "read_checked",
    "read_copy",
    "read_known",
    "make_set_rows",
    "read_sets",
    "read_exported",
    "read_questions",
}


def test_every_service_is_marked() -> None:
    unmarked = [
        f"{service.__module__}.{service.__name__}"
        for service in services()
        if service.__name__ not in HELPERS and not hasattr(service, "footnote_worker")
    ]
    assert unmarked == []
    assert len([service for service in services() if hasattr(service, "footnote_worker")]) > 25


def test_a_service_that_reads_cannot_write(library) -> None:
    secretly = reads(lambda ctx: add_learner(ctx, "Somebody"))
    with pytest.raises(DBAPIError):
        perform(library, None, secretly)

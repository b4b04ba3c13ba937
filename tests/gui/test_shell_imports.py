"""What a start must not load before the first paint: each of these costs time while the window is not there."""

import json
import os
import subprocess
import sys

import pytest

from app.services import attempts, learners
from app.services.opening import open_for_window
from app.services.views import QuizPlan

TO_THE_FIRST_PAINT = """
import builtins, json, sys
from app import main
from app.storage import glance

read = glance.read_glance

def hook(path):
    # Hook in where the window is about to be made: nothing of Qt is loaded earlier than it would be.
    from app.gui.application import Application
    Application._on_first_paint = stop
    return read(path)

def stop(self):
    from PySide6 import QtGui, QtWidgets
    print(json.dumps({
        "place": type(self.window.place).__name__,
        "modules": sorted(sys.modules),
        "classes": sorted({**vars(QtGui), **vars(QtWidgets)}),
        "import": builtins.__import__ is getattr(builtins, "__orig_import__", builtins.__import__),
        "sources": [name for name in sys.modules["linecache"].cache],
    }))
    self._app.quit()

glance.read_glance = hook
sys.exit(main.run_window(["--smoke"]))
"""
NEVER = (
    "sqlalchemy",
    "alembic",
    "msgspec",
    "yaml",
    "lxml",
    "citeproc",
    "rapidfuzz",
    "app.services",
    "app.domain.kinds",
)
NEVER_AT_FIRST = (*NEVER, "sqlite3", "uuid", "hashlib", "datetime", "decimal", "fractions", "app.domain.ids")
NOT_NEEDED = {"QTreeView", "QStyle", "QAccessible", "QIcon", "QTextCharFormat", "QGradient", "QMenu"}


def _loaded(modules, names):
    return [name for name in names if any(one == name or one.startswith(f"{name}.") for one in modules)]


def _first_paint():
    # A measurement of coverage loads modules of its own, sqlite3 among them.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", TO_THE_FIRST_PAINT],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def library(home):
    home.mkdir()
    opened = open_for_window(home / "library.sqlite")
    yield opened
    opened.close()


def test_a_first_start_loads_the_shell_alone() -> None:
    found = _first_paint()
    assert found["place"] == "StartPlace"
    assert _loaded(found["modules"], NEVER_AT_FIRST) == []


def test_today_with_a_quiz_that_waits_is_painted_without_the_database_layer(library) -> None:
    learner = library(None, learners.add_learner, ("Ada",))
    library(None, attempts.start_attempt, (learner.id, QuizPlan(None, size=3)))
    found = _first_paint()
    assert found["place"] == "TodayPlace"
    assert _loaded(found["modules"], NEVER) == []


def test_classes_of_qt_with_many_names_are_not_made_before_the_first_paint() -> None:
    """To take one widget that Qt made for a wrapper makes all classes of widgets, QTreeView among them."""
    assert NOT_NEEDED & set(_first_paint()["classes"]) == set()


def test_the_sources_of_modules_are_not_read_when_they_are_loaded() -> None:
    found = _first_paint()
    assert found["import"]
    assert [name for name in found["sources"] if "/app/" in name] == []

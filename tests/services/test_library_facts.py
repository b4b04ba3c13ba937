import sqlite3
from pathlib import Path

import pytest

from app.services.context import perform
from app.services.library_facts import describe_library
from app.storage.engine import open_library


@pytest.fixture
def library(tmp_path: Path):
    opened = open_library(tmp_path / "some folder" / "library.sqlite")
    yield opened
    opened.close()


def test_a_library_is_described_by_its_file(library, tmp_path: Path) -> None:
    facts = perform(library, None, describe_library)
    file = tmp_path / "some folder" / "library.sqlite"
    assert (facts.path, facts.size) == (str(file), file.stat().st_size)
    assert facts.size > 0
    assert facts.sqlite == sqlite3.sqlite_version


@pytest.mark.parametrize(
    ("version", "sound"), [((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 60, 0), True)]
)
def test_an_sqlite_with_the_rare_fault_is_known(library, monkeypatch, version, sound) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert perform(library, None, describe_library).sqlite_is_sound is sound

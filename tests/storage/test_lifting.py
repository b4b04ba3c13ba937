"""A library of an older revision is lifted whole or stays as it was. The newer revision here is made up."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import LibraryUnavailable
from app.domain.ids import SetId
from app.services import attempts
from app.services.context import perform
from app.services.learners import add_learner
from app.services.shipping import bring_up_to_date
from app.services.views import QuizPlan
from app.storage import engine, schema, sqlite
from app.storage.engine import open_library
from app.storage.migrations import lifting, run
from app.words import errors
from tests.services.builders import right, small_bank

OLD, NEW = schema.HEAD, "9001"
RENEWED = """
    with op.batch_alter_table("learner", recreate="always") as learner:
        learner.add_column(sa.Column("pronoun", sa.String(20)))
"""
FAULTS = {
    "a table made anew, then nothing more": (RENEWED + "    raise RuntimeError('halfway')", "halfway"),
    "a statement that SQLite refuses": ("    op.execute('DROP TABLE nowhere')", "nowhere"),
    "rows that go": ("    op.execute('DELETE FROM set_topic')", "rows of set_topic"),
    "a reference to nothing": (
        "    op.execute('UPDATE question_set SET current_id = 999 WHERE id = 1')",
        "foreign key of question_set",
    ),
    "a score that changes": ("    op.execute('UPDATE attempt_result SET score = score / 2')", "scores"),
    "history without its guard": ("    op.execute('DROP TRIGGER grade_refuses_update')", "grade_refuses"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a library of today with a finished attempt, and close it."""
    file = tmp_path / "library.sqlite"
    library = open_library(file)
    perform(library, None, bring_up_to_date, small_bank(), {})
    ada = perform(library, None, add_learner, "Ada")
    step = perform(library, None, attempts.start_attempt, ada.id, QuizPlan(SetId("river"), size=2))
    perform(library, None, attempts.submit_response, step.attempt.id, 1, right(step), 0)
    perform(library, None, attempts.finish_attempt, step.attempt.id)
    library.close()
    return file


@pytest.fixture
def tomorrow(tmp_path, monkeypatch):
    """Return what lets the program know a newer revision, which does what is given."""

    def know(body: str) -> None:
        folder = tmp_path / "versions"
        folder.mkdir()
        head = f"import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '{NEW}'\ndown_revision = '{OLD}'\n"
        (folder / "r9001_made_up.py").write_text(f"{head}\n\ndef upgrade():\n{body}\n")
        monkeypatch.setattr(run, "VERSIONS", (*run.VERSIONS, folder))
        monkeypatch.setattr(engine, "HEAD", NEW)

    return know


def dump(path: Path) -> list[str]:
    """Return all that a library file holds, as statements."""
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def refusal(path: Path, **how: bool) -> LibraryUnavailable:
    with pytest.raises(LibraryUnavailable) as refused:
        open_library(path, **how)
    return refused.value


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one.name.startswith(path.name))


def test_an_older_library_is_lifted_with_all_that_it_holds(path, tomorrow) -> None:
    tomorrow(RENEWED)
    before = dump(path)
    library = open_library(path)
    with library.reading() as db:
        assert db.exec_driver_sql("SELECT name, pronoun FROM learner").all() == [("Ada", None)]
        assert db.exec_driver_sql("SELECT count(*) FROM attempt").scalar() == 1
        assert db.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    library.close()
    assert beside(path) == [path.name]
    assert sqlite.read_revision(path) == NEW
    (kept,) = (path.parent / "backups").iterdir()
    assert (sqlite.read_revision(kept), dump(kept)) == (OLD, before)


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_fails_the_old_library_stays(path, tomorrow, monkeypatch, fault) -> None:
    body, told = FAULTS[fault]
    tomorrow(body)
    before = dump(path)
    error = refusal(path)
    assert error.code == "upgrade_failed"
    assert told in str(error.values["detail"])
    assert "left as they were" in errors.sentence(error)
    assert beside(path) == [path.name]
    assert dump(path) == before
    monkeypatch.undo()
    open_library(path).close()  # the earlier version of the program still opens it


@pytest.mark.parametrize("step", ["_copy", "_upgrade", "_check"])
def test_after_a_crash_the_next_start_lifts_it_all_the_same(path, tomorrow, monkeypatch, step) -> None:
    tomorrow(RENEWED)
    before = dump(path)
    whole = getattr(lifting, step)

    def die(*args: object) -> None:
        whole(*args)
        raise SystemExit

    monkeypatch.setattr(lifting, step, die)
    monkeypatch.setattr(lifting, "_remove", lambda _fresh: None)  # a killed program clears nothing away
    with pytest.raises(SystemExit):
        open_library(path)
    assert beside(path) == [path.name, f"{path.name}.upgrading"]
    assert dump(path) == before
    monkeypatch.undo()
    assert sqlite.read_revision(path) == OLD


def test_what_a_crash_left_is_cleared_away(path, tomorrow) -> None:
    tomorrow(RENEWED)
    for ending in (".upgrading", ".upgrading-wal"):
        path.with_name(path.name + ending).write_bytes(b"half a library")
    open_library(path).close()
    assert beside(path) == [path.name]
    assert sqlite.read_revision(path) == NEW


def test_what_stands_only_in_the_log_after_a_crash_is_lifted_too(path, tmp_path, tomorrow) -> None:
    library = open_library(path)
    perform(library, None, add_learner, "Bert")
    crashed = tmp_path / "crashed" / path.name
    crashed.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{path}{ending}", f"{crashed}{ending}")
    library.close()
    assert b"Bert" not in crashed.read_bytes()
    tomorrow(RENEWED)
    lifted = open_library(crashed)
    with lifted.reading() as db:
        assert db.exec_driver_sql("SELECT name FROM learner ORDER BY name").scalars().all() == ["Ada", "Bert"]
    lifted.close()
    assert beside(crashed) == [crashed.name]


def test_nothing_is_lifted_under_somebody_who_reads(path, tomorrow) -> None:
    reader = open_library(path, readonly=True)
    with reader.reading() as db:
        db.exec_driver_sql("SELECT count(*) FROM learner").scalar()
        tomorrow(RENEWED)
        assert refusal(path).code == "locked"
    reader.close()
    assert refusal(path, readonly=True).code == "older_library"
    assert sqlite.read_revision(path) == OLD
    open_library(path).close()
    assert sqlite.read_revision(path) == NEW


def test_a_library_of_a_revision_that_nobody_knows_is_not_touched(path, tomorrow) -> None:
    open_library(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE alembic_version SET version_num = '9002'")
        db.commit()
    tomorrow(RENEWED)
    before = path.read_bytes()
    for readonly in (False, True):
        assert refusal(path, readonly=readonly).code == "newer_library"
    assert path.read_bytes() == before
    assert not (path.parent / "backups").exists()

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.errors import LibraryUnavailable, NotSaved
from app.services.backups import KEPT, back_up, back_up_today, list_backups
from app.services.context import Context
from app.services.learners import add_learner, list_learners
from app.services.opening import open_for_reading, open_for_window
from app.storage.engine import open_library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """Make an empty folder of shipped sets."""
    folder = tmp_path / "questions"
    folder.mkdir()
    return folder


def test_a_window_keeps_other_writers_out_and_lets_readers_in(path, questions) -> None:
    window = open_for_window(path, questions)
    window(None, add_learner, ("Ada",))
    with pytest.raises(LibraryUnavailable, match="in_use"):
        open_for_window(path, questions)
    reader = open_for_reading(path)
    assert [one.name for one in reader(None, list_learners)] == ["Ada"]
    reader.close()
    window.close()
    open_for_window(path, questions).close()


def test_a_library_that_cannot_be_opened_is_not_kept_locked(path, questions) -> None:
    path.parent.mkdir()
    path.write_text("something else")
    for _ in range(2):
        with pytest.raises(LibraryUnavailable, match="not_a_library"):
            open_for_window(path, questions)


def test_a_backup_is_made_at_closing_when_something_changed(path, questions) -> None:
    window = open_for_window(path, questions)
    window(None, list_learners)
    window.close()
    assert list_backups(path.parent / "backups") == []
    window = open_for_window(path, questions)
    window(None, add_learner, ("Ada",))
    window.close()
    (backup,) = list_backups(path.parent / "backups")
    reader = open_for_reading(backup)
    assert [one.name for one in reader(None, list_learners)] == ["Ada"]
    reader.close()


def test_a_backup_is_made_once_a_day(path, questions, monkeypatch) -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    monkeypatch.setattr(Context, "now", lambda _ctx: now)
    window = open_for_window(path, questions)
    assert window(None, back_up_today) is None  # there is nothing of anyone's own yet
    window(None, add_learner, ("Ada",))
    with window.library.writing():  # beside one who writes
        first = window(None, back_up_today)
    assert window(None, back_up_today) is None
    window(None, add_learner, ("Bert",))
    now += timedelta(days=1)
    second = window(None, back_up_today)
    assert list_backups(path.parent / "backups") == [second, first]
    for copy, names in ((first, ["Ada"]), (second, ["Ada", "Bert"])):
        reader = open_for_reading(copy)
        assert [one.name for one in reader(None, list_learners)] == names
        reader.close()
    window.library.close()


def test_a_file_of_another_name_is_no_backup_of_today(path, questions) -> None:
    window = open_for_window(path, questions)
    window(None, add_learner, ("Ada",))
    (path.parent / "backups").mkdir()
    (path.parent / "backups" / "library-of-congress.sqlite").touch()
    assert window(None, back_up_today) is not None
    window.library.close()


def test_the_newest_backups_are_kept(path, tmp_path) -> None:
    open_library(path).close()
    folder = tmp_path / "backups"
    start = datetime(2026, 1, 1, tzinfo=UTC)
    made = [back_up(path, folder, start + timedelta(days=day)) for day in range(KEPT + 3)]
    assert list_backups(folder) == made[: -KEPT - 1 : -1]


def test_a_backup_that_cannot_be_made_spoils_nothing(path, questions, caplog) -> None:
    (path.parent).mkdir()
    (path.parent / "backups").write_text("in the way")
    with pytest.raises(NotSaved, match="backup_failed"):
        back_up(path, path.parent / "backups")
    window = open_for_window(path, questions)
    window(None, add_learner, ("Ada",))
    with caplog.at_level(logging.WARNING):
        window.close()
    assert "no backup was made" in caplog.text
    open_for_window(path, questions).close()

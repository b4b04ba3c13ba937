import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.config import Paths, Settings
from app.domain.errors import FootnoteError, LibraryUnavailable
from app.gui.backend import InlineBackend
from app.gui.main_window import MainWindow
from app.gui.shared.desk import Desk
from app.gui.shared.trouble_page import TroublePage
from app.gui.widgets.text import TextBlock
from app.services import rescuing
from app.storage.engine import open_library
from app.storage.lock import acquire_library_lock
from app.words import errors
from tests.gui.desk_tools import dress
from tests.gui.layout_checks import look_at
from tests.gui.settle import settle

LOOKS = [("light", 1.0), ("dark", 2.0), ("contrast", 3.0)]


@pytest.fixture(autouse=True)
def look(qapp):
    dress()
    yield dress
    dress()


@pytest.fixture
def paths(tmp_path):
    return Paths(tmp_path, tmp_path / "library.sqlite")


def _damage(paths):
    paths.library.write_bytes(b"no library at all")
    paths.library.with_name("library.sqlite-wal").write_bytes(b"its log")


def _back_up(paths, name="library-1.sqlite", *, age=0):
    paths.backups.mkdir(exist_ok=True)
    path = paths.backups / name
    open_library(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {age + 1}")  # no two are alike
    moment = path.stat().st_mtime - age
    os.utime(path, (moment, moment))
    return path


def _page(code, paths, qtbot):
    page = TroublePage(LibraryUnavailable(code, path=str(paths.library)), paths)
    qtbot.addWidget(page)
    page.resize(1280, 744)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: all(button.isEnabled() for button in page.buttons.values()))
    return page


def _words(page, qtbot):
    qtbot.wait(1)
    return [block.text() for block in page.findChildren(TextBlock) if block.isVisibleTo(page)]


@pytest.mark.parametrize(
    "code", ["in_use", "newer_library", "read_only_folder", "disk_full", "locked", "unexpected"]
)
def test_what_is_not_the_files_fault_can_be_tried_again(paths, qtbot, code) -> None:
    page = _page(code, paths, qtbot)
    assert list(page.buttons) == ["again", "folder", "quit"]
    assert errors.sentence(LibraryUnavailable(code, path=str(paths.library))) in _words(page, qtbot)
    page.setFocus()
    with qtbot.waitSignal(page.retry_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with qtbot.waitSignal(page.quit_requested):
        page.buttons["quit"].click()


@pytest.mark.parametrize("code", ["damaged", "not_a_library"])
def test_without_a_backup_the_file_can_be_set_aside(paths, qtbot, code) -> None:
    _damage(paths)
    page = _page(code, paths, qtbot)
    assert list(page.buttons) == ["anew", "again", "folder", "quit"]
    assert "There is no backup beside it." in " ".join(_words(page, qtbot))
    with qtbot.waitSignal(page.retry_requested):
        page.buttons["anew"].click()
    assert not paths.library.exists()
    (kept,) = paths.home.glob("library.sqlite.set-aside-????-??-??")
    assert kept.read_bytes() == b"no library at all"
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"its log"
    assert f"The old file is kept as {kept.name}, in the same folder." in _words(page, qtbot)
    open_library(paths.library).close()  # what trying again does


def test_the_newest_backup_is_restored_and_the_damaged_file_kept(paths, qtbot) -> None:
    _damage(paths)
    _back_up(paths, "library-old.sqlite", age=5000)
    backup = _back_up(paths, "library-new.sqlite")
    page = _page("damaged", paths, qtbot)
    assert next(iter(page.buttons)) == "restore"
    assert "The newest backup is of" in " ".join(_words(page, qtbot))
    with qtbot.waitSignal(page.retry_requested):
        page.buttons["restore"].click()
    assert paths.library.read_bytes() == backup.read_bytes()
    open_library(paths.library).close()
    assert [kept.read_bytes() for kept in paths.home.glob("library.sqlite.set-aside-????-??-??")] == [
        b"no library at all"
    ]
    assert not paths.library.with_name("library.sqlite.restored").exists()


def test_a_library_that_is_in_use_is_not_touched(paths, qtbot) -> None:
    _damage(paths)
    page = _page("damaged", paths, qtbot)
    lock = acquire_library_lock(paths.library)
    page.buttons["anew"].click()
    qtbot.waitUntil(lambda: page.buttons["anew"].isEnabled())
    lock.release()
    assert paths.library.read_bytes() == b"no library at all"
    assert any("Footnote is already open with this data" in words for words in _words(page, qtbot))


def test_the_folder_is_opened_or_named(paths, qtbot, monkeypatch) -> None:
    asked = []

    def refuse(url):
        asked.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    page = _page("locked", paths, qtbot)
    page.buttons["folder"].click()
    assert asked == [str(paths.home)]
    assert f"The folder is {paths.home}" in _words(page, qtbot)


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
@pytest.mark.parametrize("size", [(1280, 800), (900, 440)])
def test_nothing_overlaps_or_is_cut(paths, qtbot, scheme, scale, size) -> None:
    _damage(paths)
    _back_up(paths)
    dress(scheme, scale)
    window = MainWindow(Desk(InlineBackend(cast(Any, None)), Settings()))
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    page = TroublePage(FootnoteError("damaged", path="/a/long/folder" * 9 + "/library.sqlite"), paths)
    window.show_widget(page)
    qtbot.waitUntil(lambda: "restore" in page.buttons)
    settle(qtbot, page)
    assert look_at(page) == []


# --- What is done with files ------------------------------------------------------------------------------


def test_a_backup_that_is_damaged_itself_is_passed_over(paths) -> None:
    whole = _back_up(paths, "library-whole.sqlite", age=5000)
    (paths.backups / "library-broken.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    (paths.backups / "library-empty.sqlite").mkdir()
    found = rescuing.find_newest_backup(paths.backups)
    assert found is not None
    assert found.path == whole


def test_no_folder_means_no_backup(paths) -> None:
    assert rescuing.find_newest_backup(paths.backups) is None


def test_files_set_aside_on_one_day_do_not_take_each_others_place(paths) -> None:
    kept = []
    for words in ("one", "two", "three"):
        paths.library.write_text(words)
        kept.append(rescuing.set_aside(paths.library))
    assert [path.read_text() for path in kept] == ["one", "two", "three"]


def test_a_backup_that_cannot_be_copied_leaves_everything_as_it_was(paths) -> None:
    _damage(paths)
    with pytest.raises(LibraryUnavailable) as raised:
        rescuing.restore_backup(paths.library, paths.backups / "gone.sqlite")
    assert raised.value.code == "write_failed"
    assert paths.library.read_bytes() == b"no library at all"
    assert sorted(path.name for path in Path(paths.home).glob("library.sqlite*")) == [
        "library.sqlite",
        "library.sqlite-wal",
        "library.sqlite.lock",
    ]


def test_what_is_restored_is_a_library_that_opens(paths) -> None:
    backup = _back_up(paths)
    rescuing.restore_backup(paths.library, backup)
    db = sqlite3.connect(paths.library)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()

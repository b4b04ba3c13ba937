"""A second start: the window that has the same data open comes forward, and nothing else is asked."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QDir, Qt

from app import config
from app.domain.errors import LibraryUnavailable
from app.domain.glance import Glance
from app.gui import application, instance
from app.gui.application import Application
from app.gui.backend import Performer
from app.gui.instance import Doorbell, raise_running_window
from app.gui.shared.trouble_page import TroublePage
from app.services.opening import open_for_window


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], list[bool]]]:
    """Start a second time, as another program would: its answer comes while this one goes on."""
    threads: list[threading.Thread] = []
    monkeypatch.setattr(instance, "_WAIT_MS", 100)  # in one program the two wait for each other

    def start(library: Path) -> list[bool]:
        answers: list[bool] = []
        thread = threading.Thread(target=lambda: answers.append(raise_running_window(library)))
        thread.start()
        threads.append(thread)
        return answers

    yield start
    for thread in threads:
        thread.join(timeout=10)


def test_where_no_window_is_open_there_is_nobody_to_ask(tmp_path: Path) -> None:
    assert not raise_running_window(tmp_path / "library.sqlite")


def test_a_second_start_rings_and_is_answered(qtbot, tmp_path: Path, ring) -> None:
    library = tmp_path / "library.sqlite"
    doorbell = Doorbell(library)
    with qtbot.waitSignal(doorbell.rung):
        answers = ring(library)
    qtbot.waitUntil(lambda: answers == [True])
    with qtbot.waitSignal(doorbell.rung):
        again = ring(library)
    qtbot.waitUntil(lambda: again == [True])


def test_other_data_have_another_bell(qtbot, tmp_path: Path, ring) -> None:
    doorbell = Doorbell(tmp_path / "library.sqlite")
    rung: list[bool] = []
    doorbell.rung.connect(lambda: rung.append(True))
    answers = ring(tmp_path / "other.sqlite")
    qtbot.waitUntil(lambda: answers == [False])
    assert rung == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no socket file to be left behind")
def test_what_a_killed_program_left_behind_is_in_nobodys_way(qtbot, tmp_path: Path, ring) -> None:
    library = tmp_path / "library.sqlite"
    before = Doorbell(library)
    name = before._server.fullServerName()
    before._server.close()
    Path(name).touch()
    assert Path(name).parent == Path(QDir.tempPath())
    assert not raise_running_window(library)
    doorbell = Doorbell(library)
    with qtbot.waitSignal(doorbell.rung):
        answers = ring(library)
    qtbot.waitUntil(lambda: answers == [True])


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> config.Paths:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program puts its own there
    monkeypatch.setattr(application, "BACKUP_AFTER_MS", 1_000_000)
    (tmp_path / "questions").mkdir()
    return config.Paths(tmp_path, tmp_path / "library.sqlite")


@pytest.mark.qt_log_ignore("does not support raise")  # without a screen there is no order of windows
def test_the_window_comes_forward_when_it_is_rung(qtbot, paths: config.Paths, ring) -> None:
    library = open_for_window(paths.library, paths.home / "questions")
    program = Application(paths, glance=Glance(), opener=lambda: library, closer=library.close)
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.backend.ready):
        program.start()
    program.window.showMinimized()
    assert program.window.windowState() & Qt.WindowState.WindowMinimized
    answers = ring(paths.library)
    qtbot.waitUntil(lambda: not program.window.windowState() & Qt.WindowState.WindowMinimized)
    assert program.window.isVisible()
    qtbot.waitUntil(lambda: answers == [True])
    assert program.end() == 0


@pytest.mark.parametrize("open_elsewhere", [True, False])
def test_a_second_start_ends_where_a_window_answers_and_else_says_why(
    qtbot, paths: config.Paths, monkeypatch: pytest.MonkeyPatch, open_elsewhere: bool
) -> None:
    def refuse() -> Performer:
        raise LibraryUnavailable("in_use", path=str(paths.library))

    asked: list[Path] = []

    def raise_other(library: Path) -> bool:
        asked.append(library)
        return open_elsewhere

    monkeypatch.setattr("app.gui.instance.raise_running_window", raise_other)
    program = Application(paths, glance=Glance(), opener=refuse, closer=lambda: None)
    qtbot.addWidget(program.window)
    ended: list[bool] = []
    monkeypatch.setattr(program, "_app", SimpleNamespace(quit=lambda: ended.append(True)))
    with qtbot.waitSignal(program.backend.unavailable):
        program.start()
    assert (asked, bool(ended)) == ([paths.library], open_elsewhere)
    assert bool(program.window.findChildren(TroublePage)) is not open_elsewhere
    monkeypatch.undo()
    program.end()

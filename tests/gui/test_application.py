"""The assembled program: what it does once its first page is there."""

import sys

from app import config
from app.domain.glance import Glance
from app.gui import application
from app.gui.application import Application
from app.services.backups import list_backups
from app.services.learners import add_learner
from app.services.opening import open_for_window


def test_the_backup_of_the_day_is_made_in_the_background(qtbot, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program puts its own there
    monkeypatch.setattr(application, "BACKUP_AFTER_MS", 0)
    questions = tmp_path / "questions"
    questions.mkdir()
    paths = config.Paths(tmp_path, tmp_path / "library.sqlite")
    library = open_for_window(paths.library, questions)
    library(None, add_learner, ("Ada",))
    program = Application(paths, glance=Glance(), opener=lambda: library, closer=library.close)
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.backend.ready):
        program.start()
    qtbot.waitUntil(lambda: len(list_backups(paths.backups)) == 1)
    assert program.end() == 0
    assert len(list_backups(paths.backups)) == 2

"""The window stands whole on its screen, frame and all: the first time and where it was left."""

import sys
from typing import Any

import pytest
from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QGuiApplication

from app import config
from app.domain.glance import Glance
from app.gui.application import Application
from app.gui.shared.window_place import USUAL_FRAME, fitted

SCREEN = QRect(0, 0, 1280, 800)
FRAME = QMargins(1, 20, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "box"),
    [
        (QRect(0, 0, 1280, 800), QRect(1, 20, 1278, 779)),
        (QRect(100, 60, 900, 600), QRect(100, 60, 900, 600)),
        (QRect(600, 400, 900, 600), QRect(379, 199, 900, 600)),
        (QRect(-50, -30, 900, 600), QRect(1, 20, 900, 600)),
    ],
)
def test_a_window_and_its_frame_are_brought_onto_the_screen(wanted, box):
    assert fitted(wanted, SCREEN, FRAME) == box


def test_a_screen_that_does_not_begin_at_nothing_is_kept_to():
    second = QRect(1280, 30, 1000, 700)
    assert second.contains(fitted(QRect(1200, 0, 1280, 800), second, FRAME).marginsAdded(FRAME))


def _not_opened() -> Any:
    raise AssertionError("the library is opened after the first paint")


@pytest.mark.parametrize("kept", [None, (0, 0, 3000, 2000), (40, 90, 2000, 500), (-9000, -9000, 640, 400)])
def test_the_program_opens_no_larger_than_the_screen(qtbot, tmp_path, monkeypatch, kept):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program puts its own there
    paths = config.Paths(tmp_path, tmp_path / "library.sqlite")
    if kept is not None:
        config.write_settings(config.Settings(window=kept), paths.settings)
    program = Application(paths, glance=Glance(), opener=_not_opened, closer=lambda: None)
    qtbot.addWidget(program.window)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.size().height() < 801, "else a window of the first size fits as it is"
    size = program.window.size()
    assert size.grownBy(USUAL_FRAME).boundedTo(screen.size()) == size.grownBy(USUAL_FRAME)
    assert size.height() >= QSize(640, 400).height()
    if kept is not None and kept[0] >= 0:
        assert screen.contains(program.window.geometry().marginsAdded(USUAL_FRAME))
    program.end()

"""PySide6 6.12.0 on Python 3.11 loses a reference to None at each Qt call that returns None.

The interpreter aborts when none is left, after some thousand calls. The calls here are too few for that: this
test fails and says why. See the upper bound of PySide6-Essentials in pyproject.toml.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

CALLS = 2000
NOISE = 100

QT_CALLS: dict[str, Callable[[QLabel], None]] = {
    "QLabel.setText": lambda label: label.setText("text"),
    "QWidget.update": lambda label: QWidget.update(label),
    "QWidget.resize": lambda label: label.resize(10, 10),
    "QObject.setObjectName": lambda label: QObject.setObjectName(label, "name"),
}


@pytest.mark.parametrize("call", QT_CALLS.values(), ids=QT_CALLS)
def test_qt_calls_leave_the_references_to_none_alone(call: Callable[[QLabel], None], qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    call(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call(label)
    assert abs(sys.getrefcount(None) - before) < NOISE

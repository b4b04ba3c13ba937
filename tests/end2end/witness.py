"""The program as people start it, with a witness inside that says what is on the screen and moves nothing.

usage: python -m tests.end2end.witness [arguments of the program]

A line on standard input asks; one line of JSON on standard output answers. Every mouse event is noted down.
"""

import json
import os
import sys
import traceback
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from app import main
from app.domain import codec
from app.gui.main_window import MainWindow
from app.gui.shared.quiz_page import QuizPage
from app.gui.shared.reader_page import ReaderPage
from app.gui.widgets.row_list import RowList

_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.DragEnter,
}


class Witness(QObject):
    """Answers questions about the window, and remembers what came from a mouse."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._mouse: list[str] = []
        app.installEventFilter(self)
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._on_asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOUSE:
            self._mouse.append(f"{event.type().name} on {type(watched).__name__}")
        return False

    def _on_asked(self) -> None:
        if not os.read(sys.stdin.fileno(), 4096):
            self._asked.setEnabled(False)  # nobody asks any more
            return
        try:
            answer = json.dumps(self._look())
        except Exception:
            traceback.print_exc()  # the program itself would show it in its window
            raise
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()

    def _look(self) -> dict[str, Any]:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        seen: dict[str, Any] = {"mouse": self._mouse, "place": "", "active": False, "ready": False}
        if not windows:
            return seen
        window = windows[0]
        front = QApplication.activeModalWidget() or window
        seen |= {
            "place": type(window.place).__name__,
            "active": window.isActiveWindow(),
            "ready": window.desk.backend.is_ready,
            "dialog": front.windowTitle() if front is not window else "",
            "message": window.messages.text(),
            "words": list(_words(front)),
            "focus": _focus(),
        }
        if isinstance(window.page, QuizPage) and window.page.step is not None:
            seen["quiz"] = _quiz(window.page)
        if isinstance(window.page, ReaderPage) and window.page.view is not None:
            view = window.page.view
            seen["reader"] = {"source": view.source, "evidence": view.evidence}
        return seen


def _quiz(page: QuizPage) -> dict[str, Any]:
    step = page.step
    assert step is not None
    assert page.response_input is not None
    return {
        "attempt": str(step.attempt.id),
        "finished": step.attempt.finished is not None,
        "position": step.position,
        "total": step.attempt.total,
        "question": step.question_id,
        "kind": step.shown.kind,
        "order": [list(step.order), list(step.premises), {k: list(v) for k, v in step.gap_orders.items()}],
        "given": codec.encode(page.response_input.response()),
        "checked": step.checked is not None,
        "verdict": page.explanation.verdict.text() if page.explanation.isVisible() else "",
        "panel": [(cell.state, cell.flagged) for cell in step.panel],
        "busy": page.flow.is_busy,
    }


def _focus() -> dict[str, Any]:
    widget = QApplication.focusWidget()
    if widget is None:
        return {"name": "", "more": "", "kind": "", "row": ""}
    spoken = QAccessible.queryAccessibleInterface(widget)
    row = widget.current_row() if isinstance(widget, RowList) else None
    return {
        "name": spoken.text(QAccessible.Text.Name),
        "more": spoken.text(QAccessible.Text.Description),
        "kind": type(widget).__name__,
        "row": getattr(row, "spoken", ""),
    }


def _words(window: QWidget) -> list[str]:
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, RowList):
            found += [getattr(row, "spoken", "") for row in widget.rows()]
        elif isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            found.append(widget.text().replace("&&", "&"))
        elif isinstance(widget, QComboBox):
            found.append(widget.currentText())
    return [words for words in found if words]


if __name__ == "__main__":
    witness = Witness(QApplication(sys.argv[:1]))
    sys.exit(main.run_window(sys.argv[1:]))

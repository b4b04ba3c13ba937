"""The gate with its real workers: what the other tests run inline happens here on threads."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.errors import Cancelled, FootnoteError
from app.gui.backend import Backend

Progress = Callable[[int, int], object]


def _perform(actor: object, service: Any, args: tuple[Any, ...], progress: Progress) -> Any:
    return service(progress, *args)


@pytest.fixture
def backend(qtbot: QtBot) -> Iterator[Backend]:
    gate = Backend(lambda: _perform)
    with qtbot.waitSignal(gate.ready):
        gate.start()
    yield gate
    gate.stop()


@pytest.mark.parametrize(
    ("error", "code"), [(FootnoteError("damaged", path="x"), "damaged"), (OSError("no disk"), "unexpected")]
)
def test_a_library_that_cannot_be_opened_is_said_on_the_gui_thread(
    qtbot: QtBot, error: Exception, code: str
) -> None:
    def refuse() -> Any:
        raise error

    gate = Backend(refuse)
    with qtbot.waitSignal(gate.unavailable) as told:
        gate.start()
    gate.stop()

    assert told.args is not None
    assert told.args[0].code == code


def test_a_result_comes_back_to_the_thread_that_asked(qtbot: QtBot, backend: Backend) -> None:
    threads: dict[str, threading.Thread] = {}

    def service(_step: Progress, number: int) -> int:
        threads["work"] = threading.current_thread()
        return number + 1

    def done(value: int) -> None:
        threads["done"] = threading.current_thread()
        results.append(value)

    results: list[int] = []
    backend.call(backend, done, service, 6)
    qtbot.waitUntil(lambda: results == [7])

    assert threads["done"] is threading.main_thread()
    assert threads["work"] is not threading.main_thread()


def test_an_expected_error_reaches_its_caller_and_else_everybody(qtbot: QtBot, backend: Backend) -> None:
    def service(_step: Progress) -> None:
        raise FootnoteError("locked")

    mine: list[FootnoteError] = []
    backend.call(backend, mine.append, service, failed=mine.append)
    qtbot.waitUntil(lambda: [error.code for error in mine] == ["locked"])
    with qtbot.waitSignal(backend.error_occurred) as told:
        backend.call(backend, mine.append, service)

    assert told.args is not None
    assert told.args[0].code == "locked"


def test_a_cancelled_call_stops_at_its_next_step_and_brings_nothing(qtbot: QtBot, backend: Backend) -> None:
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def service(step: Progress) -> str:
        begun.set()
        go_on.wait(20)
        try:
            step(1, 2)
        except Cancelled:
            ended.set()
            raise
        return "all of it"

    brought: list[Any] = []
    job = backend.call(backend, brought.append, service, failed=brought.append)
    assert begun.wait(20)
    job.cancel()
    go_on.set()
    assert ended.wait(20)
    after: list[int] = []
    backend.call(backend, after.append, lambda _step: 1)
    qtbot.waitUntil(lambda: after == [1])

    assert brought == []


def test_what_comes_for_an_owner_that_has_gone_is_dropped(qtbot: QtBot, backend: Backend) -> None:
    go_on = threading.Event()
    owner = QObject()
    brought: list[Any] = []
    backend.call(owner, brought.append, lambda _step: go_on.wait(20))
    shiboken6.delete(owner)
    go_on.set()
    after: list[int] = []
    backend.call(backend, after.append, lambda _step: 1)
    qtbot.waitUntil(lambda: after == [1])

    assert brought == []

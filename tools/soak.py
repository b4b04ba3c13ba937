"""Kill a process that answers questions, at random moments, and count what was said to be saved and is not there.

usage: .venv/bin/python tools/soak.py [--runs 200] [--seed N]

Each run forks a child that answers through the real services and says so on a pipe after each commit. The
parent kills it (SIGKILL) and looks into the library: every acknowledged answer must be there with its grade, and
SQLite's checks must find nothing. Two rounds: the process killed, and the same with everything lost that was not
synced (tools/unsynced.py). A third, short round turns synchronous OFF: it must lose answers, else the harness
proves nothing and fails.
"""

import argparse
import contextlib
import os
import random
import select
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, assert_never

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.domain import codec  # the imports cost more than a run: once, before forking
from app.domain.kinds import (
    Response,
    ShownBody,
    cloze,
    evidence,
    matching,
    multiple_response,
    numerical,
    ordering,
    short_answer,
    single_choice,
    source_support,
    status_sort,
    true_false,
    two_sources,
)
from app.services import attempts, learners
from app.services.opening import OpenLibrary, open_for_window
from app.services.views import Learner, QuizPlan, Step
from app.storage import sqlite
from tools import unsynced
from tools.weighing_responses import some_weighing

START_LIMIT_S = 60.0
LONGEST_LIFE_S = 0.6
EARLY_S = 0.06
"""A life shorter than this is counted from the opening of the library, a longer one from the first answer."""


class Finding(NamedTuple):
    """What one round showed."""

    runs: int
    acknowledged: int
    lost: int
    broken: int


def answer_until_killed(library: Path, durable: Path | None, acknowledge: int, *, sync: bool) -> None:
    """Answer question after question; write a line to `acknowledge` after each commit."""
    if durable is not None and not unsynced.watch(durable):
        os.write(acknowledge, b"UNWATCHED\n")
        return
    if not sync:
        _turn_sync_off()
    with_library = open_for_window(library)
    os.write(acknowledge, b"OPEN\n")
    (who,) = with_library(None, learners.list_learners)
    while True:
        _take_one_quiz(with_library, who, acknowledge)


def _take_one_quiz(library: OpenLibrary, who: Learner, acknowledge: int) -> None:
    step: Step = library(None, attempts.start_attempt, (who.id, QuizPlan(set=None, size=20)))
    for position in range(1, step.attempt.total + 1):
        step = library(None, attempts.open_step, (step.attempt.id, position))
        given = some_response(step.shown.body)
        library(None, attempts.submit_response, (step.attempt.id, position, given, 0))
        os.write(acknowledge, f"{step.attempt.id} {position} {_digest(codec.encode(given))}\n".encode())
    library(None, attempts.finish_attempt, (step.attempt.id,))


def some_response(body: ShownBody) -> Response:
    """Return a response that fits a question, right or wrong."""
    match body:
        case single_choice.Shown(choices=choices):
            return single_choice.Response(choices[0].id)
        case multiple_response.Shown(choices=choices):
            return multiple_response.Response((choices[0].id,))
        case true_false.Shown():
            return true_false.Response(True)
        case short_answer.Shown():
            return short_answer.Response("sample")
        case numerical.Shown():
            return numerical.Response("1943")
        case matching.Shown(premises=premises, targets=targets):
            return matching.Response({premise.id: targets[0].id for premise in premises})
        case ordering.Shown(items=items):
            return ordering.Response(tuple(item.id for item in items))
        case cloze.Shown(gaps=gaps):
            return cloze.Response({gap.id: _gap_response(gap.body) for gap in gaps})
        case evidence.Shown() | two_sources.Shown() | status_sort.Shown() | source_support.Shown():
            return some_weighing(body)
        case _:
            assert_never(body)


def _gap_response(body: cloze.GapShown) -> str:
    return body.choices[0].id if isinstance(body, single_choice.Shown) else "sample"


def _digest(stored: str) -> str:
    return sha256(stored.encode()).hexdigest()[:16]


def _turn_sync_off() -> None:
    connect = sqlite.connect

    def careless(path: Path, mode: sqlite.OpenMode, *, query_only: bool = False) -> sqlite3.Connection:
        connection = connect(path, mode, query_only=query_only)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    sqlite.connect = careless


def run_once(library: Path, durable: Path | None, life: float, *, sync: bool) -> list[tuple[str, int, str]]:
    """Let a child answer for `life` seconds, kill it, and return what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            answer_until_killed(library, durable, writer, sync=sync)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writer)
    received, counting = b"", False
    early = life < EARLY_S
    end = time.monotonic() + START_LIMIT_S
    while time.monotonic() < end:
        ready, _, _ = select.select([reader], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            break
        chunk = os.read(reader, 65536)
        if not chunk:
            break
        received += chunk
        if not counting and received.count(b"\n") > (0 if early else 1):
            counting, end = True, time.monotonic() + life
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while chunk := os.read(reader, 65536):
        received += chunk
    os.close(reader)
    lines = received.decode().splitlines()
    if lines[:1] != ["OPEN"]:
        raise SystemExit(f"The answering process did not open its library: {lines[:1] or 'it said nothing'}")
    return [(one, int(position), given) for one, position, given in (line.split() for line in lines[1:])]


def count_lost(library: Path, acknowledged: list[tuple[str, int, str]]) -> tuple[int, int]:
    """Return how many acknowledged answers are missing, and how many checks of the file fail."""
    try:
        with contextlib.closing(sqlite3.connect(library)) as db:
            stored = _stored_answers(db)
            sound = db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            kept = db.execute("PRAGMA foreign_key_check").fetchall() == []
    except sqlite3.DatabaseError:
        return len(acknowledged), 1
    finally:
        _close_quietly(library)
    lost = sum(
        1 for one, position, choice in acknowledged if (one.replace("-", ""), position, choice) not in stored
    )
    return lost, int(not sound) + int(not kept)


def _stored_answers(db: sqlite3.Connection) -> set[tuple[str, int, str]]:
    rows = db.execute(
        "SELECT r.attempt_id, r.position, r.given FROM response r"
        " JOIN grade g ON g.attempt_id = r.attempt_id AND g.position = r.position AND g.response_revision = r.revision"
    )
    return {(_plain(attempt), position, _digest(given)) for attempt, position, given in rows}


def _plain(identifier: str | bytes) -> str:
    return identifier.hex() if isinstance(identifier, bytes) else identifier.replace("-", "")


def _close_quietly(library: Path) -> None:
    """Fold the write-ahead log back, so that the next run begins with one file."""
    try:
        db = sqlite3.connect(library)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
    except sqlite3.DatabaseError:
        return


def run_round(runs: int, prepared: Path, *, power: bool, sync: bool, seed: int) -> Finding:
    """Kill `runs` children; each goes on with the library that the one before left behind."""
    lives = random.Random(seed)
    acknowledged = lost = broken = 0
    with tempfile.TemporaryDirectory(prefix="footnote-soak-") as name:
        folder = Path(name)
        library = folder / "library.sqlite"
        shutil.copy(prepared, library)
        for _ in range(runs):
            durable = folder / "durable" if power else None
            if durable is not None:
                durable.mkdir(exist_ok=True)
                shutil.copy(library, durable / library.name)
            said = run_once(library, durable, lives.uniform(0.02, LONGEST_LIFE_S), sync=sync)
            if durable is not None:
                _become(library, durable)
            missing, faults = count_lost(library, said)
            acknowledged, lost, broken = acknowledged + len(said), lost + missing, broken + faults
            if faults:
                shutil.copy(prepared, library)
    return Finding(runs, acknowledged, lost, broken)


def _become(library: Path, durable: Path) -> None:
    """Put in the library's place what the power cut left of it."""
    for old in library.parent.glob(f"{library.name}*"):
        old.unlink(missing_ok=True)  # the files beside a library may go with its last connection
    for kept in durable.glob(f"{library.name}*"):
        shutil.move(str(kept), library.parent / kept.name)


def prepare(folder: Path) -> Path:
    """Make a library with the shipped sets and one student."""
    path = folder / "prepared.sqlite"
    library = open_for_window(path)
    library(None, learners.add_learner, ("Sample Student",))
    library.close()
    return path


def soak(runs: int, seed: int) -> list[str]:
    """Run all rounds, print what they show, and return what went wrong."""
    problems = []
    with tempfile.TemporaryDirectory(prefix="footnote-soak-") as name:
        prepared = prepare(Path(name))
        rounds = [("killed", False, True, runs)]
        if unsynced.sqlite_library() is not None:
            rounds += [
                ("power cut", True, True, runs),
                ("power cut, synchronous OFF", True, False, max(3, runs // 20)),
            ]
        else:
            print("power cut: not tried, Python's SQLite is not a shared library here")
        for words, power, sync, count in rounds:
            found = run_round(count, prepared, power=power, sync=sync, seed=seed)
            print(
                f"{words}: {found.runs} runs, {found.acknowledged} answers acknowledged, "
                f"{found.lost} lost, {found.broken} failed checks",
                flush=True,
            )
            problems += _judge(words, found, sync=sync)
    return problems


def _judge(words: str, found: Finding, *, sync: bool) -> list[str]:
    problems = []
    if found.acknowledged == 0:
        problems.append(f"{words}: nothing was acknowledged, so nothing was shown")
    if sync and (found.lost or found.broken):
        problems.append(f"{words}: {found.lost} answers lost, {found.broken} checks failed")
    if not sync and not found.lost and found.acknowledged:
        problems.append(f"{words}: nothing was lost, so the harness cannot see a loss")
    return problems


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1937)
    options = parser.parse_args()
    problems = soak(options.runs, options.seed)
    for problem in problems:
        print(f"FAILED: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

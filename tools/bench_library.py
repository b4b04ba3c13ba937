"""Measure a library in a process of its own: storing, size, drawing, searching, one student's figures.

usage: .venv/bin/python tools/bench_library.py FOLDER [--questions N]     prints JSON for tools/bench.py

It holds the shipped sets, and so many generated questions beside them. Times are milliseconds.
"""

import argparse
import random
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.domain.bank import Bank
from app.domain.ids import LearnerId
from app.domain.text import Text
from app.services import attempts, history
from app.services.context import TEACHER, Context, perform
from app.services.marks import writes
from app.services.opening import OpenLibrary, open_for_window
from app.services.set_rows import list_sets
from app.services.storing.bank import store_bank
from app.services.storing.record import Record
from app.services.views import AttemptFilter, QuizPlan, SetRow
from app.storage.search_text import search_questions
from tools.generated_bank import GeneratedQuestions, make_bank
from tools.generated_history import ATTEMPTS, SIZE, make_history

STUDENTS = 50
_TIMES = 20
_WHOLE = {
    False: ("treaty", "famine", "which", "genocide convention", "nothing like this"),
    True: ("river", "sample question", "number 77 river", "bridge market winter", "explanation 541"),
}
_BEGUN = {False: ("geno", "fam", "his"), True: ("samp", "rive", "coun")}


class Stored(msgspec.Struct):
    """What storing a generated bank took."""

    per_cpu_second: float
    peak_mib: float
    bytes_each: float
    text_bytes_each: float


class Waited(msgspec.Struct):
    """What one call took, in milliseconds: CPU, and by the clock, which other programs make longer."""

    cpu: float
    wall: float


class Figures(msgspec.Struct):
    """What was measured: each list has one value for each time it was done."""

    questions: int
    file_mib: float
    stored: Stored | None
    bare_rows: float
    responses: int
    draw_set: list[Waited]
    draw_topic: list[Waited]
    draw_all: list[Waited]
    search_whole: list[Waited]
    search_begun: list[Waited]
    today: list[Waited]
    scores_of_one: list[Waited]
    scores_of_all: list[Waited]


def measure(folder: Path, generated: int) -> Figures:
    """Make a library in a folder and measure it."""
    path = folder / "library.sqlite"
    open_for_window(path).close()
    stored = _store(path, make_bank(generated)) if generated else None
    size = path.stat().st_size / 2**20
    library = open_for_window(path)
    people = perform(library.library, TEACHER, make_history, STUDENTS)
    sets: tuple[SetRow, ...] = library(TEACHER, list_sets)
    largest = max(sets, key=lambda one: one.questions)
    topic = max(largest.topics, key=lambda one: one.questions).topic

    def draw(plan: QuizPlan) -> list[Waited]:
        return [_time(library, None, attempts.start_attempt, (who, plan)) for who in people]

    def read(of: Iterable[LearnerId | None]) -> list[Waited]:
        wanted = [AttemptFilter(learner=who) for who in of]
        return [_time(library, TEACHER, history.list_attempts, (one,)) for one in wanted]

    library(None, attempts.start_attempt, (people[0], QuizPlan(largest.set, size=1)))  # what is loaded once
    figures = Figures(
        questions=sum(one.questions for one in sets),
        file_mib=size,
        stored=stored,
        bare_rows=_bare_rows(folder) if generated else 0.0,
        responses=STUDENTS * ATTEMPTS * SIZE,
        draw_set=draw(QuizPlan(largest.set, size=SIZE)),
        draw_topic=draw(QuizPlan(largest.set, topic=topic, size=SIZE)),
        draw_all=draw(QuizPlan(None, size=SIZE)),
        search_whole=_search(library, _WHOLE[bool(generated)]),
        search_begun=_search(library, _BEGUN[bool(generated)]),
        today=[_time(library, None, history.today, (who,)) for who in people],
        scores_of_one=read(people),
        scores_of_all=read([None] * _TIMES),
    )
    library.library.close()
    return figures


def _store(path: Path, bank: Bank) -> Stored:
    """Store a bank in one transaction with all that an import writes; making the questions is not counted."""
    questions = cast(GeneratedQuestions, bank.sets[0].questions)

    @writes
    def store(ctx: Context) -> None:
        record = Record()
        store_bank(ctx, bank, "own", record)
        record.write(ctx, "generated")

    before = path.stat().st_size
    library = open_for_window(path)
    made, began = questions.cpu_seconds, time.process_time()
    perform(library.library, TEACHER, store)
    spent = time.process_time() - began - (questions.cpu_seconds - made)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
    library.close()
    some = questions[:: max(1, len(questions) // 1000)]
    text_bytes = sum(len(text.encode()) for one in some for text in _texts(one)) / len(some)
    grown = (path.stat().st_size - before) / len(questions)
    return Stored(len(questions) / spent, peak, grown, text_bytes)


def _bare_rows(folder: Path) -> float:
    """Return how many short rows SQLite itself takes in a second of CPU: what this machine does at this moment."""
    db = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)")
    rows = [(number, "x" * 400) for number in range(100_000)]
    began = time.process_time()
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO t VALUES (?, ?)", rows)
    db.execute("COMMIT")
    spent = time.process_time() - began
    db.close()
    return len(rows) / spent


def _texts(value: object) -> Iterator[str]:
    """Yield all that authors wrote in a value."""
    match value:
        case Text(value=words):
            yield words
        case msgspec.Struct():
            for field in value.__struct_fields__:
                yield from _texts(getattr(value, field))
        case dict():
            for part in value.values():
                yield from _texts(part)
        case list() | tuple():
            for part in value:
                yield from _texts(part)
        case _:
            pass


def _search(library: OpenLibrary, searches: Iterable[str]) -> list[Waited]:
    def search(words: str) -> None:
        with library.library.reading() as db:
            search_questions(db, words)

    mixed = [words for words in searches for _ in range(_TIMES)]
    random.Random(1).shuffle(mixed)
    return [_time(search, words) for words in mixed]


def _time(work: Callable[..., object], *values: object) -> Waited:
    started, began = time.perf_counter(), time.thread_time()
    work(*values)
    return Waited((time.thread_time() - began) * 1000, (time.perf_counter() - started) * 1000)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", type=int, default=0)
    options = parser.parse_args()
    print(msgspec.json.encode(measure(options.folder, options.questions)).decode())

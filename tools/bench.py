"""Measure what docs/performance.md promises, and print each figure beside its target.

usage: .venv/bin/python tools/bench.py [--questions 100000] [--runs 7]

Machines differ and are shared: times are medians of several runs, given as CPU time or as ratios to a floor that is
measured in the same run (a bare Qt window; a bare commit). Nothing here is asserted.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import msgspec

from tools.bench_library import STUDENTS, Figures
from tools.generated_history import SIZE

BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
label = QLabel("bare")
label.resize(1280, 800)
label.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


class Cost(NamedTuple):
    """What one process cost: seconds by the clock, seconds of CPU, and its largest size in MiB."""

    wall: float
    cpu: float
    peak: float


def cost_of(arguments: list[str], home: Path) -> Cost:
    """Run a process to its end and return its cost, by the system's own accounting."""
    environment = {**os.environ, "FOOTNOTE_HOME": str(home)}
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{arguments} ended with {process.returncode}")
    return Cost(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median_cost(arguments: list[str], home: Path, runs: int) -> Cost:
    """Return the median of several runs after one that warms the cache."""
    cost_of(arguments, home)
    costs = [cost_of(arguments, home) for _ in range(runs)]
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def bench_start(home: Path, runs: int) -> None:
    """Start to first painted window; size with the database layer loaded."""
    bare = median_cost(["-c", BARE_WINDOW], home, runs)
    ours = median_cost(["-m", "app", "--smoke"], home, runs)
    quiz = ["-m", "app", "--smoke=quiz"]
    first = median_cost(quiz, home, max(3, runs // 2))
    later = median_cost([*quiz, "--database", str(home / "later.sqlite")], home, max(3, runs // 2))
    row("start to first paint, CPU", f"{ours.cpu * 1000:.0f} ms", "250 ms")
    row("start to first paint, wall, whole process", f"{ours.wall * 1000:.0f} ms", "300 ms")
    row("  a bare Qt window in the same run", f"{bare.wall * 1000:.0f} ms ({bare.cpu * 1000:.0f} CPU)", "")
    row("  ratio to it (wall, CPU)", f"{ours.wall / bare.wall:.2f}, {ours.cpu / bare.cpu:.2f}", "")
    row("largest size, one question answered, SQLAlchemy loaded", f"{later.peak:.0f} MiB", "110 MiB")
    row("  at the first start, which brings the shipped sets in", f"{first.peak:.0f} MiB", "")


def bench_library(questions: int) -> None:
    """Storing, size, drawing, searching and scores, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="footnote-bench-") as name:
        command = [sys.executable, "tools/bench_library.py", name, "--questions", str(questions)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    figures = msgspec.json.decode(done.stdout, type=Figures)
    print(f"\na library of {figures.questions:,} questions and {figures.responses:,} responses")
    if figures.stored is not None:
        stored = figures.stored
        budget = 1.8 * stored.text_bytes_each + 300
        row("stored per CPU second (parsing apart)", f"{stored.per_cpu_second:,.0f}", "20,000 or more")
        row("  bare rows per CPU second in the same run", f"{figures.bare_rows:,.0f}", "")
        row("largest size while storing", f"{stored.peak_mib:.0f} MiB", "150 MiB")
        row("bytes a question in the file, with its text index", f"{stored.bytes_each:.0f}", f"{budget:.0f}")
    row("the file", f"{figures.file_mib:.1f} MiB", "")
    for what, waited, target in (
        (f"drawing {SIZE} questions from a set, stored", figures.draw_set, "10 ms"),
        ("  from one topic of it", figures.draw_topic, "10 ms"),
        ("  from all sets", figures.draw_all, "10 ms"),
        ("searching whole words", figures.search_whole, "5 ms"),
        ("  beginnings of common words", figures.search_begun, "5 ms"),
        ("the first screen of one student", figures.today, "10 ms"),
        ("  the scores of all their quizzes", figures.scores_of_one, "10 ms"),
        (f"  the scores of {STUDENTS} students", figures.scores_of_all, "150 ms"),
    ):
        row(f"{what}, CPU: median, p99", both([one.cpu for one in waited], 0.0), target)
        row("    by the clock", both([one.wall for one in waited], 0.0), "")


def bench_quiz(questions: int) -> None:
    """Next question and answer to explanation, in the real window with its real workers."""
    from tools.bench_quiz import Timings, Wait, time_quiz

    with tempfile.TemporaryDirectory(prefix="footnote-bench-") as name:
        timings: Timings = time_quiz(Path(name), questions)
    extra = max(0.0, timings.commit - 1.0)
    label = f"{questions:,} generated questions" if questions else "the shipped sets"
    print(f"\na quiz in the window, {label} ({len(timings.next_question)} questions answered)")

    def show(what: str, waits: list[Wait], less: float) -> None:
        row(f"{what}, CPU: median, p99", both([wait.cpu for wait in waits], 0.0), "5 ms, 16 ms")
        row("  of it in the window", both([wait.window for wait in waits], 0.0), "")
        row(
            "  by the clock, less what a bare commit exceeds 1 ms by", both([w.wall for w in waits], less), ""
        )
        for kind in sorted({wait.kind for wait in waits}):
            of_kind = [wait.cpu for wait in waits if wait.kind == kind]
            row(f"    {kind.replace('_', ' ')} ({len(of_kind)}), CPU", both(of_kind, 0.0), "")

    show("next question, key to paint", timings.next_question, 0.0)
    show("answer to saved explanation", timings.explanation, extra)
    row("a bare commit in the same run, median", f"{timings.commit:.1f} ms", "")


def both(values: list[float], less: float) -> str:
    """Return median and 99th percentile in milliseconds."""
    ordered = sorted(values)
    last = ordered[min(len(ordered) - 1, round(0.99 * (len(ordered) - 1)))]
    return f"{statistics.median(ordered) - less:.1f} ms, {last - less:.1f} ms"


def row(what: str, figure: str, target: str) -> None:
    """Print one figure beside its target."""
    print(f"  {what:<58} {figure:>22}   {('target ' + target) if target else ''}".rstrip(), flush=True)


def bench_check() -> None:
    """Questions checked per CPU second, reading included."""
    from app.config import find_shipped
    from app.formats.bank import read_bank
    from app.sources.check import check_bank

    folder = find_shipped().questions

    def once() -> int:
        bank = read_bank(folder)
        check_bank(bank, {})
        return bank.found

    once()
    started = time.process_time()
    checked = sum(once() for _ in range(5))
    row(
        "questions read and checked per CPU second",
        f"{checked / (time.process_time() - started):,.0f}",
        "1,000",
    )


def bench_blind() -> None:
    """How far guessers that know nothing exceed chance on the shipped sets."""
    from app.config import find_shipped
    from app.formats.bank import read_bank
    from tools.blind import lists_of, measure

    blind = measure(lists_of(read_bank(find_shipped().questions)))
    print(f"\nguessers that know nothing exceed chance by ({blind.lists} lists of choices, 95 % interval)")
    for name, excess in (("fixed cues", blind.combined), ("cues fitted by cross-validation", blind.fitted)):
        row(name, str(excess), "0.04, or not above 0")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    print("start and checking")
    with tempfile.TemporaryDirectory(prefix="footnote-bench-") as name:
        bench_start(Path(name), options.runs)
    bench_check()
    for questions in (0, options.questions):
        bench_library(questions)
    for questions in (0, options.questions):
        bench_quiz(questions)
    bench_blind()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`footnote import`: bring question sets into the library."""

from pathlib import Path
from typing import Any

from app.cli.library import reading, writing
from app.cli.output import COULD_NOT, DONE, PROBLEMS, say, write_json
from app.cli.placed import NOT_READ
from app.domain.problem import Problem
from app.services import importing
from app.services.context import TEACHER
from app.services.views import Beside, ImportedFile, ImportReport
from app.words import problems as words
from app.words.counts import counted
from app.words.works import beside_words


def import_files(files: list[Path], database: str | None, *, dry_run: bool, as_json: bool) -> int:
    """Bring in what is usable in these files; say what is not, and why."""
    paths = tuple(str(file) for file in files)
    opened, service = (reading, importing.try_files) if dry_run else (writing, importing.import_files)
    with opened(database) as library:
        report: ImportReport = library(TEACHER, service, (paths,))
    if as_json:
        write_json([_as_json(one) for one in report.files])
    else:
        for one in report.files:
            _tell(one, dry_run=dry_run)
        _tell_beside(report.beside, dry_run=dry_run)
    problems = [problem for one in report.files for problem in one.problems]
    if any(problem.code in NOT_READ for problem in problems):
        return COULD_NOT
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else DONE


def _tell_beside(beside: Beside, *, dry_run: bool) -> None:
    words = beside_words(beside.topics, beside.works)
    if words:
        say(f"Beside the questions: {words}{', not stored (dry run)' if dry_run else ''}.")


def _as_json(one: ImportedFile) -> dict[str, Any]:
    return {
        "file": one.file,
        "format": one.format,
        "questions": one.questions,
        "by_kind": one.by_kind,
        "imported": one.imported,
        "updated": one.updated,
        "skipped": one.skipped,
        "problems": [_problem(group) for group in _by_item(one.problems)],
    }


def _by_item(problems: tuple[Problem, ...]) -> list[list[Problem]]:
    """Return the problems with all errors of one item together: an item that does not come in is one entry."""
    groups: dict[object, list[Problem]] = {}
    for number, problem in enumerate(problems):
        item = problem.question if problem.question and problem.severity == "error" else number
        groups.setdefault(item, []).append(problem)
    return list(groups.values())


def _problem(group: list[Problem]) -> dict[str, Any]:
    first = group[0]
    return {
        "line": first.line,
        "item": first.question or None,
        "code": first.code,
        "message": " ".join(words.sentence(problem) for problem in group),
        "severity": first.severity,
    }


def _tell(one: ImportedFile, *, dry_run: bool) -> None:
    done = "nothing stored (dry run)" if dry_run else f"{one.imported} new, {one.updated} changed"
    say(f"{one.file}: {counted(one.questions, 'usable question')}; {done}; {one.skipped} already here.")
    for problem in one.problems:
        about = f" [{problem.question}]" if problem.question else ""
        line = "" if problem.code in NOT_READ else f"line {problem.line}: "
        rule = f" {number}" if (number := words.rule_number(problem)) else ""
        say(f"  {line}{problem.severity}{rule}{about}: {words.sentence(problem)}")

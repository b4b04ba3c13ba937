"""`footnote history`: attempts with their responses, as text, as a table or as JSON."""

import sys
from typing import Any

from app.cli.library import reading
from app.cli.output import DONE, say, write_json
from app.domain.ids import LearnerId
from app.services import history, learners
from app.services.context import TEACHER
from app.services.opening import OpenLibrary
from app.services.views import AttemptFilter, ExportedAttempt
from app.words.counts import counted


def show_history(name: str | None, file_format: str | None, database: str | None) -> int:
    """Show the attempts of all students, or of one."""
    with reading(database, told_when_new=True) as library:
        wanted = AttemptFilter(learner=_learner(library, name), finished_only=False)
        if file_format == "csv":
            sys.stdout.write(library(TEACHER, history.export_csv, (wanted,)))
            return DONE
        attempts: tuple[ExportedAttempt, ...] = library(TEACHER, history.export_attempts, (wanted,))
    if file_format == "json":
        write_json([_as_json(one) for one in attempts])
    else:
        _tell(attempts)
    return DONE


def _learner(library: OpenLibrary, name: str | None) -> LearnerId | None:
    if name is None:
        return None
    found: LearnerId = library(TEACHER, learners.find_learner, (name,)).id
    return found


def _as_json(one: ExportedAttempt) -> dict[str, Any]:
    return {
        "attempt": one.attempt,
        "learner": one.learner,
        "set": one.set,
        "mode": one.mode,
        "started": one.started,
        "finished": one.finished,
        "score": one.score,
        "max": one.max,
        "responses": one.responses,
    }


def _tell(attempts: tuple[ExportedAttempt, ...]) -> None:
    say(f"{counted(len(attempts), 'attempt')}.")
    for one in attempts:
        unfinished = one.score is None or one.max is None
        ended = "not finished" if unfinished else f"{one.score:g} of {one.max:g}"
        say(f"{one.started:%Y-%m-%d %H:%M}  {one.learner or '(no name)'}  {one.set}  {one.mode}  {ended}")
        for response in one.responses:
            verdict = response.verdict or "not marked yet"
            say(
                f"    {response.position}. {response.question}: {verdict}: {response.response or '(no answer)'}"
            )

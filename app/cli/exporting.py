"""`footnote export`: all question sets, their sources and works as files."""

from pathlib import Path

from app.cli.library import reading
from app.cli.output import DONE, say, write_json
from app.domain.bank import Bank
from app.services import exporting
from app.services.context import TEACHER
from app.services.filing import write_folder
from app.words.counts import counted


def export(out: Path, database: str | None, *, as_json: bool) -> int:
    """Write everything into a new or empty folder."""
    with reading(database, told_when_new=True) as library:
        bank: Bank = library(TEACHER, exporting.export_bank)
    files = write_folder(bank, out)
    questions = sum(1 for _ in bank.questions())
    if as_json:
        write_json({"folder": str(out), "files": files, "sets": len(bank.sets), "questions": questions})
    else:
        say(f"{counted(questions, 'question')} in {counted(len(bank.sets), 'set')} written to {out}:")
        for name in files:
            say(f"  {name}")
    return DONE

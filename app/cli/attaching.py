"""`footnote attach`: keep a person's own copy of a document."""

from pathlib import Path

from app.cli.library import writing
from app.cli.output import DONE, say, write_json
from app.services import attaching
from app.services.context import TEACHER
from app.services.own_files import read_within
from app.services.views import OriginalReport


def attach(file: Path, database: str | None, *, as_json: bool) -> int:
    """Keep a copy and say how many quoted phrases were found in it."""
    data = read_within(file, attaching.LARGEST)
    with writing(database) as library:
        report: OriginalReport = library(TEACHER, attaching.attach_original, (data, file.name))
    if as_json:
        write_json(report)
        return DONE
    found = (
        f"Found {report.verified} of {report.anchors} quoted phrases of \u201c{report.title}\u201d "
        "(each counts once, however many questions quote it)."
    )
    say(
        found
        if report.exact
        else f"This looks like another version. {found} Nothing uncertain is highlighted."
    )
    return DONE

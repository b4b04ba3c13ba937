"""What nobody foresaw: a person is told in a sentence, and the log keeps the rest."""

import traceback
from contextlib import suppress
from datetime import UTC, datetime

from app.config import PathProblem, find_paths
from app.domain.printable import printable


def log_fault(error: BaseException) -> None:
    """Add a traceback to the log file, if there is a place for one."""
    lines = "".join(traceback.format_exception(error))
    with suppress(OSError, PathProblem), find_paths().log.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} ERROR app.cli: {printable(lines)}")

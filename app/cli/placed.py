"""How the command line names the place of a problem."""

from app.domain.problem import Problem

NOT_READ = ("file_missing", "file_unreadable", "no_files", "folder_too_large")
"""Nothing was read where one of these is told: it is about a file or a folder as such, and no line of it."""


def place_of(problem: Problem) -> str:
    """Return a problem's file, with its line where it is one of a line."""
    return problem.file if problem.code in NOT_READ else f"{problem.file}:{problem.line}"

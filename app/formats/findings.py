"""Collect problems while a file is read."""

from app.domain.problem import Problem, Value, make_problem


class Findings:
    """The problems of one file. `question` is set while a question is read.

    `has_comments` says that a text of the file may be cut off by a comment.
    """

    def __init__(self, file: str, *, has_comments: bool = False) -> None:
        self.file = file
        self.has_comments = has_comments
        self.question = ""
        self.problems: list[Problem] = []
        self._errors = 0
        self._counted = 0

    def add(self, code: str, line: int, **values: Value) -> None:
        """Note a problem at a line of the file."""
        self.problems.append(make_problem(code, values, file=self.file, line=line, question=self.question))

    def forget_questions(self) -> None:
        """Leave out what was said of single questions, where the whole file turns out to be unreadable."""
        self.problems = [problem for problem in self.problems if not problem.question]
        self._errors = self._counted = 0

    def errors(self) -> int:
        """Return how many errors there are so far. Problems are only added, so each is counted once."""
        if self._counted < len(self.problems):
            self._errors += sum(problem.severity == "error" for problem in self.problems[self._counted :])
            self._counted = len(self.problems)
        return self._errors

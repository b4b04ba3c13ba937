"""What a file would bring, as plain values and in words: rows of the table, counts, sentences, the list of problems."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from app.services.views import ImportPreview, PreviewRow, PreviewState, Touched
from app.words import labels
from app.words.works import beside_words

STATES: tuple[PreviewState, ...] = ("new", "changed", "same", "problem")
STATE_WORDS: dict[PreviewState, str] = {
    "new": "new",
    "changed": "changed",
    "same": "same",
    "problem": "problem",
}
_NOTHING_YET = "Nothing has been changed yet."
_NO_SET = (
    "There is no question set in it. Sources, works and topics come in together with a set that uses them."
)
_PARTS = {
    "single_choice": "the choices",
    "multiple_response": "the choices",
    "matching": "the pairs",
    "ordering": "the lines to be ordered",
    "cloze": "the text or its gaps",
}
_TOUCHED: dict[Touched, str] = {
    "stem": "the question",
    "key": "the right answer or its reasons",
    "explanation": "the explanation",
    "sources": "the sources",
    "status": "the status",
    "scoring": "the scoring",
    "filing": "topics, difficulty or level",
}


class PreviewLine(NamedTuple):
    """A question of a file as the table shows it. `place` counts through all files; `file` is "" where there is one."""

    place: int
    kind: str
    question: str
    know: str
    file: str
    row: PreviewRow

    @property
    def state(self) -> PreviewState:
        return self.row.state

    @property
    def line(self) -> int:
        """The line to look at: that of the problem, else of the question."""
        return self.row.lines[0] if self.row.state == "problem" and self.row.lines else self.row.line


class Counts(NamedTuple):
    """How many questions there are in a file, and of each state."""

    total: int
    new: int
    changed: int
    same: int
    problem: int

    @property
    def coming(self) -> int:
        """How many would be written."""
        return self.new + self.changed


def preview_lines(previews: Sequence[ImportPreview]) -> tuple[PreviewLine, ...]:
    """Return the rows of all files, counted through."""
    several = len(previews) > 1
    rows = [(Path(preview.path).name if several else "", row) for preview in previews for row in preview.rows]
    return tuple(
        PreviewLine(
            place=place,
            kind=labels.KIND.get(row.kind, row.kind),
            question=row.stem or row.slug,
            know=know_words(row),
            file=file,
            row=row,
        )
        for place, (file, row) in enumerate(rows, 1)
    )


def count(lines: Sequence[PreviewLine]) -> Counts:
    """Count the rows by their state."""
    states = [line.state for line in lines]
    return Counts(len(states), *(states.count(state) for state in STATES))


def know_words(row: PreviewRow) -> str:
    """Say what a teacher should know of a row: its problems, or what of it changes."""
    return " ".join(row.problems) or touched_words(row)


def touched_words(row: PreviewRow) -> str:
    """Name what a changed question changes: "The question, the sources"."""
    named = [
        _PARTS.get(row.kind, "the answer") if name == "parts" else _TOUCHED[name] for name in row.touched
    ]
    words = ", ".join(named)
    return f"{words[:1].upper()}{words[1:]}"


def spoken(line: PreviewLine) -> str:
    """Say a row as one sentence."""
    where = f"line {line.line} of {line.file}" if line.file else f"line {line.line}"
    parts = (
        f"{line.place}",
        line.question,
        line.kind,
        STATE_WORDS[line.state],
        where,
        line.know,
    )
    return ". ".join(part.rstrip(".") for part in parts if part)


def file_words(paths: Sequence[str]) -> str:
    """Name what was chosen: the file, or how many."""
    return Path(paths[0]).name if len(paths) == 1 else f"{len(paths)} files"


def into_words(previews: Sequence[ImportPreview]) -> str:
    """Say where the questions would go, and that nothing happened yet."""
    titles = [preview.title for preview in previews if preview.set]
    where = titles[0] if len(titles) == 1 else f"{len(titles)} question sets"
    return f"into {where}{'' if where.endswith(('.', '?', '!')) else '.'} {_NOTHING_YET}"


def button_words(counts: Counts) -> str:
    """Return what the first button says."""
    if not counts.coming:
        return "Back to the question sets"
    return f"Import {counts.coming:,} {'question' if counts.coming == 1 else 'questions'}"


def bar_words(counts: Counts, beside: str = "") -> str:
    """Say beside the button what would happen; `beside` names topics and works that come with the questions."""
    if not counts.coming:
        rest = "The rest is here already." if counts.same else ""
        if not counts.problem:
            return "All of it is here already, so nothing would change."
        return f"{_stay_out(counts.problem)}. {rest}".strip()
    brought = ", ".join(
        f"{number:,} {word}" for number, word in ((counts.new, "new"), (counts.changed, "changed")) if number
    )
    brought = f"{brought}; with them {beside}" if beside else brought
    if counts.problem:
        return f"{brought}. {_stay_out(counts.problem)}; one step undoes all of it."
    return f"{brought}. One step undoes all of it."


def beside_of(previews: Sequence[ImportPreview]) -> str:
    """Name the topics and works that come with the questions, "" where there are none."""
    return beside_words(
        sum(preview.beside.topics for preview in previews), sum(preview.beside.works for preview in previews)
    )


def _stay_out(number: int) -> str:
    return f"The {number:,} with a problem {'stays' if number == 1 else 'stay'} out"


def imported_words(previews: Sequence[ImportPreview], number: int) -> str:
    """Say what was done: "Imported 6 questions into ..."."""
    titles = [preview.title for preview in previews if preview.set]
    where = titles[0] if len(titles) == 1 else f"{len(titles)} question sets"
    return f"Imported {number:,} {'question' if number == 1 else 'questions'} into {where}."


def note_words(previews: Sequence[ImportPreview]) -> list[str]:
    """Return what concerns files as a whole, each with its line, and with its file where there are several."""
    name_them = len(previews) > 1
    return [
        f"{Path(preview.path).name}, line {line}: {note}" if name_them else f"Line {line}: {note}"
        for preview in previews
        for line, note in zip(preview.note_lines, preview.notes, strict=True)
    ]


def refusal_words(previews: Sequence[ImportPreview]) -> str:
    """Say why nothing of the files can be used."""
    return "\n".join(note_words(previews)[:5]) or _NO_SET


def problem_list(previews: Sequence[ImportPreview]) -> str:
    """Write every problem with its file and line, for a text file."""
    lines: list[str] = []
    for preview in previews:
        name = Path(preview.path).name
        found = [*zip(preview.note_lines, ("" for _ in preview.notes), preview.notes, strict=True)]
        for row in preview.rows:
            found += [(line, row.slug, said) for line, said in zip(row.lines, row.problems, strict=True)]
        for line, slug, said in sorted(found):
            lines.append(f"{name}, line {line}{f' ({slug})' if slug else ''}: {said}")
    return "\n".join(lines) + "\n"

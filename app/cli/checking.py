"""`footnote check`: what is wrong in question sets, and whether their quoted phrases stand in the documents."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from app.cli.output import COULD_NOT, DONE, PROBLEMS, give_up, say, write_json
from app.cli.placed import NOT_READ, place_of
from app.config import find_shipped
from app.domain.bank import Bank
from app.domain.errors import BadFile
from app.domain.ids import SourceId
from app.domain.lint.figures import FEWEST_QUESTIONS, Figures, figures_of
from app.domain.problem import Problem
from app.domain.source import PlaceCitation, Source
from app.formats.bank import read_bank
from app.services.own_files import read_within
from app.sources.check import CheckReport, check_bank
from app.sources.originals import Document, read_document, recognise
from app.words import problems as words
from app.words.counts import counted
from app.words.figures import figure_lines

_LARGEST_DOCUMENT = 20 * 1024 * 1024


def check(paths: list[Path], documents: Path | None, *, as_json: bool) -> int:
    """Check question sets: those that are shipped, or the files and folders given."""
    shipped = find_shipped().questions
    if documents is not None and not documents.is_dir():
        sentence = f"There is no folder {documents}. Name the folder that holds the documents."
        return give_up(sentence, code="documents_not_found", as_json=as_json)
    bank = read_bank(paths or [shipped])
    known = read_bank(shipped) if paths else Bank()
    originals = _find_originals(bank, known, documents) if documents is not None else {}
    report = check_bank(bank, originals, known)
    figures = figures_of(bank, known)
    if as_json:
        write_json(_as_json(report, figures))
    else:
        _tell(report, documents)
        if documents is not None and not originals:
            _tell_wanted({**known.sources, **bank.sources}.values(), documents)
        if figures.questions >= FEWEST_QUESTIONS:
            _tell_figures(report, figures)
    if any(problem.code in NOT_READ for problem in report.errors):
        return COULD_NOT
    return PROBLEMS if report.errors else DONE


def _find_originals(bank: Bank, known: Bank, folder: Path) -> dict[SourceId, Document]:
    """Return the documents in a folder that are the original of a source, the very same bytes before others."""
    sources = {**known.sources, **bank.sources}
    cited = [
        citation
        for question in (*known.questions(), *bank.questions())
        for citation in question.key.citations
        if isinstance(citation, PlaceCitation)
    ]
    found: dict[SourceId, Document] = {}
    for file in sorted(_texts(folder)):
        if not file.is_file() or file.stat().st_size > _LARGEST_DOCUMENT:
            continue
        data = read_within(file, _LARGEST_DOCUMENT)
        likeness = recognise(data, sources.values(), cited)
        if likeness is None:
            continue
        identity = SourceId(likeness.source)
        if identity not in found or likeness.exact:
            original = sources[identity].original
            found[identity] = read_document(data, original.joins if original else ())
    return found


def _texts(folder: Path) -> Iterator[Path]:
    """Yield the texts in a folder; one that cannot be looked into is told, not passed over."""

    def refuse(error: OSError) -> None:
        path = str(error.filename or folder)
        raise BadFile("folder_not_readable", path=path, detail=error.strerror or str(error)) from error

    for inside, _, names in os.walk(folder, onerror=refuse):
        yield from (Path(inside, name) for name in names if name.endswith(".txt"))


def _as_json(report: CheckReport, figures: Figures) -> dict[str, Any]:
    return {
        "questions": report.questions,
        "sources": report.sources,
        "errors": [_problem(problem) for problem in report.errors],
        "warnings": [_problem(problem) for problem in report.warnings],
        "waived": [{**_problem(one.problem), "reason": one.reason} for one in report.waived],
        "anchors": report.anchors,
        "figures": {
            **msgspec.structs.asdict(figures),
            "questions_with_errors": len(_questions(report.errors)),
            "questions_with_warnings": len(_questions(report.warnings)),
            "questions_with_waivers": len(_questions(one.problem for one in report.waived)),
        },
    }


def _questions(problems: Iterable[Problem]) -> set[str]:
    """Return the questions that problems are about."""
    return {problem.question for problem in problems if problem.question}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "question": problem.question or None,
        "rule": problem.rule,
        "code": problem.code,
        "message": words.sentence(problem),
    }


def _tell(report: CheckReport, documents: Path | None) -> None:
    for kind, found in (("error", report.errors), ("warning", report.warnings)):
        for problem in found:
            rule = f" {number}" if (number := words.rule_number(problem)) else ""
            about = f" [{problem.question}]" if problem.question else ""
            say(f"{place_of(problem)}: {kind}{rule}{about}: {words.sentence(problem)}")
    for one in report.waived:
        place = f"{one.problem.file}:{one.problem.line}"
        say(f"{place}: waived ({one.reason}): {words.numbered_sentence(one.problem)}")
    anchors = report.anchors
    say(
        f"{counted(report.questions, 'question')}, {counted(report.sources, 'source')}: "
        f"{counted(len(report.errors), 'error')}, {counted(len(report.warnings), 'warning')}, "
        f"{len(report.waived)} waived."
    )
    total = anchors.verified + anchors.unverified + anchors.failed
    if total == 0:
        return
    if documents is None:
        say(
            f"{counted(total, 'citation')} with a quoted phrase not looked up: "
            "name the folder with the documents (--documents DIR)."
        )
    else:
        say(
            f"{counted(total, 'citation')} with a quoted phrase: {anchors.verified} found in the documents, "
            f"{anchors.failed} not there, {anchors.unverified} not looked up (no such document in {documents})."
        )


def _tell_wanted(sources: Iterable[Source], documents: Path) -> None:
    """Name the documents that quoted phrases could be looked up in, where a folder holds none of them."""
    names = [source.original.file for source in sources if source.original is not None]
    if names:
        say(
            f"None of the documents is in {documents}. They are these text files: {', '.join(sorted(names))}."
        )


def _tell_figures(report: CheckReport, figures: Figures) -> None:
    say()
    for line in figure_lines(figures):
        say(line)
    say(
        f"Questions with a warning: {len(_questions(report.warnings))}; with a waiver: "
        f"{len(_questions(one.problem for one in report.waived))}."
    )

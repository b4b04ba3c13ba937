"""`footnote coverage`: which sentences of the documents, and which topics, are asked about, and how often."""

from pathlib import Path
from typing import Any

from app.cli.output import COULD_NOT, DONE, PROBLEMS, say, write_json
from app.cli.placed import NOT_READ, place_of
from app.config import find_shipped
from app.domain.coverage import Coverage, CoveredSentence, CoveredSource
from app.services.coverage import coverage_of_files
from app.words import problems as words
from app.words.counts import counted
from app.words.coverage import COVERED

_SHOWN = 4


def show_coverage(paths: list[Path], *, as_json: bool) -> int:
    """Show what the questions of the shipped sets test, or those of the files and folders given."""
    coverage, bank = coverage_of_files(paths, find_shipped().questions)
    errors = [problem for problem in bank.problems if problem.severity == "error"]
    if as_json:
        write_json(_as_json(coverage))
    else:
        for source in coverage.sources:
            _tell_source(source)
        _tell_topics(coverage)
        for problem in errors:
            say(f"{place_of(problem)}: error: {words.sentence(problem)}")
    if any(problem.code in NOT_READ for problem in errors):
        return COULD_NOT
    return PROBLEMS if errors else DONE


def _as_json(coverage: Coverage) -> dict[str, Any]:
    return {
        "sources": [
            {
                "id": source.id,
                "sentences": [
                    {
                        "paragraph": sentence.at.paragraph,
                        "sentence": sentence.at.sentence,
                        "questions": list(sentence.questions),
                    }
                    for sentence in source.sentences
                ],
            }
            for source in coverage.sources
        ]
    }


def _tell_source(source: CoveredSource) -> None:
    say(source.title)
    for sentence in source.sentences:
        say(
            f"  {sentence.at!s:>5}  {sentence.count:>3}  {COVERED[sentence.level]:<12}{_named(sentence)}".rstrip()
        )
    never, over = len(source.at_level("never")), len(source.at_level("over_tested"))
    left_out = sum(len(sentence.left_out) for sentence in source.sentences)
    say(
        f"  {counted(len(source.sentences), 'sentence')}: {len(source.sentences) - never} tested, "
        f"{never} never, {over} over-tested; {counted(left_out, 'statement')} that no question cites."
    )
    say()


def _named(sentence: CoveredSentence) -> str:
    """Return the first questions by name, and the statements that none cites."""
    names = ", ".join(sentence.questions[:_SHOWN])
    more = f" and {sentence.count - _SHOWN} more" if sentence.count > _SHOWN else ""
    left_out = (
        f" (not cited: {', '.join(sentence.left_out)})" if sentence.questions and sentence.left_out else ""
    )
    return f"  {names}{more}{left_out}"


def _tell_topics(coverage: Coverage) -> None:
    if not coverage.topics:
        return
    say("Topics: questions filed under each, and those whose main topic it is")
    for topic in coverage.topics:
        say(f"  {topic.questions:>5}  {topic.as_main:>3}  {topic.title}")

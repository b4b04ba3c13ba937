"""Checks over a whole bank: rules of writing, what questions cite, how sets hang together."""

from msgspec.structs import replace

from app.domain.bank import Bank
from app.domain.lint.citing import check_citations, check_source
from app.domain.lint.items import check_items, check_own_words
from app.domain.lint.lengths import check_head_lengths, check_lengths, check_statement_lengths
from app.domain.lint.notes import Notes
from app.domain.lint.sets import check_formerly, check_partners, check_select, check_stamps, check_topics
from app.domain.lint.standing import check_standing
from app.domain.lint.weighing import check_weighing
from app.domain.lint.writing import check_writing
from app.domain.problem import EDITORIAL, Problem

_NOTHING = Bank()


def lint(bank: Bank, known: Bank = _NOTHING, *, strict: bool = False) -> tuple[Problem, ...]:
    """Return what is wrong with a bank beyond the reading of its files.

    `known` holds the sources, references, topics and questions that are there already: a teacher's file may cite
    them. Rules of writing are warnings, errors where the check is strict.
    """
    notes = Notes(bank, known)
    for source in bank.sources.values():
        check_source(source, notes)
        check_statement_lengths(source, notes)
        check_own_words(source, notes)
    for question in bank.questions():
        check_lengths(question, notes)
        check_writing(question, notes)
        check_standing(question, notes)
        check_weighing(question, notes)
        check_partners(question, notes)
    for question_set in bank.sets:
        check_items(question_set, notes)
        check_head_lengths(question_set, notes)
        check_citations(question_set, notes)
        check_topics(question_set, notes)
        check_stamps(question_set, notes)
        check_select(question_set, notes)
    check_formerly(notes)
    if strict:
        return tuple(notes.problems)
    return tuple(
        replace(problem, severity="warning") if problem.code in EDITORIAL else problem
        for problem in notes.problems
    )

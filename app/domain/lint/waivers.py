"""Findings that an author has accepted with a reason: they are told apart from those that wait to be mended."""

from collections.abc import Iterable

import msgspec

from app.domain.bank import Bank, Place
from app.domain.problem import EDITORIAL, Problem, make_problem
from app.domain.question import Waiver


class Waived(msgspec.Struct, frozen=True):
    """A problem that is known and accepted, with the reason."""

    problem: Problem
    reason: str


def apply_waivers(bank: Bank, problems: Iterable[Problem]) -> tuple[list[Problem], list[Waived]]:
    """Return the problems that stand and those that are waived; waivers of nothing, or of an error, are told too."""
    stands = list(problems)
    waived: list[Waived] = []
    told: list[Problem] = []
    for name, waivers in _waivers(bank):
        for waiver in waivers:
            about = [one for one in stands if _is_about(one, name, bank) and _names(waiver, one)]
            accepted = [one for one in about if _can_be_waived(one)]
            waived += [Waived(one, waiver.reason) for one in accepted]
            stands = [one for one in stands if one not in accepted]
            if len(accepted) < len(about):
                told.append(_problem("waiver_of_error", name, waiver, bank))
            elif not about:
                told.append(_problem("waiver_unused", name, waiver, bank))
    return stands + told, waived


def _waivers(bank: Bank) -> Iterable[tuple[str, tuple[Waiver, ...]]]:
    """Yield who waives, as `set/slug` or `set:id`, and what."""
    for one in bank.sets:
        if one.waive:
            yield f"set:{one.id}", one.waive
        yield from ((question.id, question.waive) for question in one.questions if question.waive)


def _is_about(problem: Problem, name: str, bank: Bank) -> bool:
    """Tell whether a problem is one of a question, or of the head of a set and of no question of it."""
    if not name.startswith("set:"):
        return problem.question == name
    return not problem.question and problem.file == _place(name, bank).file


def _names(waiver: Waiver, problem: Problem) -> bool:
    return waiver.rule in (problem.rule, problem.code)


def _can_be_waived(problem: Problem) -> bool:
    """Tell whether a problem is a warning to everybody: some are errors only where the check is strict."""
    return problem.severity == "warning" and problem.code not in EDITORIAL


def _problem(code: str, name: str, waiver: Waiver, bank: Bank) -> Problem:
    place = _place(name, bank)
    line = place.fields.get("waive", place.line)
    question = "" if name.startswith("set:") else name
    return make_problem(code, {"text": waiver.rule}, file=place.file, line=line, question=question)


def _place(name: str, bank: Bank) -> Place:
    return bank.places.get(name, Place("", 1))

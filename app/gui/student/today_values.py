"""What the Today page says, as plain values: from the first glance, and from all that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.domain.ids import SetId
from app.words.counts import counted, number
from app.words.days import ago, local_day, row_day
from app.words.labels import MIX, title_of

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.domain.glance import Glance
    from app.services.views import AttemptRow, QuizPlan, SetRow, Today

TASTER = SetId("taster")
USUAL_SIZE = 10
SESSIONS = ((5, 7), (10, 14), (20, 28))
"""Minutes, and about how many questions they hold."""
ROWS_SHOWN = 3


class SetLine(NamedTuple):
    """A question set in the table. `seen` is None while it is not known."""

    set: SetId
    title: str
    sources: str
    questions: int
    seen: int | None

    @property
    def seen_words(self) -> str:
        """Say how much was seen; before that is known, how much there is."""
        if self.seen is None:
            return counted(self.questions, "question")
        return f"{self.seen} of {self.questions}"


class Stopped(NamedTuple):
    """An attempt that waits. `flags` and `last` are None while they are not known."""

    attempt: UUID
    title: str
    mode: str
    position: int
    total: int
    answered: int
    skipped: int
    flags: int | None = None
    last: datetime | None = None


class Suggestion(NamedTuple):
    """What to begin with where nothing waits."""

    label: str
    title: str
    sentence: str
    plan: QuizPlan


def lines_of_glance(glance: Glance) -> tuple[SetLine, ...]:
    """Return the sets as a glance tells them."""
    return tuple(SetLine(SetId(one.set), one.title, "", one.questions, None) for one in glance.sets)


def lines_of(today: Today) -> tuple[SetLine, ...]:
    """Return the sets with what this student has seen of them."""
    return tuple(
        SetLine(row.set, row.title, ", ".join(row.sources), row.questions, row.seen) for row in today.sets
    )


def stopped_at_glance(glance: Glance) -> Stopped | None:
    """Return the only student's attempt that waits."""
    mine = [one for one in glance.open_quizzes if glance.learners and one.learner == glance.learners[0].id]
    if not mine:
        return None
    one = mine[0]
    return Stopped(
        one.attempt, title_of(one.title), one.mode, one.position, one.total, one.answered, one.skipped
    )


def stopped(today: Today) -> Stopped | None:
    """Return the attempt that waits, whole."""
    one = today.open
    if one is None:
        return None
    head = one.attempt
    counts = (head.total, one.answered, one.skipped, one.flags)
    return Stopped(head.id, title_of(head.title), head.mode, one.position, *counts, one.last)


def stopped_sentence(one: Stopped, today: date) -> str:
    """Say where an attempt stopped: "Question 8 of 18. You stopped on Saturday; two questions are marked."."""
    kind = "Exam, question" if one.mode == "exam" else "Question"
    where = f"{kind} {one.position} of {one.total}."
    later = f"You stopped {ago(local_day(one.last), today)}" if one.last is not None else ""
    if one.flags:
        marked = f"{number(one.flags)} {'question is' if one.flags == 1 else 'questions are'} marked"
        later = f"{later}; {marked}" if later else marked.capitalize()
    return f"{where} {later}." if later else where


def stopped_counts(one: Stopped) -> str:
    """Say what is done: "6 answered, 1 skipped"."""
    return f"{one.answered} answered" + (f", {one.skipped} skipped" if one.skipped else "")


def suggest(today: Today) -> Suggestion | None:
    """Choose what to begin with: a first taste, then a set that is begun, then one with new questions, then a mix."""
    from app.services.views import QuizPlan

    if not today.sets:
        return None
    taster = next((row for row in today.sets if row.set == TASTER and row.questions), None)
    if taster is not None and not today.finished and not taster.seen:
        size = min(USUAL_SIZE, taster.questions)
        sentence = f"{counted(size, 'question')}, each with its source. You can skip any of them."
        return Suggestion("To begin with", taster.title, sentence, QuizPlan(taster.set, size=size))
    unseen = [row for row in today.sets if row.seen < row.questions]
    begun = [row for row in unseen if row.seen]
    if begun or unseen:
        return _suggest_set((begun or unseen)[0])
    sentence = "You have seen every question. A mix asks some of them again."
    return Suggestion("Once more", MIX, sentence, QuizPlan(None, size=USUAL_SIZE))


def _suggest_set(row: SetRow) -> Suggestion:
    from app.services.views import QuizPlan

    new = row.questions - row.seen
    size = min(USUAL_SIZE, new)
    verb = "is" if new == 1 else "are"
    if row.seen:
        sentence = f"{row.seen} of {row.questions} questions seen; {new} {verb} new to you."
    else:
        sentence = f"{counted(row.questions, 'question')}, {'' if row.questions == 1 else 'all '}new to you."
    asks = "asks it" if new == 1 else f"asks {'them' if size == new else size}"
    label = "Go on with" if row.seen else "Not begun yet"
    return Suggestion(label, row.title, f"{sentence} This quiz {asks}.", QuizPlan(row.set, size=size))


def sessions(lines: tuple[SetLine, ...]) -> tuple[tuple[int, int], ...]:
    """Return the sessions that the sets are large enough for, the shortest in any case."""
    most = sum(line.questions for line in lines)
    fitting = [(minutes, size) for minutes, size in SESSIONS if size <= most]
    return tuple(fitting) or ((SESSIONS[0][0], most),) if most else ()


def attempt_detail(row: AttemptRow, today: date) -> str:
    """Say what an attempt was: "Sat 21 Nov, practice: 7 correct, 1 partly, 2 not quite"."""
    day = row_day(local_day(row.finished or row.started), today)
    parts = [(row.correct, "correct"), (row.partly, "partly"), (row.wrong, "not quite")]
    counts = ", ".join(f"{count} {word}" for count, word in parts if count)
    return f"{day}, {row.mode}: {counts or 'nothing scored'}"
